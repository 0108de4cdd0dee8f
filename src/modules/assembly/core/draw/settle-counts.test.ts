import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { marks } from '../../../../kernel/marks.ts'
import { type ItemCounts, marksOf } from './blueprint.ts'
import { settleCounts } from './settle-counts.ts'

const counts = (single: number, multiple: number, trueFalse: number): ItemCounts => ({
  'single-choice': single,
  'multiple-choice': multiple,
  'true-false': trueFalse,
})
const leafOf = (plan: ItemCounts) => ({ path: ['a'], marks: marksOf(plan), counts: plan })

test('the plan itself is taken where the items suffice; otherwise the nearest that does', () => {
  const plan = counts(6, 1, 2)
  const table: readonly (readonly [string, ItemCounts, ItemCounts | null])[] = [
    ['enough', counts(9, 9, 9), plan],
    ['exactly enough', plan, plan],
    ['no multiple: two marks move to single choice', counts(9, 0, 9), counts(8, 0, 2)],
    ['no true/false', counts(9, 1, 0), counts(8, 1, 0)],
    ['single choice alone', counts(10, 0, 0), counts(10, 0, 0)],
    ['multiple choice alone', counts(0, 5, 0), counts(0, 5, 0)],
    ['too few', counts(3, 1, 2), null],
    ['nothing', counts(0, 0, 0), null],
    ['one mark of single choice short, taken as true/false', counts(5, 1, 9), counts(5, 1, 3)],
  ]
  for (const [name, atHand, expected] of table) assert.deepEqual(settleCounts(leafOf(plan), atHand), expected, name)
})

test('an odd mark cannot come from multiple choice', () => {
  assert.equal(settleCounts({ path: ['a'], marks: marks(3), counts: counts(1, 1, 0) }, counts(0, 5, 0)), null)
})

const some = fc.integer({ min: 0, max: 12 })
const anyCounts = fc.tuple(some, some, some).map(([s, m, t]) => counts(s, m, t))

/** Every combination there is, the slow way. */
function bruteForce(plan: ItemCounts, atHand: ItemCounts): number | null {
  let best: number | null = null
  for (let s = 0; s <= atHand['single-choice']; s++)
    for (let m = 0; m <= atHand['multiple-choice']; m++)
      for (let t = 0; t <= atHand['true-false']; t++) {
        if (s + 2 * m + t !== marksOf(plan) / 100) continue
        const moved = Math.abs(s - plan['single-choice']) + 2 * Math.abs(m - plan['multiple-choice']) + Math.abs(t - plan['true-false'])
        if (best === null || moved < best) best = moved
      }
  return best
}

test('what is settled keeps the marks, stays within the items at hand and is as near as any other way', () => {
  fc.assert(
    fc.property(anyCounts, anyCounts, (plan, atHand) => {
      const settled = settleCounts(leafOf(plan), atHand)
      const nearest = bruteForce(plan, atHand)
      assert.equal(settled === null, nearest === null)
      if (settled === null) return
      assert.equal(marksOf(settled), marksOf(plan))
      for (const type of ['single-choice', 'multiple-choice', 'true-false'] as const)
        assert.ok(settled[type] >= 0 && settled[type] <= atHand[type])
      const moved =
        Math.abs(settled['single-choice'] - plan['single-choice']) +
        2 * Math.abs(settled['multiple-choice'] - plan['multiple-choice']) +
        Math.abs(settled['true-false'] - plan['true-false'])
      assert.equal(moved, nearest)
    }),
  )
})
