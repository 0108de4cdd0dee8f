import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Program } from '../../../../kernel/program.ts'
import type { Measure } from '../problem/goal.ts'
import { addGoal } from './goal-rows.ts'
import { MipDraft } from './mip.ts'

const MILLION = 1_000_000
/** Two items, the second with two columns; the program of the objective alone. */
function programOf(measure: Measure, forms = 1): { readonly mip: Program; readonly bound: number | null } {
  const draft = new MipDraft()
  for (let n = 0; n < 3; n++) draft.column(0, 1, true)
  const bound = addGoal(draft, measure, [[0], [1, 2]], forms)
  return { mip: draft.finish(measure.sense), bound }
}
function rowsOf(mip: Program): (readonly number[])[] {
  return [...mip.rowLower.keys()].map(row => {
    const values = Array.from(mip.cost, () => 0)
    for (let at = mip.starts[row] ?? 0; at < (mip.starts[row + 1] ?? 0); at++) values[mip.indices[at] ?? 0] = mip.values[at] ?? 0
    return [mip.rowLower[row] ?? 0, mip.rowUpper[row] ?? 0, ...values]
  })
}
const worths = [
  [2 * MILLION, 3 * MILLION],
  [-MILLION, 5 * MILLION],
]

test('no objective adds nothing', () => {
  const { mip, bound } = programOf({ shape: 'none', sense: 'min', worths: [], targets: [] })
  assert.equal(bound, null)
  assert.deepEqual([mip.cost.length, mip.rowLower.length], [3, 0])
})

test('a total is the cost of every column of an item', () => {
  const { mip, bound } = programOf({ shape: 'total', sense: 'max', worths: [worths[0] ?? []], targets: [] })
  assert.equal(bound, null)
  assert.deepEqual([...mip.cost], [2, 3, 3])
})

test('a maximin is a column below every term', () => {
  const { mip, bound } = programOf({ shape: 'least', sense: 'max', worths, targets: [] })
  assert.equal(bound, 3)
  assert.deepEqual([...mip.cost], [0, 0, 0, 1])
  assert.deepEqual(rowsOf(mip), [
    [0, Infinity, 2, 3, 3, -1],
    [0, Infinity, -1, 5, 5, -1],
  ])
  assert.deepEqual([mip.lower[3], mip.upper[3]], [-6, 6], 'no further than all worths together')
})

test('a distance is a column above every term, from both sides of its target', () => {
  const { mip, bound } = programOf({ shape: 'distance', sense: 'min', worths, targets: [4 * MILLION, MILLION] })
  assert.equal(bound, 3)
  assert.deepEqual(rowsOf(mip), [
    [-Infinity, 4, 2, 3, 3, -1],
    [4, Infinity, 2, 3, 3, 1],
    [-Infinity, 1, -1, 5, 5, -1],
    [1, Infinity, -1, 5, 5, 1],
  ])
  assert.deepEqual([mip.lower[3], mip.upper[3]], [0, 9])
})

test('for several forms together targets and limits are as many times as large', () => {
  const { mip } = programOf({ shape: 'distance', sense: 'min', worths: [worths[0] ?? []], targets: [4 * MILLION] }, 5)
  assert.deepEqual([mip.rowUpper[0], mip.rowLower[1], mip.upper[3]], [20, 20, 45])
})

test('the best column of a maximin and the least of a distance are what their rows leave', () => {
  const choices = [0, 1, 2, 3, 4, 5, 6, 7].map(bits => [bits & 1, (bits >> 1) & 1, (bits >> 2) & 1])
  const sumsOf = (values: readonly number[]) =>
    worths.map(term => ((term[0] ?? 0) * (values[0] ?? 0) + (term[1] ?? 0) * ((values[1] ?? 0) + (values[2] ?? 0))) / MILLION)
  const least = rowsOf(programOf({ shape: 'least', sense: 'max', worths, targets: [] }).mip)
  for (const values of choices) {
    const rooms = least.map(([lower = 0, , ...row]) => values.reduce((sum, value, at) => sum + value * (row[at] ?? 0), 0) - lower)
    assert.equal(Math.min(...rooms), Math.min(...sumsOf(values)))
  }
})
