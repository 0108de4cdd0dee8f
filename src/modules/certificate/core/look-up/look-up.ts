import { type Instant, dayOf } from '../../../../kernel/instant.ts'
import type { LocalDate } from '../../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { numberForLookUp } from '../number/certificate-number.ts'
import type { Certificate, Remark } from '../certificate.ts'

/** What the public may see of a certificate. The name is masked: whoever asks by number and name knows it already. */
export type PublicCertificate = {
  readonly number: string
  readonly sheet: string
  readonly maskedName: string
  readonly occupation: string
  readonly level: string
  readonly title: string
  readonly issuedOn: LocalDate
  readonly issuer: string
  readonly remarks: readonly Remark[]
  readonly standing: PublicStanding
}
/** `sheet-replaced` occurs only when a sheet is asked for: the number itself stands, on another sheet. */
export type PublicStanding =
  | { readonly kind: 'valid' }
  | { readonly kind: 'sheet-replaced'; readonly on: LocalDate }
  | { readonly kind: 'revoked'; readonly on: LocalDate; readonly reason: string }

// · • ‧ ・ ∙ ⋅ ・(half width, by NFKC) · (Greek ano teleia, by NFKC), as they occur in names of minorities
const MIDDLE_DOTS = /[\u00B7\u2022\u2027\u30FB\u2219\u22C5\u2E31\u16EB]/gu
const PRECEDENCE = { valid: 0, revoked: 1, replaced: 2 } as const

/**
 * The form in which names are compared: one width, one middle dot, no white space, capital Latin letters.
 * A full stop between two Han characters is a middle dot typed on a keyboard without one.
 */
export function normalisedName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(MIDDLE_DOTS, '·')
    .replace(/(?<=\p{Script=Han})[.。](?=\p{Script=Han})/gu, '·')
    .replace(/·+/g, '·')
    .replace(/^·|·$/g, '')
    .toUpperCase()
}

/**
 * Answers a look-up from the sheets the register holds under the number, all of them.
 * A wrong number and a wrong name get the same refusal, `certificate-not-found` without facts, so that nobody learns
 * which numbers exist. `look-up-incomplete` depends on the question alone.
 */
export function lookUp(
  query: { readonly number: string; readonly name: string },
  sheets: readonly Certificate[],
): Result<PublicCertificate> {
  const number = numberForLookUp(query.number)
  const name = normalisedName(query.name)
  if (number === '' || name === '') return refuse('look-up-incomplete')
  const matching = sheets.filter(c => numberForLookUp(c.number) === number && normalisedName(c.holderName) === name)
  const [current] = [...matching].sort((a, b) => PRECEDENCE[a.state.kind] - PRECEDENCE[b.state.kind])
  return current ? ok(publicView(current)) : refuse('certificate-not-found')
}

/** What is shown of one sheet; the internal ids, the person and who acted stay inside. */
export function publicView(certificate: Certificate): PublicCertificate {
  const { number, sheet, holderName, occupation, level, title, issuedOn, issuer, remarks } = certificate
  return {
    number,
    sheet,
    maskedName: maskedName(holderName),
    occupation,
    level,
    title,
    issuedOn,
    issuer,
    remarks,
    standing: standingOf(certificate),
  }
}

/** First character stays, and the last one of three or more; middle dots stay: 张*, 张*明, 买**·**力. */
export function maskedName(name: string): string {
  const letters = [...name.normalize('NFKC').replace(MIDDLE_DOTS, '·').trim()]
  const shown = letters.filter(c => c !== '·').length
  return letters.map((c, i) => (c === '·' || i === 0 || (shown > 2 && i === letters.length - 1) ? c : '*')).join('')
}

function standingOf({ state }: Certificate): PublicStanding {
  const on = (at: Instant) => dayOf(at)
  switch (state.kind) {
    case 'valid':
      return { kind: 'valid' }
    case 'replaced':
      return { kind: 'sheet-replaced', on: on(state.at) }
    case 'revoked':
      return { kind: 'revoked', on: on(state.at), reason: state.reason }
  }
}
