import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SessionView } from '../../contract.ts'
import { calendarWaiting } from './calendar-waiting.ts'
import type { CalendarEntry } from './day-story.ts'
import { zh } from './words.zh.ts'

const session = (part: Partial<SessionView>): SessionView =>
  ({
    sessionId: 's',
    nominal: '2026-12',
    day: '2026-12-27',
    state: 'published',
    opensOn: '2026-09-27',
    closesOn: '2026-12-13',
    arrangedAt: null,
    ...part,
  }) as SessionView
const year = (today: string, ...sessions: SessionView[]) => ({ year: 2026, today, entries: [{ sessions } as unknown as CalendarEntry] })
const reader = { words: zh, language: 'zh', writes: false } as const
const officer = { ...reader, writes: true }

test('the centre reads its undone work, counted by kind', () => {
  const calendar = year('2026-12-14', session({ state: 'draft' }), session({ state: 'draft' }), session({}))
  assert.equal(calendarWaiting(calendar, officer), '3个考次等待处理：2个待公布，1个待截止报名')
})

test('a reader is told of the open registration and its days, never of drafts', () => {
  const calendar = year('2026-12-10', session({ state: 'draft' }), session({}))
  assert.equal(calendarWaiting(calendar, reader), '12月考次正在报名，距截止还有3天')
  assert.equal(calendarWaiting(year('2026-12-13', session({})), reader), '12月考次正在报名，今天截止报名')
})

test('between windows the next day is told', () => {
  assert.equal(calendarWaiting(year('2026-12-20', session({ state: 'closed' })), reader), '下一考次在12月27日（周日），还有7天')
  assert.equal(calendarWaiting(year('2026-12-27', session({ state: 'held' })), reader), '下一考次在12月27日（周日），就是今天')
})

test('nothing waits where no session is ahead', () => {
  assert.equal(calendarWaiting(year('2026-12-28', session({ state: 'held' })), officer), undefined)
  assert.equal(calendarWaiting(year('2026-01-01', session({ state: 'draft' })), reader), undefined)
})
