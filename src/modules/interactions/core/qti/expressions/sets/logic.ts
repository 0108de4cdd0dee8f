import { qtiFault } from '../../fault.ts'
import { NULL, type QtiValue, isTrue, truth } from '../../values/value.ts'
import { ANY, BOOLEAN, MANY, type Operator } from '../operator.ts'
import { integerByReference } from '../reference.ts'

/** Three-valued: what decides wins, else NULL stays NULL. */
function decidedBy(decisive: boolean): Operator['run'] {
  return operands => {
    if (operands.some(operand => operand.kind !== 'null' && isTrue(operand) === decisive)) return truth(decisive)
    return operands.some(operand => operand.kind === 'null') ? NULL : truth(!decisive)
  }
}

/** True between `min` and `max` true ones; NULL while the NULL ones could still decide it. */
const anyN: Operator['run'] = (operands, { element, scope }) => {
  const min = integerByReference(element, 'min', { scope })
  if (!min.ok) return min
  const max = integerByReference(element, 'max', { scope })
  if (!max.ok) return max
  if (min.value === null || max.value === null) return NULL
  const sure = operands.filter(isTrue).length
  const possible = sure + operands.filter(operand => operand.kind === 'null').length
  if (sure >= min.value && possible <= max.value) return truth(true)
  return possible < min.value || sure > max.value ? truth(false) : NULL
}

const custom: Operator['run'] = (_, { element }) => {
  const name = element.attributes['class'] ?? element.attributes['definition'] ?? ''
  return qtiFault('element-unsupported', element.name, { why: `customOperator ${name}`.trim() })
}

export const LOGIC: Readonly<Record<string, Operator>> = {
  and: { count: [1, MANY], takes: [BOOLEAN], nulls: 'own', run: decidedBy(false) },
  or: { count: [1, MANY], takes: [BOOLEAN], nulls: 'own', run: decidedBy(true) },
  not: { count: [1, 1], takes: [BOOLEAN], nulls: 'spread', run: ([operand]) => truth(!isTrue(operand ?? NULL)) },
  anyN: { count: [1, MANY], takes: [BOOLEAN], nulls: 'own', run: anyN },
  isNull: { count: [1, 1], takes: [ANY], nulls: 'own', run: ([operand]: readonly QtiValue[]) => truth(operand?.kind === 'null') },
  customOperator: { count: [0, MANY], takes: [ANY], nulls: 'own', run: custom },
}
