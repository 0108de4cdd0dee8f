import { diceOf } from '../../../../../kernel/dice.ts'
import { type XmlElement, attributeOf, childElements, descendants } from '../../../../../kernel/xml.ts'
import { firstValue, readDeclarations } from '../declarations/read-declarations.ts'
import type { Variables } from '../declarations/variable.ts'
import type { Scope } from '../expressions/scope.ts'
import { type QtiRefused, type QtiResult, qtiFault } from '../fault.ts'
import { type Work, newWork, spend } from '../limits.ts'
import { conform } from '../processing/assign.ts'
import { runRules } from '../processing/run-rules.ts'
import { runTemplate } from '../processing/run-template.ts'
import { type RulesAt, responseRules } from '../processing/standard-rules.ts'
import type { QtiValue } from '../values/value.ts'
import { normalTree } from '../vocabulary/normal-tree.ts'
import { type GivenValues, type ItemState, addBuiltIns, fill, shown, stateOf } from './item-state.ts'

/** One attempt at one item. */
export type ItemRun = {
  /** The root element, `assessmentItem` or `qti-assessment-item`. */
  readonly item: XmlElement
  /** JSON by response identifier; a response that is not named takes its default. Null: no attempt is made, only the start is shown. */
  readonly responses: Readonly<Record<string, unknown>> | null
  /** Same seed, same clone of the item and same outcomes. */
  readonly seed: string
  /** Template variables that are set from here; template processing leaves them alone. */
  readonly templateValues?: Readonly<Record<string, unknown>>
  /** Where the last attempt ended: an adaptive item goes on from its outcomes, every item keeps its template values. */
  readonly before?: ItemState
  readonly seconds?: number
  /** Rules that the item names by an address and that are not the published ones. */
  readonly rulesAt?: RulesAt
}

export type ItemOutcome = { readonly outcomes: GivenValues; readonly state: ItemState }

/** A run without its item. */
type Attempt = Omit<ItemRun, 'item'>

/** An item read once, for any number of runs; runs leave it as it is. */
type OpenItem = { readonly tree: XmlElement; readonly elements: number; readonly declared: QtiResult<Variables> }

/** Processes the responses to an item. Never throws; what cannot be processed is a fault. */
export function runItem({ item, ...run }: ItemRun): QtiResult<ItemOutcome> {
  const runs = itemRuns(item)
  return runs.ok ? runs.value(run) : runs
}

/** The same for many attempts at one item, each from the start and with work of its own; the item is read once. */
export function itemRuns(item: XmlElement): QtiResult<(run: Attempt) => QtiResult<ItemOutcome>> {
  const open = openItem(item)
  if (!open.ok) return open
  return {
    ok: true,
    value: run => {
      const variables = processOpen(open.value, run, { defaults: new Map(), work: newWork() })
      return variables.ok
        ? { ok: true, value: { outcomes: shown(variables.value, 'outcome'), state: stateOf(variables.value) } }
        : variables
    },
  }
}

/** What an assessment brings to an item: defaults of its template variables, and the work that is left for all items. */
export type Surroundings = { readonly defaults: ReadonlyMap<string, QtiValue>; readonly work: Work }

/** The variables after the attempt. */
export function processItem({ item, ...run }: ItemRun, surroundings: Surroundings): QtiResult<Variables> {
  const open = openItem(item)
  return open.ok ? processOpen(open.value, run, surroundings) : open
}

function openItem(root: XmlElement): QtiResult<OpenItem> {
  const tree = normalTree(root)
  if (!tree.ok) return tree
  if (tree.value.name !== 'assessmentItem') return qtiFault('not-an-item', tree.value.name)
  const elements = [...descendants(tree.value)].length
  return { ok: true, value: { tree: tree.value, elements, declared: readDeclarations(tree.value) } }
}

function processOpen({ tree, elements, declared }: OpenItem, run: Attempt, { defaults, work }: Surroundings): QtiResult<Variables> {
  if (!spend(work, elements)) return qtiFault('too-much-work', tree.name)
  if (!declared.ok) return declared
  const variables = new Map(declared.value)
  const scope = scopeOf(run, variables, work)
  const fault = start(tree, run, scope, defaults) ?? (run.responses === null ? null : attempt(tree, run, scope))
  return fault ?? { ok: true, value: variables }
}

function scopeOf(run: Attempt, variables: Variables, work: Work): Scope {
  const preset = new Set(Object.keys(run.templateValues ?? {}))
  return { phase: 'template', variables, preset, dice: diceOf(`${run.seed} template`), work, items: null }
}

/** Everything before the candidate sees the item. */
function start(item: XmlElement, run: Attempt, scope: Scope, defaults: ReadonlyMap<string, QtiValue>): QtiRefused | null {
  const { variables } = scope
  const past = run.before
  const attempts = (past?.numAttempts ?? 0) + (run.responses === null ? 0 : 1)
  const status = past?.completionStatus ?? (run.responses === null ? 'not_attempted' : 'unknown')
  addBuiltIns(variables, { numAttempts: attempts, seconds: run.seconds ?? 0, completionStatus: status })
  const unfit = setDefaults(scope, defaults) ?? fill(variables, run.templateValues ?? {}, { role: 'template' })
  if (unfit) return unfit
  const [processing] = childElements(item, 'templateProcessing')
  const fault = past ? restore(variables, past) : processing ? runTemplate(processing, scope) : null
  if (fault) return fault
  const goesOn = past !== undefined && attributeOf(item, 'adaptive') === 'true'
  for (const variable of variables.values()) {
    if (variable.role !== 'outcome') continue
    const value = firstValue('outcome', variable.cardinality, variable.baseType, variable.defaultValue)
    variables.set(variable.identifier, { ...variable, value })
  }
  return goesOn ? fill(variables, past.outcomes, { role: 'outcome' }) : null
}

function setDefaults({ variables }: Scope, defaults: ReadonlyMap<string, QtiValue>): QtiRefused | null {
  for (const [identifier, given] of defaults) {
    const variable = variables.get(identifier)
    const value = variable?.role === 'template' ? conform(variable, given) : null
    if (variable === undefined || value === null) return qtiFault('preset-unknown', 'templateDefault', { identifier })
    variables.set(identifier, { ...variable, value, defaultValue: value })
  }
  return null
}

function restore(variables: Variables, past: ItemState): QtiRefused | null {
  return (
    fill(variables, past.templates, { role: 'template' }) ??
    fill(variables, past.correct, { role: 'response', part: 'correct' }) ??
    fill(variables, only(variables, past.defaults, 'response'), { role: 'response', part: 'defaultValue' }) ??
    fill(variables, only(variables, past.defaults, 'outcome'), { role: 'outcome', part: 'defaultValue' })
  )
}

function only(variables: Variables, given: GivenValues, role: 'response' | 'outcome'): GivenValues {
  return Object.fromEntries(Object.entries(given).filter(([identifier]) => variables.get(identifier)?.role === role))
}

/** Takes the responses and follows the rules. */
function attempt(item: XmlElement, run: Attempt, scope: Scope): QtiRefused | null {
  const { variables } = scope
  for (const variable of variables.values())
    if (variable.role === 'response') variables.set(variable.identifier, { ...variable, value: variable.defaultValue })
  const fault = fill(variables, run.responses ?? {}, { role: 'response' })
  if (fault) return fault
  const rules = responseRules(item, run.rulesAt)
  if (!rules.ok) return rules
  const course = runRules(rules.value, { ...scope, phase: 'response', preset: new Set(), dice: diceOf(`${run.seed} response`) })
  return course.ok ? null : course
}
