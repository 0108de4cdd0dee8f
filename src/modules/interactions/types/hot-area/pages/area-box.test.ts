import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boxOf, clipOf } from './area-box.ts'

test('a box lies around its shape', () => {
  assert.deepEqual(boxOf({ kind: 'rect', x: 3, y: 4, width: 5, height: 6 }), { x: 3, y: 4, width: 5, height: 6 })
  assert.deepEqual(boxOf({ kind: 'circle', x: 10, y: 20, radius: 5 }), { x: 5, y: 15, width: 10, height: 10 })
  const corner = {
    kind: 'polygon' as const,
    points: [
      { x: 2, y: 8 },
      { x: 12, y: 8 },
      { x: 2, y: 28 },
    ],
  }
  assert.deepEqual(boxOf(corner), { x: 2, y: 8, width: 10, height: 20 })
  assert.equal(clipOf(corner), 'polygon(0% 0%, 100% 0%, 0% 100%)')
})

test('a flat polygon still has a box to press', () => {
  const line = {
    kind: 'polygon' as const,
    points: [
      { x: 1, y: 1 },
      { x: 5, y: 1 },
      { x: 9, y: 1 },
    ],
  }
  assert.equal(boxOf(line).height, 1)
})

test('only a rectangle fills its box', () => {
  assert.equal(clipOf({ kind: 'rect', x: 0, y: 0, width: 1, height: 1 }), null)
  assert.equal(clipOf({ kind: 'circle', x: 5, y: 5, radius: 5 }), 'circle(50%)')
})
