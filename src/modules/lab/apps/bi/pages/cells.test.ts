import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellText, readCell, ruleText, valueColumns } from './cells.ts'
import type { Table } from './view.ts'

const table: Table = {
  id: 'orders',
  zh: '订单',
  dataset: '日报',
  notes: [],
  columns: [
    { id: 'state', zh: '状态', type: 'text' },
    { id: 'amount', zh: '金额', type: 'money' },
  ],
  opened: true,
  total: 0,
  rows: [],
  rules: [],
}

test('cells are shown and read in the units of people', () => {
  assert.equal(cellText('money', 125_050), '¥1,250.50')
  assert.equal(cellText('rate', 305), '3.05%')
  assert.equal(cellText('count', 12_000), '12,000')
  assert.equal(cellText('text', null), '')
  assert.equal(readCell('money', '1,250.5'), 125_050)
  assert.equal(readCell('money', '-3'), -300)
  assert.equal(readCell('rate', '3.05%'), 305)
  assert.equal(readCell('count', '12'), 12)
  assert.equal(readCell('count', '十二'), '十二')
  assert.equal(readCell('text', ' 已关闭 '), '已关闭')
  assert.equal(readCell('text', ' '), null)
})

test('rules read like sentences', () => {
  const where = { column: 'state', op: 'eq', value: '已关闭' }
  assert.equal(ruleText(table, { kind: 'drop', where }), '删除行：状态 等于 已关闭')
  assert.equal(ruleText(table, { kind: 'dedupe', by: ['state', 'amount'] }), '去除重复：状态、金额')
  assert.equal(ruleText(table, { kind: 'set', where, column: 'amount', value: 860 }), '改正取值：状态 等于 已关闭，金额 → ¥8.60')
  assert.equal(ruleText(table, { kind: 'scale', where: null, column: 'amount', times: 1, over: 2 }), '换算：全部行，金额 × 1 ÷ 2')
})

test('what is divided gives an "each" its kind, a rate is a rate', () => {
  const measures = [
    { as: 'm1', zh: '销售额', fn: 'sum', column: 'amount', only: null },
    { as: 'm2', zh: '人数', fn: 'distinct', column: 'state', only: null },
  ]
  const ratios = [
    { as: 'r1', zh: '客单价', of: 'm1', by: 'm2', kind: 'each' as const },
    { as: 'r2', zh: '占比', of: 'm2', by: 'm2', kind: 'rate' as const },
  ]
  const types = valueColumns({ id: 'Q1', query: { table: 'orders', group: [], measures, ratios }, result: [] }, [table])
  assert.deepEqual(
    types.map(c => c.type),
    ['money', 'count', 'money', 'rate'],
  )
})
