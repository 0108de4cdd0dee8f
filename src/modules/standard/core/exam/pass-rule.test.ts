import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must, refusalOf } from '../../fixtures.ts'
import { allEditions, editionOf } from '../registry.ts'
import { itemPatterns, passRule } from './pass-rule.ts'

test('both parts need 60 of 100, kept in hundredths', () => {
  for (const id of ['ec-2002-trial', 'ec-2005', 'ec-2022', 'ec-2016-local-liaoning', 'ec-2025-eligibility'] as const) {
    const rule = must(passRule(editionOf(id), 'L4'))
    assert.deepEqual([rule.scale, rule.theory, rule.skill], [10000, 6000, 6000], id)
    assert.deepEqual(rule.review, { kind: 'no-review' }, id)
  }
})

test('a review has its own least mark where the edition names one, and is demanded even where it does not', () => {
  assert.deepEqual(must(passRule(editionOf('ec-2022'), 'L2')).review, { kind: 'least', marks: 6000 })
  assert.deepEqual(must(passRule(editionOf('ec-2005'), 'L2')).review, { kind: 'not-stated' })
  assert.deepEqual(must(passRule(editionOf('ec-2002-trial'), 'L1')).review, { kind: 'no-review' })
})

test('the pass rule states where it comes from', () => {
  assert.equal(must(passRule(editionOf('ec-2022'), 'L5')).provenance, 'reconstructed')
  assert.match(must(passRule(editionOf('ec-2005'), 'L4')).provenance, /^found:http/)
})

test('an edition without a pass rule refuses, and so does an unknown level', () => {
  assert.deepEqual(refusalOf(passRule(editionOf('cbec-ability-fujian-2020'), 'S')), {
    code: 'pass-rule-not-stated',
    facts: { edition: 'cbec-ability-fujian-2020' },
  })
  assert.equal(refusalOf(passRule(editionOf('ec-2021-draft'), 'L4')).code, 'pass-rule-not-stated')
  assert.equal(refusalOf(passRule(editionOf('ec-2005'), 'S')).code, 'level-unknown')
})

test('2005 theory papers hold 100 single choices, or 80 and 20 true/false, one mark each', () => {
  assert.deepEqual(itemPatterns(editionOf('ec-2005')), [
    { single: 100, judge: 0, marksEach: 100, total: 10000 },
    { single: 80, judge: 20, marksEach: 100, total: 10000 },
  ])
  assert.deepEqual(itemPatterns(editionOf('ec-2016-local-liaoning')), itemPatterns(editionOf('ec-2005')))
  assert.deepEqual(itemPatterns(editionOf('ec-2002-trial')), [])
})

test('every pattern fills the scale of its edition', () => {
  for (const edition of allEditions())
    for (const { total } of itemPatterns(edition)) assert.equal(total, must(passRule(edition, 'L4')).scale, edition.id)
})
