import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fenOf, wholeOf, yuanText } from './yuan-text.ts'

test('an amount that is shown can be typed back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), fen => assert.equal(fenOf(yuanText(fen)), fen)))
  assert.deepEqual([yuanText(123_450), yuanText(-5), yuanText(0)], ['¥1,234.50', '-¥0.05', '¥0.00'])
})

test('what is no amount of at most two decimals, or no whole number, is none', () => {
  assert.deepEqual(['1.234', '-5', '', '一百', '1e3', '.5'].map(fenOf), [null, null, null, null, null, null])
  assert.deepEqual(['80', ' 80.5 ', '1，200.05'].map(fenOf), [8000, 8050, 120_005])
  assert.deepEqual(['12', '1.5', '', '-1'].map(wholeOf), [12, null, null, null])
})
