import { type LocalDate, daysBetween, plusMonths, yearsBetween } from '../../../../kernel/local-date.ts'

/** Whole calendar years, then whole months, then days. */
export type Elapsed = { readonly years: number; readonly months: number; readonly days: number }

/** The time from one day to a later one, as people count it. */
export function elapsed(from: LocalDate, to: LocalDate): Elapsed {
  const years = yearsBetween(from, to)
  let months = 0
  while (plusMonths(from, years * 12 + months + 1) <= to) months += 1
  return { years, months, days: daysBetween(plusMonths(from, years * 12 + months), to) }
}

/** `3年2个月5天`; `0天` when nothing has passed. */
export function elapsedZh({ years, months, days }: Elapsed): string {
  const text = `${years ? `${years}年` : ''}${months ? `${months}个月` : ''}${days ? `${days}天` : ''}`
  return text || '0天'
}

/** `3 years 2 months 5 days`; `0 days` when nothing has passed. */
export function elapsedEn({ years, months, days }: Elapsed): string {
  const parts = [counted(years, 'year'), counted(months, 'month'), counted(days, 'day')].filter(p => p !== '')
  return parts.join(' ') || '0 days'
}

/** `2026年12月5日` */
export function dateZh(date: LocalDate): string {
  const [y, m, d] = date.split('-').map(Number)
  return `${y}年${m}月${d}日`
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `5 December 2026` */
export function dateEn(date: LocalDate): string {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number]
  return `${d} ${MONTHS[m - 1]} ${y}`
}

function counted(n: number, unit: string): string {
  return n === 0 ? '' : `${n} ${unit}${n === 1 ? '' : 's'}`
}
