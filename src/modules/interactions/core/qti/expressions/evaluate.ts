import { type XmlElement, childElements } from '../../../../../kernel/xml.ts'
import { type QtiRefused, type QtiResult, eachSound, isFault, qtiFault } from '../fault.ts'
import { QTI_LIMITS, spend } from '../limits.ts'
import { NULL, type QtiValue, weightOf } from '../values/value.ts'
import { AGGREGATES } from './variables/aggregates.ts'
import { ARITHMETIC } from './numbers/arithmetic.ts'
import { COMPARISON } from './numbers/comparison.ts'
import { CONTAINERS, gather } from './sets/containers.ts'
import { LOGIC } from './sets/logic.ts'
import { LOOK_UPS } from './variables/look-ups.ts'
import { MATHEMATICS } from './numbers/mathematics.ts'
import { MANY, type Operator, unfitOperand } from './operator.ts'
import { integerByReference } from './reference.ts'
import type { Scope } from './scope.ts'
import { TEXTS } from './sets/texts.ts'

const OPERATORS: Readonly<Record<string, Operator>> = {
  ...LOOK_UPS,
  ...LOGIC,
  ...COMPARISON,
  ...ARITHMETIC,
  ...MATHEMATICS,
  ...TEXTS,
  ...CONTAINERS,
  ...AGGREGATES,
}

/** Every expression the engine knows, by its name in QTI 2 (`durationLT` as `durationLt`). */
export const EXPRESSION_NAMES: ReadonlySet<string> = new Set([...Object.keys(OPERATORS), 'repeat'])

/** The value of an expression, or the fault at the element that spoils it. Every evaluation costs a step. */
export function evaluate(element: XmlElement, scope: Scope): QtiResult<QtiValue> {
  if (!spend(scope.work, elementCost(element))) return qtiFault('too-much-work', element.name)
  if (element.name === 'repeat') return repeat(element, scope)
  const operator = Object.hasOwn(OPERATORS, element.name) ? OPERATORS[element.name] : undefined
  if (operator === undefined) return qtiFault('element-unknown', element.name)
  const miscounted = countFault(element, operator.count)
  if (miscounted) return miscounted
  const operands = eachSound(childElements(element), child => evaluate(child, scope))
  if (!operands.ok) return operands
  return apply(operator, operands.value, { element, scope })
}

/** Long attributes and texts are read anew each time. */
function elementCost({ attributes, children }: XmlElement): number {
  const texts = [...Object.values(attributes), ...(children.length === 1 && typeof children[0] === 'string' ? [children[0]] : [])]
  return 1 + texts.reduce((cost, text) => cost + Math.floor(text.length / 100), 0)
}

function countFault(element: XmlElement, [least, most]: Operator['count']): QtiRefused | null {
  const found = element.name === 'baseValue' ? 0 : childElements(element).length
  if (found >= least && found <= most) return null
  const expected = least === most ? String(least) : most === MANY ? `≥ ${least}` : `${least}–${most}`
  return qtiFault('operands-miscounted', element.name, { expected, found })
}

function apply(operator: Operator, operands: readonly QtiValue[], call: Parameters<Operator['run']>[1]): QtiResult<QtiValue> {
  const unfit = unfitOperand(operator, operands, call.element)
  if (unfit) return unfit
  const weights = operands.map(weightOf)
  // of containers only `contains` compares every value with every other
  const cost = call.element.name === 'contains' ? weights.reduce((product, n) => product * n, 1) : weights.reduce((sum, n) => sum + n, 0)
  if (!spend(call.scope.work, cost)) return qtiFault('too-much-work', call.element.name)
  if (operator.nulls === 'spread' && operands.some(operand => operand.kind === 'null')) return { ok: true, value: NULL }
  const outcome = operator.run(operands, call)
  return isFault(outcome) ? outcome : { ok: true, value: outcome }
}

/** Evaluates its operands anew each time round, so that random ones differ, and puts all values in order. */
function repeat(element: XmlElement, scope: Scope): QtiResult<QtiValue> {
  const operands = childElements(element)
  const miscounted = countFault(element, [1, MANY])
  if (miscounted) return miscounted
  const times = integerByReference(element, 'numberRepeats', { scope })
  if (!times.ok) return times
  const values: QtiValue[] = []
  for (let n = 0; n < (times.value ?? 0); n++) {
    const round = eachSound(operands, operand => evaluate(operand, scope))
    if (!round.ok) return round
    for (const value of round.value) values.push(value)
    if (values.length > QTI_LIMITS.container) return qtiFault('too-much-work', element.name)
  }
  return apply(
    { count: [0, MANY], takes: [{ kinds: ['single', 'ordered'] }], nulls: 'own', run: made => gather('ordered', made, element) },
    values,
    {
      element,
      scope,
    },
  )
}
