import { type LocalDate, localDate, plusDays, plusMonths, weekday } from '../../../../../kernel/local-date.ts'
import type { Language } from '../../../../../ui/words.ts'
import type { SessionView } from '../../../contract.ts'
import type { Calendar } from '../../answers.ts'

/** What a day is in the year: a session is held, the rule plans one or planned one that nobody named, or the rule had to leave it. */
export type DayRole =
  | { readonly kind: 'session'; readonly session: SessionView }
  | { readonly kind: 'planned'; readonly nominal: string }
  | { readonly kind: 'missed'; readonly nominal: string }
  | { readonly kind: 'left'; readonly nominal: string }

export type CalendarDay = {
  readonly date: LocalDate
  readonly number: number
  readonly sunday: boolean
  readonly today: boolean
  readonly holiday: string | null
  readonly makeUp: string | null
  readonly role: DayRole | null
}
/** `blanks` are the places before the first day; weeks begin on Monday. */
export type CalendarMonth = { readonly month: number; readonly blanks: number; readonly days: readonly CalendarDay[] }

type Year = Pick<Calendar, 'year' | 'today' | 'rule' | 'entries' | 'holidays' | 'makeUpWorkingDays'>

/** The twelve months of the year with what falls on each day. A session outranks the plan, the plan outranks a day left; a mere proposal is not missed. */
export function yearMonths(view: Year, language: Language): readonly CalendarMonth[] {
  const roles = rolesOf(view)
  const holidays = new Map(view.holidays.map(d => [d.day, d[language]]))
  const makeUps = new Map(view.makeUpWorkingDays.map(d => [d.day, d[language]]))
  return Array.from({ length: 12 }, (_, at) => {
    const first = localDate(`${view.year}-${String(at + 1).padStart(2, '0')}-01`)
    const next = plusMonths(first, 1)
    const days: CalendarDay[] = []
    for (let date = first; date < next; date = plusDays(date, 1))
      days.push({
        date,
        number: days.length + 1,
        sunday: weekday(date) === 0,
        today: date === view.today,
        holiday: holidays.get(date) ?? null,
        makeUp: makeUps.get(date) ?? null,
        role: roles.get(date) ?? null,
      })
    return { month: at + 1, blanks: (weekday(first) + 6) % 7, days }
  })
}

function rolesOf({ entries, today, rule }: Year): ReadonlyMap<string, DayRole> {
  const left = entries.flatMap(e => e.postponements.map((p): [string, DayRole] => [p.day, { kind: 'left', nominal: e.nominal }]))
  const planned = entries.flatMap((e): [string, DayRole][] =>
    e.day === null || (e.day < today && rule !== 'last-sunday')
      ? []
      : [[e.day, { kind: e.day >= today ? 'planned' : 'missed', nominal: e.nominal }]],
  )
  const held = entries.flatMap(e => e.sessions.map((session): [string, DayRole] => [session.day, { kind: 'session', session }]))
  return new Map([...left, ...planned, ...held])
}
