import { isLocalDate, type LocalDate, localDate, plusDays, weekday, yearOf } from '../../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { dated } from './dated.ts'

/** A day and the holiday it belongs to, as the notice names it. */
export type HolidayDay = { readonly day: LocalDate; readonly zh: string; readonly en: string }

/** Where a table comes from: the maintained package, or a person who entered the notice. */
export type HolidaySource = { readonly kind: 'package' | 'override'; readonly notice: string }

/** The announced off days and make-up working days of one calendar year. */
export type HolidayTable = {
  readonly year: number
  readonly statutory: readonly HolidayDay[]
  readonly makeUpWorkingDays: readonly HolidayDay[]
  readonly source: HolidaySource
}

/**
 * An edit of a table by the national centre. `whole` replaces or founds the table of a year;
 * otherwise the lists amend the table that exists. A day set as one kind stops being the other.
 */
export type HolidayOverride = {
  readonly year: number
  readonly whole: boolean
  readonly statutory: readonly HolidayDay[]
  readonly makeUpWorkingDays: readonly HolidayDay[]
  /** days that are ordinary after all */
  readonly ordinary: readonly LocalDate[]
  /** title or number of the notice on which the edit rests */
  readonly notice: string
}

/** What a day is for the calendar. `joined`: a weekend day that runs into an announced break (与周末连休). */
export type DayStanding =
  | { readonly kind: 'holiday'; readonly zh: string; readonly en: string; readonly joined: boolean }
  | { readonly kind: 'make-up-work'; readonly zh: string; readonly en: string }
  | { readonly kind: 'ordinary' }

const NEW_YEAR_BREAK_FROM = '12-30' // the notice of the following year decides from this day on

/** The table of a year. Refuses `holiday-table-missing`: nobody guesses the holidays of a year not announced. */
export function holidayTableFor(year: number, tables: readonly HolidayTable[]): Result<HolidayTable> {
  const table = tables.find(t => t.year === year)
  return table ? ok(table) : refuse('holiday-table-missing', { year })
}

/** Refuses `holiday-notice-missing`, `holiday-outside-year`, `holiday-and-working-day`, `holiday-table-missing` (nothing to amend). */
export function mergeHolidayOverride(base: HolidayTable | undefined, edit: HolidayOverride): Result<HolidayTable> {
  const fault = overrideFault(edit)
  if (fault) return fault
  if (!base && !edit.whole) return refuse('holiday-table-missing', { year: edit.year })
  if (base && base.year !== edit.year) throw new RangeError(`override of ${edit.year} on the table of ${base.year}`)
  const touched = new Set([...edit.ordinary, ...edit.statutory.map(d => d.day), ...edit.makeUpWorkingDays.map(d => d.day)])
  const kept = (days: readonly HolidayDay[]) => (edit.whole ? [] : days.filter(d => !touched.has(d.day)))
  return ok({
    year: edit.year,
    statutory: sorted([...kept(base?.statutory ?? []), ...edit.statutory]),
    makeUpWorkingDays: sorted([...kept(base?.makeUpWorkingDays ?? []), ...edit.makeUpWorkingDays]),
    source: { kind: 'override', notice: edit.notice.trim() },
  })
}

/** The tables with every override applied in order; stops at the first refusal. */
export function mergedHolidayTables(tables: readonly HolidayTable[], edits: readonly HolidayOverride[]): Result<readonly HolidayTable[]> {
  const byYear = new Map(tables.map(t => [t.year, t]))
  for (const edit of edits) {
    const merged = mergeHolidayOverride(byYear.get(edit.year), edit)
    if (!merged.ok) return merged
    byYear.set(edit.year, merged.value)
  }
  return ok([...byYear.values()].sort((a, b) => a.year - b.year))
}

/**
 * What a day is. A weekend day is a holiday too when only off days lie between it and an announced day of the same
 * break: the notices of 2018 and 2024 name 1 January alone and say that it joins the weekend before.
 * Refuses `holiday-table-missing`; the last two days of December need the following year's table as well.
 */
export function standingOf(day: LocalDate, tables: readonly HolidayTable[]): Result<DayStanding> {
  const year = yearOf(day)
  const needed = day.slice(5) >= NEW_YEAR_BREAK_FROM ? [year, year + 1] : [year]
  for (const each of needed) {
    const table = holidayTableFor(each, tables)
    if (!table.ok) return table
  }
  const worked = makeUpOn(day, tables)
  if (worked) return ok({ kind: 'make-up-work', zh: worked.zh, en: worked.en })
  const named = statutoryOn(day, tables)
  if (named) return ok({ kind: 'holiday', zh: named.zh, en: named.en, joined: false })
  const neighbour = joinedBreak(day, tables)
  return ok(neighbour ? { kind: 'holiday', zh: neighbour.zh, en: neighbour.en, joined: true } : { kind: 'ordinary' })
}

function joinedBreak(day: LocalDate, tables: readonly HolidayTable[]): HolidayDay | undefined {
  if (!isFreeWeekend(day, tables)) return undefined
  for (const step of [1, -1]) {
    let next = plusDays(day, step)
    while (isFreeWeekend(next, tables) && !statutoryOn(next, tables)) next = plusDays(next, step)
    const found = statutoryOn(next, tables)
    if (found) return found
  }
  return undefined
}

function isFreeWeekend(day: LocalDate, tables: readonly HolidayTable[]): boolean {
  return [0, 6].includes(weekday(day)) && !makeUpOn(day, tables)
}

function statutoryOn(day: LocalDate, tables: readonly HolidayTable[]): HolidayDay | undefined {
  return tables.find(t => t.year === yearOf(day))?.statutory.find(d => d.day === day)
}

function makeUpOn(day: LocalDate, tables: readonly HolidayTable[]): HolidayDay | undefined {
  return tables.find(t => t.year === yearOf(day))?.makeUpWorkingDays.find(d => d.day === day)
}

function overrideFault(edit: HolidayOverride): ReturnType<typeof refuse> | undefined {
  const days = [...edit.statutory, ...edit.makeUpWorkingDays].map(d => d.day)
  const all = [...days, ...edit.ordinary]
  if (edit.notice.trim() === '') return refuse('holiday-notice-missing', { year: edit.year })
  const outside = all.find(d => !isLocalDate(d) || yearOf(localDate(d)) !== edit.year)
  if (outside !== undefined) return refuse('holiday-outside-year', { ...dated({ day: outside }), year: edit.year })
  const twice = all.find((d, i) => all.indexOf(d) !== i)
  return twice === undefined ? undefined : refuse('holiday-and-working-day', dated({ day: twice }))
}

function sorted(days: readonly HolidayDay[]): readonly HolidayDay[] {
  return [...days].sort((a, b) => (a.day < b.day ? -1 : 1))
}
