import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { moved, shownOrder } from './moves.ts'

const entry = (id: string, pinned = false) => ({ id, text: `步骤${id}`, pinned })
const list = [entry('a'), entry('b'), entry('p', true), entry('c')]
const ids = (order: readonly { id: string }[] | null) => order?.map(one => one.id).join('') ?? null

test('an entry moves one place, over pinned ones, and not beyond the ends', () => {
  assert.equal(ids(moved(list, 'a', 1)), 'bapc')
  assert.equal(ids(moved(list, 'b', 1)), 'acpb')
  assert.equal(ids(moved(list, 'c', -1)), 'acpb')
  assert.equal(moved(list, 'a', -1), null)
  assert.equal(moved(list, 'c', 1), null)
  assert.equal(moved(list, 'p', 1), null)
  assert.equal(moved(list, 'nobody', 1), null)
})

test('up undoes down, and pinned entries never move', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'b', 'c'), id => {
      const down = moved(list, id, 1)
      if (down === null) return
      assert.equal(down[2]?.id, 'p')
      assert.equal(ids(moved(down, id, -1)), ids(list))
    }),
  )
})

test('a response that does not fit shows the entries as they came', () => {
  assert.equal(ids(shownOrder(list, ['c', 'b', 'p', 'a'])), 'cbpa')
  assert.equal(ids(shownOrder(list, ['c', 'b'])), 'abpc')
  assert.equal(ids(shownOrder(list, null)), 'abpc')
})
