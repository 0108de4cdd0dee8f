import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, instant } from '../../../../../kernel/instant.ts'
import { mayCheckIn, mayMarkAbsent } from '../../../core/hall/door.ts'
import { doorPhase, minutesAfterStart } from './door-phase.ts'
import { belongsToTicket } from './use-scanner.ts'

const MINUTE = 60_000
const OPENS = 1_000 * MINUTE
const times = {
  opensAt: OPENS,
  entryFrom: OPENS - 30 * MINUTE,
  lateUntil: OPENS + 25 * MINUTE,
  absentFrom: OPENS + 30 * MINUTE,
  closedAt: null,
}

test('the door stands early, open, late, shut; each names its moment and what runs out next', () => {
  const at = (minutes: number) => doorPhase(times, OPENS + minutes * MINUTE)
  assert.deepEqual([at(-31).phase, at(-31).next], ['early', { what: 'entry', leftMs: MINUTE }])
  assert.deepEqual([at(-30).phase, at(-30).next], ['open', { what: 'start', leftMs: 30 * MINUTE }])
  assert.deepEqual([at(0).phase, at(0).next], ['late', { what: 'shut', leftMs: 25 * MINUTE }])
  assert.equal(at(25).phase, 'late')
  assert.deepEqual([at(25.1).phase, at(26).next?.what], ['shut', 'absence'])
  assert.deepEqual([at(30).next, at(30).mayMarkAbsent, at(29.9).mayMarkAbsent], [null, true, false])
  assert.deepEqual(
    [
      doorPhase({ ...times, closedAt: OPENS }, OPENS + 99 * MINUTE).phase,
      doorPhase({ ...times, closedAt: OPENS }, OPENS + 99 * MINUTE).mayMarkAbsent,
    ],
    ['closed', false],
  )
  assert.deepEqual([minutesAfterStart(times, times.lateUntil), minutesAfterStart(times, times.absentFrom)], [25, 30])
})

test('the page says of every minute what the server would answer', () => {
  const door = { opensAt: instant(OPENS), entryMinutesBefore: 30, lateLimitMinutes: 25, absentMinutesAfter: 30, closedAt: null }
  const nobody = { checkedInAt: null, absentAt: null }
  for (let minutes = -40; minutes <= 40; minutes += 0.5) {
    const now = instant(OPENS + minutes * MINUTE) as Instant
    const shown = doorPhase(times, now)
    assert.equal(shown.phase === 'open' || shown.phase === 'late', mayCheckIn(door, nobody, now).ok, `${minutes}`)
    assert.equal(shown.mayMarkAbsent, mayMarkAbsent(door, nobody, now).ok, `${minutes}`)
  }
})

test('digits and letters go to the ticket field, keys with a modifier and others do not', () => {
  const key = (pressed: string, more: object = {}) =>
    belongsToTicket({ key: pressed, ctrlKey: false, metaKey: false, altKey: false, ...more })
  assert.deepEqual([key('7'), key('a'), key('Enter'), key('/'), key('r', { ctrlKey: true })], [true, true, false, false, false])
})
