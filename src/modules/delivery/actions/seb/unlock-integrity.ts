import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { type SittingId, hasEnded } from '../../core/attempt/attempt.ts'
import { INVIGILATOR_ADVICE } from '../../core/seb/advice.ts'
import { type IntegrityLock, type Unlock, unlock } from '../../core/seb/lock.ts'
import { type AttemptPlace, attemptsOfSitting, lockAttempt } from '../../store/attempts.ts'
import { closeLocks, openLockOf, openLocks } from '../../store/seb/seb.ts'
import { creditTime } from '../credit-time.ts'

/**
 * Lets an attempt go on after two persons have looked, and gives back the time it stood still. The callers of this prove who the two are.
 * Refusals: `not-found`, `attempt-over`, `not-locked`, `second-person-needed`, `reason-needed`.
 */
export async function unlockIntegrity(tx: Tx, ctx: Ctx, order: AttemptPlace & Unlock): Promise<Result<{ readonly creditMinutes: number }>> {
  const attempt = await lockAttempt(tx, order)
  if (attempt === undefined) return refuse('not-found')
  if (hasEnded(attempt)) return refuse('attempt-over')
  const lock = await openLockOf(tx, order)
  const unlocked = unlock(lock, order, ctx.now)
  if (!unlocked.ok || lock === undefined) return unlocked
  const { creditMinutes } = unlocked.value
  await closeLocks(tx, {
    sittingId: order.sittingId,
    attemptId: order.attemptId,
    now: ctx.now,
    unlockedBy: order.invigilator,
    secondPerson: order.second,
    reason: order.reason,
    creditMinutes,
  })
  const credited = await creditTime(tx, ctx, { ...order, minutes: creditMinutes, reason: order.reason })
  if (!credited.ok) return credited
  await record(tx, ctx, {
    type: 'integrity-unlocked',
    subject: { kind: 'attempt', id: attempt.attemptId },
    facts: { sitting: order.sittingId, invigilator: order.invigilator, second: order.second, reason: order.reason, minutes: creditMinutes },
  })
  return ok({ creditMinutes })
}

/** A locked attempt as the wall shows it: who and where, why, and what to do. */
export type LockedSeat = IntegrityLock &
  AttemptPlace & {
    readonly maskedName: string
    readonly roomLabel: string
    readonly seatLabel: string
    readonly advice: { readonly zh: string; readonly en: string }
  }

/** Every attempt of a sitting that stands still, the longest first. */
export async function lockedSeats(tx: Tx, sittingId: SittingId): Promise<LockedSeat[]> {
  const locks = await openLocks(tx, sittingId)
  if (locks.length === 0) return []
  const attempts = new Map((await attemptsOfSitting(tx, sittingId)).map(attempt => [attempt.attemptId, attempt]))
  return locks.flatMap(lock => {
    const attempt = attempts.get(lock.attemptId)
    if (attempt === undefined || hasEnded(attempt)) return []
    const { maskedName, roomLabel, seatLabel } = attempt
    return [{ ...lock, sittingId, maskedName, roomLabel, seatLabel, advice: INVIGILATOR_ADVICE[lock.cause] }]
  })
}
