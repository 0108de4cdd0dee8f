import type { Brand } from './brand.ts'
import { isLocalDate, type LocalDate } from './local-date.ts'
import { ok, type Result } from './result.ts'

/** A Chinese resident ID number (公民身份号码, GB 11643-1999): 17 digits and a check character `0`–`9` or `X`. */
export type IdNumber = Brand<string, 'IdNumber'>

/** Why a text is no ID number; the first fault found, in this order. */
export type IdNumberFault =
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'characters' }
  | { readonly kind: 'area'; readonly province: string }
  | { readonly kind: 'birth-date'; readonly birth: string }
  | { readonly kind: 'check-digit' }

export type Sex = 'male' | 'female'

// GB/T 2260 province codes; 81, 82, 83 stand in residence permits of Hong Kong, Macao and Taiwan residents.
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const EARLIEST_BIRTH = '1900-01-01'

/** Full-width characters become half-width, white space goes, a lower x becomes X. */
export function normalisedIdNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/**
 * Reads an ID number as a person types it. The fault never names the right check character:
 * whoever mistyped must look at the document again.
 */
export function parseIdNumber(text: string): Result<IdNumber, IdNumberFault> {
  const id = normalisedIdNumber(text)
  const length = [...id].length
  if (length !== 18) return fault({ kind: 'length', length })
  if (!/^\d{17}[\dX]$/.test(id)) return fault({ kind: 'characters' })
  if (!PROVINCES.has(id.slice(0, 2))) return fault({ kind: 'area', province: id.slice(0, 2) })
  const birth = birthText(id)
  if (!isLocalDate(birth) || birth < EARLIEST_BIRTH) return fault({ kind: 'birth-date', birth })
  if (checkCharacter(id.slice(0, 17)) !== id[17]) return fault({ kind: 'check-digit' })
  return ok(id as IdNumber)
}

/** Throws a RangeError for anything that is no ID number. */
export function idNumber(text: string): IdNumber {
  const parsed = parseIdNumber(text)
  if (!parsed.ok) throw new RangeError(`not an ID number: ${parsed.refusal.kind}`)
  return parsed.value
}

/** Builds the number of a fictional person: area 6 digits, serial 0–999 (odd = male, even = female). */
export function idNumberOf(parts: { readonly area: string; readonly birth: LocalDate; readonly serial: number }): IdNumber {
  if (!Number.isInteger(parts.serial) || parts.serial < 0 || parts.serial > 999) throw new RangeError(`not a serial: ${parts.serial}`)
  const body = `${parts.area}${parts.birth.replaceAll('-', '')}${String(parts.serial).padStart(3, '0')}`
  return idNumber(body + checkCharacter(body))
}

export function birthDateOf(id: IdNumber): LocalDate {
  return birthText(id) as LocalDate
}

/** The 17th digit tells: odd = male, even = female. */
export function sexOf(id: IdNumber): Sex {
  return Number(id[16]) % 2 === 1 ? 'male' : 'female'
}

/** Area and the last four characters stay, the birth date is hidden: `110101********123X`. */
export function maskedIdNumber(id: IdNumber): string {
  return `${id.slice(0, 6)}********${id.slice(14)}`
}

function birthText(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
}

/** ISO/IEC 7064 MOD 11-2 over the first 17 digits; ten is written X. */
function checkCharacter(body: string): string {
  let carry = 0
  for (const digit of body) carry = ((carry + Number(digit)) * 2) % 11
  const check = (12 - carry) % 11
  return check === 10 ? 'X' : String(check)
}

function fault(refusal: IdNumberFault): { readonly ok: false; readonly refusal: IdNumberFault } {
  return { ok: false, refusal }
}
