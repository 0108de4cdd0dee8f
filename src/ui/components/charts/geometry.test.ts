import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anchorOf, radarPath, share, spoke, twoLines } from './geometry.ts'

const frame = { centre: { x: 100, y: 100 }, radius: 80 }

test('the first spoke points up and the order is clockwise', () => {
  assert.deepEqual(spoke(0, 4, 1, frame), { x: 100, y: 20 })
  assert.deepEqual(spoke(1, 4, 1, frame), { x: 180, y: 100 })
})

test('no value leaves the rim', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 3, maxLength: 12 }), values => {
      const points = radarPath(values, 100, frame)
        .slice(1, -1)
        .split('L')
        .map(p => p.split(' ').map(Number) as [number, number])
      return points.length === values.length && points.every(([x, y]) => Math.hypot(x - 100, y - 100) <= 80.02)
    }),
  )
})

test('labels hang away from the chart', () =>
  assert.deepEqual(
    [0, 1, 2, 3].map(i => anchorOf(i, 4)),
    ['middle', 'start', 'middle', 'end'],
  ))

test('a share of nothing is nothing', () => {
  assert.equal(share(3, 0), 0)
  assert.equal(share(30, 60), 0.5)
})

test('long labels break once, Latin ones at a space', () => {
  assert.deepEqual(twoLines('网络营销'), ['网络营销'])
  assert.deepEqual(twoLines('电子商务物流与供应链'), ['电子商务物', '流与供应链'])
  assert.deepEqual(twoLines('Online marketing'), ['Online', 'marketing'])
})
