import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unstorableIn } from './unstorable.ts'

test('U+0000 and half a surrogate pair are named with the field they stand in, also as a name', () => {
  assert.equal(unstorableIn({ a: { b: ['x', 'y\u0000'] } })?.path, 'a.b.1')
  assert.equal(unstorableIn({ a: '\ud842' })?.path, 'a')
  assert.equal(unstorableIn({ a: { 'b\u0000': 1 } })?.path, 'a')
  assert.equal(unstorableIn('\udfb7')?.path, '')
})

test('rare characters, emoji, line breaks and everything without text pass', () => {
  for (const value of [undefined, null, 3, true, '𠮷野家\n👩🏽‍💻', { a: [{ b: '·' }] }]) assert.equal(unstorableIn(value), undefined)
})

test('nesting is followed to a depth and refused beyond, without recursion', () => {
  const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>(inner => [inner], 'x')
  assert.equal(unstorableIn(nested(30)), undefined)
  assert.match(unstorableIn(nested(50_000))?.zh ?? '', /嵌套过深/)
})
