import { instant } from '../../../../../kernel/instant.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { type AttemptId, type SittingId, hasEnded } from '../../../core/attempt/attempt.ts'
import { seating } from '../../../core/protocol/pair/seating.ts'
import type { ActsTaken, ActsTold, HallRows } from '../../../core/protocol/pair/wire.ts'
import { attemptsOfSitting, lockAttempt } from '../../../store/attempts.ts'
import { candidatesOfSitting } from '../../../store/hall/hall.ts'
import { addAttemptActs, addHallRows, closeSittingAt, movesOfSitting, seatAnew, seatsInOrder } from '../../../store/hall/peer/take.ts'
import { settleAttempt } from './settle-attempt.ts'

/**
 * Takes in what hall staff and candidates did at the peer: rows with an id, added once. What follows from them is derived anew from the
 * whole, so that it does not matter which server hears what first.
 */
export async function takeActs(tx: Tx, told: ActsTold): Promise<ActsTaken> {
  const { sittingId, rows } = told
  const standing = new Set((await attemptsOfSitting(tx, sittingId as SittingId)).map(one => one.attemptId as string))
  await addHallRows(tx, sittingId, rows)
  if (told.closedAt !== null) await closeSittingAt(tx, sittingId, instant(told.closedAt))
  if (rows.moves.length > 0) await seatByMoves(tx, sittingId)
  const here = told.attempts.filter(one => standing.has(one.attemptId))
  for (const one of here.toSorted((a, b) => (a.attemptId < b.attemptId ? -1 : 1))) {
    const place = { sittingId: sittingId as SittingId, attemptId: one.attemptId as AttemptId }
    // the row first: saves, entries and the acts of this server wait or are seen
    await lockAttempt(tx, place)
    await addAttemptActs(tx, place, one)
    await settleAttempt(tx, place)
  }
  if (changesClocks(rows)) await settleUnderWay(tx, sittingId, new Set(here.map(one => one.attemptId)))
  const foreignCalls = rows.calls.filter(call => !standing.has(call.attempt_id)).map(call => call.id)
  return { foreign: [...told.attempts.filter(one => !standing.has(one.attemptId)).map(one => one.attemptId), ...foreignCalls] }
}

function changesClocks(rows: HallRows): boolean {
  return rows.moves.length > 0 || rows.halts.some(halt => halt.kind === 'pause')
}

/** A pause or a move may stop or let go clocks of attempts that were not named. */
async function settleUnderWay(tx: Tx, sittingId: string, settled: ReadonlySet<string>): Promise<void> {
  for (const attempt of await attemptsOfSitting(tx, sittingId as SittingId))
    if (!hasEnded(attempt) && !settled.has(attempt.attemptId)) await settleAttempt(tx, attempt)
}

/** Where everybody sits, from all moves of both servers. */
async function seatByMoves(tx: Tx, sittingId: string): Promise<void> {
  const people = await candidatesOfSitting(tx, sittingId)
  const { sitters } = seating(people, await movesOfSitting(tx, sittingId), await seatsInOrder(tx, sittingId))
  const before = new Map(people.map(one => [one.candidateRef, one]))
  const moved = sitters.filter(one => {
    const was = before.get(one.candidateRef)
    return was?.roomLabel !== one.roomLabel || was.seatLabel !== one.seatLabel
  })
  if (moved.length > 0) await seatAnew(tx, sittingId, moved)
}
