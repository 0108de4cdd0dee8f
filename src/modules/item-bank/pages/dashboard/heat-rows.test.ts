import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rangeTree } from '../../core/specification/range-tree.ts'
import { type Cells, type SpecificationPoint, heatRows } from './heat-rows.ts'

const point = (code: string, area: string): SpecificationPoint => ({
  code,
  name: `点${code}`,
  importance: 'X',
  page: null,
  ranges: code
    .split('-')
    .slice(0, -1)
    .map(letter => ({ code: letter, name: `范围${letter}` })),
  area: [area],
  operational: 0,
  onTheirWay: 0,
  states: [],
})
const tree = rangeTree([point('A-A-A-001', '道德'), point('A-A-A-002', '道德'), point('A-B-A-001', '基础')])
const cells: Cells = [
  { point: 'A-A-A-001', type: 'single-choice', difficulty: 1, items: 4 },
  { point: 'A-A-A-001', type: 'true-false', difficulty: 2, items: 1 },
  { point: 'A-B-A-001', type: 'single-choice', difficulty: 1, items: 8 },
]
const area = (name: string, needed: number) => ({ path: [name], needed, have: 0, items: 0, papers: null })
const facts = {
  cells,
  areas: [area('道德', 1000), area('基础', 2500)],
  columns: [1, 2].map(difficulty => ({ key: String(difficulty), label: String(difficulty), difficulty })),
}
const folding = { depth: 1, flipped: new Set<string>(), onlyGaps: false }

test('a range adds up its points, weighs what its areas weigh and knows its gaps', () => {
  const rows = heatRows(tree, facts, folding)
  assert.deepEqual(
    rows.map(row => [row.code, row.weight, row.cells.map(cell => cell.items), row.total, row.gaps]),
    [
      ['A', 3500, [12, 1], 13, 1],
      ['A-A', 1000, [4, 1], 5, 1],
      ['A-B', 2500, [8, 0], 8, 0],
    ],
  )
})

test('shades compare within one depth', () => {
  const rows = heatRows(tree, facts, { ...folding, depth: 3 })
  const shades = new Map(rows.map(row => [row.code, row.cells.map(cell => cell.shade)]))
  assert.deepEqual(shades.get('A'), [4, 1])
  assert.deepEqual(shades.get('A-A'), [2, 1])
  assert.deepEqual(shades.get('A-A-A-002'), [0, 0])
  assert.deepEqual(shades.get('A-B-A-001'), [4, 0])
})

test('folding by hand turns one range about, and gaps alone leave only what is missing', () => {
  const byHand = heatRows(tree, facts, { ...folding, flipped: new Set(['A-A', 'A']) })
  assert.deepEqual(
    byHand.map(row => row.code),
    ['A'],
  )
  const opened = heatRows(tree, facts, { ...folding, flipped: new Set(['A-A']) })
  assert.deepEqual(
    opened.map(row => row.code),
    ['A', 'A-A', 'A-A-A', 'A-B'],
  )
  const gaps = heatRows(tree, facts, { ...folding, onlyGaps: true })
  assert.deepEqual(
    gaps.map(row => row.code),
    ['A', 'A-A', 'A-A-A', 'A-A-A-002'],
  )
})
