import { isLocalDate, localDate, plusDays } from '../../../../../kernel/local-date.ts'

/** One holiday of the notice as an officer fills it in: its break from day to day, and the weekends worked in exchange. Days `YYYY-MM-DD`. */
export type HolidayRow = {
  readonly zh: string
  readonly en: string
  readonly from: string
  readonly until: string
  readonly work: readonly string[]
}
type NamedDay = { readonly day: string; readonly zh: string; readonly en: string }

/** The seven statutory holidays, as the notices name them. */
export const STATUTORY_HOLIDAYS = [
  { zh: '元旦', en: 'New Year’s Day' },
  { zh: '春节', en: 'Spring Festival' },
  { zh: '清明节', en: 'Tomb-Sweeping Day' },
  { zh: '劳动节', en: 'Labour Day' },
  { zh: '端午节', en: 'Dragon Boat Festival' },
  { zh: '中秋节', en: 'Mid-Autumn Festival' },
  { zh: '国庆节', en: 'National Day' },
] as const

/** The rows of a form for a table: the seven holidays, filled where the table names them, and any other it holds. */
export function holidayRows(table: {
  readonly holidays: readonly NamedDay[]
  readonly makeUpWorkingDays: readonly NamedDay[]
}): readonly HolidayRow[] {
  const short = (name: string) => name.replace(/节$/, '')
  const all = [...table.holidays, ...table.makeUpWorkingDays]
  const others = [...new Map(all.map(d => [d.zh, { zh: d.zh, en: d.en }])).values()].filter(
    name => !STATUTORY_HOLIDAYS.some(h => short(h.zh) === short(name.zh)),
  )
  return [...STATUTORY_HOLIDAYS, ...others].map(name => {
    const own = (days: readonly NamedDay[]) =>
      days
        .filter(d => short(d.zh) === short(name.zh))
        .map(d => d.day)
        .toSorted()
    const off = own(table.holidays)
    return { ...name, from: off[0] ?? '', until: off.at(-1) ?? '', work: own(table.makeUpWorkingDays) }
  })
}

/** The lists a table is founded with; rows left blank are left out, a break of one day may lack its end. */
export function holidayLists(rows: readonly HolidayRow[]): {
  readonly statutory: NamedDay[]
  readonly makeUpWorkingDays: NamedDay[]
} {
  const statutory: NamedDay[] = []
  const makeUpWorkingDays: NamedDay[] = []
  for (const { zh, en, from, until, work } of rows) {
    for (const day of daysOf(from, until)) statutory.push({ day, zh, en })
    for (const day of work) if (isLocalDate(day)) makeUpWorkingDays.push({ day, zh, en })
  }
  return { statutory, makeUpWorkingDays }
}

function daysOf(from: string, until: string): string[] {
  if (!isLocalDate(from)) return []
  const last = isLocalDate(until) ? until : from
  const days: string[] = []
  for (let day = localDate(from); day <= last && days.length < 31; day = plusDays(day, 1)) days.push(day)
  return days
}
