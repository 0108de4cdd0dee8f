import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type ExpressionCase, NONE, TRUE, el, float, int, multiple, ordered, seconds, text, valueOf } from '../../../../fixtures.ts'
import { greatestDivisor } from './arithmetic.ts'

function holdTable(cases: readonly ExpressionCase[]): void {
  for (const [expression, gives] of cases) assert.equal(valueOf(expression), gives, JSON.stringify(expression))
}

const INF = float('INF')
const MINUS_INF = float('-INF')
const LARGEST = int(Number.MAX_SAFE_INTEGER)

test('sum: an integer when all operands are, else a float; containers count with all their values', () => {
  holdTable([
    [el('sum', int(1)), 'integer 1'],
    [el('sum', int(1), int(2), int(-5)), 'integer -2'],
    [el('sum', int(1), float(2.5)), 'float 3.5'],
    [el('sum', float(1), float(2)), 'float 3'],
    [el('sum', multiple(int(1), int(2)), int(3)), 'integer 6'],
    [el('sum', ordered(float(1), float(2)), int(3)), 'float 6'],
    [el('sum', INF, int(1)), 'float INF'],
    [el('sum', INF, MINUS_INF), 'NULL'],
    [el('sum', LARGEST, int(1)), 'NULL'],
    [el('sum', int(1), NONE), 'NULL'],
    [el('sum', multiple(), int(1)), 'NULL'],
    [el('sum'), 'fault operands-miscounted'],
    [el('sum', text('1')), 'fault operand-unfit'],
    [el('sum', seconds(1)), 'fault operand-unfit'],
    [el('sum', NONE, TRUE), 'fault operand-unfit'],
  ])
})

test('product, likewise', () => {
  holdTable([
    [el('product', int(3)), 'integer 3'],
    [el('product', int(2), int(3), int(-4)), 'integer -24'],
    [el('product', int(2), float(0.5)), 'float 1'],
    [el('product', multiple(int(2), int(5)), int(3)), 'integer 30'],
    [el('product', int(0), int(-1)), 'integer 0'],
    [el('product', LARGEST, LARGEST), 'NULL'],
    [el('product', float(0), INF), 'NULL'],
    [el('product', int(2), NONE), 'NULL'],
    [el('product'), 'fault operands-miscounted'],
    [el('product', TRUE), 'fault operand-unfit'],
  ])
})

test('subtract takes two single numbers', () => {
  holdTable([
    [el('subtract', int(5), int(8)), 'integer -3'],
    [el('subtract', int(5), float(0.5)), 'float 4.5'],
    [el('subtract', INF, INF), 'NULL'],
    [el('subtract', NONE, int(1)), 'NULL'],
    [el('subtract', int(1), NONE), 'NULL'],
    [el('subtract', int(1)), 'fault operands-miscounted'],
    [el('subtract', multiple(int(1)), int(1)), 'fault operand-unfit'],
  ])
})

test('divide always gives a float, and NULL where a float cannot tell the quotient', () => {
  holdTable([
    [el('divide', int(6), int(3)), 'float 2'],
    [el('divide', int(1), int(4)), 'float 0.25'],
    [el('divide', int(-1), float(0.5)), 'float -2'],
    [el('divide', int(0), int(5)), 'float 0'],
    [el('divide', int(5), int(0)), 'NULL'],
    [el('divide', int(0), int(0)), 'NULL'],
    [el('divide', float('1e308'), float('1e-10')), 'NULL'],
    [el('divide', float('1e-308'), float('1e308')), 'NULL'],
    [el('divide', INF, int(2)), 'float INF'],
    [el('divide', int(2), INF), 'float 0'],
    [el('divide', INF, INF), 'NULL'],
    [el('divide', NONE, int(0)), 'NULL'],
    [el('divide', int(1), int(2), int(3)), 'fault operands-miscounted'],
    [el('divide', text('1'), int(2)), 'fault operand-unfit'],
  ])
})

test('power gives a float, and NULL outside its range', () => {
  holdTable([
    [el('power', int(2), int(10)), 'float 1024'],
    [el('power', int(2), int(-1)), 'float 0.5'],
    [el('power', int(9), float(0.5)), 'float 3'],
    [el('power', int(0), int(0)), 'float 1'],
    [el('power', int(0), int(3)), 'float 0'],
    [el('power', int(0), int(-1)), 'NULL'],
    [el('power', int(-8), float(0.5)), 'NULL'],
    [el('power', int(10), int(400)), 'NULL'],
    [el('power', int(10), int(-400)), 'NULL'],
    [el('power', INF, int(2)), 'float INF'],
    [el('power', INF, int(-1)), 'float 0'],
    [el('power', NONE, int(2)), 'NULL'],
    [el('power', int(2), NONE), 'NULL'],
    [el('power', int(2)), 'fault operands-miscounted'],
    [el('power', TRUE, int(2)), 'fault operand-unfit'],
  ])
})

