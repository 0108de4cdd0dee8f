import { hash } from 'node:crypto'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Attempt } from '../core/attempt/attempt.ts'
import { receiptCode, receiptText, responsesText } from '../core/attempt/hand-in.ts'
import type { Closing } from '../core/protocol/server/book.ts'
import { kickPeer } from './hall/peer/link.ts'
import { actingServer } from './open-next-epoch.ts'
import { addClosing } from '../store/hall/peer/book.ts'
import { type StoredResponse, responsesOf, sealEpochs } from '../store/epochs.ts'

/**
 * Stops all writing to a locked attempt, computes what its receipt vouches for, notes the end with all that was held at this moment, and asks
 * for it to be scored (job `attempt-ended`). `closing`: how it ends, and the epoch that handed in.
 */
export async function sealAttempt(
  tx: Tx,
  ctx: Ctx,
  attempt: Attempt,
  closing: Pick<Closing, 'how' | 'epoch'>,
): Promise<{ readonly receiptCode: string; readonly responsesDigest: string; readonly derived: readonly StoredResponse[] }> {
  await sealEpochs(tx, attempt, ctx.now)
  // read after sealing: a save that was under way has committed by now and is seen
  const derived = await responsesOf(tx, attempt)
  const responses = derived.filter(r => r.kind !== 'mark')
  const responsesDigest = hash('sha256', responsesText(responses), 'hex')
  const facts = { attemptId: attempt.attemptId, packageId: attempt.packageId, endedAt: ctx.now, responsesDigest }
  const code = receiptCode(ctx.ports.keys.mac('delivery-receipt', receiptText(facts)))
  const { origin } = await actingServer(tx)
  await addClosing(tx, attempt, { ...closing, origin, endedAt: ctx.now, receiptCode: code })
  kickPeer(tx, ctx.ports.database)
  await ctx.ports.jobs.enqueue(
    tx,
    'attempt-ended',
    { sittingId: attempt.sittingId, attemptId: attempt.attemptId },
    { key: `attempt-ended:${attempt.attemptId}` },
  )
  return { receiptCode: code, responsesDigest, derived }
}
