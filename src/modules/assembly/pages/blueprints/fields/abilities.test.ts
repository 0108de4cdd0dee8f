import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abilityOptions, nextAbility } from './abilities.ts'

test('kept abilities are offered among the usual ones, in order and once', () => {
  const values = abilityOptions([250, 0]).map(each => each.value)
  assert.equal(values.length, 14)
  assert.deepEqual(values.slice(5, 9), [-500, 0, 250, 500])
})

test('a new ability stands nearest the middle where none stands yet', () => {
  assert.equal(nextAbility([]), 0)
  assert.equal(nextAbility([0, -1000]), 1000)
})
