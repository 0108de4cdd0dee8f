import { hash } from 'node:crypto'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Attempt } from '../core/attempt/attempt.ts'
import { receiptCode, receiptText, responsesText } from '../core/attempt/hand-in.ts'
import { type StoredResponse, responsesOf, sealEpochs } from '../store/epochs.ts'

/** Stops all writing to a locked attempt, computes what its receipt vouches for, and asks for it to be scored (job `attempt-ended`). */
export async function sealAttempt(
  tx: Tx,
  ctx: Ctx,
  attempt: Attempt,
): Promise<{ readonly receiptCode: string; readonly responsesDigest: string; readonly derived: readonly StoredResponse[] }> {
  await sealEpochs(tx, attempt, ctx.now)
  // read after sealing: a save that was under way has committed by now and is seen
  const derived = await responsesOf(tx, attempt)
  const responses = derived.filter(r => r.kind === 'respond')
  const responsesDigest = hash('sha256', responsesText(responses), 'hex')
  const facts = { attemptId: attempt.attemptId, packageId: attempt.packageId, endedAt: ctx.now, responsesDigest }
  await ctx.ports.jobs.enqueue(
    tx,
    'attempt-ended',
    { sittingId: attempt.sittingId, attemptId: attempt.attemptId },
    { key: `attempt-ended:${attempt.attemptId}` },
  )
  return { receiptCode: receiptCode(ctx.ports.keys.mac('delivery-receipt', receiptText(facts))), responsesDigest, derived }
}
