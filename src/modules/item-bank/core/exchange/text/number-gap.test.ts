import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { numberGap, scaled, shown } from './number-gap.ts'

for (const [text, value, tolerance] of [
  ['3', '3', '0'],
  ['3.10', '3.1', '0'],
  ['-0.50:0.05', '-0.5', '0.05'],
  ['.5:1', '0.5', '1'],
  ['1e3', '1000', '0'],
  ['12e-4', '0.0012', '0'],
  ['1..5', '3', '2'],
  ['1.5..2', '1.75', '0.25'],
  ['-2..-1', '-1.5', '0.5'],
  ['7..7', '7', '0'],
] as const)
  test(`${text} is ${value} ± ${tolerance}`, () => assert.deepEqual(numberGap(text), { value, tolerance }))

for (const text of ['', 'abc', '1:2:3', '1:-1', '5..1', '1..', '..', '--1', '1,000', 'NaN', 'Infinity', '0x10', '1e999', '9'.repeat(60)])
  test(`“${text.slice(0, 20)}” is no number of ours`, () => assert.equal(numberGap(text), null))

test('a decimal comes back as it was but for idle zeros, without a binary fraction', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 12 }), (digits, decimals) => {
      const again = scaled(shown({ digits, decimals }))
      assert.ok(again)
      assert.equal(again.digits * 10n ** BigInt(decimals - again.decimals), digits)
    }),
  )
})

test('the ends of a range are its middle plus and minus its tolerance', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (low, width) => {
      const gap = numberGap(`${low}..${low + width}`)
      assert.ok(gap)
      assert.equal(Number(gap.value) - Number(gap.tolerance), low)
      assert.equal(Number(gap.value) + Number(gap.tolerance), low + width)
    }),
  )
})
