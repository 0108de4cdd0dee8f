import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import type { BankItem, ItemStatistic } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { bankFactsOf } from '../../fixtures.ts'
import { FormFactsView } from '../views/form-views.ts'
import { THETAS, curveOf } from './curve.ts'
import { formFacts, placeFacts, sideFacts } from './form-facts.ts'
import { overlapsOf } from './overlaps.ts'

const items: readonly BankItem[] = [
  aBankItem({ code: 'F-1', area: ['A'], difficulty: 2, seconds: 40 }),
  aBankItem({ code: 'F-2', area: ['A', 'deep'], difficulty: 4, seconds: null, importance: 'Y', type: 'essay', marks: hundredths(600) }),
  aBankItem({ code: 'F-3', area: ['B'], difficulty: 4, seconds: 80, level: 'L5', type: 'multiple-choice' }),
]
const statistic: ItemStatistic = {
  source: 'session',
  difficultyP: null,
  difficultyB: 500,
  discrimination: 1500,
  meanSeconds: null,
  n: 300,
}
const order = {
  items,
  facts: bankFactsOf(items, { statistics: new Map([[items[2]?.itemVersionId ?? '', statistic]]) }),
  areas: [
    { path: ['A'], marks: 700 },
    { path: ['B'], marks: 300 },
    { path: ['C'], marks: 100 },
  ],
  minutes: 90,
}
const facts = formFacts(order)

test('a form is told by areas, types, importance, difficulty and levels, in items and marks', () => {
  assert.deepEqual([facts.items, facts.marks, facts.minutes], [3, 900, 90])
  assert.deepEqual(facts.areas, [
    { path: ['A'], weight: 700, items: 2, marks: 700 },
    { path: ['B'], weight: 300, items: 1, marks: 200 },
    { path: ['C'], weight: 100, items: 0, marks: 0 },
  ])
  assert.deepEqual(facts.types, [
    { type: 'single-choice', items: 1, marks: 100 },
    { type: 'multiple-choice', items: 1, marks: 200 },
    { type: 'essay', items: 1, marks: 600 },
  ])
  assert.deepEqual(facts.importance, [
    { importance: 'X', items: 2, marks: 300 },
    { importance: 'Y', items: 1, marks: 600 },
    { importance: 'Z', items: 0, marks: 0 },
  ])
  assert.deepEqual(
    facts.difficulty.map(each => each.items),
    [0, 1, 0, 2, 0],
  )
  assert.deepEqual(facts.levels, [
    { level: 'L4', items: 2, marks: 700 },
    { level: 'L5', items: 1, marks: 200 },
  ])
})

test('time is the sum of what is known, and what nobody has estimated is counted', () => {
  assert.deepEqual([facts.seconds, facts.unestimated, facts.calibrated], [120, 1, 1])
})

test('an item stands at its place with everything but its content', () => {
  const [first, second, third] = facts.places
  assert.deepEqual([first?.place, second?.place, third?.place], [1, 2, 3])
  assert.deepEqual([first?.code, first?.b, first?.isCalibrated, first?.isMachineMarked], ['F-1', -1000, false, true])
  assert.deepEqual([second?.isMachineMarked, second?.seconds], [false, null])
  assert.deepEqual([third?.b, third?.isCalibrated], [500, true])
  const [item] = items
  assert.ok(item)
  assert.deepEqual(placeFacts(item, 7, order.facts), { ...first, place: 7 })
})

test('what is told is what the page is promised, in whole numbers', () => {
  assert.deepEqual(FormFactsView.parse(facts), facts)
  const numbers = JSON.stringify(facts).match(/[-\d.]*\d\.\d+/g) ?? []
  assert.deepEqual(numbers, [])
})

test('forms side by side tell whether they are parallel', () => {
  const side = sideFacts(2, order)
  assert.deepEqual([side.number, side.items, side.marks, side.seconds, side.meanDifficulty], [2, 3, 900, 120, 3333])
  assert.deepEqual(side.curve, facts.curve)
  assert.equal(sideFacts(1, { ...order, items: [] }).meanDifficulty, 0)
})

test('a curve goes from −3 to 3 in quarters', () => {
  assert.deepEqual([THETAS[0], THETAS[12], THETAS.at(-1), THETAS.length], [-3000, 0, 3000, 25])
})

test('hand-checked: four items at their difficulty', () => {
  const four = Array.from({ length: 4 }, () => ({ marks: 200, irt: { model: '1PL' as const, parameters: [0] } }))
  const at = curveOf(four).find(point => point.theta === 0)
  // information 4 · ¼ = 1, standard error 1; mean 4 · 2 · ½ marks, variance 4 · 4 · ¼
  assert.deepEqual(at, { theta: 0, information: 1000, standardError: 1000, mean: 400, deviation: 200 })
})

test('without items there is no information and no standard error', () => {
  assert.ok(
    curveOf([]).every(point => point.information === 0 && point.standardError === null && point.mean === 0 && point.deviation === 0),
  )
})

test('whatever the items, the expected score lies between nothing and everything and rises with ability', () => {
  const item = fc.record({
    marks: fc.integer({ min: 1, max: 1000 }),
    irt: fc
      .tuple(fc.double({ min: 0.2, max: 3, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }))
      .map(parameters => ({ model: '2PL' as const, parameters })),
  })
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 40 }), some => {
      const full = some.reduce((sum, each) => sum + each.marks, 0)
      const curve = curveOf(some)
      for (const [at, point] of curve.entries()) {
        assert.ok(point.mean >= 0 && point.mean <= full)
        assert.ok(point.mean >= (curve[at - 1]?.mean ?? 0))
        assert.ok(point.deviation >= 0 && point.deviation <= full / 2 + 1)
        assert.ok(Object.values(point).every(value => value === null || Number.isInteger(value)))
      }
    }),
  )
})

test('two forms have in common what stands in both', () => {
  const forms = [
    ['a', 'b', 'c'],
    ['c', 'd'],
    ['e', 'b', 'c'],
  ]
  assert.deepEqual(overlapsOf(forms), [
    { one: 1, other: 2, common: 1 },
    { one: 1, other: 3, common: 2 },
    { one: 2, other: 3, common: 1 },
  ])
  assert.deepEqual(overlapsOf([['a']]), [])
})
