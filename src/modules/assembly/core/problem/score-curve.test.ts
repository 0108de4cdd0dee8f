import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Irt } from './irt.ts'
import { expectedShare } from './score-curve.ts'

const near = (one: number, other: number, name: string) => assert.ok(Math.abs(one - other) < 1e-9, `${name}: ${one} is not ${other}`)

test('means and variances at known places', () => {
  const table: readonly (readonly [name: string, irt: Irt, theta: number, mean: number, variance: number])[] = [
    ['1PL at its difficulty', { model: '1PL', parameters: [1] }, 1, 0.5, 0.25],
    ['1PL a logit above', { model: '1PL', parameters: [0] }, Math.log(3), 0.75, 0.1875],
    ['2PL, steeper', { model: '2PL', parameters: [2, 0] }, Math.log(3) / 2, 0.75, 0.1875],
    ['3PL at its difficulty', { model: '3PL', parameters: [1, 0, 0.2] }, 0, 0.6, 0.24],
    ['PC of one step is 1PL', { model: 'PC', parameters: [0] }, 0, 0.5, 0.25],
    ['GPC of two equal steps, in the middle', { model: 'GPC', parameters: [1, 0, 0] }, 0, 0.5, 1 / 6],
    ['GR of two steps about the middle', { model: 'GR', parameters: [1, -Math.log(3), Math.log(3)] }, 0, 0.5, 0.125],
  ]
  for (const [name, irt, theta, mean, variance] of table) {
    const share = expectedShare(irt, theta)
    near(share.mean, mean, `${name}, mean`)
    near(share.variance, variance, `${name}, variance`)
  }
})

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const steps = fc.array(finite(-3, 3), { minLength: 1, maxLength: 4 })
const anyIrt: fc.Arbitrary<Irt> = fc.oneof(
  finite(-4, 4).map((b): Irt => ({ model: '1PL', parameters: [b] })),
  fc.tuple(finite(0.2, 3), finite(-4, 4)).map(([a, b]): Irt => ({ model: '2PL', parameters: [a, b] })),
  fc.tuple(finite(0.2, 3), finite(-4, 4), finite(0, 0.5)).map(([a, b, c]): Irt => ({ model: '3PL', parameters: [a, b, c] })),
  steps.map((thresholds): Irt => ({ model: 'PC', parameters: thresholds })),
  fc.tuple(finite(0.2, 3), steps).map(([a, thresholds]): Irt => ({ model: 'GPC', parameters: [a, ...thresholds] })),
  fc
    .tuple(finite(0.2, 3), steps)
    .map(([a, thresholds]): Irt => ({ model: 'GR', parameters: [a, ...thresholds.map((b, at) => b + at * 7).toSorted((x, y) => x - y)] })),
)

test('a share lies between nothing and everything, its variance below a quarter, and it never falls with ability', () => {
  fc.assert(
    fc.property(anyIrt, finite(-6, 6), finite(0, 4), (irt, theta, more) => {
      const [low, high] = [expectedShare(irt, theta), expectedShare(irt, theta + more)]
      for (const { mean, variance } of [low, high]) {
        assert.ok(mean >= -1e-12 && mean <= 1 + 1e-12)
        assert.ok(variance >= -1e-12 && variance <= 0.25 + 1e-12)
      }
      assert.ok(high.mean >= low.mean - 1e-9)
    }),
  )
})

test('far below and far above nothing and everything is earned', () => {
  for (const irt of [
    { model: '1PL', parameters: [0] },
    { model: 'GPC', parameters: [1, -1, 1] },
    { model: 'GR', parameters: [1, -1, 1] },
  ] satisfies readonly Irt[]) {
    assert.ok(expectedShare(irt, -40).mean < 1e-9)
    assert.ok(expectedShare(irt, 40).mean > 1 - 1e-9)
  }
})
