import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forecastOf } from './analysis.ts'
import { compute } from './compute.ts'
import { chiSquare, sampleSize } from './experiments.ts'
import { applied, cleaning } from './rows.ts'
import { type Rule, type Table, Query } from './slice.ts'

const table = (rules: readonly Rule[] = []): Table => ({
  id: 't',
  zh: '表',
  dataset: '集',
  notes: [],
  columns: [
    { id: 'no', zh: '单号', type: 'text' },
    { id: 'sort', zh: '品类', type: 'text' },
    { id: 'amount', zh: '金额', type: 'money' },
  ],
  rows: [
    { id: 'R1', cells: ['O1', '茶', 1001] },
    { id: 'R2', cells: ['O2', '茶', 1000] },
    { id: 'R3', cells: ['O1', '茶', 1001] },
    { id: 'R4', cells: ['O3', '杯', 500] },
  ],
  planted: { hidden: [{ zh: '重复', rows: ['R1'], cure: { kind: 'drop' } }] },
  rules: rules.map((rule, i) => ({ id: `C${i}`, rule, before: 0, after: 0, seq: i })),
  opened: true,
  profiled: 0,
})
const query = (more: object): Query =>
  Query.parse({ table: 't', measures: [{ as: 'sum', zh: '合计', fn: 'sum', column: 'amount' }], ...more })

test('of two equal rows either may stay', () => {
  assert.deepEqual(cleaning(table()), { left: 1, lost: 0, clean: false, rows: 4 })
  assert.deepEqual(cleaning(table([{ kind: 'dedupe', by: ['no'] }])), { left: 0, lost: 0, clean: true, rows: 3 })
  const both: Rule = { kind: 'drop', where: { column: 'no', op: 'eq', value: 'O1' } }
  assert.deepEqual(cleaning(table([both])), { left: 0, lost: 1, clean: false, rows: 2 })
})

test('a conversion rounds half away from zero', () => {
  const t = table()
  const rule: Rule = { kind: 'scale', where: null, column: 'amount', times: 1, over: 2 }
  assert.deepEqual(
    applied(t, t.rows, rule).map(row => row.cells[2]),
    [501, 500, 501, 250],
  )
})

test('ratios come from the totals of a group', () => {
  const count = { as: 'n', zh: '数', fn: 'count' }
  const sum = { as: 'sum', zh: '合计', fn: 'sum', column: 'amount' }
  const done = compute(
    table(),
    query({ group: ['sort'], measures: [sum, count], ratios: [{ as: 'each', zh: '均', of: 'sum', by: 'n', kind: 'each' }] }),
  )
  assert.deepEqual(done, {
    ok: true,
    result: [
      { keys: ['杯'], values: { sum: 500, n: 1, each: 500 } },
      { keys: ['茶'], values: { sum: 3002, n: 3, each: 1001 } },
    ],
  })
})

test('sample size and chi-square are those of the textbooks', () => {
  // (1.960 + 0.842)² · (0.10·0.90 + 0.13·0.87) / 0.03² = 1771.9…
  assert.equal(sampleSize({ baseline: 1000, lift: 300, alpha: 5, power: 80 }), 1772)
  assert.equal(sampleSize({ baseline: 5000, lift: 500, alpha: 1, power: 90 }), 2962)
  assert.equal(chiSquare(20, 30, 30, 20), 4000) // 100 · (400 − 900)² / 50⁴ = 4
  assert.equal(chiSquare(0, 0, 3, 4), 0)
})

test('the mean moves on with what it forecast, smoothing gives one level', () => {
  assert.deepEqual(forecastOf([10, 20, 30], 'mean', 2, 2), [25, 28])
  assert.deepEqual(forecastOf([10, 20], 'smooth', 40, 2), [14, 14])
})
