import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldInHash, hashOfField } from './field-hash.ts'

test('a field is found again in the address, whatever signs are in its path', () => {
  for (const path of ['types.ordering.marks', 'information.-500', 'areas.电子商务基础知识／电子商务的概念', 'lists.0', 'areas.A#1 100%'])
    assert.equal(fieldInHash(hashOfField(path)), path)
})

test('no address and a broken one ask for no field', () => {
  assert.equal(fieldInHash(''), null)
  assert.equal(fieldInHash('#'), null)
  assert.equal(fieldInHash('#%E4%'), null)
})
