import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { showMoney } from '../../../../ui/format.ts'
import { YUAN_PATTERN, countOf, fenOf, yuanText } from './money.ts'

const pattern = new RegExp(`^(?:${YUAN_PATTERN})$`, 'v')

test('money as people type it becomes 分 to the cent, and anything else is no money', () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ['129', 12_900],
    ['129.5', 12_950],
    ['129.05', 12_905],
    [' ¥1,299.00 ', 129_900],
    ['1，200.05', 120_005],
    ['1234567.89', 123_456_789],
    ['0', 0],
    ['', null],
    ['1.005', null],
    ['-3', null],
    ['3元', null],
    ['.5', null],
    ['1.', null],
    ['1e3', null],
    ['一百', null],
  ]
  for (const [text, fen] of cases) {
    assert.equal(fenOf(text), fen, text)
    assert.equal(pattern.test(text), fen !== null, text)
  }
})

test('an amount that is shown, or stands in a field, can be typed back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fen => {
      assert.equal(fenOf(showMoney(fen)), fen)
      assert.equal(fenOf(yuanText(fen)), fen)
    }),
  )
  assert.equal(yuanText(-105), '-1.05')
})

test('counts are whole and not negative', () => {
  assert.deepEqual(
    ['3', ' 12 ', '0', '', '1.5', '-1', '三'].map(text => countOf(text)),
    [3, 12, 0, null, null, null, null],
  )
})
