import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_IN_FILE, fileParts, partName } from './file-parts.ts'

test('every item stands in exactly one file, in its order, whatever their number', () => {
  for (const n of [0, 1, 499, 500, 501, 1000, 1203]) {
    const items = Array.from({ length: n }, (_, at) => at)
    const parts = fileParts(items)
    assert.deepEqual(parts.flat(), items)
    assert.equal(parts.length, Math.ceil(n / MOST_IN_FILE))
    assert.ok(parts.every(part => part.length > 0 && part.length <= MOST_IN_FILE))
  }
})

test('a file of several is told from the others; a single one keeps its name', () => {
  assert.equal(partName('items.zip', { number: 2, of: 3 }), 'items-2of3.zip')
  assert.equal(partName('items.zip', { number: 1, of: 1 }), 'items.zip')
  assert.equal(partName('items', { number: 1, of: 2 }), 'items-1of2')
})
