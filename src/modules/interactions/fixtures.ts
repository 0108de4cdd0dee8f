import { diceOf } from '../../kernel/dice.ts'
import { type XmlElement, xmlElement } from '../../kernel/xml.ts'
import { readDeclarations } from './core/qti/declarations/read-declarations.ts'
import { evaluate } from './core/qti/expressions/evaluate.ts'
import type { ItemFacts, Scope } from './core/qti/expressions/scope.ts'
import type { QtiResult } from './core/qti/fault.ts'
import { addBuiltIns, fill } from './core/qti/items/item-state.ts'
import { newWork } from './core/qti/limits.ts'
import { type QtiValue, describe } from './core/qti/values/value.ts'
import { showGiven } from './core/qti/items/given-value.ts'

type Attributes = Readonly<Record<string, string | number | boolean>>

/** An element of the engine's vocabulary: `el('and', TRUE, NONE)` or `el('index', { n: 2 }, list)`. */
export function el(name: string, ...rest: readonly (Attributes | XmlElement | string)[]): XmlElement {
  const [first] = rest
  const hasAttributes = typeof first === 'object' && !('children' in first)
  const attributes = hasAttributes ? Object.fromEntries(Object.entries(first).map(([key, value]) => [key, String(value)])) : {}
  return xmlElement(name, attributes, (hasAttributes ? rest.slice(1) : rest) as (XmlElement | string)[])
}

export function constant(baseType: string, value: unknown): XmlElement {
  return el('baseValue', { baseType }, String(value))
}

export const int = (n: number | string): XmlElement => constant('integer', n)
export const float = (n: number | string): XmlElement => constant('float', n)
export const text = (s: string): XmlElement => constant('string', s)
export const id = (s: string): XmlElement => constant('identifier', s)
export const point = (x: number, y: number): XmlElement => constant('point', `${x} ${y}`)
export const seconds = (n: number): XmlElement => constant('duration', n)
export const TRUE = constant('boolean', true)
export const FALSE = constant('boolean', false)
export const NONE = el('null')

export const multiple = (...parts: readonly XmlElement[]): XmlElement => el('multiple', ...parts)
export const ordered = (...parts: readonly XmlElement[]): XmlElement => el('ordered', ...parts)
export const variable = (identifier: string): XmlElement => el('variable', { identifier })

/** An outcome with a default, which is what it holds at first. */
export function anOutcome(identifier: string, baseType: string, ...values: readonly (string | number)[]): XmlElement {
  const cardinality = values.length > 1 ? 'ordered' : 'single'
  return el(
    'outcomeDeclaration',
    { identifier, cardinality, baseType },
    el('defaultValue', ...values.map(value => el('value', String(value)))),
  )
}

/** A response variable with further parts: `correctResponse`, `mapping` and so on. */
export function aResponse(identifier: string, cardinality: string, baseType: string, ...parts: readonly XmlElement[]): XmlElement {
  return el('responseDeclaration', { identifier, cardinality, baseType }, ...parts)
}

export function correct(...values: readonly (string | number)[]): XmlElement {
  return el('correctResponse', ...values.map(value => el('value', String(value))))
}

/** What an expression can see: the declared variables, with responses from JSON. Unsound declarations throw. */
export function aScope({
  declarations = [],
  responses = {},
  seed = 'seed',
  items = null,
}: {
  declarations?: readonly XmlElement[]
  responses?: Readonly<Record<string, unknown>>
  seed?: string
  items?: readonly ItemFacts[] | null
} = {}): Scope {
  const variables = readDeclarations(el('assessmentItem', ...declarations))
  if (!variables.ok) throw new Error(`unsound declarations: ${JSON.stringify(variables.refusal)}`)
  addBuiltIns(variables.value, { numAttempts: 1, seconds: 12.5, completionStatus: 'unknown' })
  const fault = fill(variables.value, responses, { role: 'response' })
  if (fault) throw new Error(`unsound responses: ${JSON.stringify(fault.refusal)}`)
  return { phase: 'response', variables: variables.value, preset: new Set(), dice: diceOf(seed), work: newWork(), items }
}

/** A value in one line: `integer 5`, `true`, `NULL`, `ordered float [1,2.5]`, `fault too-deep`. */
export function shownValue(outcome: QtiResult<QtiValue>): string {
  if (!outcome.ok) return `fault ${outcome.refusal.code}`
  const { value } = outcome
  if (value.kind === 'null') return 'NULL'
  if (value.kind === 'record') return `record ${JSON.stringify(showGiven(value))}`
  const json = showGiven(value)
  if (value.kind === 'single') return value.baseType === 'boolean' ? String(json) : `${value.baseType} ${String(json)}`
  return `${describe(value)} [${String(json)}]`
}

/** Evaluates an expression and shows what it gives. */
export function valueOf(expression: XmlElement, scope: Scope = aScope()): string {
  return shownValue(evaluate(expression, scope))
}

/** Expression → what it must give. */
export type ExpressionCase = readonly [expression: XmlElement, gives: string]
