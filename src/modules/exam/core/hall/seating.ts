import { diceOf, shuffled } from '../../../../kernel/dice.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'

/** A seat in a room's grid; row and column count from 1, the number is what stands on the desk. */
export type RoomSeat = { readonly number: number; readonly row: number; readonly column: number }
export type SeatingRoom = {
  readonly roomId: string
  readonly siteId: string
  readonly roomNumber: number
  readonly seats: readonly RoomSeat[]
}
export type SeatingCandidate = { readonly candidateId: string; readonly siteId: string }

/** One candidate's place in one sitting. `form` is the form played there, one of those given. */
export type SeatPlace = {
  readonly candidateId: string
  readonly siteId: string
  readonly roomId: string
  readonly roomNumber: number
  readonly seatNumber: number
  readonly row: number
  readonly column: number
  readonly form: string
}

export type SeatingOrder = {
  /** the session's code: the same session gives the same seats, whatever the order of the lists */
  readonly seed: string
  readonly candidates: readonly SeatingCandidate[]
  readonly rooms: readonly SeatingRoom[]
  /** one form for all, or parallel forms of which neighbours never play the same */
  readonly forms: readonly string[]
  /** machines kept free in every room for a change of seat */
  readonly spareSeatsPerRoom: number
}

/**
 * Seat allocation (编场) of one sitting, all or nothing: at each site candidates are drawn by lot into its rooms,
 * room by room and seat by seat. Refuses `candidate-twice` and `no-seat-left` (with the sites that are short).
 */
export function allocateSeats(order: SeatingOrder): Result<readonly SeatPlace[]> {
  if (order.forms.length === 0) throw new RangeError('no form to play')
  assertDistinctSeats(order.rooms)
  const twice = firstRepeated(order.candidates.map(c => c.candidateId))
  if (twice !== undefined) return refuse('candidate-twice', { candidate: twice })
  const sites = [...new Set(order.candidates.map(c => c.siteId))].sort()
  const short = sites.filter(site => demand(order, site) > capacityOf(order, site))
  if (short.length > 0) return refuse('no-seat-left', shortage(order, short))
  return ok(sites.flatMap(site => seatSite(order, site)))
}

/** Seats of a site that may be given out, spare ones not counted. */
export function capacityOf(order: Pick<SeatingOrder, 'rooms' | 'spareSeatsPerRoom'>, siteId: string): number {
  return seatsOfSite(order, siteId).length
}

/**
 * The form of a place: along a row and along a column the forms alternate,
 * so that no two seats side by side or one behind the other share one when there are two or more.
 */
export function formAt(seat: Pick<RoomSeat, 'row' | 'column'>, forms: readonly string[]): string {
  const form = forms[(seat.row + seat.column) % forms.length]
  if (form === undefined) throw new RangeError(`no form at row ${seat.row}, column ${seat.column}`)
  return form
}

function seatSite(order: SeatingOrder, siteId: string): readonly SeatPlace[] {
  const ids = order.candidates.filter(c => c.siteId === siteId).map(c => c.candidateId)
  const drawn = shuffled(ids.sort(), diceOf(`${order.seed}|${siteId}`))
  const seats = seatsOfSite(order, siteId)
  return drawn.map((candidateId, i) => {
    const place = seats[i]
    if (!place) throw new Error(`seat ${i} missing at ${siteId}`)
    const { room, seat } = place
    const { number: seatNumber, row, column } = seat
    return {
      candidateId,
      siteId,
      roomId: room.roomId,
      roomNumber: room.roomNumber,
      seatNumber,
      row,
      column,
      form: formAt(seat, order.forms),
    }
  })
}

function seatsOfSite(
  order: Pick<SeatingOrder, 'rooms' | 'spareSeatsPerRoom'>,
  siteId: string,
): readonly { readonly room: SeatingRoom; readonly seat: RoomSeat }[] {
  return order.rooms
    .filter(room => room.siteId === siteId)
    .sort((a, b) => a.roomNumber - b.roomNumber)
    .flatMap(room => {
      const seats = [...room.seats].sort((a, b) => a.number - b.number)
      return seats.slice(0, Math.max(0, seats.length - order.spareSeatsPerRoom)).map(seat => ({ room, seat }))
    })
}

function demand(order: SeatingOrder, siteId: string): number {
  return order.candidates.filter(c => c.siteId === siteId).length
}

function shortage(
  order: SeatingOrder,
  sites: readonly string[],
): { readonly sites: readonly string[]; readonly needed: number; readonly seats: number; readonly short: number } {
  const needed = sites.reduce((sum, site) => sum + demand(order, site), 0)
  const seats = sites.reduce((sum, site) => sum + capacityOf(order, site), 0)
  return { sites, needed, seats, short: needed - seats }
}

function assertDistinctSeats(rooms: readonly SeatingRoom[]): void {
  if (firstRepeated(rooms.map(r => r.roomId)) !== undefined) throw new RangeError('a room stands twice in the list')
  if (firstRepeated(rooms.map(r => `${r.siteId} ${r.roomNumber}`)) !== undefined) throw new RangeError('two rooms of a site share a number')
  for (const { roomId, seats } of rooms) {
    if (firstRepeated(seats.map(s => String(s.number))) !== undefined) throw new RangeError(`a seat number stands twice in ${roomId}`)
    if (firstRepeated(seats.map(s => `${s.row}/${s.column}`)) !== undefined) throw new RangeError(`two seats share a place in ${roomId}`)
  }
}

function firstRepeated(values: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return values.find(v => seen.size === seen.add(v).size)
}
