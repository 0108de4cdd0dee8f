import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ItemStatistic } from '../../../item-bank/contract.ts'
import { irtFault } from '../problem/irt.ts'
import { LEAST_RESPONSES, placeOnScale, placedItem } from './item-irt.ts'

const statistic = (more: Partial<ItemStatistic>): ItemStatistic => ({
  source: 'session',
  difficultyP: null,
  difficultyB: null,
  discrimination: null,
  meanSeconds: null,
  n: 0,
  ...more,
})

test("the writer's judgement 1…5 stands at −2…2", () => {
  const places = [1, 2, 3, 4, 5].map(difficulty => placeOnScale(placedItem({ difficulty }, undefined)))
  assert.deepEqual(places, [-2000, -1000, 0, 1000, 2000])
  assert.equal(placedItem({ difficulty: 3 }, undefined).isCalibrated, false)
})

test('what is known of an item decides by rank: calibrated difficulty, share of enough responses, judgement', () => {
  const table: readonly (readonly [name: string, known: Partial<ItemStatistic>, place: number, isCalibrated: boolean])[] = [
    ['a calibrated difficulty', { difficultyB: 750, n: 400 }, 750, true],
    ['a calibrated difficulty before a share', { difficultyB: -500, difficultyP: 900, n: 400 }, -500, true],
    ['a difficulty that somebody estimated', { difficultyB: 1250, n: 0 }, 1250, false],
    ['a share of half', { difficultyP: 500, n: LEAST_RESPONSES }, 0, true],
    ['a share of three quarters', { difficultyP: 750, n: 100 }, -1099, true],
    ['everybody right', { difficultyP: 1000, n: 100 }, -4000, true],
    ['nobody right', { difficultyP: 0, n: 100 }, 4000, true],
    ['a share of too few responses', { difficultyP: 500, n: LEAST_RESPONSES - 1 }, 2000, false],
    ['nothing but seconds', { meanSeconds: 40, n: 500 }, 2000, false],
  ]
  for (const [name, known, place, isCalibrated] of table) {
    const placed = placedItem({ difficulty: 5 }, statistic(known))
    assert.deepEqual([placeOnScale(placed), placed.isCalibrated], [place, isCalibrated], name)
  }
})

test('a calibrated slope is taken, one that cannot be is passed over', () => {
  const modelOf = (discrimination: number | null) => placedItem({ difficulty: 3 }, statistic({ difficultyB: 0, discrimination, n: 99 })).irt
  assert.deepEqual(modelOf(1300), { model: '2PL', parameters: [1.3, 0] })
  assert.deepEqual(modelOf(null), { model: '2PL', parameters: [1, 0] })
  for (const odd of [0, -200, 4001]) assert.deepEqual(modelOf(odd), { model: '1PL', parameters: [0] }, String(odd))
})

test('whatever the figures, the item can be computed with', () => {
  const figure = fc.option(fc.integer({ min: -6000, max: 6000 }))
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      figure,
      figure,
      fc.option(fc.integer({ min: 0, max: 1000 })),
      fc.nat(999),
      (d, b, a, p, n) => {
        const placed = placedItem({ difficulty: d }, statistic({ difficultyB: b, discrimination: a, difficultyP: p, n }))
        assert.equal(irtFault(placed.irt), null)
        assert.ok(Number.isInteger(placeOnScale(placed)))
      },
    ),
  )
})
