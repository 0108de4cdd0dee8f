import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOf, bookText, withDrafts, withoutDrafts } from './draft-book.ts'

test('values are kept, changed and forgotten by their marks', () => {
  const book = withDrafts(withDrafts({}, { name: '王', city: '杭州' }), { name: '王芳', city: null })
  assert.deepEqual(book, { name: '王芳' })
  assert.deepEqual(withoutDrafts(book, ['name', 'other']), {})
})

test('a value that is too long is not kept, and of a full book the oldest goes', () => {
  assert.deepEqual(withDrafts({}, { long: '字'.repeat(40_000), short: '字' }), { short: '字' })
  let book = {}
  for (let i = 0; i < 10; i++) book = withDrafts(book, { [`field${i}`]: String(i).repeat(30_000) })
  const marks = Object.keys(book)
  assert.deepEqual([marks.length, marks[0], marks.at(-1)], [6, 'field4', 'field9'])
})

test('a book is read back for its own lap, and a torn one is empty', () => {
  const book = { name: '王芳' }
  assert.deepEqual(bookOf(bookText(2, book), 2), book)
  assert.deepEqual(bookOf(bookText(1, book), 2), {})
  for (const text of [null, '', '{', '[]', '"x"', '{"lap":2}', '{"lap":2,"book":7}', 'null'])
    assert.deepEqual(bookOf(text, 2), {}, String(text))
  assert.deepEqual(bookOf('{"lap":2,"book":{"a":1,"b":"c"}}', 2), { b: 'c' })
})
