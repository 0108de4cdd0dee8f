import type { Brand } from '../../../kernel/brand.ts'
import type { Sex } from '../../../kernel/id-number.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalDate } from '../../../kernel/local-date.ts'

export type PersonId = Brand<string, 'PersonId'>

/** A person as other modules see them: ID number and mobile only masked. */
export type Person = {
  readonly personId: string
  readonly name: string
  readonly idKind: IdKind
  readonly idMasked: string
  readonly sex: Sex
  readonly birthDate: LocalDate
  readonly mobileMasked: string
  readonly createdAt: Instant
}

/** Resident ID is checked by its digit; the others by form only. */
export type IdKind = 'resident-id' | 'passport' | 'officer-card' | 'soldier-card' | 'hk-macao-permit' | 'taiwan-permit' | 'foreigner-permit'
export const ID_KINDS = [
  'resident-id',
  'passport',
  'officer-card',
  'soldier-card',
  'hk-macao-permit',
  'taiwan-permit',
  'foreigner-permit',
] as const

/** Trims, folds full-width space, and writes every middle dot of minority names as `·`. */
export function normalisedName(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[•‧・･∙.．]/g, '·')
    .replace(/(?<=[\p{Script=Han}·]) (?=[\p{Script=Han}·])/gu, '')
}

/** Hides the middle of a mobile number: `138****5678`. */
export function maskedMobile(mobile: string): string {
  return mobile.length < 8 ? '****' : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
}
