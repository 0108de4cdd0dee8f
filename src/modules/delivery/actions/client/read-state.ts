import { type Result, ok } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type Attempt, isOverdue } from '../../core/attempt/attempt.ts'
import type { AttemptStateView } from '../../core/views.ts'
import { lockAttempt } from '../../store/attempts.ts'
import { closeLocked } from '../close-attempt.ts'
import { identifyBearer } from './identify-bearer.ts'
import { examClient } from '../open-next-epoch.ts'
import { viewState } from './view-state.ts'

type Request = { readonly params: { readonly attemptId: string } }

/** What a client needs to go on; also for a fenced one, which shows it read-only. An overdue attempt is closed on the way. */
export async function readStateAction(tx: Tx, { params }: Request, ctx: Ctx): Promise<Result<AttemptStateView>> {
  const bearer = await identifyBearer(tx, ctx, { attemptId: params.attemptId, lock: false })
  if (!bearer.ok) return bearer
  const attempt = isOverdue(bearer.value.attempt, ctx.now) ? await closeByClock(tx, ctx, bearer.value.attempt) : bearer.value.attempt
  return ok(await viewState(tx, ctx, attempt, bearer.value.epoch))
}

async function closeByClock(tx: Tx, ctx: Ctx, seen: Attempt): Promise<Attempt> {
  const attempt = (await lockAttempt(tx, seen)) ?? seen
  if (!isOverdue(attempt, ctx.now)) return attempt
  const closed = await closeLocked(tx, { ...ctx, actor: examClient(attempt.attemptId) }, attempt, { reason: 'time-up', note: '' })
  return closed.ok ? closed.value : attempt
}
