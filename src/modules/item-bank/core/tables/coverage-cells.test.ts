import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CoverageCell, SHADES, itemsIn, shadeOf, weightOf } from './coverage-cells.ts'

const cells: readonly CoverageCell[] = [
  { point: 'A-A-A-001', type: 'single-choice', difficulty: 1, items: 3 },
  { point: 'A-A-A-001', type: 'true-false', difficulty: 2, items: 1 },
  { point: 'A-A-B-001', type: 'single-choice', difficulty: 1, items: 2 },
  { point: 'A-AA-A-001', type: 'single-choice', difficulty: 1, items: 7 },
  { point: '', type: 'matching', difficulty: 5, items: 4 },
]
const TABLE = [
  [{}, 17],
  [{ code: 'A' }, 13],
  [{ code: 'A-A' }, 6],
  [{ code: 'A-A-A-001' }, 4],
  [{ code: 'A-A', difficulty: 1 }, 5],
  [{ code: 'A-A', difficulty: 2, type: 'true-false' as const }, 1],
  [{ code: 'A-A', difficulty: 2, type: 'single-choice' as const }, 0],
  [{ code: 'B' }, 0],
  [{ type: 'matching' as const }, 4],
] as const
for (const [wish, items] of TABLE) test(`${JSON.stringify(wish)} holds ${items} items`, () => assert.equal(itemsIn(cells, wish), items))

test('only none has no shade, more is never lighter, and the most is darkest', () =>
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      assert.equal(shadeOf(less, more) === 0, less === 0)
      assert.ok(shadeOf(less, more) <= shadeOf(more, more))
      assert.equal(shadeOf(more, more), more === 0 ? 0 : SHADES)
    }),
  ))

test('the weight of a range is that of its areas, each once', () => {
  const areas = [
    { path: ['职业道德'], needed: 500 },
    { path: ['基础', '概念'], needed: 300 },
    { path: ['基础', '体系'], needed: 200 },
  ]
  assert.equal(weightOf(areas, [['职业道德'], ['职业道德']]), 500)
  assert.equal(
    weightOf(areas, [
      ['基础', '概念'],
      ['基础', '体系'],
    ]),
    500,
  )
  assert.equal(weightOf(areas, [['没有']]), null)
  assert.equal(weightOf([], []), null)
})
