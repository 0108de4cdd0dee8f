import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agrees, countsBy, differenceText, rowsByKey } from './reconcile.ts'

const row = (planned: number | null, lived: number | null, server: number | null) => ({ name: '申报', planned, lived, server })

test('sides that do not know are no difference; sides that know must be equal', () => {
  assert.deepEqual([row(null, null, null), row(3, null, null), row(3, 3, null), row(3, 3, 3), row(null, 0, 0)].map(agrees), [
    true,
    true,
    true,
    true,
    true,
  ])
  assert.deepEqual([row(3, 2, null), row(3, 3, 2), row(null, 1, 0)].map(agrees), [false, false, false])
})

test('a difference names every side that knows', () => {
  assert.equal(differenceText(row(3, 3, 2)), '申报对不上：计划3，亲历3，服务器2')
  assert.equal(differenceText(row(null, 1, 0)), '申报对不上：亲历1，服务器0')
})

test('counting by a key leaves out what has none', () => {
  assert.deepEqual(
    countsBy(['a', 'b', 'a', ''], s => s || null),
    { a: 2, b: 1 },
  )
})

test('every key of any side gets a row; a group the server hides is not known', () => {
  const rows = rowsByKey(key => `第${key}款`, { a: 2, b: 1 }, { a: 2 }, { a: 2, c: 1 })
  assert.deepEqual(rows, [
    { name: '第a款', planned: 2, lived: 2, server: 2 },
    { name: '第b款', planned: 1, lived: 0, server: null },
    { name: '第c款', planned: 0, lived: 0, server: 1 },
  ])
  assert.equal(rowsByKey(k => k, { a: 1 }, { a: 1 }, null)[0]?.server, null)
})
