import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { type Counted, type Span, spanStart } from '../core/look-up/look-up-budget.ts'

const sql = sqlFile(import.meta.url, './look-up-counts.sql')
const CountRow = z.object({ tries: z.number().int(), misses: z.number().int() })

/** Counts one try of an address in both spans and tells the counts. */
export async function countTry(tx: Tx, addressHash: string, now: Instant): Promise<Record<Span, Counted>> {
  const count = (span: Span) => sql.one(tx, 'count-try', { addressHash, span, startsAt: spanStart(span, now) }, CountRow)
  return { day: await count('day'), minute: await count('minute') }
}

export async function countMiss(tx: Tx, addressHash: string, now: Instant): Promise<void> {
  await sql.run(tx, 'count-miss', { addressHash, span: 'day', startsAt: spanStart('day', now) })
}

/** Forgets all counts that began before an instant. */
export function forgetCounts(tx: Tx, before: Instant): Promise<number> {
  return sql.run(tx, 'forget-counts', { before })
}
