import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scrollPlace } from './scroll-place.ts'

test('a cell that is wholly seen moves nothing', () => {
  for (const top of [100, 180, 260]) assert.equal(scrollPlace({ top: 100, height: 200 }, { top, height: 40 }), 100)
})

test('a cell below, above or half outside comes to the middle', () => {
  assert.equal(scrollPlace({ top: 0, height: 200 }, { top: 500, height: 40 }), 420)
  assert.equal(scrollPlace({ top: 0, height: 200 }, { top: 170, height: 40 }), 90)
  assert.equal(scrollPlace({ top: 600, height: 200 }, { top: 300, height: 40 }), 220)
})

test('nothing is scrolled above the beginning', () => assert.equal(scrollPlace({ top: 300, height: 200 }, { top: 10, height: 40 }), 0))
