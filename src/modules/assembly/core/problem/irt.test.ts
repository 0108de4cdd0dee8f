import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Irt, informationAt, irtFault, irtOfDifficulty } from './irt.ts'

const near = (actual: number, expected: number, within = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`)
const logistic = (x: number) => 1 / (1 + Math.exp(-x))

test('known values', () => {
  near(informationAt({ model: '1PL', parameters: [0] }, 0), 0.25)
  near(informationAt({ model: '2PL', parameters: [2, 0] }, 0), 1)
  near(informationAt({ model: '2PL', parameters: [2, 1] }, 1), 1)
  near(informationAt({ model: '3PL', parameters: [2, 0, 0] }, 0), 1)
  // c = 0.2 at b: a² · 0.8 · ¼ · ½ ÷ 0.6
  near(informationAt({ model: '3PL', parameters: [1, 0, 0.2] }, 0), (0.8 * 0.25 * 0.5) / 0.6)
  // two steps at 0: categories ⅓ each, variance ⅔
  near(informationAt({ model: 'PC', parameters: [0, 0] }, 0), 2 / 3)
})

test('a difficulty from 1 to 5 is an ability from -2 to 2', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5].map(difficulty => irtOfDifficulty(difficulty).parameters[0]),
    [-2, -1, 0, 1, 2],
  )
})

/** Probability of each category, written down independently. */
function probabilities({ model, parameters }: Irt, theta: number): number[] {
  if (model === 'GR') {
    const [a = 1, ...thresholds] = parameters
    const above = [1, ...thresholds.map(b => logistic(a * (theta - b))), 0]
    return above.slice(0, -1).map((each, k) => each - (above[k + 1] ?? 0))
  }
  if (model === 'PC' || model === 'GPC') {
    const a = model === 'GPC' ? (parameters[0] ?? 1) : 1
    const thresholds = model === 'GPC' ? parameters.slice(1) : parameters
    const weights = [0, ...thresholds].map((_, k) => Math.exp(thresholds.slice(0, k).reduce((sum, b) => sum + a * (theta - b), 0)))
    const total = weights.reduce((sum, each) => sum + each, 0)
    return weights.map(each => each / total)
  }
  const [first = 0, second = 0, third = 0] = parameters
  const [a, b, c] = model === '1PL' ? [1, first, 0] : [first, second, third]
  const right = c + (1 - c) * logistic(a * (theta - b))
  return [1 - right, right]
}

/** Σ (dP/dθ)² ÷ P by central differences. */
function byDefinition(irt: Irt, theta: number): number {
  const h = 1e-5
  const [low, mid, high] = [probabilities(irt, theta - h), probabilities(irt, theta), probabilities(irt, theta + h)]
  return mid.reduce((sum, p, k) => sum + (((high[k] ?? 0) - (low[k] ?? 0)) / (2 * h)) ** 2 / p, 0)
}

const slope = fc.double({ min: 0.3, max: 2.5, noNaN: true })
const place = fc.double({ min: -2.5, max: 2.5, noNaN: true })
const rising = fc
  .array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 })
  .map(steps => steps.map((_, at) => steps.slice(0, at + 1).reduce((sum, step) => sum + step, -2)))
const anyIrt: fc.Arbitrary<Irt> = fc.oneof(
  place.map(b => ({ model: '1PL' as const, parameters: [b] })),
  fc.tuple(slope, place).map(([a, b]) => ({ model: '2PL' as const, parameters: [a, b] })),
  fc.tuple(slope, place, fc.double({ min: 0, max: 0.4, noNaN: true })).map(parameters => ({ model: '3PL' as const, parameters })),
  fc.array(place, { minLength: 1, maxLength: 4 }).map(parameters => ({ model: 'PC' as const, parameters })),
  fc
    .tuple(slope, fc.array(place, { minLength: 1, maxLength: 4 }))
    .map(([a, list]) => ({ model: 'GPC' as const, parameters: [a, ...list] })),
  fc.tuple(slope, rising).map(([a, list]) => ({ model: 'GR' as const, parameters: [a, ...list] })),
)

test('information is what its definition says, for every model', () => {
  fc.assert(
    fc.property(anyIrt, fc.double({ min: -3, max: 3, noNaN: true }), (irt, theta) => {
      const expected = byDefinition(irt, theta)
      near(informationAt(irt, theta), expected, 1e-5 * Math.max(1, expected))
    }),
    { numRuns: 500 },
  )
})

test('information is finite and never negative, however far the ability', () => {
  fc.assert(
    fc.property(anyIrt, fc.double({ min: -500, max: 500, noNaN: true }), (irt, theta) => {
      const information = informationAt(irt, theta)
      assert.ok(Number.isFinite(information) && information >= 0)
    }),
  )
})

const faulty: readonly (readonly [Irt, RegExp])[] = [
  [{ model: '1PL', parameters: [] }, /takes 1/],
  [{ model: '2PL', parameters: [1] }, /takes 2/],
  [{ model: '3PL', parameters: [1, 0] }, /takes 3/],
  [{ model: '2PL', parameters: [0, 1] }, /discrimination/],
  [{ model: '2PL', parameters: [-1, 1] }, /discrimination/],
  [{ model: '3PL', parameters: [1, 0, 1] }, /guessing/],
  [{ model: '3PL', parameters: [1, 0, -0.1] }, /guessing/],
  [{ model: '1PL', parameters: [Number.NaN] }, /beyond/],
  [{ model: '1PL', parameters: [51] }, /beyond/],
  [{ model: 'GR', parameters: [1, 0, 0] }, /rise/],
  [{ model: 'GR', parameters: [1, 1, 0] }, /rise/],
]
for (const [irt, why] of faulty)
  test(`${irt.model} ${irt.parameters.join()} is no item`, () => {
    const fault = irtFault(irt)
    assert.match(fault?.en ?? '', why)
    assert.match(fault?.zh ?? '', /\p{Script=Han}/u)
  })

test('sound parameters have no fault', () => {
  fc.assert(fc.property(anyIrt, irt => assert.equal(irtFault(irt), null)))
})
