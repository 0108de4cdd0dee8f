import type { Readable } from 'node:stream'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../platform/db/database.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { judgeRecord } from '../../core/record/judge-record.ts'
import { filesOfLine } from '../../core/record/record.ts'
import { type ResultEnvelope, judgeWords } from '../../core/record/result-file.ts'
import type { KeptReceipt } from '../../store/record/records.ts'
import type { IngestResult } from './ingest-result.ts'
import { recordDigests } from './record-digests.ts'
import { openResult } from './result-file.ts'

/** A result package as it came, of which site it is said to be, and the identity that opens it. */
export type TakeResultFile = {
  readonly sealed: Readable
  readonly identity: string
  readonly siteCode: string
  /** Null where any sitting of the site is taken (a stick). */
  readonly sittingId: string | null
  /** The enrolled signing key of the site (hex). */
  readonly siteKey: string
  readonly keepDays: number
  readonly ingest: (tx: Tx, ctx: Ctx, order: IngestResult & { readonly sittingId: string }) => Promise<Result<KeptReceipt>>
}

/**
 * Opens a result package, judges it before the first file of a candidate is kept, and takes it in: rows in one transaction, files beside
 * them. From an upload or from a stick. Refusals: those of `openResult`, `judgeWords`, `judgeRecord` and `ingestResult`, `result-file-missing`.
 */
export async function takeResultFile(ctx: Ctx, order: TakeResultFile): Promise<Result<KeptReceipt>> {
  const read = await openResult(order.sealed, order.identity, {
    onRecord: async (envelope, lines) => judgeWhole(envelope, lines, order),
    onFile: async bytes => void (await ctx.ports.files.put(bytes)),
  })
  if (!read.ok) return read
  return ctx.ports.database.transact<Result<KeptReceipt>>(async tx => {
    const ingested = await order.ingest(tx, ctx, read.value)
    if (!ingested.ok) throw new RolledBack(ingested)
    return ingested
  })
}

type Judged = IngestResult & { readonly sittingId: string }

/** A site may have one server, or have lost one: either may be missing, not both. */
const MAY_LACK = ['server-1', 'server-2'] as const

async function judgeWhole(envelope: ResultEnvelope, lines: readonly string[], order: TakeResultFile): Promise<Result<Judged>> {
  const { siteCode, siteKey, keepDays } = order
  const words = judgeWords(envelope, siteKey, isSignedBy)
  if (!words.ok) return words
  const { keys, signatures } = words.value
  const trust = { siteCode, keys, mayLack: MAY_LACK }
  const result = { sittingId: envelope.statement.sittingId, statement: envelope.statement, signatures, lines, trust, keepDays }
  const judged = judgeRecord(result, { ...recordDigests, ...trust })
  if (!judged.ok) return judged
  if (order.sittingId !== null && order.sittingId !== judged.value.statement.sittingId) return refuse('result-altered')
  const carried = new Set(envelope.files.map(file => file.sha256))
  const named = new Set(judged.value.record.attempts.flatMap(one => filesOfLine(one).map(file => file.sha256)))
  const missing = [...named].filter(sha256 => !carried.has(sha256)).length
  return missing > 0 ? refuse('result-file-missing', { count: missing }) : ok(result)
}
