import type { Variable, VariableRole, Variables } from '../declarations/variable.ts'
import { type QtiRefused, qtiFault } from '../fault.ts'
import { typeOf } from '../processing/assign.ts'
import { NULL, float, integer, single } from '../values/value.ts'
import { type GivenValue, readGiven, showGiven } from './given-value.ts'

export type GivenValues = Readonly<Record<string, GivenValue>>

/** All that one attempt leaves behind, as JSON: what an adaptive item needs for the next one, and what a person may check. */
export type ItemState = {
  readonly numAttempts: number
  readonly completionStatus: string
  readonly responses: GivenValues
  readonly outcomes: GivenValues
  readonly templates: GivenValues
  /** After template processing; NULL where the item declares none. */
  readonly correct: GivenValues
  readonly defaults: GivenValues
  /** Outcomes that people or another machine set, so that their value here is no result. */
  readonly scoredElsewhere: readonly string[]
}

const UNDECLARED = {
  role: 'builtin',
  cardinality: 'single',
  defaultValue: NULL,
  correct: NULL,
  mapping: null,
  areaMapping: null,
  lookup: null,
  normalMinimum: null,
  normalMaximum: null,
  scoredBy: null,
} as const satisfies Omit<Variable, 'identifier' | 'baseType' | 'value'>

/** The variables every item has without declaring them. An outcome `completionStatus` that is declared stays what it is. */
export function addBuiltIns(variables: Variables, now: { numAttempts: number; seconds: number; completionStatus: string }): void {
  const put = (identifier: string, rest: Pick<Variable, 'baseType' | 'value'>, cardinality: Variable['cardinality'] = 'single'): void => {
    if (!variables.has(identifier)) variables.set(identifier, { ...UNDECLARED, identifier, cardinality, ...rest })
  }
  put('numAttempts', { baseType: 'integer', value: integer(now.numAttempts) })
  put('duration', { baseType: 'duration', value: single('duration', now.seconds) })
  put('completionStatus', { baseType: 'identifier', value: single('identifier', now.completionStatus) })
  put('QTI_CONTEXT', { baseType: null, value: NULL }, 'record')
}

/** Sets variables of a role from JSON. Fault when one is unknown or of another type. */
export function fill(
  variables: Variables,
  given: Readonly<Record<string, unknown>>,
  { role, part = 'value' }: { role: VariableRole; part?: 'value' | 'correct' | 'defaultValue' },
): QtiRefused | null {
  for (const [identifier, json] of Object.entries(given)) {
    const variable = variables.get(identifier)
    if (variable?.role !== role)
      return qtiFault(role === 'response' ? 'response-unknown' : 'preset-unknown', 'assessmentItem', { identifier })
    const value = readGiven(variable, json)
    if (value === undefined) return qtiFault('response-malformed', 'assessmentItem', { identifier, expected: typeOf(variable) })
    variables.set(identifier, { ...variable, [part]: value })
  }
  return null
}

/** The values of all variables of a role. */
export function shown(variables: Variables, role: VariableRole, part: 'value' | 'correct' | 'defaultValue' = 'value'): GivenValues {
  const chosen = [...variables.values()].filter(variable => variable.role === role)
  return Object.fromEntries(chosen.map(variable => [variable.identifier, showGiven(variable[part])]))
}

export function stateOf(variables: Variables): ItemState {
  return {
    numAttempts: Number(showGiven(variables.get('numAttempts')?.value ?? float(0))),
    completionStatus: String(showGiven(variables.get('completionStatus')?.value ?? NULL)),
    responses: shown(variables, 'response'),
    outcomes: shown(variables, 'outcome'),
    templates: shown(variables, 'template'),
    correct: shown(variables, 'response', 'correct'),
    defaults: { ...shown(variables, 'response', 'defaultValue'), ...shown(variables, 'outcome', 'defaultValue') },
    scoredElsewhere: [...variables.values()].filter(({ scoredBy }) => scoredBy !== null).map(({ identifier }) => identifier),
  }
}
