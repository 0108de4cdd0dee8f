import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LICENCES, PICTURE_TYPES, pictureName } from './media.ts'

test('a picture leaves under a name of its bytes and kind', () => {
  const names = PICTURE_TYPES.map(mediaType => pictureName({ mediaId: 'ab'.repeat(32), mediaType }))
  assert.deepEqual(
    names,
    ['png', 'jpg', 'webp', 'svg'].map(ending => `abababababababab.${ending}`),
  )
  assert.equal(new Set(LICENCES).size, LICENCES.length)
})
