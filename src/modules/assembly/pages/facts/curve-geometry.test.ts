import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BOX, across, apart, bandPath, linePath, ticksTo, up } from './curve-geometry.ts'

const span = { from: -3, to: 3, top: 10, width: 520 }

test('the ends of a span are the edges of the chart, and what is too high stays inside', () => {
  assert.deepEqual([across(-3, span), across(3, span)], [BOX.left, 520 - BOX.right])
  assert.deepEqual([up(0, span), up(10, span), up(99, span)], [BOX.height - BOX.bottom, BOX.top, BOX.top])
})

test('a chart is drawn as wide as its place', () => {
  for (const width of [290, 520, 900]) assert.equal(across(3, { ...span, width }), width - BOX.right)
})

test('a line breaks where there is no value', () => {
  const path = linePath(
    [1, null, 2, 3].map((y, x) => ({ x, y })),
    { from: 0, to: 3, top: 3, width: 520 },
  )
  assert.equal(path.match(/M/g)?.length, 2)
  assert.equal(path.match(/L/g)?.length, 1)
})

test('a band goes there above and back below', () => {
  const band = bandPath(
    [
      { x: 0, low: 1, high: 2 },
      { x: 1, low: 1, high: 3 },
    ],
    { from: 0, to: 1, top: 3, width: 520 },
  )
  assert.equal(band.split('L').length, 4)
  assert.ok(band.endsWith('Z'))
  assert.equal(bandPath([], span), '')
})

test('ticks begin at 0, are even, few, and reach the largest value', () => {
  assert.deepEqual(ticksTo(20.4), [0, 10, 20, 30])
  assert.deepEqual(ticksTo(100), [0, 25, 50, 75, 100])
  assert.deepEqual(ticksTo(0), [0, 1])
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), largest => {
      const ticks = ticksTo(largest)
      return ticks.length >= 3 && ticks.length <= 6 && ticks[0] === 0 && (ticks.at(-1) ?? 0) >= largest * (1 - 1e-6)
    }),
  )
})

test('labels never cover one another and never sink below the chart', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), wanted => {
      const placed = apart(wanted, 14, 200).toSorted((a, b) => a - b)
      return placed.every((at, n) => at <= 200 && (n === 0 || at - (placed[n - 1] ?? 0) >= 14 - 1e-9))
    }),
  )
})
