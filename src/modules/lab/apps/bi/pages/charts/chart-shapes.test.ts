import assert from 'node:assert/strict'
import { test } from 'node:test'
import { along, scaleOf, slices } from './chart-shapes.ts'

test('an axis has round marks and holds every value, cut or from zero', () => {
  assert.deepEqual(scaleOf([120, 480], true), { low: 0, high: 600, ticks: [0, 200, 400, 600] })
  assert.deepEqual(scaleOf([910, 980], false), { low: 900, high: 980, ticks: [900, 920, 940, 960, 980] })
  assert.equal(scaleOf([-30, 50], true).low, -40)
  for (const values of [[0], [7, 7], [1, 999_999], [3]])
    for (const fromZero of [true, false]) {
      const scale = scaleOf(values, fromZero)
      for (const value of values) assert.ok(along(scale, value) >= 0 && along(scale, value) <= 1, `${values} ${fromZero}`)
    }
})

test('slices make up the whole; one alone is a full circle', () => {
  const parts = slices([1, 1, 2], 100)
  assert.deepEqual(
    parts.map(p => p.share),
    [0.25, 0.25, 0.5],
  )
  assert.equal(parts[0]?.path, 'M0 0L0 -100A100 100 0 0 1 100 0Z')
  assert.equal(slices([5], 100)[0]?.path, 'M0 -100A100 100 0 1 1 0 100A100 100 0 1 1 0 -100Z')
  assert.deepEqual(
    slices([0, 0], 10).map(p => p.share),
    [0, 0],
  )
})
