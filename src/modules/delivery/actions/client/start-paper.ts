import { type Result, ok } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { start } from '../../core/attempt/attempt.ts'
import type { AttemptView } from '../../core/views.ts'
import { kickPeer } from '../hall/peer/link.ts'
import { hallGate } from '../hall/gate.ts'
import { saveProgress } from '../../store/attempts.ts'
import { addStart } from '../../store/hall/peer/book.ts'
import { identifySeatedBearer } from './identify-bearer.ts'
import { actingServer, examClient } from '../open-next-epoch.ts'
import { packageOf, viewAttempt } from './view-state.ts'

type Request = { readonly params: { readonly attemptId: string }; readonly body: { readonly startRef: string } }

/** Starts the clock of the attempt. Refusals: those of the bearer and of `start`. */
export async function startPaperAction(
  tx: Tx,
  { params, body }: Request,
  ctx: Ctx,
): Promise<Result<{ readonly attempt: AttemptView; readonly serverTime: number }>> {
  const bearer = await identifySeatedBearer(tx, ctx, { attemptId: params.attemptId, lock: true })
  if (!bearer.ok) return bearer
  const before = bearer.value.attempt
  const gate = before.state === 'ready' ? await hallGate(tx, before) : ok(true)
  if (!gate.ok) return gate
  const running = start(before, body.startRef, ctx.now)
  if (!running.ok) return running
  if (before.state === 'ready') {
    await saveProgress(tx, running.value)
    const { startedAt, startRef } = running.value
    kickPeer(tx, ctx.ports.database)
    await addStart(tx, before, { origin: (await actingServer(tx)).origin, startedAt, startRef })
    await record(
      tx,
      { ...ctx, actor: examClient(before.attemptId) },
      {
        type: 'attempt-started',
        subject: { kind: 'attempt', id: before.attemptId },
        facts: { sitting: before.sittingId, epoch: before.epoch, startedAt: running.value.startedAt },
      },
    )
  }
  return ok({ attempt: viewAttempt(running.value, await packageOf(tx, running.value, ctx)), serverTime: ctx.now })
}
