import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openShelf } from './shelf.ts'

test('what was used longest ago goes first, and using counts', () => {
  const shelf = openShelf<string>(30)
  for (const key of ['a', 'b', 'c']) shelf.put(key, key.toUpperCase(), 10)
  assert.equal(shelf.get('a'), 'A')
  shelf.put('d', 'D', 10)
  assert.deepEqual(
    ['a', 'b', 'c', 'd'].map(key => shelf.get(key)),
    ['A', undefined, 'C', 'D'],
  )
  shelf.put('c', 'CC', 30)
  assert.deepEqual([shelf.get('c'), shelf.size()], ['CC', { things: 1, bytes: 30 }])
  shelf.put('x', 'X', 31)
  assert.equal(shelf.get('x'), undefined, 'larger than the whole shelf')
  shelf.drop('c')
  shelf.drop('c')
  assert.deepEqual(shelf.size(), { things: 0, bytes: 0 })
})

test('a shelf never holds more than it may, and what it holds is the last that was put', () => {
  const act = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    bytes: fc.nat({ max: 60 }),
    kind: fc.constantFrom('put', 'put', 'get', 'drop'),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), acts => {
      const shelf = openShelf<number>(100)
      const last = new Map<string, number>()
      for (const [n, { key, bytes, kind }] of acts.entries()) {
        if (kind === 'put') {
          shelf.put(key, n, bytes)
          last.set(key, n)
        } else if (kind === 'drop') {
          shelf.drop(key)
          last.delete(key)
        } else {
          const found = shelf.get(key)
          assert.ok(found === undefined || found === last.get(key))
        }
        assert.ok(shelf.size().bytes <= 100 && shelf.size().bytes >= 0)
      }
    }),
  )
})
