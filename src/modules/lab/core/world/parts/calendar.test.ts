import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayText, isWorkday, nextAt, parseWorldTime, plusWorkdays, timeText, wallClock } from '../calendar.ts'
import { type WorldTime, worldTime } from '../ids.ts'

const time = (text: string): WorldTime => parseWorldTime(text) ?? assert.fail(`no time ${text}`)

test('the wall clock agrees with the calendar of the machine, for every second of two centuries', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7_000_000_000 }), seconds => {
      const at = worldTime(seconds)
      const expected = new Date((seconds + 8 * 3600) * 1000)
      assert.equal(timeText(at), expected.toISOString().slice(0, 19).replace('T', ' '))
      assert.equal(wallClock(at).weekday, expected.getUTCDay() === 0 ? 7 : expected.getUTCDay())
      if (wallClock(at).year > 1970) assert.equal(parseWorldTime(timeText(at)), at)
    }),
    { numRuns: 2000 },
  )
})

test('times are read as they are written, and a day alone is its midnight', () => {
  assert.equal(time('2026-03-02 09:00'), Date.parse('2026-03-02T09:00:00+08:00') / 1000)
  assert.equal(time('2026-03-02'), Date.parse('2026-03-02T00:00:00+08:00') / 1000)
  assert.equal(dayText(time('2024-02-29 23:59:59')), '2024-02-29')
  for (const wrong of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-03-02 24:00', '2026-3-2', '', '2026-03-02 09:60'])
    assert.equal(parseWorldTime(wrong), undefined, wrong)
})

test('the next nine o’clock is today’s before nine and tomorrow’s from nine on', () => {
  assert.equal(timeText(nextAt(time('2026-03-02 08:59:59'), 9)), '2026-03-02 09:00:00')
  assert.equal(timeText(nextAt(time('2026-03-02 09:00'), 9)), '2026-03-03 09:00:00')
  assert.equal(timeText(nextAt(time('2026-12-31 18:00'), 17, 30)), '2027-01-01 17:30:00')
})

test('working days leave out weekends and holidays and keep shifted working days', () => {
  const days = { holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], workdays: ['2026-10-10'] }
  assert.equal(isWorkday(time('2026-10-01 10:00'), days), false)
  assert.equal(isWorkday(time('2026-10-10'), days), true)
  assert.equal(isWorkday(time('2026-10-11'), days), false)
  assert.equal(dayText(plusWorkdays(time('2026-09-30 17:00'), 1, days)), '2026-10-08')
  assert.equal(dayText(plusWorkdays(time('2026-09-30 17:00'), 4, days)), '2026-10-12')
  assert.equal(dayText(plusWorkdays(time('2026-03-06 12:00'), 1, { holidays: [], workdays: [] })), '2026-03-09')
})

test('times outside four-digit years and fractions are bugs', () => {
  for (const wrong of [-1, 0.5, 3e11, Number.NaN]) assert.throws(() => worldTime(wrong), RangeError)
})
