import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeArrows, mergeCounts } from './merge-waves.ts'

const row = (name: string, planned: number | null, lived: number | null, server: number | null) => ({ name, planned, lived, server })
const arrow = (fromCount: number, toCount: number, verdict: 'reconciled' | 'fault', part: number) => ({
  from: 'a',
  to: 'b',
  name: { zh: '甲→乙', en: 'a → b' },
  fromCount,
  toCount,
  gained: 0,
  residual: 0,
  verdict,
  parts: [{ name: { zh: '退回', en: 'returned' }, count: part, kind: 'explained' as const }],
})

test('counts add up by row in the order of their first appearance; an unknown side stays unknown', () => {
  const merged = mergeCounts([
    [row('申报', 5, 5, 5), row('  依据L4-1', 1, 1, 1)],
    [row('申报', 4, 4, null), row('  依据L4-2', 2, 2, 2)],
  ])
  assert.deepEqual(merged, [row('申报', 9, 9, null), row('  依据L4-1', 1, 1, 1), row('  依据L4-2', 2, 2, 2)])
})

test('arrows add up with their parts, and a fault in one session stays a fault', () => {
  const [sum] = mergeArrows([[arrow(10, 7, 'reconciled', 3)], [arrow(8, 8, 'fault', 0)]])
  assert.deepEqual([sum?.fromCount, sum?.toCount, sum?.parts[0]?.count, sum?.verdict], [18, 15, 3, 'fault'])
  assert.equal(mergeArrows([[arrow(1, 1, 'reconciled', 0)], [arrow(1, 1, 'reconciled', 0)]])[0]?.verdict, 'reconciled')
})
