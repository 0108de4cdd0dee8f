import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../kernel/marks.ts'
import { RESULT_BANDS, resultBand, USUAL_BANDS } from './result-band.ts'

test('the limits 60, 80 and 95 belong to the band above', () => {
  const table: readonly (readonly [number, string])[] = [
    [0, '不合格'],
    [5999, '不合格'],
    [6000, '合格'],
    [7999, '合格'],
    [8000, '良好'],
    [9499, '良好'],
    [9500, '优秀'],
    [10_000, '优秀'],
  ]
  for (const [mark, zh] of table) assert.equal(RESULT_BANDS[resultBand(hundredths(mark))].zh, zh, `${mark}`)
})

test('a higher mark never has a lower band', () => {
  const order = Object.keys(RESULT_BANDS)
  const mark = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(mark, mark, (a, b) => {
      const band = (n: number) => order.indexOf(resultBand(hundredths(n)))
      assert.ok(band(Math.min(a, b)) <= band(Math.max(a, b)))
    }),
  )
})

test('limits out of order are a bug', () => {
  assert.throws(() => resultBand(hundredths(7000), { ...USUAL_BANDS, good: hundredths(5000) }), RangeError)
})

test('every mark has a band in both languages, and the bands cover the scale without a gap', () => {
  const seen = new Set<string>()
  let before = resultBand(hundredths(0))
  for (let mark = 0; mark <= 10_000; mark += 1) {
    const band = resultBand(hundredths(mark))
    if (band !== before)
      assert.ok(
        Object.values(USUAL_BANDS).some(limit => limit === mark),
        `${mark}`,
      )
    seen.add(`${RESULT_BANDS[band].zh} ${RESULT_BANDS[band].en}`)
    before = band
  }
  assert.deepEqual([...seen], ['不合格 Fail', '合格 Pass', '良好 Good', '优秀 Excellent'])
})
