import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spanLabels } from './spans.ts'
import { zh } from './words.zh.ts'

const spans = (limits: readonly number[]) => [...limits, null].map(upTo => ({ upTo, items: 0 }))

test('uses are told one by one, then in spans, the last without end', () => {
  const { unused, times, timesTo, timesFrom } = zh.use
  assert.deepEqual(spanLabels(spans([0, 1, 2, 3, 5]), { first: unused, one: times, to: timesTo, from: timesFrom }), [
    '从未使用',
    '1次',
    '2次',
    '3次',
    '4—5次',
    '6次以上',
  ])
})

test('days are told in spans that meet without a gap', () => {
  const { days, daysTo, daysFrom } = zh.use
  assert.deepEqual(spanLabels(spans([30, 90]), { first: days, one: days, to: daysTo, from: daysFrom }), ['30天以内', '31—90天', '91天以上'])
})
