import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { z } from 'zod'
import { OPENING } from '../../../fixtures.ts'
import * as wire from './wire.ts'

const ID = '0b7f7a52-4a3e-4b0e-9f6d-2f5f0f6d1a11'
const OTHER = '1c8f7a52-4a3e-4b0e-9f6d-2f5f0f6d1a12'
const event = { seq: 1, itemId: 'i1', kind: 'respond', value: { version: 1 }, clientMs: 5 }
const told = { attemptId: ID, epoch: 2, receivedAt: OPENING, fenced: false, event }
const row = { id: ID, peer_news: 1 }
/** One row of each kind, as a server reads it from its tables. */
const ROWS = {
  acts: {
    ...row,
    origin: 'p',
    kind: 'paused',
    facts: { room: null, minutes: 3, by: 'x', first: true },
    done_by: 'person:k',
    witness: null,
    done_at: OPENING,
  },
  halts: {
    ...row,
    kind: 'pause',
    room_label: null,
    reason: 'power',
    note: '',
    from_at: OPENING,
    from_by: 'person:k',
    to_at: null,
    outcome: null,
  },
  credits: {
    ...row,
    scope: 'room',
    room_label: '一',
    candidate_ref: null,
    cause: 'power',
    from_at: OPENING,
    to_at: OPENING + 1,
    note: '',
    state: 'proposed',
    proposed_by: 'system:site',
    proposed_at: OPENING,
    decided_by: null,
    witness: null,
    decided_at: null,
  },
  malpractice: {
    ...row,
    candidate_ref: 'c',
    reason: 'whispering',
    note: '',
    stopped: false,
    recorded_by: 'k',
    witness: 'm',
    recorded_at: OPENING,
  },
  incidents: { ...row, attempt_id: null, kind: 'machine', note: '', facts: {}, recorded_by: 'k', recorded_at: OPENING },
  calls: { ...row, attempt_id: ID, called_at: OPENING, answered_at: null, answered_by: null },
  moves: { ...row, candidate_ref: 'c', from_room: '一', from_seat: '1', to_room: '一', to_seat: '2', from_broken: true, moved_at: OPENING },
} as const
const attempt = {
  attemptId: ID,
  news: 3,
  entryCode: { mac: 'm', until: OPENING, at: OPENING },
  entries: [{ epoch: 1, origin: 1, from: null, opened_at: OPENING, token_hash: 'h', ip: '10.0.0.3' }],
  starts: [{ origin: 1, started_at: OPENING, start_ref: 'r' }],
  closings: [{ origin: 1, ended_at: OPENING, how: 'candidate', epoch: 1, frontier: { 1: { through: 4, beyond: [6] } }, receipt_code: 'c' }],
  minutes: [{ id: ID, minutes: 5, reason: 'power', granted_by: 'k', granted_at: OPENING, from_at: null, to_at: null }],
  clashes: [{ epoch: 1, seq: 2, digest: 'd', item_id: 'i', kind: 'respond', value: null, client_ms: 1, received_at: OPENING }],
}
const nothing = Object.fromEntries(wire.HALL_ROW_KINDS.map(kind => [kind, []]))
const beat = {
  attempt_id: ID,
  epoch: 1,
  beat_at: OPENING,
  rtt_ms: 3,
  battery_percent: null,
  charging: null,
  focus_lost: 0,
  unsent: 2,
}
const acts = {
  sittingId: ID,
  closedAt: null,
  attempts: [attempt],
  rows: { ...nothing, ...Object.fromEntries(Object.entries(ROWS).map(([kind, one]) => [kind, [one]])) },
  beats: [beat],
}
const state = {
  name: 'A',
  diskId: ID,
  number: 1,
  sitePackageId: OTHER,
  digest: 'd',
  now: OPENING,
  startedAt: OPENING,
  inStep: true,
  complete: false,
  to: null,
  armedAt: null,
  disks: [{ name: 'B', diskId: OTHER, number: 2 }],
}
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

