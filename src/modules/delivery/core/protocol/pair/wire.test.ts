import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { ATTEMPT, SITE_PACKAGE, SITTING } from '../../../fixtures.ts'
import {
  ActsTaken,
  ActsTold,
  BeatTold,
  EventsTaken,
  EventsTold,
  HALL_ROWS,
  HALL_ROW_KINDS,
  MOST_ATTEMPTS_TOLD,
  MOST_EVENTS_TOLD,
  MOST_ROWS_TOLD,
  PeerView,
  StateTold,
} from './wire.ts'

const ID = '0b7f6a52-7f0e-4e0c-9d0a-6a2d3c4b5e6f'
const event = (seq: number) => ({ seq, itemId: 'item-1', kind: 'respond' as const, value: { version: 2, optionId: 'o' }, clientMs: 5 })
const told = (seq: number) => ({ attemptId: ATTEMPT, epoch: 1, receivedAt: 100, fenced: false, event: event(seq) })
const EVENTS = { sittingId: SITTING, events: [told(1), told(2)], reaches: [{ attemptId: ATTEMPT, epoch: 1, through: 2 }] }

const ATTEMPT_TOLD = {
  attemptId: ATTEMPT,
  news: 3,
  entryCode: { mac: null, until: null, at: 90 },
  entries: [{ epoch: 1, origin: 1, from: null, opened_at: 91, token_hash: 'h', ip: '10.0.0.1' }],
  starts: [{ origin: 1, started_at: 95, start_ref: 'r' }],
  closings: [{ origin: 2, ended_at: 200, how: 'candidate', epoch: 1, frontier: { 1: { through: 2, beyond: [4] } }, receipt_code: 'c' }],
  minutes: [{ id: ID, minutes: 5, reason: 'power', granted_by: 'k', granted_at: 120, from_at: 100, to_at: 110 }],
  clashes: [{ epoch: 1, seq: 1, digest: 'd', item_id: 'item-1', kind: 'respond', value: { a: 1 }, client_ms: 5, received_at: 100 }],
  proofs: [{ nonce_hash: 'n', epoch: 1, ip: '10.0.0.3', minted_at: 5, valid_until: 65, used_at: 6, via: 'script' }],
  locks: [
    {
      id: '0b7f7a52-4a3e-4b0e-9f6d-2f5f0f6d1a77',
      epoch: 1,
      cause: 'wrong-config',
      ip: '10.0.0.3',
      locked_at: 7,
      unlocked_at: 9,
      unlocked_by: 'keeper-1',
      second_person: 'manager',
      reason: '已核对',
      credit_minutes: 1,
    },
  ],
}
const row = { id: ID, peer_news: 1 }
const ROWS = {
  acts: [{ ...row, origin: SITE_PACKAGE, kind: 'checked-in', facts: { candidate: 'c' }, done_by: 'k', witness: null, done_at: 1 }],
  halts: [{ ...row, kind: 'pause', room_label: null, reason: 'power', note: '', from_at: 1, from_by: 'k', to_at: null, outcome: null }],
  credits: [
    {
      ...row,
      scope: 'room',
      room_label: 'R',
      candidate_ref: null,
      cause: 'pause',
      from_at: 1,
      to_at: 2,
      note: '',
      state: 'granted',
      proposed_by: 'k',
      proposed_at: 2,
      decided_by: 'k',
      witness: null,
      decided_at: 3,
    },
  ],
  malpractice: [
    { ...row, candidate_ref: 'c', reason: 'whispering', note: '', stopped: false, recorded_by: 'k', witness: 'm', recorded_at: 1 },
  ],
  incidents: [{ ...row, attempt_id: null, kind: 'machine', note: '', facts: {}, recorded_by: 'k', recorded_at: 1 }],
  calls: [{ ...row, attempt_id: ATTEMPT, called_at: 1, answered_at: null, answered_by: null }],
  moves: [
    {
      ...row,
      candidate_ref: 'c',
      from_room: 'R',
      from_seat: '1',
      to_room: 'R',
      to_seat: '2',
      from_broken: true,
      moved_at: 4,
    },
  ],
}
const BEAT = { attempt_id: ATTEMPT, epoch: 1, beat_at: 9, rtt_ms: 3, battery_percent: null, charging: null, focus_lost: 0, unsent: 0 }
const ACTS = { sittingId: SITTING, closedAt: null, attempts: [ATTEMPT_TOLD], rows: ROWS, beats: [BEAT], seb: { sealed: 'x', madeAt: 5 } }
const STATE = {
  name: 'A',
  diskId: ID,
  number: 1,
  sitePackageId: SITE_PACKAGE,
  digest: 'd',
  now: 10,
  startedAt: 1,
  inStep: true,
  complete: false,
  to: null,
  armedAt: null,
  disks: [{ name: 'B', diskId: ID, number: 2 }],
}

