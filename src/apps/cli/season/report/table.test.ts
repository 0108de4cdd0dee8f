import assert from 'node:assert/strict'
import { test } from 'node:test'
import { displayWidth, padded, table } from './table.ts'

test('a CJK sign takes two columns, a Latin one takes one, a combining mark none', () => {
  assert.equal(displayWidth('abc'), 3)
  assert.equal(displayWidth('申报'), 4)
  assert.equal(displayWidth('L4-1 申报，（%）'), 16)
  assert.equal(displayWidth('𬎆'), 2)
  assert.equal(displayWidth('é'.normalize('NFD')), 1)
  assert.equal(displayWidth('阿依·努尔'), 9)
})

test('padding reaches the width, and never cuts', () => {
  assert.equal(padded('申报', 6, 'left'), '申报  ')
  assert.equal(padded('12', 5, 'right'), '   12')
  assert.equal(padded('审核通过', 3, 'left'), '审核通过')
})

test('columns stand exactly below each other whatever signs they hold', () => {
  const lines = table(
    [
      { head: '环节', align: 'left' },
      { head: '人数', align: 'right' },
    ],
    [
      ['申报', 200],
      ['L4-1 eligible', 7],
    ],
  )
  assert.deepEqual(lines, ['环节           人数', '─────────────  ────', '申报            200', 'L4-1 eligible     7'])
  assert.deepEqual(new Set(lines.map(displayWidth)), new Set([19]))
})

test('a missing cell is blank and a table without rows keeps its head', () => {
  assert.deepEqual(table([{ head: 'a', align: 'left' }], []), ['a', '─'])
  assert.deepEqual(
    table(
      [
        { head: 'a', align: 'left' },
        { head: 'b', align: 'left' },
      ],
      [['x']],
    )[2],
    'x',
  )
})
