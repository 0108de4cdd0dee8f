import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passLine } from './pass-line.ts'
import { areaViews, levelWords, minimaOf } from './result-views.ts'
import { distribution } from './distribution.ts'
import { hundredths, marks } from '../../../kernel/marks.ts'

const required = (edition: string, level: string) => {
  const rule = passLine(edition, level)
  return rule.ok ? rule.value.required.map(r => [r.paper, r.minimum]) : rule.refusal.code
}

test('both papers need sixty of a hundred; the review stands where the level demands one', () => {
  assert.deepEqual(required('ec-2005', 'L3'), [
    ['theory', 6000],
    ['skill', 6000],
  ])
  assert.deepEqual(required('ec-2022', 'L1'), [
    ['theory', 6000],
    ['skill', 6000],
    ['review', 6000],
  ])
})

test('a level or an edition without a rule is refused', () => {
  assert.equal(required('ec-2005', 'L9'), 'pass-rule-missing')
  assert.equal(required('ec-1999', 'L3'), 'pass-rule-missing')
  assert.deepEqual(minimaOf('ec-1999', 'L3'), {})
})

test('areas are shown out of a hundred, by the last part of their path', () => {
  const area = { paper: 'theory' as const, mark: hundredths(1250), maximum: hundredths(2000) }
  assert.deepEqual(
    areaViews([
      { ...area, area: '网络营销/网上单证' },
      { ...area, area: '空', maximum: marks(0) },
    ]),
    [{ paper: 'theory', label: '网上单证', outOf100: 62.5 }],
  )
})

test('a level is named in the words of its edition', () => {
  assert.equal(levelWords('ec-2005', 'L3').title, '助理电子商务师')
  assert.deepEqual(levelWords('x', 'L3'), { title: 'L3', edition: 'x' })
})

test('every mark falls into one of ten bins: 59.99 below the line, 60 above, full marks into the last', () => {
  const bins = distribution([5999, 6000, 10_000, 0].map(hundredths))
  assert.deepEqual(
    bins.map(b => b.count),
    [1, 0, 0, 0, 0, 1, 1, 0, 0, 1],
  )
  assert.throws(() => distribution([hundredths(10_001)]), RangeError)
})
