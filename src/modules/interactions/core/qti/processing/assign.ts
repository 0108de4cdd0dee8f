import type { Variable, VariableRole } from '../declarations/variable.ts'
import { type QtiRefused, qtiFault } from '../fault.ts'
import type { Scope } from '../expressions/scope.ts'
import { type BaseType, type QtiValue, describe } from '../values/value.ts'

/** Which value of a variable a rule sets. */
export type Part = 'value' | 'defaultValue' | 'correct'

/** Gives a value to a variable of one of these roles, or tells why it cannot have it. */
export function assign(
  scope: Scope,
  { element, identifier, part, roles }: { element: string; identifier: string; part: Part; roles: readonly VariableRole[] },
  value: QtiValue,
): QtiRefused | null {
  const variable = scope.variables.get(identifier)
  if (variable === undefined) return qtiFault('variable-unknown', element, { identifier })
  if (!roles.includes(variable.role)) return qtiFault('variable-unfit', element, { identifier, expected: roles.join('/') })
  const fitting = conform(variable, value)
  if (fitting === null) return qtiFault('value-unfit', element, { identifier, found: describe(value), expected: typeOf(variable) })
  if (!(part === 'value' && scope.preset.has(identifier))) scope.variables.set(identifier, { ...variable, [part]: fitting })
  return null
}

export function typeOf({ cardinality, baseType }: Pick<Variable, 'cardinality' | 'baseType'>): string {
  return baseType === null ? cardinality : `${cardinality} ${baseType}`
}

/** The value in the type of the variable, or null when it does not fit. */
export function conform({ cardinality, baseType }: Pick<Variable, 'cardinality' | 'baseType'>, value: QtiValue): QtiValue | null {
  if (value.kind === 'null') return value
  if (value.kind !== cardinality) return null
  if (value.kind === 'record' || baseType === null) return value
  return isAssignable(value, baseType) ? { ...value, baseType } : null
}

/**
 * Equal types; an integer where a float is wanted; either part of `intOrIdentifier`. The specification asks authors
 * to round floats themselves; a float that is whole already loses nothing and is taken.
 */
function isAssignable(value: Exclude<QtiValue, { kind: 'null' | 'record' }>, to: BaseType): boolean {
  const from = value.baseType
  if (from === to || (from === 'integer' && to === 'float')) return true
  if (to === 'intOrIdentifier') return from === 'integer' || from === 'identifier'
  if (from === 'float' && to === 'integer') return (value.kind === 'single' ? [value.atom] : value.atoms).every(Number.isSafeInteger)
  return (from === 'identifier' || from === 'uri') && to === 'string'
}
