import type { Brand } from '../../../../kernel/brand.ts'
import { isLocalDate, type LocalDate, localDate, plusDays, plusMonths, weekday, yearOf } from '../../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { dated } from './dated.ts'
import { type HolidayTable, standingOf } from './holiday-table.ts'

/** A year and month `YYYY-MM` after which a session is named, whatever day it is held on. */
export type NominalMonth = Brand<string, 'NominalMonth'>

/**
 * How an edition sets the days of the final exam.
 * `last-sunday`: last Sunday of the named months, later by `postponeWeeks` while it falls on a statutory holiday.
 * `windows`: the centre picks a day within each span of months (about May and October).
 */
export type CalendarRule =
  | { readonly kind: 'last-sunday'; readonly months: readonly number[]; readonly postponeWeeks: number }
  | { readonly kind: 'windows'; readonly windows: readonly { readonly months: readonly number[] }[] }

/** A day that had to be left, and the holiday that took it. */
export type Postponement = { readonly from: LocalDate; readonly zh: string; readonly en: string }

/** A day the rule yields. `earliest` and `latest` bound what the rule allows for this nominal month. */
export type PlannedDay = {
  readonly nominal: NominalMonth
  readonly day: LocalDate
  readonly postponements: readonly Postponement[]
  readonly earliest: LocalDate
  readonly latest: LocalDate
  /** the day is a working day moved to the weekend: candidates may be at work */
  readonly makeUpWork: boolean
}

/** The trial text's rule: last Sunday of even months, one week later on a statutory holiday. */
export const EVEN_MONTHS_RULE: CalendarRule = { kind: 'last-sunday', months: [2, 4, 6, 8, 10, 12], postponeWeeks: 1 }

/** The rule as an edition states it in its data. */
export type StatedCalendar =
  | { readonly kind: 'rule'; readonly months: readonly number[]; readonly day: 'lastSunday'; readonly onPublicHoliday: 'shiftOneWeekLater' }
  | { readonly kind: 'windows'; readonly windows: readonly { readonly months: readonly number[] }[] }

const WINDOW_POSTPONE_WEEKS = 1

export function calendarRuleOf(stated: StatedCalendar): CalendarRule {
  return stated.kind === 'rule'
    ? { kind: 'last-sunday', months: stated.months, postponeWeeks: 1 }
    : { kind: 'windows', windows: stated.windows }
}

/** The months of a year after which the rule names sessions. For windows: the first month of each. */
export function nominalMonths(rule: CalendarRule, year: number): readonly NominalMonth[] {
  const months = rule.kind === 'last-sunday' ? rule.months : rule.windows.map(w => w.months[0])
  return [...months]
    .filter(m => m !== undefined)
    .sort((a, b) => a - b)
    .map(month => nominalMonth(year, month))
}

/** `nominalMonth(2017, 12)` → `2017-12`. Throws for a month that does not exist. */
export function nominalMonth(year: number, month: number): NominalMonth {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  if (!isNominalMonth(text)) throw new RangeError(`not a month: ${text}`)
  return text
}

export function isNominalMonth(text: string): text is NominalMonth {
  return isLocalDate(`${text}-01`)
}

/**
 * The day of the session named after a month. Within a window it is a proposal of ours, by the same habit:
 * the last Sunday of the first month, or the next free one.
 * Refuses `month-not-in-rule`, `holiday-table-missing`, `no-day-in-window` (every Sunday of the window is taken).
 */
export function plannedDay(rule: CalendarRule, nominal: NominalMonth, tables: readonly HolidayTable[]): Result<PlannedDay> {
  if (!nominalMonths(rule, yearOf(firstOf(nominal))).includes(nominal)) return refuse('month-not-in-rule', dated({ month: nominal }))
  const start = lastSunday(nominal)
  if (rule.kind === 'windows') {
    const bounds = windowBounds(rule, nominal)
    const found = firstFree(start, WINDOW_POSTPONE_WEEKS, tables)
    if (!found.ok) return found
    if (found.value.day > bounds.latest) return refuse('no-day-in-window', dated({ month: nominal, until: bounds.latest }))
    return ok({ nominal, ...found.value, ...bounds })
  }
  const found = firstFree(start, rule.postponeWeeks, tables)
  return found.ok ? ok({ nominal, ...found.value, earliest: found.value.day, latest: found.value.day }) : found
}

/** All days of the sessions named after the months of a year, in order; the last may be held in the next year. */
export function yearCalendar(rule: CalendarRule, year: number, tables: readonly HolidayTable[]): Result<readonly PlannedDay[]> {
  const days: PlannedDay[] = []
  for (const nominal of nominalMonths(rule, year)) {
    const planned = plannedDay(rule, nominal, tables)
    if (!planned.ok) return planned
    days.push(planned.value)
  }
  return ok(days)
}

export type DayVerdict =
  | { readonly kind: 'by-rule' }
  | { readonly kind: 'not-by-rule'; readonly expected: LocalDate; readonly latest: LocalDate }
  | { readonly kind: 'on-holiday'; readonly expected: LocalDate; readonly zh: string; readonly en: string }

/** Does a day that somebody wants follow the rule? Within a window any day that is no holiday does. */
export function judgeDay(rule: CalendarRule, nominal: NominalMonth, day: LocalDate, tables: readonly HolidayTable[]): Result<DayVerdict> {
  const planned = plannedDay(rule, nominal, tables)
  if (!planned.ok) return planned
  const standing = standingOf(day, tables)
  if (!standing.ok) return standing
  const { day: expected, earliest, latest } = planned.value
  if (standing.value.kind === 'holiday') return ok({ kind: 'on-holiday', expected, zh: standing.value.zh, en: standing.value.en })
  return ok(day >= earliest && day <= latest ? { kind: 'by-rule' } : { kind: 'not-by-rule', expected, latest })
}

/** The last Sunday of a month, holidays not considered. */
export function lastSunday(nominal: NominalMonth): LocalDate {
  const lastDay = plusDays(plusMonths(firstOf(nominal), 1), -1)
  return plusDays(lastDay, -weekday(lastDay))
}

function firstFree(
  start: LocalDate,
  weeks: number,
  tables: readonly HolidayTable[],
): Result<Pick<PlannedDay, 'day' | 'postponements' | 'makeUpWork'>> {
  if (!Number.isInteger(weeks) || weeks < 1) throw new RangeError(`not a number of weeks: ${weeks}`)
  const postponements: Postponement[] = []
  for (let day = start; ; day = plusDays(day, weeks * 7)) {
    const standing = standingOf(day, tables)
    if (!standing.ok) return standing
    if (standing.value.kind !== 'holiday') return ok({ day, postponements, makeUpWork: standing.value.kind === 'make-up-work' })
    postponements.push({ from: day, zh: standing.value.zh, en: standing.value.en })
  }
}

function windowBounds(
  rule: Extract<CalendarRule, { kind: 'windows' }>,
  nominal: NominalMonth,
): { readonly earliest: LocalDate; readonly latest: LocalDate } {
  const first = firstOf(nominal)
  const month = Number(nominal.slice(5))
  const span = rule.windows.find(w => w.months[0] === month)?.months.length ?? 1
  return { earliest: first, latest: plusDays(plusMonths(first, span), -1) }
}

function firstOf(nominal: NominalMonth): LocalDate {
  return localDate(`${nominal}-01`)
}
