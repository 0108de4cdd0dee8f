import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { AttemptId, SittingId } from '../core/attempt/attempt.ts'
import { type Incident, IncidentKind } from '../core/attempt/incident.ts'

const sql = sqlFile(import.meta.url, './incidents.sql')
const IncidentRow = z.object({
  id: z.string(),
  attempt_id: z.string().nullable(),
  kind: IncidentKind,
  note: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  recorded_by: z.string(),
  recorded_at: z.number(),
})

export async function insertIncident(tx: Tx, incident: Incident): Promise<void> {
  await sql.run(tx, 'insert-incident', { ...incident, facts: JSON.stringify(incident.facts) })
}

export async function incidentsOfSitting(tx: Tx, sittingId: SittingId): Promise<Incident[]> {
  const rows = await sql.many(tx, 'incidents-of-sitting', { sittingId }, IncidentRow)
  return rows.map(row => ({
    sittingId,
    id: row.id,
    attemptId: row.attempt_id as AttemptId | null,
    kind: row.kind,
    note: row.note,
    facts: row.facts,
    recordedBy: row.recorded_by,
    recordedAt: instant(row.recorded_at) satisfies Instant,
  }))
}
