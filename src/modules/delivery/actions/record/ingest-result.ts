import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { plusMinutes } from '../../../../kernel/instant.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record as audit } from '../../../audit/index.ts'
import { type ReceivedResult, type RecordTrust, type Statement, judgeRecord } from '../../core/record/judge-record.ts'
import { ResultReceipt, receiptSigningText } from '../../core/record/purge.ts'
import type { SittingRecord } from '../../core/record/record.ts'
import { type KeptReceipt, copyAttempt, copyIncidents, findReceipt, insertReceipt, packageStands } from '../../store/record/records.ts'
import { takeWorlds } from '../client/lab/world-entries.ts'
import { readSittingRecord } from './build-result.ts'
import { recordDigests } from './record-digests.ts'

/** A result as it came, the keys of its site, and for how many days the site keeps what it has. */
export type IngestResult = ReceivedResult & {
  readonly trust: Pick<RecordTrust, 'siteCode' | 'keys' | 'mayLack'>
  readonly keepDays: number
}

/**
 * Takes a result in at the centre: the rows of the site in the same tables under the same sitting, in one transaction, and a signed receipt.
 * What stands afterwards is read again and must be what the site signed. The same result again gives the same receipt.
 * Refusals: those of `judgeRecord`, `package-unknown`, `result-differs`.
 */
export async function ingestResult(tx: Tx, ctx: Ctx, order: IngestResult): Promise<Result<KeptReceipt>> {
  const judged = judgeRecord(order, { ...recordDigests, ...order.trust })
  if (!judged.ok) return judged
  const { record, statement } = judged.value
  const known = await findReceipt(tx, statement.sittingId)
  if (known !== undefined) return known.receipt.root === statement.root ? ok(known) : refuse('result-differs')
  for (const packageId of new Set(record.attempts.map(one => one.attempt.packageId)))
    if (!(await packageStands(tx, packageId))) return refuse('package-unknown')
  const copied = await copyRecord(tx, ctx, record, statement)
  if (!copied.ok) return copied
  const receipt = receiptOf(ctx, order, statement)
  await insertReceipt(tx, receipt, statement)
  const subject = { kind: 'sitting', id: statement.sittingId }
  await audit(tx, ctx, {
    type: 'result-ingested',
    subject,
    facts: { site: statement.siteCode, root: statement.root, attempts: record.attempts.length },
  })
  return ok(receipt)
}

/** Refusals: `result-differs` when something else stood there before, those of `takeWorlds`. */
async function copyRecord(tx: Tx, ctx: Ctx, record: SittingRecord, { sittingId, siteCode, stateDigest }: Statement): Promise<Result<true>> {
  for (const one of record.attempts) {
    await copyAttempt(tx, sittingId, one)
    const worlds = await takeWorlds(tx, ctx, one)
    if (!worlds.ok) return worlds
  }
  await copyIncidents(tx, sittingId, record.incidents)
  const rebuilt = await readSittingRecord(tx, { sittingId, siteCode, engine: record.head.engine })
  return recordDigests.stateDigestOf(rebuilt) === stateDigest ? ok(true as const) : refuse('result-differs')
}

function receiptOf(ctx: Ctx, { keepDays }: IngestResult, { siteCode, sittingId, root, stateDigest }: Statement): KeptReceipt {
  const receipt = ResultReceipt.parse({
    format: 'zhiheng-result-receipt',
    version: 1,
    siteCode,
    sittingId,
    root,
    stateDigest,
    receivedAt: ctx.now,
    purgeFrom: plusMinutes(ctx.now, keepDays * 24 * 60),
  })
  return { receipt, signature: ctx.ports.keys.sign(Buffer.from(receiptSigningText(receipt))) }
}
