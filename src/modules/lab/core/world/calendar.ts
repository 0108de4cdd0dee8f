import { type WorldTime, worldTime } from './ids.ts'

/** The world stands in Beijing all the year: UTC+8 and no summer time. */
const OFFSET = 8 * 3600
const DAY = 86_400

export type WallClock = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
}

/** Days since 1970-01-01 of a day of the Gregorian calendar (era of 400 years counted from 1 March, as in Hinnant's "chrono-compatible date algorithms"). */
export function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

function dateOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 }
}

/** What the clock on the wall of the world shows. */
export function wallClock(at: WorldTime): WallClock {
  const local = at + OFFSET
  const days = Math.floor(local / DAY)
  const seconds = local - days * DAY
  return {
    ...dateOf(days),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor((seconds % 3600) / 60),
    second: seconds % 60,
    weekday: ((days + 3) % 7) + 1,
  }
}

const TEXT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/

/** `2026-03-02 09:00[:00]` or a day alone (its midnight) in Beijing; undefined when there is no such time. */
export function parseWorldTime(text: string): WorldTime | undefined {
  const parts = TEXT.exec(text)?.slice(1)
  if (parts === undefined) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(part => Number(part ?? '0'))
  const seconds = daysOf(year, month, day) * DAY + hour * 3600 + minute * 60 + second - OFFSET
  if (year < 1971 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return undefined
  const back = wallClock(worldTime(seconds))
  return back.day === day && back.month === month ? worldTime(seconds) : undefined
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `2026-03-02` in Beijing. */
export function dayText(at: WorldTime): string {
  const { year, month, day } = wallClock(at)
  return `${year}-${two(month)}-${two(day)}`
}

/** `2026-03-02 09:00:00` in Beijing. */
export function timeText(at: WorldTime): string {
  const { hour, minute, second } = wallClock(at)
  return `${dayText(at)} ${two(hour)}:${two(minute)}:${two(second)}`
}

/** The next time, later than `at`, at which the wall clock shows this hour and minute. */
export function nextAt(at: WorldTime, hour: number, minute = 0): WorldTime {
  const midnight = Math.floor((at + OFFSET) / DAY) * DAY - OFFSET
  const today = midnight + hour * 3600 + minute * 60
  return worldTime(today > at ? today : today + DAY)
}

/** Days on which nobody works besides Saturdays and Sundays, and weekend days on which everybody does; texts `2026-10-01`. */
export type BusinessDays = { readonly holidays: readonly string[]; readonly workdays: readonly string[] }

export function isWorkday(at: WorldTime, days: BusinessDays): boolean {
  const text = dayText(at)
  return days.workdays.includes(text) || (wallClock(at).weekday <= 5 && !days.holidays.includes(text))
}

/** Midnight of the n-th working day after the day of `at`; n ≥ 1. Throws when a year holds no such day. */
export function plusWorkdays(at: WorldTime, n: number, days: BusinessDays): WorldTime {
  let midnight = nextAt(at, 0)
  let left = n
  for (let i = 0; i < 366 + 3 * n; i++) {
    if (isWorkday(midnight, days)) left -= 1
    if (left <= 0) return midnight
    midnight = worldTime(midnight + DAY)
  }
  throw new RangeError('the calendar has no working days')
}
