import type { Brand } from '../../../kernel/brand.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalDate } from '../../../kernel/local-date.ts'
import { ok, refuse, type Refused, type Result } from '../../../kernel/result.ts'
import { advance, type Transitions } from '../../../kernel/states.ts'

export type CertificateId = Brand<string, 'CertificateId'>

/** Why a sheet is printed again: lost (after public notice), spoiled or damaged (handed in), or misprinted. */
export type ReissueReason = 'lost' | 'damaged' | 'misprinted'
export const REISSUE_REASONS: Readonly<Record<ReissueReason, { readonly zh: string; readonly en: string }>> = {
  lost: { zh: '遗失', en: 'lost' },
  damaged: { zh: '损毁', en: 'damaged' },
  misprinted: { zh: '打印有误', en: 'misprinted' },
}

/**
 * valid ──replace──▶ replaced
 *   └────revoke────▶ revoked
 * Neither end is left again. `by` is the actor's reference as the audit entry has it.
 */
export type CertificateState =
  | { readonly kind: 'valid' }
  | { readonly kind: 'replaced'; readonly by: string; readonly at: Instant; readonly reason: ReissueReason; readonly newSheet: string }
  | { readonly kind: 'revoked'; readonly by: string; readonly at: Instant; readonly reason: string }
const STATES: Transitions<CertificateState['kind'], 'replace' | 'revoke'> = {
  valid: { replace: 'replaced', revoke: 'revoked' },
  replaced: {},
  revoked: {},
}

/** A note printed in the remarks and shown in the look-up. */
export type Remark = { readonly zh: string; readonly en: string }

/**
 * One printed sheet in the register. A number lives on through re-issues, each with a sheet of its own;
 * at most one sheet of a number is valid.
 */
export type Certificate = {
  readonly id: CertificateId
  readonly number: string
  readonly sheet: string
  readonly scheme: string
  readonly editionId: string
  readonly level: string
  /** title of the level as the edition words it on the day of issue */
  readonly title: string
  readonly occupation: string
  readonly personId: string
  readonly holderName: string
  readonly issuedOn: LocalDate
  readonly issuer: string
  readonly remarks: readonly Remark[]
  readonly state: CertificateState
}

export type Reissue = {
  readonly id: CertificateId
  readonly newSheet: string
  readonly reason: ReissueReason
  /** where the loss was announced; blank unless lost */
  readonly publicNotice: string
  readonly by: string
  readonly at: Instant
  readonly on: LocalDate
}

/**
 * Prints a certificate again: the number and everything certified stay, the sheet number is new, a remark says so.
 * Refuses `certificate-not-valid`, `sheet-number-missing`, `sheet-number-used`, `public-notice-missing`.
 */
export function reissue(old: Certificate, order: Reissue): Result<{ readonly replaced: Certificate; readonly issued: Certificate }> {
  if (!advance(STATES, old.state.kind, 'replace').ok) return refuse('certificate-not-valid', { number: old.number })
  const newSheet = order.newSheet.trim()
  if (newSheet === '') return refuse('sheet-number-missing', { number: old.number })
  if (newSheet === old.sheet) return sheetUsed(newSheet)
  if (order.reason === 'lost' && order.publicNotice.trim() === '') return refuse('public-notice-missing', { number: old.number })
  const { by, at, reason } = order
  return ok({
    replaced: { ...old, state: { kind: 'replaced', by, at, reason, newSheet } },
    issued: { ...old, id: order.id, sheet: newSheet, remarks: [...old.remarks, reissueRemark(old, order)], state: { kind: 'valid' } },
  })
}

/** Withdraws a certificate for good. Refuses `certificate-not-valid`, `revocation-reason-missing`. */
export function revoke(
  certificate: Certificate,
  order: { readonly reason: string; readonly by: string; readonly at: Instant },
): Result<Certificate> {
  if (!advance(STATES, certificate.state.kind, 'revoke').ok) return refuse('certificate-not-valid', { number: certificate.number })
  const reason = order.reason.trim()
  if (reason === '') return refuse('revocation-reason-missing', { number: certificate.number })
  return ok({ ...certificate, state: { kind: 'revoked', by: order.by, at: order.at, reason } })
}

/** The refusal of a sheet number that stands on another sheet already. */
export function sheetUsed(sheet: string): Refused {
  return refuse('sheet-number-used', { sheet })
}

function reissueRemark(old: Certificate, order: Reissue): Remark {
  const why = REISSUE_REASONS[order.reason]
  return {
    zh: `${order.on}因${why.zh}补发，原印刷号${old.sheet}作废`,
    en: `Re-issued on ${order.on} (${why.en}); former sheet ${old.sheet} is void`,
  }
}
