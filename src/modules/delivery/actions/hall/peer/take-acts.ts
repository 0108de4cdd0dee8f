import { instant } from '../../../../../kernel/instant.ts'
import type { Ctx } from '../../../../../platform/context.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { type AttemptId, type SittingId, hasEnded } from '../../../core/attempt/attempt.ts'
import type { ActsTaken, ActsTold, HallRows } from '../../../core/protocol/pair/wire.ts'
import { LATE_DECIDED } from '../../../store/hall/late.ts'
import { attemptsOfSitting, lockAttempt } from '../../../store/attempts.ts'
import { addAttemptActs, addBeats, addHallRows, attemptsStanding, closeSittingAt, takeSeb } from '../../../store/hall/peer/take.ts'
import { sealedPairKey } from '../../../store/hall/peer/self.ts'
import { seatByMoves } from './seat-by-moves.ts'
import { SEB_PURPOSE, openFromPeer } from './secret.ts'
import { settleAttempt } from './settle-attempt.ts'

/**
 * Takes in what hall staff and candidates did at the peer: rows with an id, added once. What follows from them is derived anew from the
 * whole, so that it does not matter which server hears what first.
 */
export async function takeActs(tx: Tx, ctx: Ctx, told: ActsTold): Promise<ActsTaken> {
  const { sittingId, rows } = told
  const named = [...told.attempts.map(one => one.attemptId), ...rows.calls.map(call => call.attempt_id)]
  const standing = await attemptsStanding(tx, sittingId, named)
  await addHallRows(tx, sittingId, rows)
  await addBeats(tx, sittingId, told.beats)
  if (told.seb !== null) await takeSebOfPeer(tx, ctx, sittingId, told.seb)
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
  for (const attemptId of decidedAttempts(rows)) {
    const place = { sittingId: sittingId as SittingId, attemptId: attemptId as AttemptId }
    if (standing.has(attemptId) && !here.some(one => one.attemptId === attemptId)) await settleAttempt(tx, place)
  }
  if (changesClocks(rows)) await settleUnderWay(tx, sittingId, new Set(here.map(one => one.attemptId)))
  const foreignCalls = rows.calls.filter(call => !standing.has(call.attempt_id)).map(call => call.id)
  return { foreign: [...told.attempts.filter(one => !standing.has(one.attemptId)).map(one => one.attemptId), ...foreignCalls] }
}

/** What only the pair may read is sealed anew with the keys of this server. */
async function takeSebOfPeer(tx: Tx, { ports }: Ctx, sittingId: string, seb: NonNullable<ActsTold['seb']>): Promise<void> {
  const pairKey = await sealedPairKey(tx, sittingId)
  if (pairKey === undefined) return
  const plain = openFromPeer(ports.keys.open(pairKey), SEB_PURPOSE, seb.sealed)
  await takeSeb(tx, sittingId, { sealed: ports.keys.seal(plain), madeAt: seb.madeAt })
}

/** Attempts about whose late events two persons have decided at the peer. */
function decidedAttempts(rows: HallRows): string[] {
  const decided = rows.acts.filter(act => act.kind === LATE_DECIDED).map(act => String(act.facts['attempt']))
  return [...new Set(decided)].toSorted()
}

function changesClocks(rows: HallRows): boolean {
  return rows.moves.length > 0 || rows.halts.some(halt => halt.kind === 'pause')
}

/** A pause or a move may stop or let go clocks of attempts that were not named. */
async function settleUnderWay(tx: Tx, sittingId: string, settled: ReadonlySet<string>): Promise<void> {
  for (const attempt of await attemptsOfSitting(tx, sittingId as SittingId))
    if (!hasEnded(attempt) && !settled.has(attempt.attemptId)) await settleAttempt(tx, attempt)
}
