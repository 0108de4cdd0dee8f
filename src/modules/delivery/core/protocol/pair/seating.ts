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
 * Where everybody sits, from all moves of both servers in the order of their time: a move to a seat that is taken by then is void, and the
 * person stays. Order of arrival plays no part. `people`: where they sit now; who never moved sits where the roster put them.
 */
export function seating(
  people: readonly Sitter[],
  moves: readonly SeatMove[],
): { readonly sitters: readonly Sitter[]; readonly conflicts: readonly SeatConflict[] } {
  const sorted = moves.toSorted(inOrder)
  const homes = new Map(sorted.toReversed().map(move => [move.candidateRef, move.from]))
  const sits = new Map<string, Seat>(people.map(one => [one.candidateRef, homes.get(one.candidateRef) ?? one]))
  const taken = new Map([...sits].map(([candidateRef, seat]) => [keyOf(seat), candidateRef]))
  const conflicts: SeatConflict[] = []
  for (const { candidateRef, to } of sorted) {
    const from = sits.get(candidateRef)
    const takenBy = taken.get(keyOf(to))
    if (from === undefined || takenBy === candidateRef) continue
    if (takenBy !== undefined) conflicts.push({ candidateRef, wanted: to, takenBy })
    else {
      taken.delete(keyOf(from))
      taken.set(keyOf(to), candidateRef)
      sits.set(candidateRef, to)
    }
  }
  const sitters = [...sits].map(([candidateRef, { roomLabel, seatLabel }]) => ({ candidateRef, roomLabel, seatLabel }))
  return { sitters, conflicts }
}
