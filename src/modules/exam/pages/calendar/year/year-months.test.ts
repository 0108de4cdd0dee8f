import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SessionView } from '../../../contract.ts'
import type { CalendarEntry } from '../day-story.ts'
import { yearMonths } from './year-months.ts'

const session = { sessionId: 's', day: '2026-03-01' } as SessionView
const entry: CalendarEntry = {
  nominal: '2026-02',
  first: '2026-02-22',
  day: '2026-03-01',
  postponements: [{ day: '2026-02-22', zh: '春节', en: 'Spring Festival' }],
  makeUpWork: false,
  opensOn: null,
  closesOn: null,
  refusal: null,
  sessions: [],
}
const year = {
  year: 2026,
  today: '2026-01-05',
  rule: 'last-sunday' as const,
  entries: [entry],
  holidays: [{ day: '2026-02-22', zh: '春节', en: 'Spring Festival' }],
  makeUpWorkingDays: [{ day: '2026-02-28', zh: '春节', en: 'Spring Festival' }],
}
const dayOf = (months: ReturnType<typeof yearMonths>, date: string) => months[Number(date.slice(5, 7)) - 1]?.days.find(d => d.date === date)

test('twelve months with all their days, the weeks beginning on Monday', () => {
  const months = yearMonths(year, 'zh')
  assert.equal(months.length, 12)
  assert.equal(
    months.reduce((sum, m) => sum + m.days.length, 0),
    365,
  )
  assert.equal(months[1]?.blanks, 6, '1 February 2026 is a Sunday')
  assert.equal(months[5]?.blanks, 0, '1 June 2026 is a Monday')
})

test('holidays, working weekends and today are marked on their days alone', () => {
  const months = yearMonths(year, 'zh')
  const days = months.flatMap(m => m.days)
  assert.deepEqual(
    days.filter(d => d.holiday).map(d => d.date),
    ['2026-02-22'],
  )
  assert.equal(dayOf(months, '2026-02-28')?.makeUp, '春节')
  assert.deepEqual(
    days.filter(d => d.today).map(d => d.date),
    ['2026-01-05'],
  )
})

test('a planned day and the day left for it are told apart; a session takes the place of its plan', () => {
  assert.equal(dayOf(yearMonths(year, 'zh'), '2026-03-01')?.role?.kind, 'planned')
  assert.equal(dayOf(yearMonths(year, 'zh'), '2026-02-22')?.role?.kind, 'left')
  const held = yearMonths({ ...year, entries: [{ ...entry, sessions: [session] }] }, 'zh')
  assert.equal(dayOf(held, '2026-03-01')?.role?.kind, 'session')
})

test('a planned day that passed without a session is told apart', () => {
  assert.equal(dayOf(yearMonths({ ...year, today: '2026-03-02' }, 'zh'), '2026-03-01')?.role?.kind, 'missed')
  assert.equal(dayOf(yearMonths({ ...year, today: '2026-03-02', rule: 'announced' }, 'zh'), '2026-03-01')?.role, null)
  assert.equal(dayOf(yearMonths({ ...year, today: '2026-03-01' }, 'zh'), '2026-03-01')?.role?.kind, 'planned')
})

test('where the rule gives no day nothing is marked', () => {
  const months = yearMonths({ ...year, entries: [{ ...entry, day: null, postponements: [] }] }, 'zh')
  assert.ok(months.every(m => m.days.every(d => d.role === null)))
})
