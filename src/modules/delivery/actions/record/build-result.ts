import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record as audit } from '../../../audit/index.ts'
import { type Servers, Statement } from '../../core/record/judge-record.ts'
import { type AttemptLine, HeadLine, type SittingRecord, recordLines } from '../../core/record/record.ts'
import { attemptRecords, incidentRecords } from '../../store/record/records.ts'
import type { AttemptPlace } from '../../store/attempts.ts'
import { worldEntries } from '../client/lab/world-entries.ts'
import { auditOf } from './audit-of.ts'
import { recordDigests } from './record-digests.ts'

/** Of which sitting a result is built, where, and by which release. */
export type BuildResult = {
  readonly sittingId: string
  readonly siteCode: string
  readonly engine: string
}

/** What the site has of a sitting now. Rebuilding it from the same rows gives the same, wherever they stand. */
export async function readSittingRecord(tx: Tx, { sittingId, siteCode, engine }: BuildResult): Promise<SittingRecord> {
  const attempts: AttemptLine[] = []
  for await (const one of attemptRecords(tx, sittingId)) attempts.push(await wholeLine(tx, sittingId, one))
  const head = HeadLine.parse({ line: 'head', version: 1, siteCode, sittingId, attempts: attempts.length, engine })
  return { head, attempts, incidents: await incidentRecords(tx, sittingId) }
}

async function wholeLine(tx: Tx, sittingId: string, one: AttemptLine): Promise<AttemptLine> {
  const worlds = await worldEntries(tx, { sittingId, attemptId: one.attempt.id } as AttemptPlace)
  return { ...one, audit: await auditOf(tx, one.attempt.id), ...(worlds.length === 0 ? {} : { worlds }) }
}

/**
 * The result of a sitting that is over, as lines, and the statement both servers and the site manager have to sign.
 * Refusal: `result-not-over` with the number of attempts that have not ended.
 */
export async function buildResult(
  tx: Tx,
  ctx: Ctx,
  { servers = 'one', ...order }: BuildResult & { readonly servers?: Servers },
): Promise<Result<{ readonly lines: readonly string[]; readonly statement: Statement; readonly record: SittingRecord }>> {
  const record = await readSittingRecord(tx, order)
  const open = record.attempts.filter(one => one.attempt.state !== 'handed-in' && one.attempt.state !== 'closed').length
  if (open > 0) return refuse('result-not-over', { count: open })
  const lines = recordLines(record)
  const statement = Statement.parse({
    format: 'zhiheng-result',
    version: 1,
    siteCode: order.siteCode,
    sittingId: order.sittingId,
    lines: lines.length,
    root: recordDigests.rootOf(lines),
    stateDigest: recordDigests.stateDigestOf(record),
    signedAt: ctx.now,
    servers,
  })
  const subject = { kind: 'sitting', id: order.sittingId }
  await audit(tx, ctx, { type: 'result-built', subject, facts: { root: statement.root, attempts: record.attempts.length } })
  return ok({ lines, statement, record })
}
