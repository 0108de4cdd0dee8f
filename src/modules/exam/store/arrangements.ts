import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { type Arrangement, ARRANGEMENT_PHASES, ARRANGEMENT_STATES, type ArrangementPhase } from '../core/arrangement/arrangement.ts'

const sql = sqlFile(import.meta.url, './sittings.sql')
const Fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
const ArrangementRow = z
  .object({
    session_id: z.string(),
    run_id: z.string(),
    fingerprint: z.string(),
    state: z.enum(ARRANGEMENT_STATES),
    phase: z.enum(ARRANGEMENT_PHASES),
    done: z.number(),
    total: z.number(),
    refusal: z.object({ code: z.string(), facts: z.record(z.string(), Fact) }).nullable(),
    touched_at: z.number(),
  })
  .transform((row): Arrangement => {
    const { fingerprint, state, phase, done, total, refusal } = row
    return { runId: row.run_id, fingerprint, state, phase, done, total, refusal, touchedAt: row.touched_at as Instant }
  })

export type Run = { readonly sessionId: string; readonly runId: string; readonly now: Instant }

export function findArrangement(tx: Tx, sessionId: string): Promise<Arrangement | undefined> {
  return sql.maybe(tx, 'find-arrangement', { sessionId }, ArrangementRow)
}

export async function startArrangement(tx: Tx, run: Run & { readonly fingerprint: string; readonly total: number }): Promise<void> {
  await sql.run(tx, 'start-arrangement', run)
}

/** False when the run was cancelled or replaced: it must stop. */
export async function moveArrangement(tx: Tx, run: Run & { readonly phase: ArrangementPhase; readonly done: number }): Promise<boolean> {
  return (await sql.run(tx, 'move-arrangement', run)) === 1
}

export async function endArrangement(
  tx: Tx,
  run: Run & { readonly state: 'done' | 'failed'; readonly refusal: Refusal | null },
): Promise<boolean> {
  return (await sql.run(tx, 'end-arrangement', { ...run, refusal: run.refusal === null ? null : JSON.stringify(run.refusal) })) === 1
}

/** False when nothing is running. */
export async function cancelArrangement(tx: Tx, sessionId: string, now: Instant): Promise<boolean> {
  return (await sql.run(tx, 'cancel-arrangement', { sessionId, now })) === 1
}
