import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { must, refusalOf } from '../../fixtures.ts'
import { allEditions, editionOf } from '../registry.ts'
import { hoursDemand, hoursMissing, trainingHours } from './hours.ts'
import { levelCodes } from './levels.ts'

const HOURS: Record<string, readonly number[]> = {
  'ec-2001-trial-early': [200, 230, 200, 180],
  'ec-2002-trial': [200, 230, 200, 180],
  'ec-2005': [240, 200, 200, 180],
  'ec-2016-local-liaoning': [240, 200, 200],
  'ec-2021-draft': [80, 60, 60, 40, 40],
  'ec-2022': [80, 60, 60, 40, 40],
  'ec-2025-eligibility': [80, 60, 60, 40, 40],
}
for (const [id, hours] of Object.entries(HOURS)) {
  test(`${id} asks for ${hours.join('/')} standard hours, low to high`, () => {
    const edition = allEditions().find(candidate => candidate.id === id)
    assert.ok(edition)
    assert.deepEqual(
      levelCodes(edition).map(code => must(trainingHours(edition, code)).value),
      hours,
    )
  })
}

test('an edition without hours refuses, and so does an unknown level', () => {
  const special = editionOf('cbec-ability-fujian-2020')
  assert.deepEqual(refusalOf(trainingHours(special, 'S')), { code: 'hours-not-stated', facts: { edition: special.id, level: 'S' } })
  assert.equal(refusalOf(trainingHours(special, 'L4')).code, 'level-unknown')
  assert.equal(refusalOf(hoursDemand(special, 'S', 'course')).code, 'hours-not-stated')
})

test('full-time school follows its own plan and needs no standard hours', () => {
  const demand = must(hoursDemand(editionOf('ec-2005'), 'L4', 'full-time-school'))
  assert.deepEqual(demand, { kind: 'exempt', because: 'full-time-school' })
  assert.equal(hoursMissing(demand, 0), 0)
  assert.equal(refusalOf(hoursDemand(editionOf('ec-2005'), 'L5', 'full-time-school')).code, 'level-unknown')
})

test('a course must reach the hours of its level, to the minute', () => {
  const demand = must(hoursDemand(editionOf('ec-2005'), 'L4', 'course'))
  assert.deepEqual(demand, { kind: 'standard-hours', hours: { value: 240, provenance: 'seed' } })
  assert.equal(hoursMissing(demand, 0), 240)
  assert.equal(hoursMissing(demand, 239.5), 0.5)
  assert.equal(hoursMissing(demand, 240), 0)
  assert.equal(hoursMissing(demand, 300), 0)
})

test('more hours never leave more missing', () => {
  const demand = must(hoursDemand(editionOf('ec-2022'), 'L5', 'course'))
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (earned, more) => {
      assert.ok(hoursMissing(demand, earned + more) <= hoursMissing(demand, earned))
      assert.equal(hoursMissing(demand, earned) === 0, earned >= 80)
    }),
  )
})
