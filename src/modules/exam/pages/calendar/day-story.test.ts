import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CalendarEntry, dayStory, windowStory } from './day-story.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const chinese = { words: zh.story, language: 'zh', rule: 'last-sunday' } as const
const english = { words: en.story, language: 'en', rule: 'last-sunday' } as const
const entry: CalendarEntry = {
  nominal: '2026-02',
  first: '2026-02-22',
  day: '2026-03-01',
  postponements: [{ day: '2026-02-22', zh: '春节', en: 'Spring Festival' }],
  makeUpWork: false,
  opensOn: '2025-12-01',
  closesOn: '2026-02-15',
  refusal: null,
  sessions: [],
}

test('a shift names the day left, the holiday and the day taken', () => {
  assert.equal(dayStory(entry, chinese), '2月最后一个星期日是2月22日，适逢春节，顺延一周至3月1日。')
  assert.equal(dayStory(entry, english), 'The last Sunday of Feb is 22 Feb, in the Spring Festival break; postponed one week to 1 Mar.')
})

test('two shifts are told one after the other', () => {
  const twice = { ...entry, day: '2026-03-08', postponements: [...entry.postponements, { day: '2026-03-01', zh: '元宵节', en: 'Lantern' }] }
  assert.equal(dayStory(twice, chinese), '2月最后一个星期日是2月22日，适逢春节，顺延一周至3月1日，仍逢元宵节，再顺延一周至3月8日。')
})

test('a day that stays says so, and whether candidates may be at work', () => {
  const plain = { ...entry, nominal: '2026-12', first: '2026-12-27', day: '2026-12-27', postponements: [] }
  assert.equal(dayStory(plain, chinese), '12月最后一个星期日是12月27日，不逢法定节假日，当日考试。')
  assert.match(dayStory({ ...plain, makeUpWork: true }, chinese), /调休上班日/)
  assert.match(dayStory(plain, { ...chinese, rule: 'windows' }), /12月起的考试时段，建议取最后一个星期日12月27日/)
  assert.match(dayStory(plain, { ...chinese, rule: 'announced' }), /尚未公布，建议取最后一个星期日12月27日/)
})

test('a shift into the next year names that year', () => {
  const late = { ...entry, nominal: '2026-12', first: '2026-12-27', day: '2027-01-03' }
  assert.match(dayStory(late, chinese), /顺延一周至2027年1月3日/)
})

test('where no day can be set the reason of the rule engine stands', () => {
  const none = { ...entry, day: null, refusal: { zh: '尚无2027年节假日安排。', en: 'No table.' } }
  assert.equal(dayStory(none, chinese), '尚无2027年节假日安排。')
})

test('the window is told with the weekday of its deadline', () => {
  assert.equal(windowStory(entry, chinese), '报名2025年12月1日至2月15日（周日）')
  assert.equal(windowStory({ ...entry, opensOn: null }, chinese), '')
})
