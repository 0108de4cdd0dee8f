import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { readKeyText } from '../seal/key-text.ts'

const FINGERPRINT_BYTES = 16

/** The public keys of a site as the centre got them. */
export type Enrolment = {
  readonly siteCode: string
  /** Key text of 16 bytes over everything the site sent. */
  readonly fingerprint: string
  readonly recipient: string
  readonly signingKey: string
  readonly receivedAt: Instant
  readonly confirmedAt: Instant | null
  readonly confirmedBy: string | null
}

/** The enrolment that counts: the one confirmed last. */
export function enrolmentInForce(all: readonly Enrolment[]): Enrolment | null {
  return all.reduce<Enrolment | null>(
    (best, one) => (one.confirmedAt !== null && (best?.confirmedAt ?? -1) < one.confirmedAt ? one : best),
    null,
  )
}

/**
 * Is what was heard by telephone the fingerprint that arrived by wire? Compared as bytes, so that spacing and O for 0 do not matter.
 * Refusals: those of `readKeyText`, `fingerprint-differs`.
 */
export function judgeFingerprint(heard: string, arrived: string): Result<true> {
  const [left, right] = [readKeyText(heard, FINGERPRINT_BYTES), readKeyText(arrived, FINGERPRINT_BYTES)]
  if (!left.ok) return left
  if (!right.ok) throw new Error('a fingerprint in the table is no key text')
  return left.value.every((byte, at) => byte === right.value[at]) ? ok(true) : refuse('fingerprint-differs')
}
