import { localDate, yearOf } from '../../../kernel/local-date.ts'
import { showDate, showDay } from '../../../ui/format.ts'
import type { Language } from '../../../ui/words.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day without its year where that is `year`: `2月22日`, `22 Feb`; of another year in full. */
export function shortDay(day: string, year: number, language: Language): string {
  return withoutYear(showDate(localDate(day), language), day, { year, language })
}

/** As `shortDay`, with the day of the week: `2月22日（周日）`, `Sun 22 Feb`. */
export function shortWeekday(day: string, year: number, language: Language): string {
  return withoutYear(showDay(localDate(day), language), day, { year, language })
}

function withoutYear(text: string, day: string, { year, language }: { readonly year: number; readonly language: Language }): string {
  if (yearOf(localDate(day)) !== year) return text
  return language === 'zh' ? text.replace(`${year}年`, '') : text.replace(` ${year}`, '')
}

/** A nominal month: `2月`, `February`-like short names in English; with its year `2026年2月`, `Feb 2026`. */
export function monthName(nominal: string, language: Language, withYear = false): string {
  const [year, month] = [nominal.slice(0, 4), Number(nominal.slice(5, 7))]
  if (language === 'zh') return withYear ? `${year}年${month}月` : `${month}月`
  return withYear ? `${MONTHS[month - 1]} ${year}` : `${MONTHS[month - 1]}`
}
