import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Journal, journalEntries, spanMinutes } from './journal-entries.ts'

const act = (actId: string, kind: string, doneAt: number, more: object = {}) => ({
  actId,
  kind,
  doneBy: 'person:k1',
  witness: null,
  doneAt,
  candidateRef: null,
  attemptId: null,
  roomLabel: null,
  ...more,
})
const halt = {
  haltId: 'h1',
  kind: 'pause' as const,
  roomLabel: '第一考场',
  reason: 'power',
  note: '',
  fromAt: 100,
  toAt: 100 + 90_000,
  outcome: 'resumed' as const,
  clock: null,
}
const credit = {
  creditId: 'k1',
  scope: 'person' as const,
  roomLabel: null,
  candidateRef: 'c1',
  cause: 'machine-hung',
  fromAt: 0,
  toAt: 120_000,
  note: '',
  state: 'granted' as const,
  proposedBy: 'system:site',
  decidedBy: 'person:k1',
  witness: 'manager',
}

const journal = (more: Partial<Journal> = {}): Journal => ({
  serverTime: 0,
  halts: [],
  credits: [],
  calls: [],
  incidents: [],
  malpractice: [],
  acts: [],
  people: {},
  ...more,
})

test('everything stands once and the latest first, whichever table it comes from', () => {
  const entries = journalEntries(
    journal({
      halts: [halt],
      credits: [credit],
      incidents: [
        { id: 'i1', attemptId: 'a1', kind: 'machine', note: '黑屏', reason: 'machine-hung', recordedBy: 'person:k1', recordedAt: 50 },
      ],
      malpractice: [{ id: 'm1', candidateRef: 'c2', reason: 'whispering', note: '', stopped: true, by: 'k1', witness: 'k2', at: 300_000 }],
      acts: [
        act('h1', 'paused', 100),
        act('r1', 'resumed', 200),
        act('t1', 'time-credited', 120_000),
        act('i1', 'incident-recorded', 50),
        act('m1', 'malpractice-recorded', 300_000),
        act('s1', 'seat-swapped', 60, { candidateRef: 'c3' }),
        act('x1', 'closed', 400_000),
        act('n1', 'something-new', 10),
      ],
    }),
  )
  assert.deepEqual(
    entries.map(entry => [entry.id, entry.kind, entry.group]),
    [
      ['x1', 'closed', 'end'],
      ['m1', 'malpractice', 'record'],
      ['k1', 'credit-granted', 'credit'],
      ['h1', 'pause', 'halt'],
      ['s1', 'seat-swapped', 'seat'],
      ['i1', 'incident', 'record'],
      ['n1', 'other', 'seat'],
    ],
  )
})

test('who, with whom, about whom, and why come along', () => {
  const [pause] = journalEntries(journal({ halts: [halt], acts: [act('h1', 'paused', 100)] }))
  assert.deepEqual([pause?.by, pause?.roomLabel, pause?.reason], ['person:k1', '第一考场', 'power'])
  const [given] = journalEntries(journal({ credits: [credit] }))
  assert.deepEqual([given?.by, given?.witness, given?.candidateRef], ['person:k1', 'manager', 'c1'])
  const [proposed] = journalEntries(journal({ credits: [{ ...credit, state: 'proposed', decidedBy: null }] }))
  assert.deepEqual([proposed?.kind, proposed?.by], ['credit-proposed', 'system:site'])
})

test('a span is told in whole minutes once it is over', () => {
  assert.deepEqual(
    [spanMinutes({ from: 0, to: 60_001 }), spanMinutes({ from: 0, to: 60_000 }), spanMinutes({ from: 0, to: null })],
    [2, 1, null],
  )
})
