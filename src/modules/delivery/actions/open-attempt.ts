import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { hasEnded } from '../core/attempt/attempt.ts'
import { type AttemptPlace, lockAttempt } from '../store/attempts.ts'
import { openNextEpoch } from './open-next-epoch.ts'

/**
 * Opens an attempt for somebody the caller has identified already (a module quiz from the trainee's portal): no entry code.
 * The exam client takes the token from the fragment of its address: `…/exam/#t=<token>`.
 * Refusals: `not-found`, `attempt-over`.
 */
export async function openAttempt(tx: Tx, ctx: Ctx, place: AttemptPlace): Promise<Result<{ readonly token: string }>> {
  const attempt = await lockAttempt(tx, place)
  if (!attempt) return refuse('not-found')
  if (hasEnded(attempt)) return refuse('attempt-over')
  const { token } = await openNextEpoch(tx, ctx, attempt)
  return ok({ token })
}
