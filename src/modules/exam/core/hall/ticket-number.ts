import type { Brand } from '../../../../kernel/brand.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { isNominalMonth, type NominalMonth, nominalMonth } from '../calendar/calendar.ts'

/**
 * Number of an admission ticket (准考证号), 15 digits: session yyMM by its nominal month, province 2, site 3, level 1,
 * room 2, seat 2, check digit. The grammar is ours (no source states one); it is unique within a session.
 */
export type TicketNumber = Brand<string, 'TicketNumber'>

/** Level is the national grade 1–5, or 0 for a special ability without grade. */
export type TicketParts = {
  readonly nominal: NominalMonth
  readonly province: string
  readonly site: number
  readonly level: number
  readonly room: number
  readonly seat: number
}

/** The numbers of one room, first and last included; rooms are arranged by such ranges. */
export type TicketBlock = { readonly first: TicketNumber; readonly last: TicketNumber; readonly count: number }

/** Refuses `ticket-part-out-of-range` with the part: more rooms or seats than the number has digits for. */
export function ticketNumber(parts: TicketParts): Result<TicketNumber> {
  const year = Number(parts.nominal.slice(0, 4))
  const ranges = [
    ['考次年份', 'session year', year, 2000, 2099],
    ['考点', 'site', parts.site, 1, 999],
    ['等级', 'level', parts.level, 0, 5],
    ['考场', 'room', parts.room, 1, 99],
    ['座位', 'seat', parts.seat, 1, 99],
  ] as const
  for (const [part, partEn, value, from, until] of ranges) {
    if (!Number.isInteger(value) || value < from || value > until)
      return refuse('ticket-part-out-of-range', { part, partEn, value, from, until })
  }
  if (!/^\d{2}$/.test(parts.province)) throw new RangeError(`not a province: ${parts.province}`)
  const session = parts.nominal.slice(2).replace('-', '')
  const body = session + parts.province + digits(parts.site, 3) + digits(parts.level, 1) + digits(parts.room, 2) + digits(parts.seat, 2)
  return ok((body + checkDigit(body)) as TicketNumber)
}

/** Reads a number as typed. Refuses `ticket-number-malformed` and `ticket-check-digit-wrong`. */
export function parseTicketNumber(text: string): Result<{ readonly number: TicketNumber; readonly parts: TicketParts }> {
  const number = text.normalize('NFKC').replace(/\s/g, '')
  const nominal = `20${number.slice(0, 2)}-${number.slice(2, 4)}`
  if (!/^\d{15}$/.test(number) || !isNominalMonth(nominal)) return refuse('ticket-number-malformed', { number })
  if (checkDigit(number.slice(0, 14)) !== number[14]) return refuse('ticket-check-digit-wrong', { number })
  const at = (from: number, until: number) => Number(number.slice(from, until))
  const parts: TicketParts = {
    nominal: nominalMonth(at(0, 2) + 2000, at(2, 4)),
    province: number.slice(4, 6),
    site: at(6, 9),
    level: at(9, 10),
    room: at(10, 12),
    seat: at(12, 14),
  }
  return ticketNumber(parts).ok ? ok({ number: number as TicketNumber, parts }) : refuse('ticket-number-malformed', { number })
}

/** The block of a room with `seats` seats, numbered from 1. Refuses `ticket-part-out-of-range`. */
export function ticketBlock(room: Omit<TicketParts, 'seat'>, seats: number): Result<TicketBlock> {
  const first = ticketNumber({ ...room, seat: 1 })
  if (!first.ok) return first
  const last = ticketNumber({ ...room, seat: seats })
  return last.ok ? ok({ first: first.value, last: last.value, count: seats }) : last
}

/** Was the number given out in this room's block? The check digit takes no part in the order. */
export function isInBlock(number: TicketNumber, block: TicketBlock): boolean {
  const body = number.slice(0, 14)
  return body >= block.first.slice(0, 14) && body <= block.last.slice(0, 14)
}

/** ISO/IEC 7064 MOD 11,10: one decimal digit that catches every single wrong digit. */
function checkDigit(body: string): string {
  let carry = 10
  for (const digit of body) carry = (((carry + Number(digit)) % 10 || 10) * 2) % 11
  return String((11 - carry) % 10)
}

function digits(n: number, width: number): string {
  return String(n).padStart(width, '0')
}
