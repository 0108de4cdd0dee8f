import { birthDateOf, normalisedIdNumber, parseIdNumber, type Sex, sexOf } from '../../../../kernel/id-number.ts'
import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { Language } from '../../../../ui/words.ts'
import { idDocument } from '../../contract.ts'
import { faultOf } from './field-check.ts'

/** What is said while a resident ID number is typed: how many characters are left, what it says, or what is wrong with it. */
export type IdNumberHint =
  | { readonly kind: 'empty' }
  | { readonly kind: 'typing'; readonly left: number }
  | { readonly kind: 'fault'; readonly told: string }
  | { readonly kind: 'read'; readonly birth: LocalDate; readonly sex: Sex }

const LENGTH = 18

/** Faults of the digits typed so far are told at once, those of the whole number when it is whole. */
export function idNumberHint(text: string, language: Language): IdNumberHint {
  const typed = normalisedIdNumber(text)
  if (typed === '') return { kind: 'empty' }
  const parsed = parseIdNumber(typed)
  if (parsed.ok) return { kind: 'read', birth: birthDateOf(parsed.value), sex: sexOf(parsed.value) }
  const left = LENGTH - typed.length
  if (left > 0 && /^\d*$/.test(typed)) return { kind: 'typing', left }
  const told = left > 0 ? charactersFault(language) : faultOf(idDocument, { kind: 'resident-id', number: typed }, language)
  return { kind: 'fault', told: told ?? '' }
}

function charactersFault(language: Language): string | null {
  return faultOf(idDocument, { kind: 'resident-id', number: 'A'.repeat(LENGTH) }, language)
}
