import type { Readable } from 'node:stream'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { Statement } from '../../core/record/judge-record.ts'
import {
  type CountedAttempt,
  type TakenResult,
  countPlayed,
  deleteUnplayed,
  ledgerAttempts as readLedgerAttempts,
  receiptsOfSittings,
} from '../../store/hall/sites.ts'
import { findReceipt } from '../../store/record/records.ts'
import { type IngestResult, ingestResult } from '../record/ingest-result.ts'
import { openResult } from '../record/result-file.ts'

/** The job that follows a result taken in; its payload is `{ sittingId }`. */
export const RESULT_TAKEN_TASK = 'result-taken'

/** Of which sitting of which site a result package says it is. Nothing in it is believed yet. Refusals: those of `openResult`. */
export async function peekResult(sealed: Readable, identity: string): Promise<Result<Pick<Statement, 'siteCode' | 'sittingId'>>> {
  let said: Pick<Statement, 'siteCode' | 'sittingId'> | null = null
  // what follows the first line is not read: the package is opened a second time by whoever judges it
  const enough = refuse('result-not-one')
  const read = await openResult<never>(sealed, identity, {
    onRecord: async ({ statement }) => {
      said = statement
      return enough
    },
    onFile: async () => undefined,
  })
  return said === null && !read.ok ? read : ok(said ?? { siteCode: '', sittingId: '' })
}

/**
 * Takes in the result of a sitting for which the centre prepared attempts that nobody played here: they make room for those of the
 * site, and a job follows. The same result again gives the same receipt. Refusals: those of `ingestResult`, `sitting-played-here`.
 */
export async function takeSiteResult(
  tx: Tx,
  ctx: Ctx,
  { sittingId, ...order }: IngestResult & { readonly sittingId: string },
): Promise<Awaited<ReturnType<typeof ingestResult>>> {
  const fresh = (await findReceipt(tx, sittingId)) === undefined
  if (fresh) {
    const played = await countPlayed(tx, sittingId)
    if (played > 0) return refuse('sitting-played-here', { count: played })
    await deleteUnplayed(tx, sittingId)
    await record(tx, ctx, { type: 'attempts-make-room', subject: { kind: 'sitting', id: sittingId }, facts: {} })
  }
  const taken = await ingestResult(tx, ctx, order)
  if (taken.ok && fresh) await ctx.ports.jobs.enqueue(tx, RESULT_TAKEN_TASK, { sittingId }, { key: `${RESULT_TAKEN_TASK}:${sittingId}` })
  return taken
}

/** Which results of these sittings have been taken in. */
export function takenResults(tx: Tx, sittingIds: readonly string[]): Promise<TakenResult[]> {
  return receiptsOfSittings(tx, sittingIds)
}

/** The attempts of a sitting as they stand here, counted anew for the completeness ledger. */
export function ledgerAttempts(tx: Tx, sittingId: string): Promise<CountedAttempt[]> {
  return readLedgerAttempts(tx, sittingId)
}
