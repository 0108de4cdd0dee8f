import { attributeOf } from '../../../../../../kernel/xml.ts'
import { NULL, type QtiValue, float, integer, numberOf, numbersOf } from '../../values/value.ts'
import { malformed } from '../../vocabulary/attributes.ts'
import { plainWord } from '../../vocabulary/normal-tree.ts'
import { CONTAINER_KINDS, NUMBER, type Operator } from '../operator.ts'

/** 1 over it: NULL where it is 0, 0 where it is infinite. */
function reciprocal(of: (x: number) => number): (x: number) => number {
  return x => {
    const y = of(x)
    return y === 0 ? Number.NaN : 1 / y
  }
}

/** Functions of one number in radians; NaN outside their domain, which becomes NULL. */
const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sec: reciprocal(Math.cos),
  csc: reciprocal(Math.sin),
  cot: reciprocal(Math.tan),
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  asec: x => Math.acos(1 / x),
  acsc: x => Math.asin(1 / x),
  acot: x => Math.atan(1 / x),
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sech: reciprocal(Math.cosh),
  csch: reciprocal(Math.sinh),
  coth: reciprocal(Math.tanh),
  log: x => (x === 0 ? Number.NaN : Math.log10(x)),
  ln: x => (x === 0 ? Number.NaN : Math.log(x)),
  exp: Math.exp,
  abs: Math.abs,
  todegrees: x => (x * 180) / Math.PI,
  toradians: x => (x * Math.PI) / 180,
}
const TO_INTEGER: Readonly<Record<string, (x: number) => number>> = { signum: Math.sign, floor: Math.floor, ceil: Math.ceil }

const mathOperator: Operator['run'] = (operands, { element }) => {
  const name = attributeOf(element, 'name') ?? ''
  const [x = Number.NaN, y] = operands.map(numberOf)
  const word = plainWord(name)
  if ((word === 'atan2') !== (y !== undefined)) return malformed(element, 'name', name)
  if (y !== undefined) return float(Math.atan2(x, y))
  const toInteger = Object.hasOwn(TO_INTEGER, word) ? TO_INTEGER[word] : undefined
  if (toInteger) return integer(toInteger(x))
  const of = Object.hasOwn(FUNCTIONS, word) ? FUNCTIONS[word] : undefined
  if (of === undefined) return malformed(element, 'name', name)
  const result = of(x)
  return Math.abs(result) === Infinity && Number.isFinite(x) ? NULL : float(result)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length
}

/** Sum of squared distances from the mean over n − `less`; undefined for a single observation. */
function variance(numbers: readonly number[], less: 0 | 1): number {
  if (numbers.length < 2) return Number.NaN
  const middle = mean(numbers)
  return numbers.reduce((sum, n) => sum + (n - middle) ** 2, 0) / (numbers.length - less)
}

const STATISTICS: Readonly<Record<string, (numbers: readonly number[]) => number>> = {
  mean,
  samplevariance: numbers => variance(numbers, 1),
  samplesd: numbers => Math.sqrt(variance(numbers, 1)),
  popvariance: numbers => variance(numbers, 0),
  popsd: numbers => Math.sqrt(variance(numbers, 0)),
}

const statsOperator: Operator['run'] = ([operand = NULL], { element }) => {
  const name = attributeOf(element, 'name') ?? ''
  const word = plainWord(name)
  const of = Object.hasOwn(STATISTICS, word) ? STATISTICS[word] : undefined
  return of === undefined ? malformed(element, 'name', name) : float(of(numbersOf(operand)))
}

/** π and e by their names. */
export function mathConstant(name: string): QtiValue | null {
  const word = plainWord(name)
  return word === 'pi' ? float(Math.PI) : word === 'e' ? float(Math.E) : null
}

export const MATHEMATICS: Readonly<Record<string, Operator>> = {
  mathOperator: { count: [1, 2], takes: [NUMBER], nulls: 'spread', run: mathOperator },
  statsOperator: { count: [1, 1], takes: [{ kinds: CONTAINER_KINDS, types: ['integer', 'float'] }], nulls: 'spread', run: statsOperator },
}
