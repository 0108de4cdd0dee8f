import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

test('every text stands in both languages with the same places', () => {
  assert.deepEqual(wordFaults(zh, en), [])
})
