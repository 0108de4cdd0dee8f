import { diceOf } from '../../../../../kernel/dice.ts'
import { childElements } from '../../../../../kernel/xml.ts'
import { readDeclarations } from '../declarations/read-declarations.ts'
import type { ItemFacts, Scope } from '../expressions/scope.ts'
import { type QtiResult, qtiFault } from '../fault.ts'
import { type GivenValues, type ItemState, shown, stateOf } from '../items/item-state.ts'
import { QTI_LIMITS, newWork } from '../limits.ts'
import { normalTree } from '../vocabulary/normal-tree.ts'
import { type Journey, type TestRun, processOutcomes } from './journey.ts'
import { readStretches } from './read-assessment.ts'
import { walkStretches } from './walk.ts'

export type TestOutcome = {
  readonly outcomes: GivenValues
  /** The items in the order in which they were met. */
  readonly items: readonly { readonly identifier: string; readonly state: ItemState }[]
}

/** Selects, processes each item, and processes the outcomes of the whole. Never throws. */
export function runTest(run: TestRun): QtiResult<TestOutcome> {
  const tree = normalTree(run.assessment)
  if (!tree.ok) return tree
  if (tree.value.name !== 'assessmentTest') return qtiFault('not-an-assessment', tree.value.name)
  const variables = readDeclarations(tree.value)
  if (!variables.ok) return variables
  const stretches = readStretches(tree.value)
  if (!stretches.ok) return stretches
  const met: ItemFacts[] = []
  const dice = diceOf(`${run.seed} assessment`)
  const scope: Scope = {
    phase: 'outcome',
    variables: variables.value,
    preset: new Set(),
    dice,
    work: newWork(QTI_LIMITS.assessmentSteps),
    items: met,
  }
  const [processing] = childElements(tree.value, 'outcomeProcessing')
  const journey: Journey = { run, scope, met, outcomeRules: processing ? childElements(processing) : [] }
  const fault = walkStretches(stretches.value, journey)
  if (fault) return fault
  const course = processOutcomes(journey)
  if (!course.ok) return course
  const items = met.map(item => ({ identifier: item.identifier, state: stateOf(item.variables) }))
  return { ok: true, value: { outcomes: shown(variables.value, 'outcome'), items } }
}
