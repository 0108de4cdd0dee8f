import type { Instant } from '../../../../kernel/instant.ts'
import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type DrillValue, drillFaults } from './certificate.ts'
import { type DrillStep, DRILL_SCRIPT } from './script.ts'

export const STEP_STATES = ['open', 'running', 'measured', 'confirmed', 'skipped'] as const
export type StepState = (typeof STEP_STATES)[number]

/** A step of a drill as far as it has come. `measured`: the server has its values, people have not confirmed it yet. */
export type StepRecord = {
  readonly stepId: string
  readonly state: StepState
  readonly beganAt: Instant | null
  readonly values: readonly DrillValue[]
  /** What went wrong, or why it was skipped; empty otherwise. */
  readonly note: string
  readonly doneBy: string | null
  readonly witness: string | null
  readonly doneAt: Instant | null
}

export function stepOf(stepId: string): DrillStep | undefined {
  return DRILL_SCRIPT.find(step => step.stepId === stepId)
}

/** All steps of the script in their order; what has not been begun is open. */
export function allSteps(records: readonly StepRecord[]): StepRecord[] {
  return DRILL_SCRIPT.map(({ stepId }) => records.find(one => one.stepId === stepId) ?? openStep(stepId))
}

function openStep(stepId: string): StepRecord {
  return { stepId, state: 'open', beganAt: null, values: [], note: '', doneBy: null, witness: null, doneAt: null }
}

/** What the site is, as far as the script asks. */
export type DrillSite = {
  readonly hasPeer: boolean
  /** The profile that this server runs by may keep a site alone. */
  readonly mayBeAlone: boolean
}

/** May a step be left out? Only the swap of a second server, where there is none and none is asked for. Refusal: `drill-step-needed`. */
export function maySkip(stepId: string, { hasPeer, mayBeAlone }: DrillSite): Result<true> {
  return stepId === 'server-swap' && !hasPeer && mayBeAlone
    ? ok(true)
    : refuse('drill-step-needed', { step: stepOf(stepId)?.name.zh ?? stepId })
}

/**
 * Joins what people measured to what the server did. Refusals: `drill-values-foreign` for a measure that is not theirs to take in this
 * step, `drill-values-missing` with every one that is lacking.
 */
export function joinValues(
  step: DrillStep,
  taken: readonly DrillValue[],
  given: readonly { readonly measureId: string; readonly value: number }[],
): Result<DrillValue[]> {
  const theirs = step.measures.filter(measure => measure.by === 'people').map(measure => measure.measureId)
  const foreign = given.filter(one => !theirs.includes(one.measureId))
  if (foreign.length > 0) return refuse('drill-values-foreign', { measures: foreign.map(one => one.measureId) })
  const all = [...taken, ...given.map(one => ({ stepId: step.stepId, ...one }))]
  const missing = step.measures.filter(measure => !all.some(one => one.measureId === measure.measureId))
  if (missing.length === 0) return ok(all)
  return refuse('drill-values-missing', { measures: missing.map(measure => measure.name.zh) })
}

/** Limits of this step that its values do not keep: it is confirmed all the same, and done again before a certificate is given. */
export function stepFaults(record: StepRecord): FieldFault[] {
  return record.state === 'confirmed' ? drillFaults(record.values).filter(fault => fault.path.startsWith(`${record.stepId}.`)) : []
}

/** Everything that keeps a drill from its certificate: steps nobody has confirmed, and limits that were missed. */
export function openFaults(records: readonly StepRecord[]): FieldFault[] {
  return allSteps(records).flatMap(record => {
    const name = stepOf(record.stepId)?.name ?? { zh: record.stepId, en: record.stepId }
    if (record.state === 'skipped') return []
    if (record.state === 'confirmed') return stepFaults(record)
    return [{ path: record.stepId, zh: `${name.zh}尚未确认，请完成这一步。`, en: `${name.en} has not been confirmed; do this step.` }]
  })
}
