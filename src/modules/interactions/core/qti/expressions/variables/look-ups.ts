import { roll } from '../../../../../../kernel/dice.ts'
import { readBaseValue } from '../../declarations/read-values.ts'
import { areaCost, mapPoints, mapValue, mappingCost } from '../../declarations/mapping.ts'
import type { Variable } from '../../declarations/variable.ts'
import { type QtiRefused, qtiFault } from '../../fault.ts'
import { spend } from '../../limits.ts'
import { NULL, type QtiValue, float, integer, numberOf, sizeOf, weightOf } from '../../values/value.ts'
import { malformed, neededAttribute } from '../../vocabulary/attributes.ts'
import { mathConstant } from '../numbers/mathematics.ts'
import { ANY, type Call, type Operator } from '../operator.ts'
import { integerByReference, numberByReference } from '../reference.ts'
import { findVariable } from '../scope.ts'

/** An expression without operands. */
function leaf(run: (call: Call) => QtiValue | QtiRefused): Operator {
  return { count: [0, 0], takes: [ANY], nulls: 'own', run: (_, call) => run(call) }
}

/** The variable that the element names. */
function named({ element, scope }: Call): Variable | QtiRefused {
  const identifier = neededAttribute(element, 'identifier')
  if (!identifier.ok) return identifier
  return findVariable(scope, identifier.value) ?? qtiFault('variable-unknown', element.name, { identifier: identifier.value })
}

function ofVariable(run: (variable: Variable, call: Call) => QtiValue | QtiRefused): Operator {
  return leaf(call => {
    const variable = named(call)
    return 'identifier' in variable ? run(variable, call) : variable
  })
}

/** A numeric outcome of an item may be weighted in an assessment; the product is a float. */
function weighted({ value, identifier }: Variable, { element, scope }: Call): QtiValue {
  const weight = element.attributes['weightIdentifier']
  const item = scope.items?.find(({ identifier: name }) => element.attributes['identifier'] === `${name}.${identifier}`)
  if (weight === undefined || item === undefined || value.kind !== 'single' || typeof value.atom !== 'number') return value
  return float(numberOf(value) * (item.weights.get(weight) ?? 1))
}

function mapResponse({ identifier, mapping, cardinality, value }: Variable, { element, scope }: Call): QtiValue | QtiRefused {
  if (cardinality === 'record') return qtiFault('variable-unfit', element.name, { identifier, expected: 'single/multiple/ordered' })
  if (mapping === null) return qtiFault('mapping-missing', element.name, { identifier, what: 'mapping' })
  if (!spend(scope.work, weightOf(value) + mappingCost(mapping))) return qtiFault('too-much-work', element.name)
  return float(mapValue(mapping, value))
}

function mapResponsePoint({ identifier, areaMapping, baseType, value }: Variable, { element, scope }: Call): QtiValue | QtiRefused {
  if (baseType !== 'point') return qtiFault('variable-unfit', element.name, { identifier, expected: 'point' })
  if (areaMapping === null) return qtiFault('mapping-missing', element.name, { identifier, what: 'areaMapping' })
  if (!spend(scope.work, 2 * sizeOf(value) * areaCost(areaMapping))) return qtiFault('too-much-work', element.name)
  return float(mapPoints(areaMapping, value))
}

/** One of min, min + step, … up to max. */
function randomInteger({ element, scope }: Call): QtiValue | QtiRefused {
  const min = integerByReference(element, 'min', { scope, usual: 0 })
  if (!min.ok) return min
  const max = integerByReference(element, 'max', { scope })
  if (!max.ok) return max
  const step = integerByReference(element, 'step', { scope, usual: 1 })
  if (!step.ok) return step
  if (min.value === null || max.value === null || step.value === null) return NULL
  if (max.value < min.value) return malformed(element, 'max', String(max.value))
  if (step.value < 1) return malformed(element, 'step', String(step.value))
  return integer(min.value + step.value * roll(scope.dice, Math.floor((max.value - min.value) / step.value) + 1))
}

function randomFloat({ element, scope }: Call): QtiValue | QtiRefused {
  const min = numberByReference(element, 'min', scope)
  if (!min.ok) return min
  const max = numberByReference(element, 'max', scope)
  if (!max.ok) return max
  if (max.value === undefined) return qtiFault('attribute-missing', element.name, { attribute: 'max' })
  const from = min.value === undefined ? 0 : min.value
  if (from === null || max.value === null) return NULL
  return max.value < from ? malformed(element, 'max', String(max.value)) : float(from + scope.dice() * (max.value - from))
}

export const LOOK_UPS: Readonly<Record<string, Operator>> = {
  baseValue: leaf(({ element }) => {
    const value = readBaseValue(element)
    return value.ok ? value.value : value
  }),
  variable: ofVariable(weighted),
  correct: ofVariable(variable => variable.correct),
  default: ofVariable(variable => variable.defaultValue),
  mapResponse: ofVariable(mapResponse),
  mapResponsePoint: ofVariable(mapResponsePoint),
  randomInteger: leaf(randomInteger),
  randomFloat: leaf(randomFloat),
  mathConstant: leaf(({ element }) => {
    const name = element.attributes['name'] ?? ''
    return mathConstant(name) ?? malformed(element, 'name', name)
  }),
}
