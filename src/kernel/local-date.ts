import type { Brand } from './brand.ts'

/** A calendar day `YYYY-MM-DD`, without zone. Compares correctly as a string. */
export type LocalDate = Brand<string, 'LocalDate'>

const DAY_MS = 86_400_000
const days = (date: LocalDate) => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS
const fromDays = (n: number) => new Date(n * DAY_MS).toISOString().slice(0, 10) as LocalDate

/** Is this text a day that exists? */
export function isLocalDate(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && fromDays(days(text as LocalDate)) === text
}

/** Throws a RangeError for a day that does not exist. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

export function plusDays(date: LocalDate, n: number): LocalDate {
  return fromDays(days(date) + n)
}

/** Whole days from a to b; negative when b is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return days(b) - days(a)
}

/**
 * Adds calendar months; the day is clamped to the end of the month
 * (31 January + 1 month = 28 or 29 February).
 */
export function plusMonths(date: LocalDate, n: number): LocalDate {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number]
  const index = y * 12 + (m - 1) + n
  const year = Math.floor(index / 12)
  const month = index - year * 12
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return localDate(`${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(Math.min(d, last)).padStart(2, '0')}`)
}

/** Adds calendar years; 29 February becomes 28 February in a common year. */
export function plusYears(date: LocalDate, n: number): LocalDate {
  if (date.slice(5) !== '02-29') return `${String(Number(date.slice(0, 4)) + n).padStart(4, '0')}${date.slice(4)}` as LocalDate
  return plusMonths(date, n * 12)
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** Full years completed on a day, as in an age. */
export function yearsBetween(from: LocalDate, on: LocalDate): number {
  let years = yearOf(on) - yearOf(from)
  if (plusYears(from, years) > on) years -= 1
  return years
}

export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}

export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}
