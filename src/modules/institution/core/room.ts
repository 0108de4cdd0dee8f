import type { Brand } from '../../../kernel/brand.ts'
import type { LocalDate } from '../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

export type RoomId = Brand<string, 'RoomId'>
/** A place in the grid; row 1 is the front, column 1 stands at the left of a person facing the front. */
export type GridPlace = { readonly row: number; readonly column: number }
export type Seat = GridPlace & { readonly number: number }

/** `rows`: each row from left to right; `snake`: up and down the columns in turn, as places are laid out by the S shape. */
export type Numbering = 'rows' | 'snake'

/** A certified room (考场) with its grid of machines. `gaps`: places without a usable machine. */
export type Room = {
  readonly id: RoomId
  readonly institutionId: string
  readonly number: number
  readonly name: string
  readonly uses: readonly ('theory' | 'skill')[]
  readonly rows: number
  readonly columns: number
  readonly gaps: readonly GridPlace[]
  readonly numbering: Numbering
  readonly spareSeats: number
  readonly certifiedUntil: LocalDate | null
}

const MOST_SEATS = 99 // a ticket number has two digits for the seat
const MOST_ROOMS = 99

/** Refuses `room-grid-invalid`, `room-number-invalid`, `room-gap-outside`, `room-too-large`, `room-without-seats`. */
export function checkRoom(room: Room): Result<Room> {
  if (!isCount(room.rows) || !isCount(room.columns)) return refuse('room-grid-invalid', { rows: room.rows, columns: room.columns })
  if (!isCount(room.number) || room.number > MOST_ROOMS) return refuse('room-number-invalid', { number: room.number, most: MOST_ROOMS })
  const outside = room.gaps.find(g => !isCount(g.row) || !isCount(g.column) || g.row > room.rows || g.column > room.columns)
  if (outside) return refuse('room-gap-outside', { row: outside.row, column: outside.column })
  const seats = seatsOf(room).length
  if (seats > MOST_SEATS) return refuse('room-too-large', { seats, most: MOST_SEATS })
  return capacityOf(room) > 0 ? ok(room) : refuse('room-without-seats', { spare: room.spareSeats })
}

/** The seats in the order of their numbers, which run from 1 without a break whatever gaps the grid has. */
export function seatsOf(room: Pick<Room, 'rows' | 'columns' | 'gaps' | 'numbering'>): readonly Seat[] {
  const gaps = new Set(room.gaps.map(g => `${g.row}/${g.column}`))
  return placesOf(room)
    .filter(p => !gaps.has(`${p.row}/${p.column}`))
    .map((place, i) => ({ number: i + 1, ...place }))
}

/** Candidates the room takes at once: seats less the machines kept spare. */
export function capacityOf(room: Pick<Room, 'rows' | 'columns' | 'gaps' | 'numbering' | 'spareSeats'>): number {
  return Math.max(0, seatsOf(room).length - room.spareSeats)
}

/** May this paper be sat here on that day? Refuses `room-not-for-paper`, `room-certification-expired`. */
export function usableFor(room: Room, paper: 'theory' | 'skill', day: LocalDate): Result<Room> {
  if (!room.uses.includes(paper))
    return refuse('room-not-for-paper', {
      room: room.name,
      paper: paper === 'theory' ? '理论知识' : '操作技能',
      paperEn: paper === 'theory' ? 'theory' : 'practical',
    })
  if (room.certifiedUntil === null || room.certifiedUntil < day) return refuse('room-certification-expired', { room: room.name, day })
  return ok(room)
}

function placesOf({ rows, columns, numbering }: Pick<Room, 'rows' | 'columns' | 'numbering'>): readonly GridPlace[] {
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
  if (numbering === 'rows') return upTo(rows).flatMap(row => upTo(columns).map(column => ({ row, column })))
  return upTo(columns).flatMap(column => {
    const down = upTo(rows).map(row => ({ row, column }))
    return column % 2 === 1 ? down : down.toReversed()
  })
}

function isCount(n: number): boolean {
  return Number.isInteger(n) && n >= 1
}
