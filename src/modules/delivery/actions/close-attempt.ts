import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import { type Attempt, type ClosingReason, type Ended, type SittingId, close, hasEnded } from '../core/attempt/attempt.ts'
import { type AttemptPlace, lockAttempt, overdueAttempts, saveProgress } from '../store/attempts.ts'
import { sealAttempt } from './seal-attempt.ts'

/** Ends an attempt from outside. What is stored stays and counts. Refusals: `not-found`, `attempt-over`. */
export async function closeAttempt(
  tx: Tx,
  ctx: Ctx,
  order: AttemptPlace & { readonly reason: ClosingReason; readonly note: string },
): Promise<Result<Ended>> {
  const attempt = await lockAttempt(tx, order)
  if (!attempt) return refuse('not-found')
  if (hasEnded(attempt)) return refuse('attempt-over')
  return closeLocked(tx, ctx, attempt, order)
}

/** Ends an attempt whose row is locked already. */
export async function closeLocked(
  tx: Tx,
  ctx: Ctx,
  attempt: Attempt,
  closing: { readonly reason: ClosingReason; readonly note: string },
): Promise<Result<Ended>> {
  const sealed = await sealAttempt(tx, ctx, attempt, { how: closing.reason, epoch: null })
  const closed = close(attempt, { reason: closing.reason, receiptCode: sealed.receiptCode }, ctx.now)
  if (!closed.ok) return closed
  await saveProgress(tx, closed.value)
  await record(tx, ctx, {
    type: 'attempt-closed',
    subject: { kind: 'attempt', id: attempt.attemptId },
    facts: {
      sitting: attempt.sittingId,
      reason: closing.reason,
      note: closing.note,
      receipt: sealed.receiptCode,
      responses: sealed.responsesDigest,
    },
  })
  return ok(closed.value)
}

/** Closes every running attempt of a sitting whose hard deadline has passed; gives their number. */
export async function closeOverdue(tx: Tx, ctx: Ctx, sittingId: SittingId): Promise<number> {
  const overdue = await overdueAttempts(tx, sittingId, ctx.now)
  for (const attempt of overdue) await closeAttempt(tx, ctx, { ...attempt, reason: 'time-up', note: '' })
  return overdue.length
}
