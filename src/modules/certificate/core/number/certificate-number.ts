import type { Brand } from '../../../../kernel/brand.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'

/** Number of a national qualification certificate: 16 digits. No scheme has a check digit; ours stands outside the number. */
export type CertificateNumber = Brand<string, 'CertificateNumber'>

/** Kind of the issuing body: 0 centre, 1 national site, 2 local station, 3 industry station, 4 enterprise. */
export type IssuerKind = 0 | 1 | 2 | 3 | 4
/** National grade, 5 lowest, 1 highest. */
export type NationalLevel = 1 | 2 | 3 | 4 | 5

/**
 * YY issue year · 2 province or industry · 2 city · 1 kind · 3 institution · 1 level · 5 serial.
 * The serial counts per institution, year and level. Province to institution are the eight digits of the institution's code.
 */
export type CertificateNumberParts = {
  readonly issueYear: number
  readonly province: string
  readonly city: string
  readonly kind: IssuerKind
  readonly institution: number
  readonly level: NationalLevel
  readonly serial: number
}

const PIVOT = 90 // the certificates began in 1994: YY from 90 up is 19YY
const OLD_SHANGHAI_LENGTH = 13

/** Refuses `certificate-number-part` with the part that does not fit its digits. */
export function certificateNumber(parts: CertificateNumberParts): Result<CertificateNumber> {
  const ranges = [
    ['发证年份', 'issue year', parts.issueYear, 1900 + PIVOT, 1999 + PIVOT],
    ['机构类别', 'kind', parts.kind, 0, 4],
    ['机构序号', 'institution', parts.institution, 1, 999],
    ['等级', 'level', parts.level, 1, 5],
    ['流水号', 'serial', parts.serial, 1, 99_999],
  ] as const
  for (const [part, partEn, value, from, until] of ranges) {
    if (!Number.isInteger(value) || value < from || value > until)
      return refuse('certificate-number-part', { part, partEn, value, from, until })
  }
  for (const [part, partEn, value] of [
    ['省份', 'province', parts.province],
    ['地市', 'city', parts.city],
  ] as const) {
    if (!/^\d{2}$/.test(value)) return refuse('certificate-number-part', { part, partEn, value, from: 0, until: 99 })
  }
  const year = String(parts.issueYear).slice(2)
  const institution = String(parts.institution).padStart(3, '0')
  const serial = String(parts.serial).padStart(5, '0')
  return ok(`${year}${parts.province}${parts.city}${parts.kind}${institution}${parts.level}${serial}` as CertificateNumber)
}

/** Reads a number as typed. Refuses `certificate-number-malformed`. */
export function parseCertificateNumber(
  text: string,
): Result<{ readonly number: CertificateNumber; readonly parts: CertificateNumberParts }> {
  const number = normalisedNumber(text)
  const found = /^(\d{2})(\d{2})(\d{2})([0-4])(\d{3})([1-5])(\d{5})$/.exec(number)
  if (!found) return refuse('certificate-number-malformed', { number, digits: 16 })
  const [yy, province, city, kind, institution, level, serial] = found.slice(1) as [string, string, string, string, string, string, string]
  const parts: CertificateNumberParts = {
    issueYear: Number(yy) >= PIVOT ? 1900 + Number(yy) : 2000 + Number(yy),
    province,
    city,
    kind: Number(kind) as IssuerKind,
    institution: Number(institution),
    level: Number(level) as NationalLevel,
    serial: Number(serial),
  }
  const rebuilt = certificateNumber(parts)
  return rebuilt.ok ? ok({ number: rebuilt.value, parts }) : refuse('certificate-number-malformed', { number, digits: 16 })
}

/** Half width, capital, without spaces and dashes: the form in which numbers are kept and compared. */
export function normalisedNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Dash_Punctuation}]/gu, '')
    .toUpperCase()
}

/** The form under which a number is looked up: old Shanghai numbers of 13 digits are led by 000. */
export function numberForLookUp(text: string): string {
  const number = normalisedNumber(text)
  return /^\d+$/.test(number) && number.length === OLD_SHANGHAI_LENGTH ? `000${number}` : number
}
