import { actorRef } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import { type Attempt, creditMinutes } from '../core/attempt/attempt.ts'
import { type AttemptPlace, insertCredit, lockAttempt, saveProgress } from '../store/attempts.ts'

export type CreditTime = AttemptPlace & {
  readonly minutes: number
  readonly reason: string
  /** What is given back, where it was an interval: it is not given back a second time. */
  readonly interval?: { readonly from: Instant; readonly to: Instant }
}

/** Gives whole minutes back, with a reason on record; both deadlines move. Refusals: `not-found`, `attempt-over`. */
export async function creditTime(tx: Tx, ctx: Ctx, order: CreditTime): Promise<Result<Attempt>> {
  if (!Number.isSafeInteger(order.minutes) || order.minutes < 1) throw new RangeError(`not whole minutes: ${order.minutes}`)
  const attempt = await lockAttempt(tx, order)
  if (!attempt) return refuse('not-found')
  const credited = creditMinutes(attempt, order.minutes)
  if (!credited.ok) return credited
  await saveProgress(tx, credited.value)
  const { sittingId, attemptId } = attempt
  await insertCredit(tx, {
    sittingId,
    attemptId,
    id: newId(),
    minutes: order.minutes,
    reason: order.reason,
    grantedBy: actorRef(ctx.actor),
    grantedAt: ctx.now,
    fromAt: order.interval?.from ?? null,
    toAt: order.interval?.to ?? null,
  })
  await record(tx, ctx, {
    type: 'time-credited',
    subject: { kind: 'attempt', id: attemptId },
    facts: { sitting: sittingId, minutes: order.minutes, reason: order.reason },
  })
  return ok(credited.value)
}
