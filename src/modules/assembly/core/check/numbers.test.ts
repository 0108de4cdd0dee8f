import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aPool, aProblem } from '../../fixtures.ts'
import { MILLION } from '../problem/goal.ts'
import { type BoundedProgram, dualBound } from './dual-bound.ts'
import { compareDecimals, decimalOf, sumOf, times, toNumber } from './exact.ts'
import { gapOf, objectiveOf } from './objective.ts'

test('a tenth and two tenths are three tenths', () => {
  assert.equal(compareDecimals(sumOf([0.1, 0.2]), decimalOf(0.3)), 0)
  assert.equal(compareDecimals(sumOf([0.1, 0.2, 1e-20]), decimalOf(0.3)), 1)
  assert.equal(compareDecimals(sumOf([0.1, 0.1]), decimalOf(0.3)), -1)
})

const decimals: readonly (readonly [number, bigint, number])[] = [
  [0, 0n, 0],
  [-0, 0n, 0],
  [12, 12n, 0],
  [-1.25, -125n, 2],
  [1e21, 1_000_000_000_000_000_000_000n, 0],
  [1.5e-7, 15n, 8],
  [-2.5e25, -25_000_000_000_000_000_000_000_000n, 0],
]
for (const [value, digits, scale] of decimals) test(`${value} as a decimal`, () => assert.deepEqual(decimalOf(value), { digits, scale }))

test('what is no finite number is a bug', () => {
  for (const value of [Number.NaN, Infinity, -Infinity]) assert.throws(() => decimalOf(value), /not a finite number/)
})

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
test('decimals show the number they came from and compare as numbers do', () => {
  fc.assert(
    fc.property(finite, finite, (a, b) => {
      assert.equal(toNumber(decimalOf(a)), a === 0 ? 0 : a)
      assert.equal(compareDecimals(decimalOf(a), decimalOf(b)), a < b ? -1 : a > b ? 1 : 0)
    }),
  )
})

test('sums do not depend on the order, and n times is n summands', () => {
  const small = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(fc.array(small, { maxLength: 12 }), small, fc.integer({ min: 0, max: 9 }), (values, value, count) => {
      assert.equal(compareDecimals(sumOf(values), sumOf(values.toReversed())), 0)
      assert.equal(compareDecimals(times(decimalOf(value), count), sumOf(Array.from({ length: count }, () => value))), 0)
    }),
  )
})

const items = aPool(4).items
const problem = (goal: Parameters<typeof objectiveOf>[0]['goal']) => aProblem({ pool: aPool(4), goal })

test('totals are summed over forms, maximins take the least, distances the largest', () => {
  const words = objectiveOf(problem({ kind: 'most-of', attribute: 'WORDS' }), [items.slice(0, 2), items.slice(2)])
  assert.deepEqual([words.value, words.terms], [100 * MILLION, [[30 * MILLION], [70 * MILLION]]])
  const distance = objectiveOf(problem({ kind: 'target-sum', attribute: 'WORDS', target: 40 }), [items.slice(0, 2), items.slice(2)])
  assert.equal(distance.value, 30 * MILLION)
  const abilities = [-1, 1].map(theta => ({ theta, weight: 1 }))
  const least = objectiveOf(problem({ kind: 'maximin-information', abilities }), [items.slice(0, 2), items.slice(2)])
  assert.equal(least.value, Math.min(...least.terms.flat()))
  assert.equal(objectiveOf(problem({ kind: 'none' }), [items]).value, 0)
  assert.equal(objectiveOf(problem({ kind: 'most-of', attribute: 'WORDS' }), []).value, 0)
})

test('gaps: a share of the bound, or of the target for distances', () => {
  const total = { shape: 'total', sense: 'max', targets: [] } as const
  assert.equal(gapOf(total, 9_900, 10_000), 0.01)
  assert.equal(gapOf(total, 101, 100), 0)
  assert.equal(gapOf(total, 0, 2), 0, 'what rounding explains')
  assert.equal(gapOf({ ...total, sense: 'min' }, 10_200, 10_000), 0.02)
  assert.equal(gapOf({ ...total, sense: 'min' }, 5_000_000, 0), 5)
  assert.equal(gapOf({ shape: 'distance', sense: 'min', targets: [10, 400] }, 40, 0), 0.1)
  assert.equal(gapOf({ shape: 'distance', sense: 'min', targets: [0] }, 2_000_000, 0), 2)
  assert.equal(gapOf({ shape: 'none', sense: 'min', targets: [] }, 9, 0), 0)
})

/** max Σ cost · x with x in [0, 1] and one row Σ weight · x ≤ most. */
function knapsack(cost: readonly number[], weight: readonly number[], most: number, sense: 'max' | 'min' = 'max'): BoundedProgram {
  const n = cost.length
  return {
    sense,
    cost: Float64Array.from(cost),
    lower: new Float64Array(n),
    upper: new Float64Array(n).fill(1),
    rowLower: Float64Array.of(sense === 'max' ? -Infinity : most),
    rowUpper: Float64Array.of(sense === 'max' ? most : Infinity),
    starts: Int32Array.of(0, n),
    indices: Int32Array.from(cost.keys()),
    values: Float64Array.from(weight),
  }
}

test('the right multiplier proves the optimum, no multiplier the sum of everything', () => {
  const program = knapsack([6, 5, 4], [3, 2, 2], 4)
  assert.ok(Math.abs(dualBound(program, [2]) - 9) < 1e-6)
  assert.ok(Math.abs(dualBound(program, [-2]) - 9) < 1e-6, 'whatever sign the solver gives it')
  assert.ok(Math.abs(dualBound(program, [0]) - 15) < 1e-6)
  assert.ok(Math.abs(dualBound(knapsack([6, 5, 4], [3, 2, 2], 4, 'min'), [2]) - 8) < 1e-6)
})

test('an infinite side proves nothing, and a column without a limit nothing at all', () => {
  const program = knapsack([1], [1], 1)
  assert.equal(dualBound({ ...program, upper: Float64Array.of(Infinity) }, [0]), Infinity)
})

test('whatever the multipliers, no choice is better than the bound', () => {
  const whole = fc.integer({ min: -9, max: 9 })
  const columns = fc.array(fc.tuple(whole, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(
      columns,
      fc.integer({ min: 0, max: 20 }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.boolean(),
      (made, most, multiplier, maximise) => {
        const [cost, weight] = [made.map(each => each[0]), made.map(each => each[1])]
        const program = knapsack(cost, weight, most, maximise ? 'max' : 'min')
        const bound = dualBound(program, [multiplier])
        for (let bits = 0; bits < 2 ** made.length; bits++) {
          const sum = (values: readonly number[]) => values.reduce((total, value, at) => total + ((bits >> at) & 1) * value, 0)
          if (maximise ? sum(weight) > most : sum(weight) < most) continue
          assert.ok(maximise ? sum(cost) <= bound + 1e-9 : sum(cost) >= bound - 1e-9)
        }
      },
    ),
  )
})
