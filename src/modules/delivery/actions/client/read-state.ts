import { type Result, ok } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type Attempt, hasEnded, isOverdue } from '../../core/attempt/attempt.ts'
import { BROUGHT_HEADER } from '../../core/seb/brought.ts'
import type { AttemptStateView } from '../../core/views.ts'
import { lockAttempt } from '../../store/attempts.ts'
import { openLockOf } from '../../store/seb/seb.ts'
import { closeLocked } from '../close-attempt.ts'
import { identifyBearer } from './identify-bearer.ts'
import { examClient } from '../open-next-epoch.ts'
import { guardSeb } from '../seb/guard-seb.ts'
import { mayGoWithoutSeb } from '../seb/without-seb.ts'
import { type SebStanding, viewState } from './view-state.ts'

type Request = { readonly params: { readonly attemptId: string } }

/**
 * What a client needs to go on; also for a fenced one, which shows it read-only. An overdue attempt is closed on the way. Where Safe Exam
 * Browser is required the work comes only with its proof. Refusals: those of the bearer and of `guardSeb`.
 */
export async function readStateAction(tx: Tx, { params }: Request, ctx: Ctx): Promise<Result<AttemptStateView>> {
  const bearer = await identifyBearer(tx, ctx, { attemptId: params.attemptId, lock: false })
  if (!bearer.ok) return bearer
  const { epoch } = bearer.value
  const locked = bearer.value.attempt.rules.seb === 'required' && (await openLockOf(tx, bearer.value.attempt)) !== undefined
  const overdue = !locked && isOverdue(bearer.value.attempt, ctx.now)
  const attempt = overdue ? await closeByClock(tx, ctx, bearer.value.attempt) : bearer.value.attempt
  const seb = await sebStanding(tx, ctx, { attempt, epoch, locked })
  return seb.ok ? ok(await viewState(tx, ctx, { attempt, epoch, seb: seb.value })) : seb
}

/** A client that brings no proof is told to get one; whoever brings a wrong one meets the consequences. */
async function sebStanding(
  tx: Tx,
  ctx: Ctx,
  { attempt, epoch, locked }: { readonly attempt: Attempt; readonly epoch: number; readonly locked: boolean },
): Promise<Result<SebStanding>> {
  if (attempt.rules.seb === 'off' || hasEnded(attempt)) return ok('off')
  if (locked) return ok('locked-integrity')
  if (ctx.header(BROUGHT_HEADER) === null) return ok((await mayGoWithoutSeb(tx, attempt)) ? 'off' : 'unverified')
  const guarded = await guardSeb(tx, ctx, { attempt, epoch })
  return guarded.ok ? ok('verified') : guarded
}

async function closeByClock(tx: Tx, ctx: Ctx, seen: Attempt): Promise<Attempt> {
  const attempt = (await lockAttempt(tx, seen)) ?? seen
  if (!isOverdue(attempt, ctx.now)) return attempt
  const closed = await closeLocked(tx, { ...ctx, actor: examClient(attempt.attemptId) }, attempt, { reason: 'time-up', note: '' })
  return closed.ok ? closed.value : attempt
}
