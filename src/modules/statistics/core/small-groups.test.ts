import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maskSmallGroups } from './small-groups.ts'

test('a group below the threshold is masked, and never alone: the total would give it away', () => {
  assert.deepEqual(maskSmallGroups([12, 3, 40, 0], 5), [null, null, 40, 0])
  assert.deepEqual(maskSmallGroups([12, 3, 4, 40], 5), [12, null, null, 40])
  assert.deepEqual(maskSmallGroups([5, 6], 5), [5, 6])
  assert.deepEqual(maskSmallGroups([3], 5), [null])
})

test('whatever the groups: no small one is shown, empty ones are, and one alone is masked only when there is no other', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 12 }), fc.integer({ min: 1, max: 10 }), (counts, smallest) => {
      const shown = maskSmallGroups(counts, smallest)
      shown.forEach((cell, i) => assert.ok(cell === null || cell === 0 || cell >= smallest, `${counts[i]}`))
      counts.forEach((count, i) => count === 0 && assert.equal(shown[i], 0))
      const masked = shown.filter(cell => cell === null).length
      if (masked === 1) assert.equal(counts.filter(c => c > 0).length, 1)
    }),
  )
})
