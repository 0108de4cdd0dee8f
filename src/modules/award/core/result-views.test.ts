import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../kernel/marks.ts'
import { distribution } from './distribution.ts'
import { areaViews, levelWords, minimaOf } from './result-views.ts'

const area = (name: string, mark: number, maximum: number) => ({
  paper: 'theory' as const,
  area: name,
  mark: hundredths(mark),
  maximum: hundredths(maximum),
})

test('an area is shown by the last part of its path, as a share of a hundred with one decimal', () => {
  assert.deepEqual(areaViews([area('电子商务基础知识/EDI基础知识', 133, 200)]), [{ paper: 'theory', label: 'EDI基础知识', outOf100: 66.5 }])
})

test('an area without items has no share and is left out', () => {
  assert.deepEqual(areaViews([area('网络营销', 0, 0)]), [])
})

test('a title is the edition’s own; the same code reads otherwise in another edition', () => {
  assert.equal(levelWords('ec-2005', 'L4').title, '电子商务员')
  assert.equal(levelWords('ec-2001-trial-early', 'L4').title, '助理电子商务师')
  assert.deepEqual(levelWords('nowhere', 'L4'), { title: 'L4', edition: 'nowhere' })
})

test('the least marks are those of the edition; an unknown edition has none', () => {
  assert.deepEqual(minimaOf('ec-2005', 'L4'), { theory: 6000, skill: 6000 })
  assert.deepEqual(minimaOf('nowhere', 'L4'), {})
})

test('every mark falls into one bin of ten marks, full marks into the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 })), values => {
      const bins = distribution(values.map(hundredths))
      assert.equal(bins.length, 10)
      assert.equal(
        bins.reduce((sum, bin) => sum + bin.count, 0),
        values.length,
      )
    }),
  )
  assert.equal(distribution([hundredths(10_000)])[9]?.count, 1)
  assert.equal(distribution([hundredths(5999), hundredths(6000)])[5]?.count, 1)
  assert.throws(() => distribution([hundredths(10_001)]), RangeError)
})
