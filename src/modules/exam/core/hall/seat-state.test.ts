import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { COMPUTER_ROOM_RULE } from './check-in.ts'
import { advanceSeat, closableAt, entryCodeMinutes, missSeat, type SeatState, wallState } from './seat-state.ts'

const startsAt = instantOf('2026-11-29T08:30:00+08:00')
const after = (minutes: number) => plusMinutes(startsAt, minutes)
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code)

test('a seat is checked in, again after a failure, and finished once', () => {
  assert.deepEqual(advanceSeat('expected', 'check-in'), { ok: true, value: 'checked-in' })
  assert.deepEqual(advanceSeat('checked-in', 'check-in'), { ok: true, value: 'checked-in' })
  assert.deepEqual(advanceSeat('checked-in', 'finish'), { ok: true, value: 'finished' })
  for (const state of ['absent', 'finished'] as const) assert.equal(codeOf(advanceSeat(state, 'check-in')), 'seat-wrong-state')
  assert.equal(codeOf(advanceSeat('checked-in', 'miss')), 'seat-wrong-state')
})

test('nobody is absent before thirty minutes after the start', () => {
  const miss = (minutes: number, state: SeatState = 'expected') => missSeat(state, { startsAt, now: after(minutes) }, COMPUTER_ROOM_RULE)
  assert.equal(codeOf(miss(29)), 'absent-too-early')
  assert.deepEqual(miss(30), { ok: true, value: 'absent' })
  assert.equal(codeOf(miss(10, 'checked-in')), 'seat-wrong-state')
})

test('a sitting is closed from its end on, and once', () => {
  const sitting = { endsAt: after(90), closedAt: null }
  assert.equal(codeOf(closableAt(sitting, after(89))), 'sitting-not-over')
  assert.equal(codeOf(closableAt(sitting, after(90))), 'ok')
  assert.equal(codeOf(closableAt({ ...sitting, closedAt: after(91) }, after(95))), 'sitting-closed-already')
})

test('an entry code lasts until late entry ends, and never less than an hour', () => {
  assert.equal(entryCodeMinutes(startsAt, after(-60), COMPUTER_ROOM_RULE), 85)
  assert.equal(entryCodeMinutes(startsAt, after(10), COMPUTER_ROOM_RULE), 60)
})

test('the wall follows the machine once somebody is in, and the door before', () => {
  const table = [
    [null, null, 'empty'],
    ['expected', 'ready', 'expected'],
    ['checked-in', 'ready', 'checked-in'],
    ['checked-in', 'running', 'answering'],
    ['checked-in', 'handed-in', 'handed-in'],
    ['checked-in', null, 'checked-in'],
    ['finished', null, 'handed-in'],
    ['absent', 'closed', 'absent'],
  ] as const
  for (const [seat, attempt, shown] of table) assert.equal(wallState(seat, attempt), shown)
})

test('from whatever state, an absent or finished seat never changes any more', () => {
  const events = fc.array(fc.constantFrom('check-in', 'miss', 'finish'), { maxLength: 8 })
  fc.assert(
    fc.property(events, list => {
      let state: SeatState = 'expected'
      for (const event of list) {
        const next = advanceSeat(state, event as 'check-in')
        if (state === 'absent' || state === 'finished') assert.equal(next.ok, false)
        if (next.ok) state = next.value
      }
    }),
  )
})
