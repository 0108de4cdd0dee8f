import type { HallAct } from '../../../core/hall/duties.ts'
import type { Me, Sitting } from '../desk/hall.ts'
import { mayDo } from '../desk/hall.ts'
import type { Seat } from '../wall/seat-face.ts'

/** What can be done about a seat, each with its key. */
export const SEAT_ACTS = [
  'unlock',
  'without-seb',
  'settle',
  'code',
  'swap',
  'credit',
  'incident',
  'malpractice',
  'hand-in',
  'absent',
] as const
export type SeatAct = (typeof SEAT_ACTS)[number]

export const ACT_KEYS: Readonly<Record<SeatAct, string>> = {
  unlock: 'u',
  'without-seb': 'b',
  settle: 'r',
  code: 'c',
  swap: 's',
  credit: 't',
  incident: 'i',
  malpractice: 'm',
  'hand-in': 'h',
  absent: 'a',
}
const NEEDS: Readonly<Record<SeatAct, HallAct>> = {
  unlock: 'unlock',
  'without-seb': 'without-seb',
  settle: 'record',
  code: 'check-in',
  swap: 'swap-seat',
  credit: 'credit',
  incident: 'record',
  malpractice: 'malpractice',
  'hand-in': 'hand-in',
  absent: 'mark-absent',
}

const IN_STATE: Readonly<Record<Seat['state'], readonly SeatAct[]>> = {
  free: [],
  'out-of-order': [],
  expected: ['absent', 'incident', 'malpractice'],
  'checked-in': ['code', 'swap', 'without-seb', 'incident', 'malpractice'],
  entered: ['code', 'swap', 'credit', 'without-seb', 'incident', 'malpractice'],
  working: ['code', 'swap', 'credit', 'without-seb', 'incident', 'malpractice', 'hand-in'],
  paused: ['code', 'swap', 'credit', 'without-seb', 'incident', 'malpractice', 'hand-in'],
  'handed-in': ['incident', 'malpractice'],
  ended: ['incident', 'malpractice'],
  absent: ['incident'],
}

/** What this person may do about this seat as it stands; a lock and a raised hand first. `seb`: does the sitting ask for Safe Exam Browser? */
export function actsFor(seat: Seat, me: Me, seb: Sitting['seb']): SeatAct[] {
  const first: SeatAct[] = [...(seat.lock === null ? [] : ['unlock' as const]), ...(seat.helpSince === null ? [] : ['settle' as const])]
  const acts = [...first, ...IN_STATE[seat.state]]
  return acts.filter(act => (act !== 'without-seb' || seb === 'required') && mayDo(me, NEEDS[act]))
}

export function actOfKey(key: string): SeatAct | undefined {
  return SEAT_ACTS.find(act => ACT_KEYS[act] === key.toLowerCase())
}

/** Seats somebody could be moved to: nobody has them and they work; those of the own room first, spare ones before others. */
export function seatsToMoveTo(seats: readonly Seat[], from: Seat): Seat[] {
  const rank = (seat: Seat) => (seat.roomLabel === from.roomLabel ? 0 : 2) + (seat.spare ? 0 : 1)
  return seats.filter(seat => seat.state === 'free').toSorted((a, b) => rank(a) - rank(b))
}
