import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { places, rankCorrelation } from './rank-correlation.ts'

const near = (found: number | null, wanted: number) =>
  assert.ok(found !== null && Math.abs(found - wanted) < 1e-12, `${found} is not ${wanted}`)

test('places count from one, and equal values share the mean of their places', () => {
  assert.deepEqual(places([10, 30, 20]), [1, 3, 2])
  assert.deepEqual(places([5, 5, 5, 1]), [3, 3, 3, 1])
  assert.deepEqual(places([2, 1, 2, 3]), [2.5, 1, 2.5, 4])
})

test('known values, worked by hand', () => {
  near(rankCorrelation([1, 2, 3], [10, 20, 30]), 1)
  near(rankCorrelation([1, 2, 3], [30, 20, 10]), -1)
  // d = −1, 1, 0, 0, 0: 1 − 6·2 / (5·24) = 0.9
  near(rankCorrelation([1, 2, 3, 4, 5], [2, 1, 3, 4, 5]), 0.9)
  // d² = 16, 4, 0, 4, 16 is the full reversal; d² = 1, 1, 1, 1, 0 gives 1 − 24/120
  near(rankCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]), 0.8)
})

test('ties: places 1, 2.5, 2.5, 4 against 1, 2, 3, 4 give 4.5 / √(4.5 · 5)', () => {
  near(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4]), 4.5 / Math.sqrt(4.5 * 5))
})

test('undefined for fewer than two pairs and for a series that never changes', () => {
  assert.equal(rankCorrelation([], []), null)
  assert.equal(rankCorrelation([1], [2]), null)
  assert.equal(rankCorrelation([1, 1, 1], [1, 2, 3]), null)
})

test('series of unequal length and values that are no number are bugs', () => {
  assert.throws(() => rankCorrelation([1, 2], [1]), RangeError)
  assert.throws(() => rankCorrelation([1, Number.NaN], [1, 2]), RangeError)
})

const series = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })), { minLength: 2, maxLength: 40 })

test('it lies between −1 and 1, is symmetric, and only the order counts', () => {
  fc.assert(
    fc.property(series, pairs => {
      const [a, b] = [pairs.map(p => p[0]), pairs.map(p => p[1])]
      const found = rankCorrelation(a, b)
      if (found === null) return
      assert.ok(found >= -1 - 1e-12 && found <= 1 + 1e-12)
      near(rankCorrelation(b, a), found)
      near(
        rankCorrelation(
          a.map(x => x ** 3 + 7),
          b,
        ),
        found,
      )
    }),
  )
})
