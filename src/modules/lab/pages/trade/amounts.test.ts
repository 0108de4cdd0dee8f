import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOf, fenOf, yuanText } from './amounts.ts'

test('money as people type it becomes 分 to the cent, and anything else is no money', () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ['129', 12_900],
    ['129.5', 12_950],
    ['129.05', 12_905],
    [' ¥1,299.00 ', 129_900],
    ['1.1', 110],
    ['0', 0],
    ['', null],
    ['1.005', null],
    ['-3', null],
    ['3元', null],
    ['.5', null],
  ]
  for (const [text, fen] of cases) assert.equal(fenOf(text), fen, text)
  for (const fen of [0, 5, 50, 12_905, 8_999_999]) assert.equal(fenOf(yuanText(fen)), fen)
})

test('counts are whole and not negative', () => {
  assert.deepEqual(
    ['3', ' 12 ', '0', '', '1.5', '-1', '三'].map(text => countOf(text)),
    [3, 12, 0, null, null, null, null],
  )
})
