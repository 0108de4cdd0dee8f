import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SwapChanges, effectRows } from './effect-rows.ts'

const changes: SwapChanges = {
  before: { marks: 10_000, seconds: 0, unestimated: 100, meanDifficulty: 2_980 },
  after: { marks: 10_000, seconds: 0, unestimated: 100, meanDifficulty: 3_010 },
  areas: [{ path: ['网络营销', '推广'], weight: 1000, before: { items: 10, marks: 1000 }, after: { items: 9, marks: 900 } }],
  types: [],
  importance: [{ importance: 'X', before: { items: 60, marks: 6000 }, after: { items: 61, marks: 6100 } }],
  curve: [-2000, -1000, 0, 250, 1000].map(theta => ({ theta, before: 12_345, after: theta === 0 ? 12_500 : 12_345 })),
  enemies: [],
  overlaps: [{ number: 2, before: 0, after: 1 }],
}

test('figures of the whole form, shares that change, information at three abilities and items in common, in words', () => {
  const rows = effectRows(changes, 'zh').map(({ name, before, after }) => `${name} ${before} ${after}`)
  assert.deepEqual(rows, [
    '总分 100 100',
    '平均难度 2.98 3.01',
    '网络营销／推广 10题，10分 9题，9分',
    '重要程度X 60题，60分 61题，61分',
    '能力−1处的信息量 12.35 12.35',
    '能力0处的信息量 12.35 12.50',
    '能力1处的信息量 12.35 12.35',
    '与第2份的重复题 0题 1题',
  ])
})

test('the time is told only where some item has been estimated', () => {
  const timed = { ...changes, before: { ...changes.before, seconds: 3_600 }, after: { ...changes.after, seconds: 3_661 } }
  const row = effectRows(timed, 'zh').find(each => each.name === '预计用时')
  assert.ok(row && row.before !== row.after)
  assert.equal(
    effectRows(changes, 'zh').some(each => each.name === '预计用时'),
    false,
  )
})