describe('integer division', () => {
  test('goes down to the next whole number, and the remainder has the sign of the divisor', () => {
    holdTable([
      [el('integerDivide', int(7), int(2)), 'integer 3'],
      [el('integerDivide', int(-7), int(2)), 'integer -4'],
      [el('integerDivide', int(7), int(-2)), 'integer -4'],
      [el('integerDivide', int(-7), int(-2)), 'integer 3'],
      [el('integerDivide', int(0), int(5)), 'integer 0'],
      [el('integerDivide', int(5), int(0)), 'NULL'],
      [el('integerDivide', NONE, int(1)), 'NULL'],
      [el('integerModulus', int(7), int(2)), 'integer 1'],
      [el('integerModulus', int(-7), int(2)), 'integer 1'],
      [el('integerModulus', int(7), int(-2)), 'integer -1'],
      [el('integerModulus', int(-7), int(-2)), 'integer -1'],
      [el('integerModulus', int(6), int(3)), 'integer 0'],
      [el('integerModulus', int(-6), int(3)), 'integer 0'],
      [el('integerModulus', int(5), int(0)), 'NULL'],
      [el('integerModulus', int(5), NONE), 'NULL'],
    ])
  })

  test('takes integers only', () => {
    for (const name of ['integerDivide', 'integerModulus'])
      holdTable([
        [el(name, float(7), int(2)), 'fault operand-unfit'],
        [el(name, int(7), float(2)), 'fault operand-unfit'],
        [el(name, multiple(int(7)), int(2)), 'fault operand-unfit'],
        [el(name, int(7)), 'fault operands-miscounted'],
      ])
  })

  test('quotient times divisor plus remainder is the dividend, also for the largest integers', () => {
    const any = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -50, max: 50 }))
    fc.assert(
      fc.property(any, any, (x, y) => {
        fc.pre(y !== 0)
        const part = (name: string) => Number(valueOf(el(name, int(x), int(y))).replace('integer ', ''))
        const [quotient, rest] = [part('integerDivide'), part('integerModulus')]
        assert.equal(BigInt(quotient) * BigInt(y) + BigInt(rest), BigInt(x))
        assert.ok(Math.abs(rest) < Math.abs(y) && (rest === 0 || rest < 0 === y < 0))
      }),
    )
  })
})

test('truncate goes towards zero, round to the nearest with halves upwards', () => {
  holdTable([
    [el('truncate', float(6.8)), 'integer 6'],
    [el('truncate', float(-6.8)), 'integer -6'],
    [el('truncate', float(-0.5)), 'integer 0'],
    [el('truncate', int(3)), 'integer 3'],
    [el('truncate', INF), 'integer INF'],
    [el('truncate', MINUS_INF), 'integer -INF'],
    [el('truncate', float('NaN')), 'NULL'],
    [el('truncate', float('1e300')), 'NULL'],
    [el('truncate', NONE), 'NULL'],
    [el('round', float(6.8)), 'integer 7'],
    [el('round', float(6.5)), 'integer 7'],
    [el('round', float(6.49)), 'integer 6'],
    [el('round', float(-6.5)), 'integer -6'],
    [el('round', float(-6.51)), 'integer -7'],
    [el('round', float('0.49999999999999994')), 'integer 0'],
    [el('round', float(-0.2)), 'integer 0'],
    [el('round', INF), 'integer INF'],
    [el('round', MINUS_INF), 'integer -INF'],
    [el('round', NONE), 'NULL'],
    [el('round', text('1')), 'fault operand-unfit'],
    [el('round', multiple(float(1))), 'fault operand-unfit'],
    [el('truncate', float(1), float(2)), 'fault operands-miscounted'],
  ])
})

test('integerToFloat takes an integer', () => {
  holdTable([
    [el('integerToFloat', int(3)), 'float 3'],
    [el('integerToFloat', NONE), 'NULL'],
    [el('integerToFloat', float(3)), 'fault operand-unfit'],
    [el('integerToFloat', multiple(int(3))), 'fault operand-unfit'],
  ])
})

test('min and max over single values and containers', () => {
  holdTable([
    [el('max', int(3), int(9), int(4)), 'integer 9'],
    [el('min', int(3), int(9), int(4)), 'integer 3'],
    [el('max', int(3), float(2.5)), 'float 3'],
    [el('min', int(3), float(2.5)), 'float 2.5'],
    [el('max', multiple(int(1), int(7)), ordered(int(5))), 'integer 7'],
    [el('min', multiple(int(1), int(7)), int(-1)), 'integer -1'],
    [el('max', INF, int(1)), 'float INF'],
    [el('min', MINUS_INF, int(1)), 'float -INF'],
    [el('max', int(1), NONE), 'NULL'],
    [el('min', multiple(), int(1)), 'NULL'],
    [el('max'), 'fault operands-miscounted'],
    [el('min', text('a')), 'fault operand-unfit'],
  ])
})

describe('gcd and lcm', () => {
  test('of zeros, signs and containers', () => {
    holdTable([
      [el('gcd', int(12), int(18)), 'integer 6'],
      [el('gcd', int(12), int(18), int(8)), 'integer 2'],
      [el('gcd', int(-12), int(18)), 'integer 6'],
      [el('gcd', int(0), int(5)), 'integer 5'],
      [el('gcd', int(0), int(0)), 'integer 0'],
      [el('gcd', int(7)), 'integer 7'],
      [el('gcd', multiple(int(4), int(6)), int(10)), 'integer 2'],
      [el('lcm', int(4), int(6)), 'integer 12'],
      [el('lcm', int(4), int(6), int(10)), 'integer 60'],
      [el('lcm', int(-4), int(6)), 'integer 12'],
      [el('lcm', int(0), int(6)), 'integer 0'],
      [el('lcm', int(0), int(0)), 'integer 0'],
      [el('lcm', ordered(int(2), int(3))), 'integer 6'],
      [el('lcm', LARGEST, int(2)), 'NULL'],
    ])
    for (const name of ['gcd', 'lcm'])
      holdTable([
        [el(name, int(2), NONE), 'NULL'],
        [el(name, float(2)), 'fault operand-unfit'],
        [el(name, text('2')), 'fault operand-unfit'],
        [el(name), 'fault operands-miscounted'],
      ])
  })

  test('the divisor divides both and is the greatest that does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (x, y) => {
        const common = Array.from({ length: Math.min(x, y) }, (_, i) => i + 1).filter(d => x % d === 0 && y % d === 0)
        assert.equal(greatestDivisor(x, y), common.at(-1))
      }),
    )
  })
})
