import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withCell, withColumn, withPasted, withRow, withoutColumn, withoutRow } from './grid-draft.ts'

const grid = { head: ['项目', '金额'], rows: [['运费', '12']] }

test('cells, rows and columns come and go, and the grid stays even', () => {
  assert.deepEqual(withCell(grid, { row: -1, column: 1 }, '价格').head, ['项目', '价格'])
  assert.deepEqual(withCell(grid, { row: 0, column: 0 }, '税').rows, [['税', '12']])
  assert.deepEqual(withRow(grid).rows, [...grid.rows, ['', '']])
  assert.deepEqual(withColumn(grid), { head: ['项目', '金额', ''], rows: [['运费', '12', '']] })
  assert.deepEqual(withoutColumn(withColumn(grid), 2), grid)
  assert.deepEqual(withoutRow(withRow(grid), 1), grid)
})

test('pasted cells spread from the caret, also from the head, and the grid grows', () => {
  const cells = [
    ['甲', '乙'],
    ['丙', '丁'],
  ]
  assert.deepEqual(withPasted(grid, { row: 0, column: 1 }, cells), {
    head: ['项目', '金额', ''],
    rows: [
      ['运费', '甲', '乙'],
      ['', '丙', '丁'],
    ],
  })
  assert.deepEqual(withPasted(grid, { row: -1, column: 0 }, cells), { head: ['甲', '乙'], rows: [['丙', '丁']] })
})

test('no paste makes a grid that a table cannot be', () => {
  const cell = fc.string({ maxLength: 3 })
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 60 }),
      fc.nat(5),
      fc.nat(1),
      (cells, row, column) => {
        const even = cells.map(line => line.slice(0, cells[0]?.length))
        const next = withPasted(grid, { row: Math.min(row, 0), column }, even)
        assert.ok(next.head.length <= 12 && next.rows.length <= 40 && next.rows.every(line => line.length === next.head.length))
      },
    ),
  )
})
