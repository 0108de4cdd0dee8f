import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Instant, clockOf } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type Attempt, type Running, endsAt, handInFrom } from './attempt.ts'

export type HandInRequest = {
  readonly by: 'candidate' | 'clock'
  /** The last event the client recorded in its epoch, and how far the server holds that epoch without a hole. */
  readonly lastSeq: number
  readonly storedThrough: number
}

/** The client's clock may run ahead of ours by this much when it hands in at the end. */
const CLOCK_TOLERANCE_MS = 3_000

/**
 * May the paper be handed in now?
 * Refusals: `not-started`, `attempt-over`, `too-early-to-hand-in`, `time-not-up`, `events-missing`.
 */
export function mayHandIn(attempt: Attempt, request: HandInRequest, now: Instant): Result<Running> {
  if (attempt.state === 'ready') return refuse('not-started')
  if (attempt.state !== 'running') return refuse('attempt-over')
  const from = handInFrom(attempt)
  if (request.by === 'candidate' && now < from)
    return refuse('too-early-to-hand-in', { from: clockOf(from), minutes: attempt.rules.earliestHandInMinutes })
  const left = endsAt(attempt, attempt.startedAt) - (attempt.pausedSince ?? now)
  if (request.by === 'clock' && left > CLOCK_TOLERANCE_MS) return refuse('time-not-up', { seconds: Math.ceil(left / 1000) })
  if (request.storedThrough < request.lastSeq)
    return refuse('events-missing', { storedThrough: request.storedThrough, lastSeq: request.lastSeq })
  return ok(attempt)
}

export type ReceiptFacts = {
  readonly attemptId: string
  readonly packageId: string
  readonly endedAt: Instant
  /** SHA-256 of the canonical final responses. */
  readonly responsesDigest: string
}

/** The text under the MAC from which the candidate's receipt code is made. */
export function receiptText(facts: ReceiptFacts): string {
  return canonicalJson(facts)
}

/** The canonical final responses, in the order of item ids: what the receipt vouches for. */
export function responsesText(responses: readonly { readonly itemId: string; readonly value: unknown }[]): string {
  const given = responses.filter(r => r.value !== null).map(r => [r.itemId, r.value] as const)
  return canonicalJson(given.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixty bits of a MAC (hex) as a code people can read out: `7K3M-Q0ZT-9A4H`, without I, L, O and U. */
export function receiptCode(macHex: string): string {
  let bits = BigInt(`0x${macHex.slice(0, 15)}`)
  let code = ''
  for (let i = 0; i < 12; i++) {
    code = CROCKFORD[Number(bits % 32n)] + code
    bits /= 32n
  }
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** What one save reply vouches for: up to where the epoch is stored without a hole, and when. */
export function saveReceiptText(facts: {
  readonly attemptId: string
  readonly epoch: number
  readonly storedThrough: number
  readonly serverTime: Instant
}): string {
  return canonicalJson(facts)
}
