import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { type NationalLevel, normalisedNumber } from './certificate-number.ts'

/**
 * Vocational level certificate, 22 characters: Y employer or S social body · 4 body code (0000 = not filed with the ministry)
 * · 2 province · 6 site serial · 2 year · 1 level · 6 serial.
 */
export type LevelNumber22 = {
  readonly scheme: '22'
  readonly issuer: 'Y' | 'S'
  readonly body: string
  readonly province: string
  readonly site: string
  readonly year: number
  readonly level: NationalLevel
  readonly serial: number
}

/**
 * Newer level certificate, 20 characters: R · filing path G/S/C/X · N employer or W third party · 6 region · 3 body serial
 * · 2 year · 1 level · 5 serial.
 */
export type LevelNumber20 = {
  readonly scheme: '20'
  readonly path: 'G' | 'S' | 'C' | 'X'
  readonly issuer: 'N' | 'W'
  readonly region: string
  readonly body: string
  readonly year: number
  readonly level: NationalLevel
  readonly serial: number
}
export type LevelNumber = LevelNumber22 | LevelNumber20

// Both schemes are younger than 2018, so YY is 20YY.
const GRAMMAR_22 = /^([YS])(\d{4})(\d{2})(\d{6})(\d{2})([1-5])(\d{6})$/
const GRAMMAR_20 = /^R([GSCX])([NW])(\d{6})(\d{3})(\d{2})([1-5])(\d{5})$/

/** Refuses `certificate-number-malformed` when a part does not fit its characters. */
export function levelCertificateNumber(parts: LevelNumber): Result<string> {
  const number =
    parts.scheme === '22'
      ? `${parts.issuer}${parts.body}${parts.province}${parts.site}${yy(parts.year)}${parts.level}${String(parts.serial).padStart(6, '0')}`
      : `R${parts.path}${parts.issuer}${parts.region}${parts.body}${yy(parts.year)}${parts.level}${String(parts.serial).padStart(5, '0')}`
  const read = parseLevelCertificateNumber(number)
  const same = read.ok && Object.entries(parts).every(([key, value]) => read.value[key as keyof LevelNumber] === value)
  return same ? ok(number) : refuse('certificate-number-malformed', { number, digits: Number(parts.scheme) })
}

/** Reads either scheme as typed. Refuses `certificate-number-malformed`. */
export function parseLevelCertificateNumber(text: string): Result<LevelNumber> {
  const number = normalisedNumber(text)
  const long = GRAMMAR_22.exec(number)
  if (long) return positive(number, read22(long.slice(1)))
  const short = GRAMMAR_20.exec(number)
  if (short) return positive(number, read20(short.slice(1)))
  return refuse('certificate-number-malformed', { number, digits: number.startsWith('R') ? 20 : 22 })
}

function read22(groups: readonly string[]): LevelNumber22 {
  const [issuer, body, province, site, year, level, serial] = groups as [
    LevelNumber22['issuer'],
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return {
    scheme: '22',
    issuer,
    body,
    province,
    site,
    year: 2000 + Number(year),
    level: Number(level) as NationalLevel,
    serial: Number(serial),
  }
}

function read20(groups: readonly string[]): LevelNumber20 {
  const [path, issuer, region, body, year, level, serial] = groups as [
    LevelNumber20['path'],
    LevelNumber20['issuer'],
    string,
    string,
    string,
    string,
    string,
  ]
  return {
    scheme: '20',
    path,
    issuer,
    region,
    body,
    year: 2000 + Number(year),
    level: Number(level) as NationalLevel,
    serial: Number(serial),
  }
}

function positive(number: string, parts: LevelNumber): Result<LevelNumber> {
  return parts.serial > 0 ? ok(parts) : refuse('certificate-number-malformed', { number, digits: Number(parts.scheme) })
}

function yy(year: number): string {
  return String(year - 2000).padStart(2, '0')
}
