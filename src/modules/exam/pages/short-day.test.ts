import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthName, shortDay, shortWeekday } from './short-day.ts'

test('the year is left out only where it is the year of the page', () => {
  assert.equal(shortDay('2026-03-01', 2026, 'zh'), '3月1日')
  assert.equal(shortDay('2027-01-03', 2026, 'zh'), '2027年1月3日')
  assert.equal(shortDay('2026-03-01', 2026, 'en'), '1 Mar')
  assert.equal(shortWeekday('2026-03-01', 2026, 'zh'), '3月1日（周日）')
  assert.equal(shortWeekday('2026-03-01', 2026, 'en'), 'Sun 1 Mar')
  assert.equal(shortWeekday('2027-01-03', 2026, 'en'), 'Sun 3 Jan 2027')
})

test('a nominal month is named with and without its year', () => {
  assert.equal(monthName('2026-12', 'zh'), '12月')
  assert.equal(monthName('2026-12', 'zh', true), '2026年12月')
  assert.equal(monthName('2026-02', 'en', true), 'Feb 2026')
  assert.equal(monthName('2026-02', 'en'), 'Feb')
})
