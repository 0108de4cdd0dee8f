import type { Brand } from '../../../kernel/brand.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { advance, type Transitions } from '../../../kernel/states.ts'
import type { MarkSheet } from './practical-criteria.ts'

export type MarkingTaskId = Brand<string, 'MarkingTaskId'>
/** First and second mark are given blind to each other; the third is the adjudication (仲裁). */
export type MarkingRound = 1 | 2 | 3

/** assigned ──mark──▶ marked. A mark is never changed: who disagrees adjudicates. */
export type MarkingState = { readonly kind: 'assigned' } | { readonly kind: 'marked'; readonly at: Instant; readonly sheet: MarkSheet }
const STATES: Transitions<MarkingState['kind'], 'mark'> = { assigned: { mark: 'marked' }, marked: {} }

/** One assessor's work on one anonymised script. `scriptId` says nothing about the candidate. */
export type MarkingTask = {
  readonly id: MarkingTaskId
  readonly scriptId: string
  readonly assessorId: string
  readonly round: MarkingRound
  readonly assignedAt: Instant
  readonly state: MarkingState
}

/** Who stands too near to a script. Known to whoever assigns, never to the assessor. */
export type ScriptTies = { readonly candidateId: string; readonly teacherIds: readonly string[]; readonly relativeIds: readonly string[] }

/**
 * Gives a script to an assessor. Refuses `assessor-is-candidate`, `assessor-taught-candidate`, `assessor-related`,
 * `assessor-has-script` (already on it in another round) and `round-assigned`.
 */
export function assignMarking(draft: Omit<MarkingTask, 'state'>, ties: ScriptTies, others: readonly MarkingTask[]): Result<MarkingTask> {
  const { assessorId } = draft
  if (assessorId === ties.candidateId) return refuse('assessor-is-candidate')
  if (ties.teacherIds.includes(assessorId)) return refuse('assessor-taught-candidate')
  if (ties.relativeIds.includes(assessorId)) return refuse('assessor-related')
  const onScript = others.filter(t => t.scriptId === draft.scriptId)
  if (onScript.some(t => t.assessorId === assessorId)) return refuse('assessor-has-script')
  if (onScript.some(t => t.round === draft.round)) return refuse('round-assigned', { round: draft.round })
  return ok({ ...draft, state: { kind: 'assigned' } })
}

/** Enters the marks. Refuses `task-of-another` and `already-marked`. */
export function enterMarks(
  task: MarkingTask,
  entry: { readonly by: string; readonly at: Instant; readonly sheet: MarkSheet },
): Result<MarkingTask> {
  if (entry.by !== task.assessorId) return refuse('task-of-another')
  if (!advance(STATES, task.state.kind, 'mark').ok) return refuse('already-marked')
  return ok({ ...task, state: { kind: 'marked', at: entry.at, sheet: entry.sheet } })
}
