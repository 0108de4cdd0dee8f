import assert from 'node:assert/strict'
import { test } from 'node:test'
import { YUAN, readYuan, yuanText } from './money-field.ts'

test('yuan become 分 and come back', () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ['0', 0],
    ['12', 1200],
    ['12.5', 1250],
    ['12.05', 1205],
    [' 860.00 ', 86_000],
    ['12.345', null],
    ['1,200', null],
    ['-3', null],
    ['', null],
    ['十元', null],
  ]
  for (const [text, fen] of cases) {
    assert.equal(readYuan(text), fen, text)
    assert.equal(new RegExp(`^(?:${YUAN})$`, 'v').test(text.trim()), fen !== null, text)
    if (fen !== null) assert.equal(readYuan(yuanText(fen)), fen)
  }
  assert.equal(yuanText(-105), '-1.05')
})