const SAMPLES: readonly (readonly [string, z.ZodType, object])[] = [
  ['events', EventsTold, EVENTS],
  ['events taken', EventsTaken, { foreign: [{ attemptId: ATTEMPT, epoch: 1 }], held: [told(1)] }],
  ['acts', ActsTold, ACTS],
  ['acts taken', ActsTaken, { foreign: [ID] }],
  ['beat', BeatTold, BEAT],
  ['state', StateTold, STATE],
  ...HALL_ROW_KINDS.map(kind => [kind, HALL_ROWS[kind] as z.ZodType, ROWS[kind][0] ?? {}] as const),
]

test('what one server writes the other reads as it was written', () => {
  for (const [what, schema, sample] of SAMPLES) assert.deepEqual(schema.parse(JSON.parse(JSON.stringify(sample))), sample, what)
})

test('a message that lacks something, or says more than is known, is not understood', () => {
  for (const [what, schema, sample] of SAMPLES) {
    assert.equal(schema.safeParse({ ...sample, more: 1 }).success, false, `${what} with a field too many`)
    for (const field of Object.keys(sample))
      assert.equal(
        schema.safeParse(Object.fromEntries(Object.entries(sample).filter(([key]) => key !== field))).success,
        false,
        `${what} without ${field}`,
      )
  }
})

test('nothing in a message is without bounds', () => {
  const many = (length: number) => Array.from({ length }, (_, at) => told(at + 1))
  assert.ok(EventsTold.safeParse({ ...EVENTS, events: many(MOST_EVENTS_TOLD) }).success)
  assert.equal(EventsTold.safeParse({ ...EVENTS, events: many(MOST_EVENTS_TOLD + 1) }).success, false)
  const attempts = Array.from({ length: MOST_ATTEMPTS_TOLD + 1 }, () => ATTEMPT_TOLD)
  assert.equal(ActsTold.safeParse({ ...ACTS, attempts }).success, false)
  const acts = Array.from({ length: MOST_ROWS_TOLD + 1 }, () => ROWS.acts[0])
  assert.equal(ActsTold.safeParse({ ...ACTS, rows: { ...ROWS, acts } }).success, false)
  assert.equal(StateTold.safeParse({ ...STATE, digest: 'x'.repeat(2_001) }).success, false)
  assert.equal(StateTold.safeParse({ ...STATE, number: 8 }).success, false, 'no such row of epochs')
  assert.equal(StateTold.safeParse({ ...STATE, name: 'C' }).success, false)
})

test('an event that no client could have sent is not taken from a peer either', () => {
  const wrong = [
    { ...event(0) },
    { ...event(1), itemId: '' },
    { ...event(1), kind: 'erase' },
    { ...event(1), value: { text: '长'.repeat(20_000) } },
    { ...event(1), clientMs: -1 },
  ]
  for (const one of wrong) assert.equal(EventsTold.safeParse({ ...EVENTS, events: [{ ...told(1), event: one }] }).success, false)
  assert.equal(EventsTold.safeParse({ ...EVENTS, events: [{ ...told(1), epoch: 0 }] }).success, false)
})

test('people are told one of six states', () => {
  for (const state of ['none', 'paired', 'behind', 'away', 'other-package', 'refused'])
    assert.ok(PeerView.safeParse({ state, name: 'A', seenAt: null, waiting: 0 }).success)
  assert.equal(PeerView.safeParse({ state: 'fine', name: 'A', seenAt: null, waiting: 0 }).success, false)
})
