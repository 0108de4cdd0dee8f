import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type CalculatorKey, EMPTY_CALCULATOR, calculatorKeyOf, press } from './calculator.ts'
import { MOST_DIGITS, add, decimalOf, divide, fit, multiply, negate, textOf } from './decimal.ts'

/** Keys apart by spaces; numbers are typed digit by digit. */
function shows(keys: string): string | null {
  return keys
    .split(' ')
    .flatMap(key => (/^[\d.]+$/.test(key) ? key.split('') : [key]))
    .reduce((state, key) => press(state, key as CalculatorKey), EMPTY_CALCULATOR).shown
}

describe('the calculator', () => {
  for (const [keys, expected] of [
    ['1 + 2 =', '3'],
    ['0.1 + 0.2 =', '0.3'],
    ['2 + 3 * 4 =', '20'],
    ['7 - 10 =', '-3'],
    ['1 / 3 =', '0.33333333333'],
    ['2 / 3 =', '0.66666666667'],
    ['5 / 0 =', null],
    ['5 / 0 = 7', null],
    ['5 / 0 = C 7', '7'],
    ['5 + = =', '15'],
    ['5 + 2 = = =', '11'],
    ['5 + - 2 =', '3'],
    ['200 + 10 % =', '220'],
    ['200 * 10 % =', '20'],
    ['8 %', '0.08'],
    ['3 sign + 5 =', '2'],
    ['12 back', '1'],
    ['1 back back', '0'],
    ['3 = 4', '4'],
    ['1 + 2 = 9 + 1 =', '10'],
    ['12 M+ C 5 M- MR', '7'],
    ['12 M+ MC MR', '0'],
    ['.5 + .5 =', '1'],
    ['1.5.5', '1.55'],
    ['1234567890123', '123456789012'],
    ['999999999999 + 1 =', null],
    ['007', '7'],
  ] as const)
    test(`${keys} gives ${expected ?? 'an error'}`, () => assert.equal(shows(keys), expected))

  test('keys of the keyboard', () => {
    assert.deepEqual(['7', '+', 'Enter', ',', 'Backspace', 'a', 'F1'].map(calculatorKeyOf), [
      '7',
      '+',
      '=',
      '.',
      'back',
      undefined,
      undefined,
    ])
  })

  test('whatever is pressed, the display holds a number of twelve digits at most, or an error that C ends', () => {
    const keys = fc.array(
      fc.constantFrom<CalculatorKey>('0', '1', '5', '9', '.', '+', '-', '*', '/', '=', '%', 'C', 'back', 'sign', 'MC', 'MR', 'M+', 'M-'),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(keys, pressed => {
        const end = pressed.reduce(press, EMPTY_CALCULATOR)
        if (end.shown !== null) {
          assert.match(end.shown, /^-?\d+(\.\d*)?$/)
          assert.ok(end.shown.replace(/\D/g, '').length <= MOST_DIGITS + 1, end.shown)
        }
        assert.equal(press(end, 'C').shown, '0')
      }),
    )
  })
})

describe('decimal numbers', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, scale]) => ({ digits, scale }))
  const same = (a: { digits: bigint; scale: number }, b: { digits: bigint; scale: number }) =>
    assert.equal(textOf(decimalOf(textOf(a))), textOf(decimalOf(textOf(b))))

  test('add and multiply as whole numbers do', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        same(add(a, b), add(b, a))
        same(multiply(a, b), multiply(b, a))
        same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))
        same(add(add(a, b), negate(b)), a)
      }),
    )
  })

  test('a division undoes a multiplication, and what is cut is less than half a last digit', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        if (b.digits === 0n) return assert.equal(divide(a, b), null)
        const product = divide(multiply(a, b), b)
        assert.ok(product)
        same(product, a)
        const shown = fit(a)
        if (shown === null) return undefined
        const off = add(a, negate(shown))
        const half = { digits: 5n, scale: shown.scale + 1 }
        return assert.ok(off.digits === 0n || decimalSize(off) <= decimalSize(half) * 1.0000001)
      }),
    )
  })
  const decimalSize = (a: { digits: bigint; scale: number }) => Math.abs(Number(textOf(a)))

  test('text and number are the same both ways', () => {
    fc.assert(fc.property(decimal, a => assert.equal(textOf(decimalOf(textOf(decimalOf(textOf(a))))), textOf(decimalOf(textOf(a))))))
  })
})
