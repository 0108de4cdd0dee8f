import { roll } from '../../../../../../kernel/dice.ts'
import { type QtiRefused, qtiFault } from '../../fault.ts'
import { QTI_LIMITS, spend } from '../../limits.ts'
import { atomKey, holdsAll, holdsRun, keysOf } from '../../values/compare.ts'
import { isInside, shapeWeight } from '../../values/shape.ts'
import { type Container, NULL, type QtiValue, atomsOf, container, integer, single, sizeOf, truth } from '../../values/value.ts'
import { readShape } from '../../declarations/mapping.ts'
import { malformed, neededAttribute } from '../../vocabulary/attributes.ts'
import { ANY, CONTAINER, CONTAINER_KINDS, type Call, MANY, type Operator, SINGLE, differing, sharedType } from '../operator.ts'
import { integerByReference } from '../reference.ts'

/** Puts all values into one container; NULL ones are left out. */
export function gather(kind: Container['kind'], operands: readonly QtiValue[], element: Call['element']): QtiValue | QtiRefused {
  const baseType = sharedType(operands, element)
  if (typeof baseType !== 'string') return baseType
  const atoms = operands.flatMap(atomsOf)
  return atoms.length > QTI_LIMITS.container ? qtiFault('too-much-work', element.name) : container(kind, baseType, atoms)
}

const contains: Operator['run'] = (operands, { element }) => {
  const [whole, part] = [keysOf(operands[0] ?? NULL), keysOf(operands[1] ?? NULL)]
  return differing(operands, element) ?? truth(operands[0]?.kind === 'ordered' ? holdsRun(whole, part) : holdsAll(whole, part))
}

const member: Operator['run'] = (operands, { element }) => {
  const shared = sharedType(operands, element)
  if (typeof shared !== 'string') return shared
  const [wanted = ''] = keysOf(operands[0] ?? NULL)
  return truth(keysOf(operands[1] ?? NULL).includes(wanted))
}

const without: Operator['run'] = (operands, { element }) => {
  const shared = sharedType(operands, element)
  if (typeof shared !== 'string') return shared
  const [unwanted = ''] = keysOf(operands[0] ?? NULL)
  const whole = operands[1] as Container
  const rest = whole.atoms.filter(atom => atomKey(whole.baseType, atom) !== unwanted)
  return container(whole.kind, whole.baseType, rest)
}

/** The n-th value, counted from 1; beyond the end it is NULL. */
const index: Operator['run'] = ([operand = NULL], { element, scope }) => {
  const n = integerByReference(element, 'n', { scope })
  if (!n.ok) return n
  if (n.value === null) return NULL
  if (n.value < 1) return malformed(element, 'n', String(n.value))
  return nth(operand, n.value - 1)
}

function nth(value: QtiValue, at: number): QtiValue {
  const atom = atomsOf(value)[at]
  return atom === undefined || !('baseType' in value) ? NULL : single(value.baseType, atom)
}

const fieldValue: Operator['run'] = ([operand = NULL], { element }) => {
  const name = neededAttribute(element, 'fieldIdentifier')
  if (!name.ok) return name
  return (operand.kind === 'record' ? operand.fields.get(name.value) : undefined) ?? NULL
}

const random: Operator['run'] = ([operand = NULL], { scope }) => nth(operand, roll(scope.dice, sizeOf(operand)))

const inside: Operator['run'] = ([operand = NULL], { element, scope }) => {
  const shape = readShape(element)
  if (!shape.ok) return shape
  if (!spend(scope.work, sizeOf(operand) * shapeWeight(shape.value))) return qtiFault('too-much-work', element.name)
  return truth(atomsOf(operand).some(atom => typeof atom === 'object' && isInside(shape.value, [Number(atom[0]), Number(atom[1])])))
}

export const CONTAINERS: Readonly<Record<string, Operator>> = {
  multiple: {
    count: [0, MANY],
    takes: [{ kinds: ['single', 'multiple'] }],
    nulls: 'own',
    run: (operands, { element }) => gather('multiple', operands, element),
  },
  ordered: {
    count: [0, MANY],
    takes: [{ kinds: ['single', 'ordered'] }],
    nulls: 'own',
    run: (operands, { element }) => gather('ordered', operands, element),
  },
  containerSize: { count: [1, 1], takes: [CONTAINER], nulls: 'own', run: ([operand = NULL]) => integer(sizeOf(operand)) },
  contains: { count: [2, 2], takes: [CONTAINER], nulls: 'spread', run: contains },
  member: { count: [2, 2], takes: [SINGLE, CONTAINER], nulls: 'spread', run: member },
  delete: { count: [2, 2], takes: [SINGLE, CONTAINER], nulls: 'spread', run: without },
  index: { count: [1, 1], takes: [{ kinds: ['ordered'] }], nulls: 'spread', run: index },
  fieldValue: { count: [1, 1], takes: [{ kinds: ['record'] }], nulls: 'spread', run: fieldValue },
  random: { count: [1, 1], takes: [CONTAINER], nulls: 'spread', run: random },
  inside: { count: [1, 1], takes: [{ kinds: ['single', ...CONTAINER_KINDS], types: ['point'] }], nulls: 'spread', run: inside },
  null: { count: [0, 0], takes: [ANY], nulls: 'own', run: () => NULL },
}
