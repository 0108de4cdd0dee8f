import type { BodyOf, ParamsOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { submitMarks } from '../contract.ts'
import { type MarkingTask, type MarkingTaskId, assignMarking, enterMarks } from '../core/marking-task.ts'
import { practicalMarks } from '../core/paper-result.ts'
import { type MarkSheet, markSheet } from '../core/practical-criteria.ts'
import { type Script, mayMarkScript } from '../core/script.ts'
import { insertScore } from '../store/scores.ts'
import { insertTask, listTasks, lockScript } from '../store/scripts.ts'

/**
 * Enters an assessor's marks on a script: whoever marks it first has it, and the marks stand from then on.
 * Refusals: `script-unknown`, `nothing-asked`, `already-marked`, `assessor-of-institution`, `assessor-is-candidate`, `mark-sheet-invalid` with field faults.
 */
export async function submitSheet(
  tx: Tx,
  request: { params: ParamsOf<typeof submitMarks>; body: BodyOf<typeof submitMarks> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof submitMarks>>> {
  const { actor } = ctx
  const script = await lockScript(tx, request.params)
  if (script === undefined || actor.kind !== 'person') return refuse('script-unknown')
  const others = await listTasks(tx, [script.sittingId])
  const allowed = mayMarkScript(actor, script, others)
  if (!allowed.ok) return allowed
  const sheet = markSheet(request.body.sheet)
  if (!sheet.ok) return sheet
  const task = markedBy(ctx, actor.personId, { script, sheet: sheet.value, others })
  if (!task.ok) return task
  if (!(await insertTask(tx, script.sittingId, task.value))) return refuse('already-marked')
  return ok(await keepScore(tx, ctx, script, sheet.value))
}

function markedBy(
  ctx: Ctx,
  assessorId: string,
  work: { readonly script: Script; readonly sheet: MarkSheet; readonly others: readonly MarkingTask[] },
): Result<MarkingTask> {
  const { scriptId, candidateRef } = work.script
  const ties = { candidateId: candidateRef, teacherIds: [], relativeIds: [] }
  const task = assignMarking({ id: newId() as MarkingTaskId, scriptId, assessorId, round: 1, assignedAt: ctx.now }, ties, work.others)
  return task.ok ? enterMarks(task.value, { by: assessorId, at: ctx.now, sheet: work.sheet }) : task
}

async function keepScore(tx: Tx, ctx: Ctx, script: Script, sheet: MarkSheet): Promise<ReplyOf<typeof submitMarks>> {
  const marks = practicalMarks(sheet)
  const { sittingId, attemptId, candidateRef, level, number } = script
  if (
    !(await insertScore(
      tx,
      { sittingId, attemptId, candidateRef, paper: 'practical', by: 'assessor', editionId: null, level, ...marks, items: [], skills: [] },
      ctx.now,
    ))
  )
    throw new Error(`script ${number} had marks without a task`)
  const facts = { sitting: sittingId, script: number, total: marks.score, criteria: marks.areas.map(area => `${area.area}=${area.score}`) }
  await record(tx, ctx, { type: 'script-marked', subject: { kind: 'attempt', id: attemptId }, facts })
  return { number, total: marks.score, maximum: marks.maximum }
}
