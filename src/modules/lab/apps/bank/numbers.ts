import { isWorkday, nextAt } from '../../core/world/calendar.ts'
import type { BusinessDays } from '../../core/world/calendar.ts'
import type { WorldTime } from '../../core/world/ids.ts'
import { worldTime } from '../../core/world/ids.ts'

/** The check digit of ISO/IEC 7812-1 annex B (Luhn) behind these digits. */
export function luhnDigit(body: string): number {
  const sum = [...body].toReversed().reduce((n, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return n + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** 12 to 19 digits of which the last one checks the others. */
export function isAccountNo(no: string): boolean {
  return /^\d{12,19}$/.test(no) && luhnDigit(no.slice(0, -1)) === Number(no.at(-1))
}

/** Half past the hour is no batch: the clearing house takes what lies there at these hours of a working day. */
export const BATCH_HOURS = [9, 11, 15, 17] as const

function batchAfter(at: WorldTime): WorldTime {
  return worldTime(Math.min(...BATCH_HOURS.map(hour => nextAt(at, hour))))
}

/** The next batch after `at`. */
export function nextBatch(at: WorldTime, days: BusinessDays): WorldTime {
  let from = at
  for (let i = 0; i < 400; i++) {
    const next = batchAfter(from)
    if (isWorkday(next, days)) return next
    from = next
  }
  throw new RangeError('the calendar has no working days')
}

/** Does an order given now wait until another day? */
export function isAfterCutOff(at: WorldTime, days: BusinessDays): boolean {
  return nextBatch(at, days) >= nextAt(at, 0)
}

/** 分 as a bank prints 元: `123456` → `1,234.56`. */
export function yuanText(fen: number): string {
  const whole = String(Math.floor(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}

/** The last four digits are enough to know an account by. */
export function tail(no: string): string {
  return no.slice(-4)
}
