import assert from 'node:assert/strict'
import { test } from 'node:test'
import { YUAN_PATTERN, fenOf, yuanOf } from './yuan.ts'

test('yuan are read to the 分, and nothing else is', () => {
  assert.deepEqual(['12', '12.5', '12.05', ' 0.3 ', '1234567.89'].map(fenOf), [1200, 1250, 1205, 30, 123_456_789])
  for (const text of ['', '-1', '1.234', '1,2', '十', '12345678', '.5', '1.']) assert.equal(fenOf(text), null, text)
})

test('what a field shows is what it reads', () => {
  const whole = new RegExp(`^(?:${YUAN_PATTERN})$`)
  for (const fen of [0, 5, 30, 100, 123_456_789]) {
    assert.equal(fenOf(yuanOf(fen)), fen)
    assert.match(yuanOf(fen), whole)
  }
})
