import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingAmount, isUnderWay } from './run-tones.ts'

test('marks and difficulty are told in whole units, counts as they are', () => {
  assert.equal(findingAmount('area:3', 1250), '12.5')
  assert.equal(findingAmount('type-items:case', 12), '12')
  assert.equal(findingAmount('information:0', 4.12345), '4.123')
})

test('a run is asked for again until it has ended', () => {
  assert.deepEqual((['queued', 'running', 'done', 'cancelled', undefined] as const).map(isUnderWay), [true, true, false, false, false])
})
