import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PACKAGE } from '../../fixtures.ts'
import { formHead, readFormFile, writeFormFile } from './form-file.ts'

const head = formHead(PACKAGE)
const nonce = Uint8Array.from({ length: 12 }, (_, n) => n)
const sealed = Uint8Array.from({ length: 40 }, (_, n) => 255 - n)

test('a form file has its parts where the layout says', () => {
  const file = writeFormFile({ head, nonce, sealed })
  assert.equal(file.length, 8 + 16 + 12 + 40)
  assert.equal(String.fromCharCode(...file.subarray(0, 8)), 'ZHFORM01')
  assert.deepEqual(file.subarray(24, 36), nonce)
  assert.deepEqual(readFormFile(file), { packageId: PACKAGE, head, nonce, sealed })
})

test('what is too short or of another kind is no form file', () => {
  const file = writeFormFile({ head, nonce, sealed })
  for (const length of [0, 8, 24, 51]) assert.equal(readFormFile(file.subarray(0, length)), null)
  assert.notEqual(readFormFile(file.subarray(0, 52)), null)
  assert.equal(readFormFile(file.with(7, 50)), null)
})

test('parts of other lengths are bugs', () => {
  assert.throws(() => writeFormFile({ head: head.slice(1), nonce, sealed }), RangeError)
  assert.throws(() => writeFormFile({ head, nonce: nonce.slice(1), sealed }), RangeError)
  assert.throws(() => formHead('package-1'), RangeError)
})
