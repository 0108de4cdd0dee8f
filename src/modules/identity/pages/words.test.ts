import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../ui/words.ts'
import { ID_KINDS } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

test('the words of the identity pages match in both languages', () => assert.deepEqual(wordFaults(zh, en), []))

test('every kind of document and every role has its words', () => {
  assert.deepEqual(Object.keys(zh.kinds).toSorted(), [...ID_KINDS].toSorted())
  assert.deepEqual(Object.keys(zh.duties), Object.keys(zh.roles))
})
