import type { Seat } from './seat-face.ts'

/** The wall as this page knows it: every seat in the order of the hall, and when the server said so. */
export type WallState = { readonly seats: readonly Seat[]; readonly serverTime: number | null }
export const NOTHING_YET: WallState = { seats: [], serverTime: null }

export type WallMessage = { readonly serverTime: number; readonly seats: readonly Seat[] }

export function placeKey({ roomLabel, seatLabel }: Pick<Seat, 'roomLabel' | 'seatLabel'>): string {
  return `${roomLabel}|${seatLabel}`
}

/**
 * Takes in a message: `wall` is everything anew, `seats` those that changed. A seat that is as it was stays the same object, so that
 * nothing of it is drawn again.
 */
export function hearWall(state: WallState, name: string, message: WallMessage): WallState {
  const { serverTime } = message
  if (name === 'wall') {
    const known = new Map(state.seats.map(seat => [placeKey(seat), seat]))
    return { serverTime, seats: message.seats.map(seat => sameOr(known.get(placeKey(seat)), seat)) }
  }
  if (name !== 'seats' || message.seats.length === 0) return { ...state, serverTime }
  const changed = new Map(message.seats.map(seat => [placeKey(seat), seat]))
  return { serverTime, seats: state.seats.map(seat => changed.get(placeKey(seat)) ?? seat) }
}

function sameOr(known: Seat | undefined, seat: Seat): Seat {
  return known !== undefined && JSON.stringify(known) === JSON.stringify(seat) ? known : seat
}

export type RoomOnWall = { readonly roomLabel: string; readonly seats: readonly Seat[] }

/** The seats room by room, in the order of the hall. */
export function roomsOf(seats: readonly Seat[]): RoomOnWall[] {
  return [...Map.groupBy(seats, seat => seat.roomLabel)].map(([roomLabel, those]) => ({ roomLabel, seats: those }))
}

/** Seats by what people call out or type: seat label, ticket number (also its end), masked name. Nothing typed finds nothing. */
export function findSeats(seats: readonly Seat[], typed: string): Seat[] {
  const wanted = typed.normalize('NFKC').trim().toUpperCase()
  if (wanted === '') return []
  const exact = seats.filter(seat => seat.seatLabel.toUpperCase() === wanted)
  const others = seats.filter(
    seat =>
      seat.seatLabel.toUpperCase() !== wanted &&
      ((wanted.length >= 4 && (seat.ticketNumber ?? '').toUpperCase().endsWith(wanted)) || seat.maskedName === typed.trim()),
  )
  return [...exact, ...others]
}

/** The seat a person has, by their reference. */
export function seatOf(seats: readonly Seat[], candidateRef: string | null): Seat | undefined {
  return candidateRef === null ? undefined : seats.find(seat => seat.candidateRef === candidateRef)
}
