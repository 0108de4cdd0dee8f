import type { Instant } from '../../../../../kernel/instant.ts'

export type Seat = { readonly roomLabel: string; readonly seatLabel: string }
/** One move of a person to another seat, as one of the servers recorded it. */
export type SeatMove = {
  readonly id: string
  readonly candidateRef: string
  readonly from: Seat
  readonly to: Seat
  readonly movedAt: Instant
}
export type Sitter = Seat & { readonly candidateRef: string }
export type SeatConflict = { readonly candidateRef: string; readonly wanted: Seat; readonly takenBy: string }

const keyOf = (seat: Seat): string => JSON.stringify([seat.roomLabel, seat.seatLabel])
const inOrder = (a: SeatMove, b: SeatMove): number => a.movedAt - b.movedAt || (a.id < b.id ? -1 : 1)

/**
 * Where everybody sits, from all moves of both servers: the last move of each person counts; of two who were given the same seat the
 * earlier keeps it, and the other stays where the roster put them, or at the next free seat. Order of arrival plays no part.
 */
export function seating(
  people: readonly Sitter[],
  moves: readonly SeatMove[],
  seats: readonly Seat[],
): { readonly sitters: readonly Sitter[]; readonly conflicts: readonly SeatConflict[] } {
  const sorted = moves.toSorted(inOrder)
  const moved = new Map<string, { readonly home: Seat; readonly last: SeatMove }>()
  for (const move of sorted) moved.set(move.candidateRef, { home: moved.get(move.candidateRef)?.home ?? move.from, last: move })
  const taken = new Map<string, string>()
  const sitters: Sitter[] = []
  const conflicts: SeatConflict[] = []
  const sit = (candidateRef: string, { roomLabel, seatLabel }: Seat) => {
    taken.set(keyOf({ roomLabel, seatLabel }), candidateRef)
    sitters.push({ candidateRef, roomLabel, seatLabel })
  }
  for (const person of people) if (!moved.has(person.candidateRef)) sit(person.candidateRef, person)
  const pushed: { readonly candidateRef: string; readonly home: Seat }[] = []
  for (const [candidateRef, { home, last }] of [...moved].toSorted(([, a], [, b]) => inOrder(a.last, b.last))) {
    const takenBy = taken.get(keyOf(last.to))
    if (takenBy === undefined) sit(candidateRef, last.to)
    else {
      conflicts.push({ candidateRef, wanted: last.to, takenBy })
      pushed.push({ candidateRef, home })
    }
  }
  for (const { candidateRef, home } of pushed) sit(candidateRef, [home, ...seats].find(seat => !taken.has(keyOf(seat))) ?? home)
  return { sitters, conflicts }
}
