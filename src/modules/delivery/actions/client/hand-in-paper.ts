import { type Result, ok } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { type Ended, hasEnded } from '../../core/attempt/attempt.ts'
import { mayHandIn } from '../../core/attempt/hand-in.ts'
import type { ReceiptView } from '../../core/views.ts'
import { saveProgress } from '../../store/attempts.ts'
import { responsesOf, storedThroughOf } from '../../store/epochs.ts'
import { sealAttempt } from '../seal-attempt.ts'
import { identifySeatedBearer } from './identify-bearer.ts'
import { examClient } from '../open-next-epoch.ts'
import { packageOf, viewReceipt } from './view-state.ts'

type Request = {
  readonly params: { readonly attemptId: string }
  readonly body: { readonly lastSeq: number; readonly by: 'candidate' | 'clock' }
}

/**
 * Ends the attempt and gives the receipt. Repeated, it gives the same receipt: a lost reply must not frighten anybody.
 * Refusals: those of the bearer and of `mayHandIn`.
 */
export async function handInPaperAction(tx: Tx, { params, body }: Request, ctx: Ctx): Promise<Result<ReceiptView>> {
  const bearer = await identifySeatedBearer(tx, ctx, { attemptId: params.attemptId, lock: true })
  if (!bearer.ok) return bearer
  const { attempt, epoch } = bearer.value
  const paper = await packageOf(tx, attempt, ctx)
  if (hasEnded(attempt)) return ok(receiptOf(viewReceipt(attempt, await responsesOf(tx, attempt), paper)))
  const stored = await storedThroughOf(tx, attempt)
  const storedThrough = stored.find(one => one.epoch === epoch)?.through ?? 0
  const running = mayHandIn(attempt, { by: body.by, lastSeq: body.lastSeq, storedThrough }, ctx.now)
  if (!running.ok) return running
  const sealed = await sealAttempt(tx, ctx, attempt, { how: body.by, epoch })
  const ended: Ended = { ...running.value, state: 'handed-in', endedAt: ctx.now, by: body.by, receiptCode: sealed.receiptCode }
  await saveProgress(tx, ended)
  await record(
    tx,
    { ...ctx, actor: examClient(attempt.attemptId) },
    {
      type: 'attempt-handed-in',
      subject: { kind: 'attempt', id: attempt.attemptId },
      facts: {
        sitting: attempt.sittingId,
        by: body.by,
        receipt: sealed.receiptCode,
        responses: sealed.responsesDigest,
        events: storedThrough,
      },
    },
  )
  return ok(receiptOf(viewReceipt(ended, sealed.derived, paper)))
}

function receiptOf(receipt: ReceiptView | null): ReceiptView {
  if (!receipt) throw new Error('an ended attempt has a receipt')
  return receipt
}
