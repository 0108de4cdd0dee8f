import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { BlueprintBody } from '../../core/blueprint/blueprint.ts'
import type { RunEnd, RunProgress } from '../../core/run/run-end.ts'
import { type RunState, RUN_STATES } from '../../core/run/run-states.ts'
import { SaidView } from '../../core/views/blueprint-views.ts'
import { CertificateView, ConflictView, FindingView, RunProgressView } from '../../core/views/run-views.ts'

const sql = sqlFile(import.meta.url, './runs.sql')
const at = z.number().int().transform(instant)
const RunRow = z
  .object({
    run_id: z.string(),
    blueprint_version_id: z.string(),
    blueprint_id: z.string(),
    blueprint_number: z.number().int(),
    body: BlueprintBody,
    state: z.enum(RUN_STATES),
    forms: z.number().int(),
    seed: z.string(),
    seen_items: z.array(z.string()),
    started_by: z.string(),
    started_by_id: z.string(),
    ordered_at: at,
    begun_at: at.nullable(),
    ended_at: at.nullable(),
    beat_at: at,
    cancel_asked: z.boolean(),
    progress: RunProgressView.nullable(),
    failure: SaidView.nullable(),
  })
  .transform(row => ({
    runId: row.run_id,
    blueprintVersionId: row.blueprint_version_id,
    blueprintId: row.blueprint_id,
    blueprintNumber: row.blueprint_number,
    body: row.body,
    state: row.state,
    forms: row.forms,
    seed: row.seed,
    seenItems: row.seen_items,
    startedBy: row.started_by,
    startedById: row.started_by_id,
    orderedAt: row.ordered_at,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
    beatAt: row.beat_at,
    isCancelAsked: row.cancel_asked,
    progress: row.progress,
    failure: row.failure,
  }))
const OutcomeRow = z.object({
  certificate: CertificateView.nullable(),
  conflict: ConflictView.nullable(),
  findings: z.array(FindingView).nullable(),
})
const CancelRow = z.object({ cancel_asked: z.boolean() })
const StateRow = z.object({ state: z.enum(RUN_STATES) })
const IdRow = z.object({ run_id: z.string() })

export type KeptRun = z.output<typeof RunRow>
export type KeptOutcome = z.output<typeof OutcomeRow>
export type NewRun = Pick<KeptRun, 'runId' | 'blueprintVersionId' | 'forms' | 'seed' | 'startedBy' | 'startedById'> & {
  readonly editionId: string
  readonly level: string
  readonly seenItems: readonly string[]
}

export async function insertRun(tx: Tx, run: NewRun, now: Instant): Promise<void> {
  await sql.run(tx, 'insert-run', { ...run, seenItems: JSON.stringify(run.seenItems), now })
}

/** False when it is not queued any more. */
export async function beginRun(tx: Tx, runId: string, now: Instant): Promise<boolean> {
  return (await sql.run(tx, 'begin-run', { runId, now })) === 1
}

/** Renews the beat with how far the run is; says whether to go on, to stop, or that somebody ended the run already. */
export async function beatRun(tx: Tx, runId: string, progress: RunProgress, now: Instant): Promise<'on' | 'cancel' | 'ended'> {
  const row = await sql.maybe(tx, 'beat-run', { runId, progress: JSON.stringify(progress), now }, CancelRow)
  return row === undefined ? 'ended' : row.cancel_asked ? 'cancel' : 'on'
}

/** False when it has ended already. */
export async function endRun(tx: Tx, runId: string, end: RunEnd, now: Instant): Promise<boolean> {
  const { state, progress, failure, certificate, conflict, findings } = end
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const kept = {
    progress: json(progress),
    failure: json(failure),
    certificate: json(certificate),
    conflict: json(conflict),
    findings: json(findings),
  }
  return (await sql.run(tx, 'end-run', { runId, state, now, ...kept })) === 1
}

/** The state in which it was asked to stop; undefined when it has ended already. */
export async function askCancel(tx: Tx, runId: string): Promise<RunState | undefined> {
  return (await sql.maybe(tx, 'ask-cancel', { runId }, StateRow))?.state
}

/** Runs whose process has gone. */
export async function failStaleRuns(
  tx: Tx,
  order: { readonly before: number; readonly now: Instant; readonly failure: z.output<typeof SaidView> },
): Promise<readonly string[]> {
  const rows = await sql.many(tx, 'fail-stale-runs', { ...order, failure: JSON.stringify(order.failure) }, IdRow)
  return rows.map(row => row.run_id)
}

export function findRun(tx: Tx, runId: string): Promise<KeptRun | undefined> {
  return sql.maybe(tx, 'find-run', { runId }, RunRow)
}

export function listRunsAt(
  tx: Tx,
  where: { readonly editionId: string; readonly level: string; readonly blueprintId: string; readonly most: number },
): Promise<KeptRun[]> {
  return sql.many(tx, 'list-runs', where, RunRow)
}

export function findOutcome(tx: Tx, runId: string): Promise<KeptOutcome> {
  return sql.one(tx, 'find-outcome', { runId }, OutcomeRow)
}
