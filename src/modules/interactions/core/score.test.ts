import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../kernel/marks.ts'
import { noScore, partialScore, pendingScore, shareScore } from './score.ts'

const reasons = [
  { code: 'right' as const, optionIds: ['a'] },
  { code: 'wrong' as const, optionIds: [] },
]

test('a share brings its part rounded down, all of it everything, none of it or less nothing', () => {
  const of = (got: number, whole = 3) => shareScore(hundredths(100), { got, of: whole }, reasons)
  assert.deepEqual([of(1).earned, of(2).earned, of(3).earned, of(0).earned, of(-2).earned], [33, 66, 100, 0, 0])
  assert.deepEqual([of(1).outcome, of(3).outcome, of(0).outcome, of(1, 300).outcome], ['partial', 'full', 'none', 'none'])
  assert.deepEqual(of(1).reasons, [reasons[0]], 'a reason that speaks of nothing is left out')
})

test('shares of a whole never add up to more than the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 8 }), fc.nat(10_000), (parts, max) => {
      const of = parts.reduce((sum, part) => sum + part, 0)
      const sum = parts.reduce((total, got) => total + partialScore(hundredths(max), { got, of }, []).earned, 0)
      assert.ok(sum <= max)
    }),
  )
})

test('who waits has no marks and says for whom', () => {
  assert.deepEqual(pendingScore(hundredths(500), 'needs-person'), {
    earned: 0,
    max: 500,
    outcome: 'pending',
    reasons: [{ code: 'needs-person', optionIds: [] }],
  })
  assert.equal(noScore(hundredths(500), 'unanswered', []).outcome, 'unanswered')
})
