import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { hundredths } from '../../../kernel/marks.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { MarkingRound, MarkingTask, MarkingTaskId } from '../core/marking-task.ts'
import { totalOf } from '../core/practical-criteria.ts'
import type { Script } from '../core/script.ts'

const sql = sqlFile(import.meta.url, './scripts.sql')
const Ask = z.object({
  itemId: z.string(),
  task: z.string(),
  checkId: z.string(),
  say: z.string(),
  best: z.string(),
  most: z
    .number()
    .int()
    .transform(n => hundredths(n)),
})
const ScriptRow = z
  .object({
    sitting_id: z.string(),
    script_id: z.string(),
    attempt_id: z.string(),
    number: z.string(),
    candidate_ref: z.string(),
    site: z.string(),
    level: z.string(),
    institution: z.string().nullable(),
    room_label: z.string(),
    seat_label: z.string(),
    asks: z.array(Ask).nullable(),
    opened_at: z.number().int(),
  })
  .transform((row): Script => ({
    sittingId: row.sitting_id,
    scriptId: row.script_id,
    attemptId: row.attempt_id,
    number: row.number,
    candidateRef: row.candidate_ref,
    site: row.site,
    level: row.level,
    institution: row.institution,
    roomLabel: row.room_label,
    seatLabel: row.seat_label,
    asks: row.asks,
    openedAt: instant(row.opened_at),
  }))
const Mark = z.object({
  mark: z
    .number()
    .int()
    .transform(n => hundredths(n)),
  comment: z.string(),
})
const Sheet = z.object({ accuracy: Mark, procedure: Mark, result: Mark, conduct: Mark })
const TaskRow = z
  .object({
    sitting_id: z.string(),
    task_id: z.string(),
    script_id: z.string(),
    assessor_id: z.string(),
    round: z.number().int(),
    assigned_at: z.number().int(),
    marked_at: z.number().int(),
    sheet: Sheet,
  })
  .transform((row): MarkingTask => ({
    id: row.task_id as MarkingTaskId,
    scriptId: row.script_id,
    assessorId: row.assessor_id,
    round: row.round as MarkingRound,
    assignedAt: instant(row.assigned_at),
    state: { kind: 'marked', at: instant(row.marked_at), sheet: row.sheet },
  }))

export async function insertScript(tx: Tx, script: Script): Promise<void> {
  await sql.run(tx, 'insert-script', { ...script, asks: script.asks === null ? null : JSON.stringify(script.asks) })
}

/** The scripts of a sitting, by their anonymous numbers. */
export function listScripts(tx: Tx, sittingId: string): Promise<Script[]> {
  return sql.many(tx, 'list-scripts', { sittingId }, ScriptRow)
}

/** Scripts opened since an instant, over all sittings. */
export function listRecentScripts(tx: Tx, since: Instant, most: number): Promise<Script[]> {
  return sql.many(tx, 'list-recent-scripts', { since, most }, ScriptRow)
}

export async function findScript(tx: Tx, place: { sittingId: string; scriptId: string }): Promise<Script | undefined> {
  return sql.maybe(tx, 'find-script', { sittingId: place.sittingId, scriptId: place.scriptId }, ScriptRow)
}

/** Locks a script, so that two sheets for it are entered one after the other. */
export function lockScript(tx: Tx, place: { sittingId: string; scriptId: string }): Promise<Script | undefined> {
  return sql.maybe(tx, 'lock-script', place, ScriptRow)
}

/** Every finished task of some sittings. */
export function listTasks(tx: Tx, sittingIds: readonly string[]): Promise<MarkingTask[]> {
  return sql.many(tx, 'list-tasks', { sittingIds }, TaskRow)
}

/** False when the round has its marks already. Only a marked task is ever kept. */
export async function insertTask(tx: Tx, sittingId: string, task: MarkingTask): Promise<boolean> {
  if (task.state.kind !== 'marked') throw new Error(`task ${task.id} has no marks to keep`)
  const { at, sheet } = task.state
  const row = {
    sittingId,
    taskId: task.id,
    scriptId: task.scriptId,
    assessorId: task.assessorId,
    round: task.round,
    assignedAt: task.assignedAt,
    markedAt: at,
    sheet: JSON.stringify(sheet),
    total: totalOf(sheet),
  }
  return (await sql.run(tx, 'insert-task', row)) === 1
}
