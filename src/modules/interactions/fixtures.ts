import { type Dice, diceOf, pick, roll, shuffled } from '../../kernel/dice.ts'
import { type XmlElement, xmlElement } from '../../kernel/xml.ts'
import type { ItemDocument } from './core/interaction-spec.ts'
import { readDeclarations } from './core/qti/declarations/read-declarations.ts'
import { evaluate } from './core/qti/expressions/evaluate.ts'
import type { ItemFacts, Scope } from './core/qti/expressions/scope.ts'
import type { QtiResult } from './core/qti/fault.ts'
import { showGiven } from './core/qti/items/given-value.ts'
import { addBuiltIns, fill } from './core/qti/items/item-state.ts'
import { newWork } from './core/qti/limits.ts'
import { type QtiValue, describe } from './core/qti/values/value.ts'

const TEXTS = ['', ' ', '131', '一百三十一', '１２％', '-0.5', 'CIF', '平台代管货款']

/**
 * A response that resembles `model`: lists lose and exchange entries, ids become other ids of the item, texts become other texts.
 * Most are well formed, some do not belong to the item.
 */
export function likeResponse(model: ItemDocument, publicContent: unknown, dice: Dice): ItemDocument {
  const ids = idsIn(publicContent)
  return varied(model, ids.length === 0 ? ['nobody'] : ids, dice) as ItemDocument
}

function varied(value: unknown, ids: readonly string[], dice: Dice): unknown {
  if (Array.isArray(value))
    return shuffled(value, dice)
      .slice(roll(dice, 3) === 0 ? 1 : 0)
      .map(one => varied(one, ids, dice))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === 'version' ? one : varied(one, ids, dice)]))
  if (typeof value !== 'string' || roll(dice, 2) === 0) return value
  return ids.includes(value) ? pick(ids, dice) : pick(TEXTS, dice)
}

/** Every id that an item shows, at any depth. */
export function idsIn(document: unknown): string[] {
  const found = new Set<string>()
  visit(document, (name, value) => {
    if (name === 'id' && typeof value === 'string') found.add(value)
  })
  return [...found]
}

/** Every text at the leaves of a document, except the words of its own format (`kind`, `type`). */
export function leafTexts(document: unknown): string[] {
  const found: string[] = []
  visit(document, (name, value) => {
    if (typeof value === 'string' && name !== 'kind' && name !== 'type') found.push(value)
  })
  return found
}

function visit(value: unknown, see: (name: string, value: unknown) => void, name = ''): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see, name)
  else if (typeof value === 'object' && value !== null) for (const [own, one] of Object.entries(value)) visit(one, see, own)
  else see(name, value)
}

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
