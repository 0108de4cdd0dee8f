import { type XmlElement, childElements } from '../../../../../kernel/xml.ts'
import { lookUp } from '../declarations/lookup-table.ts'
import type { VariableRole } from '../declarations/variable.ts'
import { evaluate } from '../expressions/evaluate.ts'
import type { Scope } from '../expressions/scope.ts'
import { type QtiRefused, type QtiResult, qtiFault } from '../fault.ts'
import { spend } from '../limits.ts'
import { type QtiValue, isTrue, numbersOf } from '../values/value.ts'
import { neededAttribute } from '../vocabulary/attributes.ts'
import { type Part, assign } from './assign.ts'

/** Whether the rules ran to their end or were left by an exit rule. */
export type Course = 'done' | 'exit'

type Setter = { readonly part: Part; readonly roles: readonly VariableRole[] }

/** The rules of each kind of processing; conditions are built alike in all of them. */
const KINDS: Readonly<
  Record<Scope['phase'], { readonly start: string; readonly exit: string; readonly setters: Readonly<Record<string, Setter>> }>
> = {
  response: { start: 'response', exit: 'exitResponse', setters: { setOutcomeValue: { part: 'value', roles: ['outcome', 'builtin'] } } },
  outcome: { start: 'outcome', exit: 'exitTest', setters: { setOutcomeValue: { part: 'value', roles: ['outcome'] } } },
  template: {
    start: 'template',
    exit: 'exitTemplate',
    setters: {
      setTemplateValue: { part: 'value', roles: ['template'] },
      setCorrectResponse: { part: 'correct', roles: ['response'] },
      setDefaultValue: { part: 'defaultValue', roles: ['response', 'outcome', 'template'] },
    },
  },
}

/** Every rule of a kind of processing; what stands elsewhere in it is an expression. */
export function ruleNames(phase: Scope['phase']): readonly string[] {
  const { start, exit, setters } = KINDS[phase]
  const parts = ['Condition', 'If', 'ElseIf', 'Else', 'ProcessingFragment'].map(end => `${start}${end}`)
  return [...parts, exit, ...Object.keys(setters), ...(phase === 'template' ? ['templateConstraint'] : ['lookupOutcomeValue'])]
}

/** Follows the rules in order; later ones see what earlier ones have set. */
export function runRules(rules: readonly XmlElement[], scope: Scope): QtiResult<Course> {
  for (const rule of rules) {
    const course = runRule(rule, scope)
    if (!course.ok || course.value === 'exit') return course
  }
  return { ok: true, value: 'done' }
}

export function runRule(rule: XmlElement, scope: Scope): QtiResult<Course> {
  if (!spend(scope.work, 1)) return qtiFault('too-much-work', rule.name)
  const { start, exit, setters } = KINDS[scope.phase]
  if (rule.name === exit) return { ok: true, value: 'exit' }
  if (rule.name === `${start}Condition`) return runCondition(rule, scope)
  if (rule.name === `${start}ProcessingFragment`) return runRules(childElements(rule), scope)
  if (rule.name === 'lookupOutcomeValue' && scope.phase !== 'template') return after(runLookup(rule, scope))
  if (rule.name === 'include') return qtiFault('element-unsupported', rule.name, { why: 'include' })
  const setter = Object.hasOwn(setters, rule.name) ? setters[rule.name] : undefined
  return setter === undefined ? qtiFault('element-unknown', rule.name) : after(runSetter(rule, scope, setter))
}

function after(fault: QtiRefused | null): QtiResult<Course> {
  return fault ?? { ok: true, value: 'done' }
}

/** The first part whose expression is true, or the last one if it has none. NULL is not true. */
function runCondition(condition: XmlElement, scope: Scope): QtiResult<Course> {
  const { start } = KINDS[scope.phase]
  for (const part of childElements(condition)) {
    if (part.name === `${start}Else`) return runRules(childElements(part), scope)
    if (part.name !== `${start}If` && part.name !== `${start}ElseIf`) return qtiFault('element-unknown', part.name)
    const [expression, ...rules] = childElements(part)
    if (expression === undefined) return qtiFault('operands-miscounted', part.name, { expected: '1', found: 0 })
    const value = booleanOf(expression, scope)
    if (!value.ok) return value
    if (value.value) return runRules(rules, scope)
  }
  return { ok: true, value: 'done' }
}

/** The truth of an expression that must be a single boolean. */
export function booleanOf(expression: XmlElement, scope: Scope): QtiResult<boolean> {
  const value = evaluate(expression, scope)
  if (!value.ok) return value
  const { kind } = value.value
  const isBoolean = kind === 'null' || (kind === 'single' && value.value.baseType === 'boolean')
  return isBoolean
    ? { ok: true, value: isTrue(value.value) }
    : qtiFault('operand-unfit', expression.name, { expected: 'single boolean', found: kind })
}

function runSetter(rule: XmlElement, scope: Scope, { part, roles }: Setter): QtiRefused | null {
  const identifier = neededAttribute(rule, 'identifier')
  if (!identifier.ok) return identifier
  const value = onlyValue(rule, scope)
  if (!value.ok) return value
  const variable = scope.variables.get(identifier.value)
  if (variable?.role === 'builtin' && variable.identifier !== 'completionStatus')
    return qtiFault('variable-unfit', rule.name, { identifier: identifier.value, expected: 'outcome' })
  return assign(scope, { element: rule.name, identifier: identifier.value, part, roles }, value.value)
}

function runLookup(rule: XmlElement, scope: Scope): QtiRefused | null {
  const identifier = neededAttribute(rule, 'identifier')
  if (!identifier.ok) return identifier
  const source = onlyValue(rule, scope)
  if (!source.ok) return source
  const variable = scope.variables.get(identifier.value)
  if (variable === undefined) return qtiFault('variable-unknown', rule.name, { identifier: identifier.value })
  if (variable.lookup === null) return qtiFault('mapping-missing', rule.name, { identifier: identifier.value, what: 'lookupTable' })
  if (!spend(scope.work, variable.lookup.entries.length)) return qtiFault('too-much-work', rule.name)
  const [number = null] = numbersOf(source.value)
  if (source.value.kind !== 'null' && (source.value.kind !== 'single' || number === null))
    return qtiFault('operand-unfit', rule.name, { expected: 'single integer/float/duration', found: source.value.kind })
  return assign(
    scope,
    { element: rule.name, identifier: identifier.value, part: 'value', roles: ['outcome'] },
    lookUp(variable.lookup, number),
  )
}

function onlyValue(rule: XmlElement, scope: Scope): QtiResult<QtiValue> {
  const [expression, ...others] = childElements(rule)
  if (expression === undefined || others.length > 0)
    return qtiFault('operands-miscounted', rule.name, { expected: '1', found: expression === undefined ? 0 : others.length + 1 })
  return evaluate(expression, scope)
}
