import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { SealBroken, openSealed } from '../../../../platform/sealing/age-file.ts'
import { record } from '../../../audit/index.ts'
import { type ReceivedResult, Statement } from '../../core/record/judge-record.ts'
import { jsonOf } from '../../core/seal/judge-manifest.ts'
import {
  type CountedAttempt,
  type TakenResult,
  countPlayed,
  deleteUnplayed,
  ledgerAttempts as readLedgerAttempts,
  receiptsOfSittings,
} from '../../store/centre/centre.ts'
import { findReceipt } from '../../store/record/records.ts'
import { type IngestResult, ingestResult } from '../record/ingest-result.ts'

/** The job that follows a result taken in; its payload is `{ sittingId }`. */
export const RESULT_TAKEN_TASK = 'result-taken'

/** A result as it came in a file, and of which sitting of which site it says it is. */
export type ResultFile = { readonly received: ReceivedResult; readonly siteCode: string; readonly sittingId: string }

/**
 * Opens a result file sealed to the centre: one line with statement and signatures, then the lines of the record. Nothing in it is
 * believed yet. Refusals: `result-unreadable`, `result-statement`.
 */
export async function readResultFile(bytes: Buffer, identity: string): Promise<Result<ResultFile>> {
  const text = await opened(bytes, identity)
  if (text === null) return refuse('result-unreadable')
  const [first = '', ...lines] = text.split('\n').filter(line => line !== '')
  const head = jsonOf(first)
  if (typeof head !== 'object' || head === null || !('statement' in head) || !('signatures' in head)) return refuse('result-statement')
  const statement = Statement.safeParse(head.statement)
  if (!statement.success) return refuse('result-statement')
  const { siteCode, sittingId } = statement.data
  return ok({ received: { statement: head.statement, signatures: head.signatures, lines }, siteCode, sittingId })
}

async function opened(bytes: Buffer, identity: string): Promise<string | null> {
  try {
    return (await buffer(openSealed(Readable.from([bytes]), identity))).toString()
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
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
