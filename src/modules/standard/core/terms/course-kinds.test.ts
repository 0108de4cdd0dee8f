import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '../../fixtures.ts'
import { hoursDemand } from '../level/hours.ts'
import { editionOf } from '../registry.ts'
import { COURSE_KINDS, earnsCompletionProof } from './course-kinds.ts'

const demand = must(hoursDemand(editionOf('ec-2005'), 'L4', 'course'))

test('a pre-exam course lasts one to two weeks, a full course the standard hours', () => {
  assert.deepEqual(COURSE_KINDS['pre-exam'].length, { kind: 'weeks', least: 1, most: 2 })
  assert.deepEqual(COURSE_KINDS.full.length, { kind: 'standard-hours' })
})

test('a full course earns a completion proof from the last standard hour on, not before', () => {
  assert.equal(earnsCompletionProof('full', demand, 239), false)
  assert.equal(earnsCompletionProof('full', demand, 240), true)
})

test('a pre-exam course never earns one, however long it took', () => {
  for (const hours of [0, 80, 240, 1000]) assert.equal(earnsCompletionProof('pre-exam', demand, hours), false)
})

test('full-time school earns its proof by its own plan', () => {
  const exempt = must(hoursDemand(editionOf('ec-2005'), 'L4', 'full-time-school'))
  assert.equal(earnsCompletionProof('full', exempt, 0), true)
})
