import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf } from '../kernel/instant.ts'
import { localDate } from '../kernel/local-date.ts'
import { hundredths } from '../kernel/marks.ts'
import {
  maskIdNumber,
  maskPhone,
  showBytes,
  showCount,
  showDay,
  showInstant,
  showLevel,
  showLeft,
  showMarks,
  showMinutes,
  showMoney,
  showPercent,
  showSeconds,
  showSpan,
} from './format.ts'

test('dates and times read as official Chinese practice, in Beijing time', () => {
  assert.equal(showInstant(instantOf('2026-11-23T00:30:00Z')), '2026年11月23日（周一）08:30')
  assert.equal(showInstant(instantOf('2026-11-23T00:30:00Z'), 'en'), 'Mon 23 Nov 2026, 08:30')
  assert.equal(showDay(localDate('2027-02-28')), '2027年2月28日（周日）')
})

test('a span on one day names the day once', () => {
  assert.equal(showSpan(instantOf('2026-11-23T00:30:00Z'), instantOf('2026-11-23T02:00:00Z')), '2026年11月23日（周一）08:30—10:00')
  assert.match(showSpan(instantOf('2026-11-23T00:30:00Z'), instantOf('2026-11-24T02:00:00Z')), /—2026年11月24日（周二）10:00$/)
})

test('durations leave out what is zero', () => {
  assert.equal(showMinutes(90), '1小时30分')
  assert.equal(showMinutes(120), '2小时')
  assert.equal(showMinutes(0), '0分')
  assert.equal(showMinutes(90, 'en'), '1 h 30 min')
  assert.equal(showSeconds(3909), '1:05:09')
  assert.equal(showSeconds(309), '5:09')
})

test('days left are told in words on both sides of the day', () => {
  const today = localDate('2026-11-23')
  assert.equal(showLeft(today, localDate('2026-11-25')), '还有2天')
  assert.equal(showLeft(today, today), '今天截止')
  assert.equal(showLeft(today, localDate('2026-11-20')), '已过期3天')
  assert.equal(showLeft(today, localDate('2026-11-24'), 'en'), '1 day left')
})

test('marks, percent, money, counts and sizes', () => {
  assert.equal(showMarks(hundredths(8650)), '86.5分')
  assert.equal(showPercent(6250), '62.5%')
  assert.equal(showMoney(123450), '¥1,234.50')
  assert.equal(showMoney(-5), '-¥0.05')
  assert.equal(showCount(1234567), '1,234,567')
  assert.equal(showBytes(2_516_582), '2.4MB')
  assert.equal(showBytes(900), '900B')
})

test('a level is told by its grade; what is no level stays', () => {
  assert.equal(showLevel('L4'), '四级')
  assert.equal(showLevel('L1', 'en'), 'Level 1')
  assert.equal(showLevel('L3-1'), 'L3-1')
  assert.equal(showLevel('—'), '—')
})

test('a masked number never shows more than seven characters', () => {
  assert.equal(maskIdNumber('110101199003077571'), '110***********7571')
  assert.equal(maskPhone('13812345678'), '138****5678')
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9X]{1,20}$/), text => {
      const masked = maskIdNumber(text)
      return masked.length === text.length && masked.replaceAll('*', '').length <= 7
    }),
  )
})

test('Chinese texts carry no typed space', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), n => !/\s/.test(showMinutes(n) + showBytes(n * 997) + showCount(n))))
})
