import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { Statement } from '../../core/record/judge-record.ts'

const sql = sqlFile(import.meta.url, './results.sql')
const ResultRow = z
  .object({
    id: z.string(),
    root: z.string(),
    state_digest: z.string(),
    statement: Statement,
    signers: z.array(z.string()),
    attempts: z.number(),
    events: z.number(),
    byte_length: z.number(),
    sha256: z.string(),
    built_at: z.number(),
  })
  .transform(row => ({
    resultId: row.id,
    root: row.root,
    stateDigest: row.state_digest,
    statement: row.statement,
    signers: row.signers,
    attempts: row.attempts,
    events: row.events,
    byteLength: row.byte_length,
    sha256: row.sha256,
    builtAt: instant(row.built_at),
  }))
/** A result package that was built here. */
export type KeptResult = z.output<typeof ResultRow>

export async function putResult(tx: Tx, sittingId: string, { statement, signers, ...result }: KeptResult): Promise<void> {
  const row = { sittingId, ...result, statement: JSON.stringify(statement), signers: JSON.stringify(signers) }
  await sql.run(tx, 'put-result', row)
}

/** The newest first. */
export function resultsOf(tx: Tx, sittingId: string): Promise<KeptResult[]> {
  return sql.many(tx, 'results-of-sitting', { sittingId }, ResultRow)
}

/** Undefined for a sitting that is not kept here. */
export async function purgedAt(tx: Tx, sittingId: string): Promise<Instant | null | undefined> {
  const row = await sql.maybe(tx, 'purged-at', { sittingId }, z.object({ purged_at: z.number().nullable() }))
  return row && (row.purged_at === null ? null : instant(row.purged_at))
}

/** From what hangs on others to what they hang on. */
const PURGES = [
  'purge-seb-nonces',
  'purge-seb-locks',
  'purge-seb-sitting',
  'purge-starts',
  'purge-endings',
  'purge-clashes',
  'purge-moves',
  'purge-beats',
  'purge-help-calls',
  'purge-malpractice',
  'purge-hall-credits',
  'purge-halts',
  'purge-acts',
  'purge-candidates',
  'purge-incidents',
  'purge-files',
  'purge-credits',
  'purge-responses',
  'purge-events',
  'purge-epochs',
] as const

/** Deletes every row of a sitting but the sitting itself, its receipt and its results; gives how many attempts there were. */
export async function purgeRows(tx: Tx, sittingId: string, now: Instant): Promise<number> {
  for (const name of PURGES) await sql.run(tx, name, { sittingId })
  const attempts = await sql.run(tx, 'purge-attempts', { sittingId })
  await sql.run(tx, 'mark-purged', { sittingId, now })
  return attempts
}

const FileRow = z.object({ sha256: z.string() }).transform(row => row.sha256)

/** The files that candidates of a sitting added. */
export function filesOfSitting(tx: Tx, sittingId: string): Promise<string[]> {
  return sql.many(tx, 'files-of-sitting', { sittingId }, FileRow)
}

/** Does any attempt name this file? */
export async function isFileNamed(tx: Tx, sha256: string): Promise<boolean> {
  return (await sql.maybe(tx, 'file-elsewhere', { sha256 }, z.object({}))) !== undefined
}
