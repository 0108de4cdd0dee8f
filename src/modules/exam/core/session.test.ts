import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { packagedHolidayTables } from '../../../platform/calendar/holidays.ts'
import { EVEN_MONTHS_RULE, nominalMonth } from './calendar/calendar.ts'
import { FINAL_WINDOW, registrationWindow } from './calendar/registration-window.ts'
import {
  advanceSession,
  openSession,
  type OpeningFacts,
  type Session,
  SESSION_STATES,
  sessionCode,
  type SessionDraft,
  type SessionEvent,
  type SessionId,
} from './session.ts'

const FACTS: OpeningFacts = { openLevels: ['L4', 'L3', 'L2'], rule: EVEN_MONTHS_RULE, tables: packagedHolidayTables() }
const draftOf = (change: Partial<SessionDraft> = {}): SessionDraft => ({
  id: 's-1' as SessionId,
  nominal: nominalMonth(2017, 12),
  scheme: 'qualification',
  editionId: 'ec-2005',
  levels: ['L4', 'L3'],
  day: localDate('2018-01-07'),
  flag: 'national',
  overrideReason: '',
  ...change,
})
function opened(change: Partial<SessionDraft> = {}): Session {
  const session = openSession(draftOf(change), FACTS)
  assert.ok(session.ok)
  return session.value
}
function refusedAs(change: Partial<SessionDraft>, facts: Partial<OpeningFacts> = {}): string {
  const session = openSession(draftOf(change), { ...FACTS, ...facts })
  return session.ok ? 'ok' : session.refusal.code
}

test('a session is named after its nominal month even when it is held in the next year', () => {
  const session = opened()
  assert.equal(session.code, '2017-12')
  assert.equal(session.day, '2018-01-07')
  assert.deepEqual(session.dayChoice, { kind: 'by-rule' })
  assert.equal(session.state, 'draft')
  assert.equal(sessionCode(nominalMonth(2017, 12), 'trial'), '2017-12-T')
  assert.equal('overrideReason' in session, false)
})

test('what cannot be opened is refused by its reason', () => {
  const table: readonly (readonly [Partial<SessionDraft>, Partial<OpeningFacts>, string])[] = [
    [{ levels: [] }, {}, 'no-level-chosen'],
    [{ levels: ['L4', 'L1'] }, {}, 'session-level-closed'],
    [{}, { tables: [] }, 'holiday-table-missing'],
    [{ nominal: nominalMonth(2017, 11), day: localDate('2017-11-26') }, {}, 'month-not-in-rule'],
    [{ day: localDate('2017-12-24') }, {}, 'day-not-by-rule'],
    [{ day: localDate('2017-12-31') }, {}, 'day-on-holiday'],
    [{ day: localDate('2017-12-24'), overrideReason: ' 　' }, {}, 'day-not-by-rule'],
  ]
  for (const [change, facts, code] of table) assert.equal(refusedAs(change, facts), code)
})

test('the refusal of a closed level names the levels, that of a day names the expected one', () => {
  const level = openSession(draftOf({ levels: ['L1', 'L4', 'L5'] }), FACTS)
  assert.deepEqual(level.ok ? null : level.refusal.facts, { levels: ['L1', 'L5'] })
  const day = openSession(draftOf({ day: localDate('2017-12-31') }), FACTS)
  assert.deepEqual(day.ok ? null : day.refusal.facts, {
    day: '2017-12-31',
    dayZh: '2017年12月31日',
    expected: '2018-01-07',
    expectedZh: '2018年1月7日',
    holiday: '元旦',
    holidayEn: "New Year's Day",
  })
})

test('a reason opens a day outside the rule and stays with the session', () => {
  const session = opened({ day: localDate('2017-12-24'), overrideReason: ' 与全省统一考试日合并 ' })
  assert.deepEqual(session.dayChoice, { kind: 'overridden', expected: '2018-01-07', reason: '与全省统一考试日合并' })
})

test('a reason does not open a closed level or an uncovered year', () => {
  assert.equal(refusedAs({ levels: ['L1'], overrideReason: '试点' }), 'session-level-closed')
  assert.equal(refusedAs({ overrideReason: '试点' }, { tables: [] }), 'holiday-table-missing')
})

test('a level named twice is one level', () => {
  assert.deepEqual(opened({ levels: ['L4', 'L4', 'L3'] }).levels, ['L4', 'L3'])
})

const window = registrationWindow(localDate('2018-01-07'), FINAL_WINDOW)
const at = (iso: string) => {
  assert.ok(window.ok)
  return { now: instantOf(iso), window: window.value }
}

test('registration closes only after the deadline, and the session is held only on its day', () => {
  const published: Session = { ...opened(), state: 'published' }
  const closed: Session = { ...published, state: 'closed' }
  const table: readonly (readonly [Session, SessionEvent, string, string])[] = [
    [opened(), 'publish', '2017-09-01T09:00:00+08:00', 'published'],
    [published, 'close', '2017-12-24T23:59:59+08:00', 'registration-still-open'],
    [published, 'close', '2017-12-25T00:00:00+08:00', 'closed'],
    [closed, 'hold', '2018-01-06T23:59:00+08:00', 'session-day-not-reached'],
    [closed, 'hold', '2018-01-07T00:00:00+08:00', 'held'],
    [{ ...closed, state: 'held' }, 'finish', '2018-02-01T00:00:00+08:00', 'finished'],
    [{ ...closed, state: 'finished' }, 'finish', '2018-02-01T00:00:00+08:00', 'wrong-state'],
    [opened(), 'hold', '2018-01-07T00:00:00+08:00', 'wrong-state'],
    [published, 'publish', '2018-01-07T00:00:00+08:00', 'wrong-state'],
  ]
  for (const [session, event, iso, expected] of table) {
    const moved = advanceSession(session, event, at(iso))
    assert.equal(moved.ok ? moved.value.state : moved.refusal.code, expected, `${session.state} ${event}`)
  }
})

test('whatever is tried, a session only moves forward and nothing but its state changes', () => {
  const order = Object.keys(SESSION_STATES)
  fc.assert(
    fc.property(fc.array(fc.constantFrom<SessionEvent>('publish', 'close', 'hold', 'finish'), { maxLength: 12 }), events => {
      let session = opened()
      for (const event of events) {
        const moved = advanceSession(session, event, at('2018-03-01T00:00:00+08:00'))
        if (!moved.ok) continue
        assert.equal(order.indexOf(moved.value.state), order.indexOf(session.state) + 1)
        assert.deepEqual({ ...moved.value, state: session.state }, session)
        session = moved.value
      }
    }),
  )
})
