import { wallClock } from '../../core/world/calendar.ts'
import type { WorldTime } from '../../core/world/ids.ts'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** `3月2日（周一）09:10`: the clock of the world as one reads it. */
export function clockText(now: number): string {
  const { month, day, weekday, hour, minute } = wallClock(now as WorldTime)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${month}月${day}日（周${WEEKDAYS[weekday - 1]}）${two(hour)}:${two(minute)}`
}

/** `3月2日 09:10`, for lists. */
export function shortTime(at: number): string {
  return clockText(at).replace(/（周.）/, ' ')
}
