import { z } from 'zod'
import { instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import type { AttemptId } from '../../core/attempt/attempt.ts'
import type { LateDecision } from '../../core/record/late-events.ts'

const sql = sqlFile(import.meta.url, './late.sql')
/** The kind of act by which two persons decide about events that came after the end. */
export const LATE_DECIDED = 'late-events-decided'

const DecisionRow = z
  .object({
    id: z.string(),
    facts: z.object({ attempt: z.string(), take: z.boolean(), places: z.string(), reason: z.string(), note: z.string() }),
    done_by: z.string(),
    witness: z.string().nullable(),
    done_at: z.number().transform(ms => instant(ms)),
  })
  .transform((row): LateDecision => ({
    actId: row.id,
    attemptId: row.facts.attempt,
    take: row.facts.take,
    places: row.facts.places,
    reason: row.facts.reason,
    note: row.facts.note,
    by: row.done_by,
    witness: row.witness ?? '',
    at: row.done_at,
  }))

/** Every decision of a sitting about late events, the earliest first. They are acts of the hall, so the peer hears of them as of those. */
export function lateDecisionsOf(tx: Tx, sittingId: string): Promise<LateDecision[]> {
  return sql.many(tx, 'late-decisions', { sittingId }, DecisionRow)
}

/** Attempts of a sitting that hold an event which came after the end. */
export async function attemptsWithLate(tx: Tx, sittingId: string): Promise<ReadonlySet<AttemptId>> {
  const rows = await sql.many(tx, 'attempts-with-late', { sittingId }, z.object({ attempt_id: z.string() }))
  return new Set(rows.map(row => row.attempt_id as AttemptId))
}