describe('what two servers tell each other', () => {
  const whole: readonly (readonly [string, z.ZodType, Record<string, unknown>])[] = [
    ['events', wire.EventsTold, { sittingId: ID, events: [told], reaches: [{ attemptId: ID, epoch: 2, through: 0 }] }],
    ['what was taken of events', wire.EventsTaken, { foreign: [{ attemptId: ID, epoch: 2 }], held: [told] }],
    ['acts', wire.ActsTold, acts],
    ['what was taken of acts', wire.ActsTaken, { foreign: [ID] }],
    ['how a server is', wire.StateTold, state],
  ]
  for (const [name, schema, value] of whole)
    test(`${name}: is read as written, and neither with a part more nor with one less`, () => {
      const read = schema.safeParse(JSON.parse(JSON.stringify(value)))
      assert.ok(read.success, JSON.stringify(read.error?.issues))
      assert.deepEqual(read.data, JSON.parse(JSON.stringify(value)))
      assert.equal(accepts(schema, { ...value, more: 1 }), false)
      for (const part of Object.keys(value)) {
        const { [part]: _left, ...rest } = value
        assert.equal(accepts(schema, rest), false, part)
      }
    })

  test('every kind of row of the hall is known, read as written, and refused with a foreign column', () => {
    assert.deepEqual(wire.HALL_ROW_KINDS.toSorted(), Object.keys(ROWS).toSorted())
    for (const kind of wire.HALL_ROW_KINDS) {
      assert.deepEqual(wire.HALL_ROWS[kind].parse(ROWS[kind]), ROWS[kind], kind)
      assert.equal(accepts(wire.HALL_ROWS[kind], { ...ROWS[kind], sitting_id: ID }), false, kind)
      assert.equal(accepts(wire.HALL_ROWS[kind], { ...ROWS[kind], id: 'one' }), false, kind)
    }
  })

  const bad: readonly (readonly [string, z.ZodType, unknown])[] = [
    ['an epoch of nought', wire.PeerEvent, { ...told, epoch: 0 }],
    ['an event without a number', wire.PeerEvent, { ...told, event: { ...event, seq: 0 } }],
    ['an event of no attempt', wire.PeerEvent, { ...told, attemptId: 'attempt-1' }],
    ['a time before time', wire.PeerEvent, { ...told, receivedAt: -1 }],
    ['half a millisecond', wire.PeerEvent, { ...told, receivedAt: 0.5 }],
    ['minutes that take time away', wire.AttemptTold, { ...attempt, minutes: [{ ...attempt.minutes[0], minutes: -5 }] }],
    ['an end nobody knows', wire.AttemptTold, { ...attempt, closings: [{ ...attempt.closings[0], how: 'forgotten' }] }],
    ['a disk of a ninth number', wire.StateTold, { ...state, number: 8 }],
    ['a third server', wire.StateTold, { ...state, name: 'C' }],
    ['facts within facts', wire.HALL_ROWS.acts, { ...ROWS.acts, facts: { deep: { er: 1 } } }],
    ['a note as long as a book', wire.HALL_ROWS.halts, { ...ROWS.halts, note: 'x'.repeat(2_001) }],
    ['a halt that is neither', wire.HALL_ROWS.halts, { ...ROWS.halts, kind: 'break' }],
    ['a battery fuller than full', wire.ActsTold, { ...acts, beats: [{ ...beat, battery_percent: 101 }] }],
    ['a credit that undecides', wire.HALL_ROWS.credits, { ...ROWS.credits, state: 'perhaps' }],
  ]
  for (const [name, schema, value] of bad) test(`${name} is refused`, () => assert.equal(accepts(schema, value), false))

  test('a message has a most, and one more is refused', () => {
    const events = (n: number) => ({ sittingId: ID, events: Array.from({ length: n }, () => told), reaches: [] })
    assert.deepEqual(
      [wire.MOST_EVENTS_TOLD, wire.MOST_EVENTS_TOLD + 1].map(n => accepts(wire.EventsTold, events(n))),
      [true, false],
    )
    const attempts = (n: number) => ({ ...acts, attempts: Array.from({ length: n }, () => attempt) })
    assert.deepEqual(
      [wire.MOST_ATTEMPTS_TOLD, wire.MOST_ATTEMPTS_TOLD + 1].map(n => accepts(wire.ActsTold, attempts(n))),
      [true, false],
    )
    const beats = (n: number) => ({ ...acts, beats: Array.from({ length: n }, () => beat) })
    assert.deepEqual(
      [wire.MOST_BEATS_TOLD, wire.MOST_BEATS_TOLD + 1].map(n => accepts(wire.ActsTold, beats(n))),
      [true, false],
    )
    const rows = (n: number) => ({ ...acts, rows: { ...nothing, moves: Array.from({ length: n }, () => ROWS.moves) } })
    assert.deepEqual(
      [wire.MOST_ROWS_TOLD, wire.MOST_ROWS_TOLD + 1].map(n => accepts(wire.ActsTold, rows(n))),
      [true, false],
    )
  })

  test('a decision about late work with many places passes: it is an act like others', () => {
    const places = Array.from({ length: 3_000 }, (_, n) => `1.${2 * n + 1}`).join(' ')
    assert.ok(accepts(wire.HALL_ROWS.acts, { ...ROWS.acts, kind: 'late-events-decided', facts: { places } }))
  })
})
