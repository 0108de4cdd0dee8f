import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDraft } from '../../../fixtures.ts'
import type { Opened } from '../../shared/use-reading.ts'
import { ownScore, toggled } from './desk-work.ts'

const { type, marks, content, key } = aDraft()
const opened = { version: { type, marks }, content, key, rubric: null } as unknown as Opened

test('the response of a reviewer is scored as that of a candidate', () => {
  assert.equal(ownScore(opened, null), null)
  assert.equal(ownScore(opened, { version: 1, optionId: 'opt1' })?.earned, 100)
  assert.equal(ownScore(opened, { version: 1, optionId: 'opt0' })?.earned, 0)
})

test('a point of the checklist is confirmed and opened again', () => {
  assert.deepEqual(toggled([], 'fair'), ['fair'])
  assert.deepEqual(toggled(['fair', 'current'], 'fair'), ['current'])
})
