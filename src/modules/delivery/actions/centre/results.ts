import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { type TakenResult, countPlayed, deleteUnplayed, receiptsOfSittings } from '../../store/centre/centre.ts'
import { findReceipt } from '../../store/records.ts'
import { type IngestResult, ingestResult } from '../record/ingest-result.ts'

/**
 * Takes in the result of a sitting for which the centre prepared attempts that nobody played here: they make room for those of the
 * site. Refusals: those of `ingestResult`, `sitting-played-here`.
 */
export async function takeSiteResult(
  tx: Tx,
  ctx: Ctx,
  { sittingId, ...order }: IngestResult & { readonly sittingId: string },
): Promise<Awaited<ReturnType<typeof ingestResult>>> {
  if ((await findReceipt(tx, sittingId)) === undefined) {
    const played = await countPlayed(tx, sittingId)
    if (played > 0) return refuse('sitting-played-here', { count: played })
    await deleteUnplayed(tx, sittingId)
    await record(tx, ctx, { type: 'attempts-make-room', subject: { kind: 'sitting', id: sittingId }, facts: {} })
  }
  return ingestResult(tx, ctx, order)
}

/** Which results of these sittings have been taken in. */
export function takenResults(tx: Tx, sittingIds: readonly string[]): Promise<TakenResult[]> {
  return receiptsOfSittings(tx, sittingIds)
}

/** The receipt of a sitting as the text that its site keeps; null where no result was taken. */
export async function receiptText(tx: Tx, sittingId: string): Promise<Result<string>> {
  const kept = await findReceipt(tx, sittingId)
  return kept === undefined ? refuse('not-found') : ok(`${JSON.stringify({ receipt: kept.receipt, signature: kept.signature }, null, 2)}\n`)
}
