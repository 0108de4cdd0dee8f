import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instant, instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { admit, COMPUTER_ROOM_RULE, entryVerdict, presenceVerdict } from './check-in.ts'

const START = instantOf('2018-01-07T08:30:00+08:00')
const at = (clock: string) => instantOf(`2018-01-07T${clock}+08:00`)

test('entry opens 30 minutes before, is late after the start and ends 25 minutes after it', () => {
  const table: readonly (readonly [string, object])[] = [
    ['07:59:59.999', { kind: 'too-early', opensAt: at('08:00:00') }],
    ['08:00:00.000', { kind: 'on-time' }],
    ['08:30:00.000', { kind: 'on-time' }],
    ['08:30:00.001', { kind: 'late', minutesLate: 1 }],
    ['08:31:00.000', { kind: 'late', minutesLate: 1 }],
    ['08:55:00.000', { kind: 'late', minutesLate: 25 }],
    ['08:55:00.001', { kind: 'too-late', closedAt: at('08:55:00') }],
    ['09:30:00.000', { kind: 'too-late', closedAt: at('08:55:00') }],
  ]
  for (const [clock, verdict] of table) assert.deepEqual(entryVerdict(START, at(clock), COMPUTER_ROOM_RULE), verdict, clock)
})

test('the minutes are parameters: older paper rules allow 15', () => {
  const paper = { entryMinutesBefore: 20, lateMinutesAfter: 15, absentMinutesAfter: 15 }
  assert.equal(entryVerdict(START, at('08:09:59'), paper).kind, 'too-early')
  assert.equal(entryVerdict(START, at('08:45:00'), paper).kind, 'late')
  assert.equal(entryVerdict(START, at('08:45:01'), paper).kind, 'too-late')
})

test('who has not confirmed within 30 minutes is absent, and stays present once confirmed', () => {
  const table: readonly (readonly [string | null, string, string])[] = [
    [null, '08:00:00.000', 'expected'],
    [null, '08:59:59.999', 'expected'],
    [null, '09:00:00.000', 'absent'],
    ['08:59:59.999', '09:00:00.000', 'present'],
    ['08:20:00.000', '11:00:00.000', 'present'],
    ['09:00:00.000', '09:00:00.000', 'absent'],
  ]
  for (const [confirmed, now, kind] of table) {
    assert.equal(
      presenceVerdict(START, confirmed === null ? null : at(confirmed), at(now), COMPUTER_ROOM_RULE).kind,
      kind,
      `${confirmed} ${now}`,
    )
  }
})

test('the door asks for time, ticket, document and identity, in this order', () => {
  const good = { startsAt: START, now: at('08:10:00'), ticketShown: true, document: 'passport', identityMatches: true }
  const table: readonly (readonly [Partial<typeof good>, string])[] = [
    [{}, 'on-time'],
    [{ now: at('08:40:00') }, 'late'],
    [{ now: at('07:00:00'), ticketShown: false }, 'check-in-too-early'],
    [{ now: at('09:00:00'), identityMatches: false }, 'check-in-too-late'],
    [{ ticketShown: false, document: '' }, 'ticket-not-shown'],
    [{ document: 'student-card', identityMatches: false }, 'id-document-not-accepted'],
    [{ identityMatches: false }, 'identity-not-matched'],
  ]
  for (const [change, expected] of table) {
    const entry = admit({ ...good, ...change }, COMPUTER_ROOM_RULE)
    assert.equal(entry.ok ? entry.value.kind : entry.refusal.code, expected)
  }
})

test('the refusal at the door carries the instant and the minutes', () => {
  const early = admit(
    { startsAt: START, now: at('07:00:00'), ticketShown: true, document: 'passport', identityMatches: true },
    COMPUTER_ROOM_RULE,
  )
  assert.deepEqual(early.ok ? null : early.refusal.facts, { opensAt: at('08:00:00'), minutes: 30 })
})

test('as time passes the door only goes from early to on time to late to too late', () => {
  const order = ['too-early', 'on-time', 'late', 'too-late']
  const minutes = fc.integer({ min: -90 * 60_000, max: 90 * 60_000 })
  fc.assert(
    fc.property(minutes, minutes, (a, b) => {
      const verdict = (ms: number) => order.indexOf(entryVerdict(START, instant(START + ms), COMPUTER_ROOM_RULE).kind)
      assert.ok(verdict(Math.min(a, b)) <= verdict(Math.max(a, b)))
    }),
  )
})

test('whoever is let in at the last moment still has time to confirm', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), (late, extra) => {
      const rule = { entryMinutesBefore: 30, lateMinutesAfter: late, absentMinutesAfter: late + extra }
      const last: Instant = plusMinutes(START, late)
      assert.notEqual(entryVerdict(START, last, rule).kind, 'too-late')
      assert.equal(presenceVerdict(START, null, last, rule).kind, 'expected')
    }),
  )
})

test('a rule that lets people in after they count as absent is a bug', () => {
  assert.throws(() => entryVerdict(START, START, { ...COMPUTER_ROOM_RULE, lateMinutesAfter: 31 }), RangeError)
  assert.throws(() => presenceVerdict(START, null, START, { ...COMPUTER_ROOM_RULE, entryMinutesBefore: -1 }), RangeError)
})
