import chineseDays from 'chinese-days'
import { isLocalDate, type LocalDate, localDate, plusDays } from '../../kernel/local-date.ts'

/** A day with the names of the holiday it belongs to. */
export type NamedDay = { readonly day: LocalDate; readonly zh: string; readonly en: string }

/** The off days and make-up working days of one year as the State Council announced them. */
export type PackagedHolidayTable = {
  readonly year: number
  /**
   * The days of a break that were announced by name, those moved by make-up work included. Where the notice says
   * 与周末连休 (the holiday joins the weekend beside it), the weekend days themselves are not listed.
   */
  readonly statutory: readonly NamedDay[]
  /** weekend days worked in exchange */
  readonly makeUpWorkingDays: readonly NamedDay[]
  readonly source: { readonly kind: 'package'; readonly notice: string }
}

const FIRST_YEAR = 2004 // the package holds nothing earlier
const NOTICE = '国务院办公厅关于部分节假日安排的通知（据软件包chinese-days）'

/** The table of a year, or nothing for a year whose arrangement the package does not hold. */
export function packagedHolidayTable(year: number): PackagedHolidayTable | undefined {
  if (!isCovered(year)) return undefined
  const statutory: NamedDay[] = []
  const makeUpWorkingDays: NamedDay[] = []
  const next = localDate(`${year + 1}-01-01`)
  for (let day = localDate(`${year}-01-01`); day < next; day = plusDays(day, 1)) {
    const found = announced(day)
    if (found) (found.work ? makeUpWorkingDays : statutory).push({ day, zh: found.zh, en: found.en })
  }
  return { year, statutory, makeUpWorkingDays, source: { kind: 'package', notice: NOTICE } }
}

/** The tables of all years that the installed package holds, oldest first. */
export function packagedHolidayTables(): readonly PackagedHolidayTable[] {
  const tables: PackagedHolidayTable[] = []
  for (let year = FIRST_YEAR; ; year += 1) {
    const table = packagedHolidayTable(year)
    if (!table) return tables
    tables.push(table)
  }
}

/** A year is held when its National Day is: coverage follows the package when it is updated. */
function isCovered(year: number): boolean {
  const nationalDay = `${year}-10-01`
  return year >= FIRST_YEAR && isLocalDate(nationalDay) && announced(nationalDay) !== undefined
}

/**
 * What was announced for a day. Only the name is read: `English,中文,days` for an announced day and a bare
 * weekday for any other, because the package's own isHoliday() is also true on every ordinary weekend.
 */
function announced(day: LocalDate): { readonly work: boolean; readonly zh: string; readonly en: string } | undefined {
  const { name, work } = chineseDays.getDayDetail(day)
  const [en, zh] = name.split(',')
  return en && zh ? { work, zh, en } : undefined
}
