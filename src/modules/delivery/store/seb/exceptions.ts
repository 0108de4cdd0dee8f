import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'

const sql = sqlFile(import.meta.url, './exceptions.sql')
/** The kind of act by which two persons let somebody go on without Safe Exam Browser. */
export const WITHOUT_SEB = 'allowed-without-seb'

export type SebException = {
  readonly attemptId: string
  readonly reason: string
  readonly by: string
  readonly witness: string
  readonly at: Instant
}
const ExceptionRow = z
  .object({
    facts: z.object({ attempt: z.string(), reason: z.string() }),
    done_by: z.string(),
    witness: z.string().nullable(),
    done_at: z.number(),
  })
  .transform((row): SebException => ({
    attemptId: row.facts.attempt,
    reason: row.facts.reason,
    by: row.done_by,
    witness: row.witness ?? '',
    at: instant(row.done_at),
  }))

/** Every exception of a sitting. They are acts of the hall, so both servers know of them. */
export function exceptionsOfSitting(tx: Tx, sittingId: string): Promise<SebException[]> {
  return sql.many(tx, 'seb-exceptions', { sittingId }, ExceptionRow)
}
