import type { Tone } from '../../../../ui/components/mark/state-word.tsx'
import type { SittingView, WallSeat, WallState } from '../../contract.ts'
import type { Hall } from '../answers.ts'

/** Where a sitting stands by the clock: `late` is the time in which latecomers may still enter. */
export type SittingPhase = 'before' | 'entry' | 'late' | 'running' | 'over' | 'closed'
type Times = Pick<Hall, 'entryFrom' | 'lateUntil'> & { readonly sitting: Pick<SittingView, 'startsAt' | 'endsAt' | 'closedAt'> }

export function sittingPhase({ sitting, entryFrom, lateUntil }: Times, now: number): SittingPhase {
  if (sitting.closedAt !== null) return 'closed'
  if (now < entryFrom) return 'before'
  if (now <= sitting.startsAt) return 'entry'
  if (now <= Math.min(lateUntil, sitting.endsAt)) return 'late'
  return now < sitting.endsAt ? 'running' : 'over'
}

export const phaseTones: Readonly<Record<SittingPhase, Tone>> = {
  before: 'idle',
  entry: 'waiting',
  late: 'running',
  running: 'running',
  over: 'waiting',
  closed: 'ended',
}

/** Each state of a seat has its shape; an empty seat has none. */
export const seatTones: Readonly<Record<Exclude<WallState, 'empty'>, Tone>> = {
  expected: 'waiting',
  'checked-in': 'idle',
  answering: 'running',
  'handed-in': 'done',
  absent: 'ended',
}

/** A seat with a candidate, and the room it stands in. */
export type TakenSeat = WallSeat & {
  readonly applicationId: string
  readonly room: string
  readonly roomNumber: number
  readonly roomId: string
}

/** The taken seats of all rooms, in the order of rooms and seats. */
export function takenSeats({ rooms }: Pick<Hall, 'rooms'>): readonly TakenSeat[] {
  return rooms
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ name, number, roomId, seats }) =>
      seats
        .toSorted((a, b) => a.seatNo - b.seatNo)
        .flatMap(seat =>
          seat.applicationId === null ? [] : [{ ...seat, applicationId: seat.applicationId, room: name, roomNumber: number, roomId }],
        ),
    )
}

export function countStates(seats: readonly Pick<WallSeat, 'state'>[]): Readonly<Record<WallState, number>> {
  const counts = { empty: 0, expected: 0, 'checked-in': 0, answering: 0, 'handed-in': 0, absent: 0 }
  for (const { state } of seats) counts[state] += 1
  return counts
}

/** In the order of urgency. */
export const TROUBLE_KINDS = ['overtime', 'unsaved', 'not-entered', 'not-come', 'machine-changed'] as const
export type TroubleKind = (typeof TROUBLE_KINDS)[number]
export type Trouble = { readonly kind: TroubleKind; readonly seat: TakenSeat; /** Machines changed. */ readonly n: number }

/** A candidate let in needs a little while to sit down and type the code. */
const SETTLING_MS = 3 * 60_000
/** The machine stores each answer at once: longer without one, and somebody looks whether it is cut off. */
const UNSAVED_MS = 2 * 60_000

/** The seats somebody has to look at, the most urgent first. A closed sitting has none. */
export function troublesOf(hall: Hall, now: number): readonly Trouble[] {
  if (hall.sitting.closedAt !== null) return []
  const found = takenSeats(hall).flatMap(seat => {
    const kind = troubleOf(seat, hall, now)
    return kind ? [{ kind, seat, n: Math.max(0, seat.entries - 1) }] : []
  })
  return found.toSorted((a, b) => TROUBLE_KINDS.indexOf(a.kind) - TROUBLE_KINDS.indexOf(b.kind))
}

function troubleOf(seat: TakenSeat, { sitting, lateUntil }: Hall, now: number): TroubleKind | null {
  if (seat.state === 'expected') return now > lateUntil ? 'not-come' : null
  // the practical paper is played without a machine of the platform
  if (seat.state === 'checked-in') return sitting.paper === 'theory' && now > settledAt(seat, sitting) ? 'not-entered' : null
  if (seat.state !== 'answering') return null
  if (seat.endsAt !== null && now > seat.endsAt) return 'overtime'
  if (now - (seat.savedAt ?? settledAt(seat, sitting)) > UNSAVED_MS) return 'unsaved'
  return seat.entries > 1 ? 'machine-changed' : null
}

/** Until when a candidate has been settling: a latecomer from the own check-in on. */
function settledAt({ checkedInAt }: TakenSeat, { startsAt }: Pick<SittingView, 'startsAt'>): number {
  return Math.max(startsAt, checkedInAt ?? startsAt) + SETTLING_MS
}

/** Seats by ticket number (with or without its spaces) or by name. A blank text finds all. */
export function findSeats(seats: readonly TakenSeat[], text: string): readonly TakenSeat[] {
  const wanted = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  if (wanted === '') return seats
  return seats.filter(seat => seat.ticketNumber.includes(wanted) || seat.name.toLowerCase().includes(wanted))
}

export const DOOR_FILTERS = ['expected', 'in', 'absent', 'all'] as const
export type DoorFilter = (typeof DOOR_FILTERS)[number]

export function passesFilter({ state }: Pick<WallSeat, 'state'>, filter: DoorFilter): boolean {
  if (filter === 'all') return true
  return filter === 'in' ? ['checked-in', 'answering', 'handed-in'].includes(state) : state === filter
}

/** What the door says of somebody who comes now. `minutesLate` counts begun minutes. */
export type DoorVerdict = { readonly kind: 'early' | 'onTime' | 'late' | 'tooLate'; readonly minutesLate: number }

export function doorVerdict(hall: Times, now: number): DoorVerdict {
  const { startsAt } = hall.sitting
  if (now < hall.entryFrom) return { kind: 'early', minutesLate: 0 }
  if (now <= startsAt) return { kind: 'onTime', minutesLate: 0 }
  const minutesLate = Math.ceil((now - startsAt) / 60_000)
  return { kind: now <= hall.lateUntil ? 'late' : 'tooLate', minutesLate }
}
