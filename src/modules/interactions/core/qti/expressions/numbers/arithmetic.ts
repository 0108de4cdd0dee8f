import { NULL, type QtiValue, float, integer, numberOf, numbersOf } from '../../values/value.ts'
import { INTEGER, INTEGERS, MANY, NUMBER, NUMBERS, type Operator } from '../operator.ts'

function areIntegers(operands: readonly QtiValue[]): boolean {
  return operands.every(operand => 'baseType' in operand && operand.baseType === 'integer')
}

/** Over all numbers of all operands; an integer when all of them are. */
function folding(fold: (numbers: readonly number[]) => number): Operator {
  const run: Operator['run'] = operands => {
    const result = fold(operands.flatMap(numbersOf))
    return areIntegers(operands) ? integer(result) : float(result)
  }
  return { count: [1, MANY], takes: [NUMBERS], nulls: 'spread', run }
}

function integersOnly(fold: (x: number, y: number) => number): Operator {
  const run: Operator['run'] = operands => integer(operands.flatMap(numbersOf).map(Math.abs).reduce(fold))
  return { count: [1, MANY], takes: [INTEGERS], nulls: 'spread', run }
}

function onTwo(taking: Operator['takes'], run: (x: number, y: number, areInteger: boolean) => QtiValue): Operator {
  return {
    count: [2, 2],
    takes: taking,
    nulls: 'spread',
    run: operands => run(numberOf(operands[0] ?? NULL), numberOf(operands[1] ?? NULL), areIntegers(operands)),
  }
}

function onOne(taking: Operator['takes'], run: (x: number) => QtiValue): Operator {
  return { count: [1, 1], takes: taking, nulls: 'spread', run: ([x = NULL]) => run(numberOf(x)) }
}

/** A float out of its range is NULL: overflow of finite numbers, or a quotient or power too small to be told from 0. */
function inRange(result: number, parts: readonly number[]): QtiValue {
  const overflows = Math.abs(result) === Infinity && parts.every(Number.isFinite)
  const vanishes = result === 0 && parts.every(part => Number.isFinite(part) && part !== 0)
  return overflows || vanishes ? NULL : float(result)
}

/** Towards minus infinity, so that the remainder has the sign of the divisor. NULL for a division by 0. */
function floorDivide(x: number, y: number): { readonly quotient: QtiValue; readonly rest: QtiValue } {
  if (y === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return { quotient: NULL, rest: NULL }
  const plain = x % y
  const isBelow = plain !== 0 && plain < 0 !== y < 0
  // x − plain is exact and no larger than x; x minus the other remainder may not be
  return { quotient: integer((x - plain) / y - (isBelow ? 1 : 0)), rest: integer(isBelow ? plain + y : plain) }
}

export function greatestDivisor(x: number, y: number): number {
  let [a, b] = [x, y]
  while (b !== 0) [a, b] = [b, a % b]
  return a
}

function leastMultiple(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : (x / greatestDivisor(x, y)) * y
}

export const ARITHMETIC: Readonly<Record<string, Operator>> = {
  sum: folding(numbers => numbers.reduce((sum, n) => sum + n, 0)),
  product: folding(numbers => numbers.reduce((product, n) => product * n, 1)),
  min: folding(numbers => numbers.reduce((least, n) => Math.min(least, n))),
  max: folding(numbers => numbers.reduce((most, n) => Math.max(most, n))),
  gcd: integersOnly(greatestDivisor),
  lcm: integersOnly(leastMultiple),
  subtract: onTwo([NUMBER], (x, y, areInteger) => (areInteger ? integer(x - y) : float(x - y))),
  divide: onTwo([NUMBER], (x, y) => (y === 0 ? NULL : inRange(x / y, [x, y]))),
  power: onTwo([NUMBER], (x, y) => (x === 0 && y < 0 ? NULL : inRange(x ** y, [x, y]))),
  integerDivide: onTwo([INTEGER], (x, y) => floorDivide(x, y).quotient),
  integerModulus: onTwo([INTEGER], (x, y) => floorDivide(x, y).rest),
  truncate: onOne([NUMBER], x => integer(Math.trunc(x))),
  round: onOne([NUMBER], x => integer(Math.round(x))),
  integerToFloat: onOne([INTEGER], float),
}
