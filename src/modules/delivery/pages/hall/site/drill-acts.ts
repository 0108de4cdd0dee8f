import type { AnswerOf } from '../../../../../ui/client.ts'
import type { readDrill } from '../../../contract.ts'

export type DrillStepView = AnswerOf<typeof readDrill>['steps'][number]
/** What the server plays by itself; it is begun where the drill is. */
const LOAD = 'load'

export type DrillActs = {
  /** `again`: the limits were missed, and a watch that runs on from the first time would miss them for ever. */
  readonly begin: 'first' | 'again' | null
  readonly load: boolean
  readonly confirm: boolean
  readonly skip: boolean
}

/** What can be done about a step of the drill as it stands. */
export function drillActs(step: Pick<DrillStepView, 'stepId' | 'state' | 'faults' | 'maySkip'>): DrillActs {
  const missed = step.faults.length > 0
  const over = step.state === 'skipped' || (step.state === 'confirmed' && !missed)
  if (over) return { begin: null, load: false, confirm: false, skip: false }
  const waits = step.state === 'open' || missed
  const isLoad = step.stepId === LOAD
  return {
    begin: isLoad || !waits ? null : missed ? 'again' : 'first',
    load: isLoad && waits,
    confirm: step.state === 'measured' || (step.state === 'running' && !isLoad),
    skip: step.maySkip,
  }
}
