import type { Tx } from '../../../../../platform/db/database.ts'
import { seating } from '../../../core/protocol/pair/seating.ts'
import { candidatesOfSitting } from '../../../store/hall/hall.ts'
import { movesOfSitting, seatAnew } from '../../../store/hall/peer/take.ts'

/** Seats everybody as all moves of both servers say. */
export async function seatByMoves(tx: Tx, sittingId: string): Promise<void> {
  const people = await candidatesOfSitting(tx, sittingId)
  const { sitters } = seating(people, await movesOfSitting(tx, sittingId))
  const before = new Map(people.map(one => [one.candidateRef, one]))
  const moved = sitters.filter(one => {
    const was = before.get(one.candidateRef)
    return was?.roomLabel !== one.roomLabel || was.seatLabel !== one.seatLabel
  })
  if (moved.length > 0) await seatAnew(tx, sittingId, moved)
}
