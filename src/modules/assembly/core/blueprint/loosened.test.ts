import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSmallBody } from '../../fixtures.ts'
import { loosened } from './loosened.ts'

const body = aSmallBody()
const bounds = (types: typeof body.types) => types.map(type => [type.marks.least, type.marks.most] as const)

test('a blueprint is loosened in two steps: wider shares of the types, then none', () => {
  const [wider, open, ...more] = loosened(body)
  assert.ok(wider && open)
  assert.equal(more.length, 0)
  for (const [least, most] of bounds(open.types)) assert.deepEqual([least, most], [null, null])
})

test('wider bounds hold everything that the narrower ones held, and never go below nothing', () => {
  const [wider] = loosened(body)
  assert.ok(wider)
  bounds(wider.types).forEach(([least, most], at) => {
    const [before, until] = bounds(body.types)[at] ?? [null, null]
    assert.ok(least === null || (before !== null && least <= before && least >= 0))
    assert.ok(most === null || (until !== null && most >= until))
  })
})

test('nothing but the types is touched: the weights of the table stay exact', () => {
  for (const step of loosened(body)) assert.deepEqual({ ...step, types: body.types }, body)
})
