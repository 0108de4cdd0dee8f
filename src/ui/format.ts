import { clockOf, dayOf, type Instant } from '../kernel/instant.ts'
import { daysBetween, type LocalDate, weekday } from '../kernel/local-date.ts'
import { type Hundredths, showMarks as marksText } from '../kernel/marks.ts'
import type { Language } from './words.ts'

const WEEKDAYS = { zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026年11月23日`, `23 Nov 2026`. */
export function showDate(date: LocalDate, language: Language = 'zh'): string {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number]
  return language === 'zh' ? `${y}年${m}月${d}日` : `${d} ${MONTHS[m - 1]} ${y}`
}

/** With the day of the week: `2026年11月23日（周一）`, `Mon 23 Nov 2026`. */
export function showDay(date: LocalDate, language: Language = 'zh'): string {
  const day = WEEKDAYS[language][weekday(date)]
  return language === 'zh' ? `${showDate(date)}（${day}）` : `${day} ${showDate(date, 'en')}`
}

/** Beijing time: `2026年11月23日（周一）08:30`, `Mon 23 Nov 2026, 08:30`. */
export function showInstant(at: Instant, language: Language = 'zh'): string {
  return language === 'zh' ? `${showDay(dayOf(at))}${clockOf(at)}` : `${showDay(dayOf(at), 'en')}, ${clockOf(at)}`
}

/** From–to; the day is named once when both fall on it: `2026年11月23日（周一）08:30—10:00`. */
export function showSpan(from: Instant, to: Instant, language: Language = 'zh'): string {
  const dash = language === 'zh' ? '—' : '–'
  return `${showInstant(from, language)}${dash}${dayOf(from) === dayOf(to) ? clockOf(to) : showInstant(to, language)}`
}

/** Whole minutes as `1小时30分`, `1 h 30 min`. */
export function showMinutes(minutes: number, language: Language = 'zh'): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  const parts = language === 'zh' ? [h && `${h}小时`, m && `${m}分`] : [h && `${h} h`, m && `${m} min`]
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ') || (language === 'zh' ? '0分' : '0 min')
}

/** Seconds on a running clock: `1:05:09`, `5:09`. */
export function showSeconds(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** How long until a day: `还有2天`, `今天截止`, `已过期3天`. */
export function showLeft(today: LocalDate, until: LocalDate, language: Language = 'zh'): string {
  const days = daysBetween(today, until)
  if (days === 0) return language === 'zh' ? '今天截止' : 'due today'
  if (language === 'zh') return days > 0 ? `还有${days}天` : `已过期${-days}天`
  return days > 0 ? `${days} ${days === 1 ? 'day' : 'days'} left` : `${-days} ${days === -1 ? 'day' : 'days'} overdue`
}

/** `86.5分`, `86.5`. */
export function showMarks(marks: Hundredths, language: Language = 'zh'): string {
  return language === 'zh' ? `${marksText(marks)}分` : marksText(marks)
}

/** Integer basis points as percent: 6250 → `62.5%`. */
export function showPercent(basisPoints: number): string {
  return `${basisPoints / 100}%`
}

/** A level by its number, 1 the highest: `四级`, `Level 4` for `L4`; any other code stays as it is. */
export function showLevel(code: string, language: Language = 'zh'): string {
  const grade = /^L([1-5])$/.exec(code)?.[1]
  if (grade === undefined) return code
  return language === 'zh' ? `${'一二三四五'[Number(grade) - 1]}级` : `Level ${grade}`
}

/** Whole numbers with thousands separators: `12,480`. */
export function showCount(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Integer fen as yuan: 123450 → `¥1,234.50`. */
export function showMoney(fen: number): string {
  const [yuan, rest] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100]
  return `${fen < 0 ? '-' : ''}¥${showCount(yuan)}.${String(rest).padStart(2, '0')}`
}

/** File size: `2.4MB`, `2.4 MB`. */
export function showBytes(bytes: number, language: Language = 'zh'): string {
  const gap = language === 'zh' ? '' : ' '
  if (bytes < 1024) return `${bytes}${gap}B`
  const [n, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : bytes < 1024 ** 3 ? [bytes / 1024 ** 2, 'MB'] : [bytes / 1024 ** 3, 'GB']
  return `${n >= 100 ? Math.round(n) : Math.round(n * 10) / 10}${gap}${unit}`
}

/** Shows the first three and the last four characters: `110***********7571`. Anything shorter than 8 is masked whole. */
export function maskIdNumber(idNumber: string): string {
  const chars = [...idNumber]
  return chars.length < 8
    ? '*'.repeat(chars.length)
    : `${chars.slice(0, 3).join('')}${'*'.repeat(chars.length - 7)}${chars.slice(-4).join('')}`
}

/** `138****5678`. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
