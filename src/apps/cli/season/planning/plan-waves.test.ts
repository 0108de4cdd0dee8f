import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../../../../kernel/local-date.ts'
import { peopleOf } from '../people/people.ts'
import { planWaves } from './plan-waves.ts'
import { demandOf } from '../steps/gather-people.ts'

const LEVELS = ['L4', 'L3']
const SITES = [
  { code: '91012001', province: '91', rooms: [39, 29], authorised: [{ from: '2024-01-01', until: '2027-12-31' }] },
  { code: '92012001', province: '92', rooms: [47, 47], authorised: [{ from: '2025-03-01', until: '2028-02-29' }] },
]
const months = ['2026-12-27', '2026-10-25', '2026-08-30', '2025-02-23'].map(day => ({
  nominal: day.slice(0, 7),
  day: localDate(day),
  levels: LEVELS,
}))
const plan = (candidates: number) => planWaves({ candidates, seed: 's', months, sites: SITES })

test('few people have one session with the seed as it is', () => {
  assert.deepEqual(plan(60), [{ month: months[0], candidates: 60, seed: 's' }])
})

test('more people are shared among sessions in the order of the calendar, each with a seed of its own', () => {
  const waves = plan(300)
  assert.deepEqual(
    waves?.map(w => [w.month.nominal, w.candidates, w.seed]),
    [
      ['2026-10', 150, 's/1'],
      ['2026-12', 150, 's/2'],
    ],
  )
})

test('nobody is lost, and with too few seats in all months nothing is planned', () => {
  for (const candidates of [1, 2, 199, 301, 400])
    assert.equal(
      plan(candidates)?.reduce((sum, w) => sum + w.candidates, 0),
      candidates,
    )
  assert.equal(plan(2000), null)
  assert.equal(planWaves({ candidates: 1, seed: 's', months: [], sites: SITES }), null)
})

test('the day on which people are judged does not change how many of each level there are', () => {
  const demands = ['2026-06-15', '2026-12-13', '2025-02-28', '2024-02-29'].map(on =>
    demandOf(peopleOf({ count: 173, seed: 'd', on: localDate(on), levels: LEVELS }), LEVELS),
  )
  for (const demand of demands) assert.deepEqual(demand, demands[0])
})
