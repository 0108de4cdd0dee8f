import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory } from './check-history.ts'
import type { Entry, FinalBook, History, Law, Operation, Reply } from './history.ts'

const written = (seq: number, option = 'x', epoch = 1) => ({
  epoch,
  seq,
  itemId: 'i',
  kind: 'respond',
  text: `["i","respond","${option}${seq}"]`,
})
const given = (seq: number, option = 'x', epoch = 1) => ({ ...written(seq, option, epoch) })
const reach = (through: number, pair: number | null = 0, epoch = 1) => ({ epoch, through, pair })
let clock = 0
function done(id: number, operation: Operation, reply: Reply | null): Entry[] {
  clock += 10
  const end: Entry = reply ? { kind: 'ok', id, at: clock + 1, reply } : { kind: 'unknown', id, at: clock + 1 }
  return [{ kind: 'invoke', id, at: clock, by: 'm0', operation }, end]
}
const saved = (
  id: number,
  seqs: readonly number[],
  through: number,
  how: { server?: number; pair?: number; late?: boolean } = {},
): Entry[] =>
  done(
    id,
    { op: 'save', attempt: 'a', server: how.server ?? 0, epoch: 1, events: seqs.map(seq => written(seq)) },
    { op: 'save', reach: reach(through, how.pair ?? 0), late: how.late ?? false },
  )
const resumed = (id: number, responses: ReturnType<typeof given>[], through = 0): Entry[] =>
  done(id, { op: 'resume', attempt: 'a', server: 0 }, { op: 'resume', reach: [reach(through)], responses, closed: false })
const handedIn = (id: number, lastSeq: number, receipt: string): Entry[] =>
  done(id, { op: 'hand-in', attempt: 'a', server: 0, epoch: 1, lastSeq }, { op: 'hand-in', receipt })

const time = { clockStart: 0, entitledMs: 1_000, credits: [], endsAt: 1_000, usedMs: 400, creditedMs: 0, remainingMs: 600 }
/** A book with these numbers, of which the last one that counts is the response. */
function book(seqs: readonly number[], changes: Partial<FinalBook> = {}): FinalBook {
  const events = seqs.map(seq => ({ ...written(seq), late: false }))
  return {
    attempt: 'a',
    events,
    responses: seqs.length > 0 ? [given(Math.max(...seqs))] : [],
    closing: null,
    closedBy: [],
    review: [],
    time,
    ...changes,
  }
}
const history = (entries: readonly Entry[], one: FinalBook, other = one, record = one): History => ({
  entries,
  finals: [
    { name: 's0', books: [one] },
    { name: 's1', books: [other] },
    { name: 'record', books: [record] },
  ],
})
const lawsOf = (h: History): Law[] => [...new Set(checkHistory(h).map(breach => breach.law))]
const destroyed = (what: 'server' | 'machine' | 'page', name: string): Entry => ({ kind: 'destroyed', at: 9_000_000, what, name })

test('a sound history breaks no law', () => {
  const entries = [...saved(1, [1, 2], 2, { pair: 2 }), ...resumed(2, [given(2)], 2), ...handedIn(3, 2, 'R')]
  const closing = { how: 'candidate', siteTime: 500, receipt: 'R' }
  assert.deepEqual(checkHistory(history(entries, book([1, 2], { closing }))), [])
})

test('what was acknowledged or written down and is not there breaks durability', () => {
  assert.deepEqual(lawsOf(history(saved(1, [1, 2], 0), book([1]))), ['durable'])
  const kept: Entry = { kind: 'kept', at: 1, by: 'm0', attempt: 'a', events: [written(1), written(2)] }
  assert.deepEqual(lawsOf(history([kept], book([1]))), ['durable'])
  const forgetful = [...saved(1, [1, 2], 2), ...resumed(2, [given(2)], 1)]
  assert.deepEqual(lawsOf(history(forgetful, book([1, 2]))), ['durable'], 'told, and told less when asked again')
  assert.deepEqual(lawsOf(history([...forgetful, destroyed('server', '0')], book([1, 2]))), [])
  const unknown = done(1, { op: 'save', attempt: 'a', server: 0, epoch: 1, events: [written(1)] }, null)
  assert.deepEqual(checkHistory(history(unknown, book([]))), [], 'of an unknown outcome both ends are right')
})

test('only the loss of the server and of the machine together excuse it, and nothing excuses the pair level', () => {
  const lost = saved(1, [1], 0)
  const laws = (...more: Entry[]) => lawsOf(history([...lost, ...more], book([])))
  assert.deepEqual(laws(destroyed('server', '0')), ['durable'])
  assert.deepEqual(laws(destroyed('machine', 'm0')), ['durable'])
  assert.deepEqual(laws(destroyed('server', '1'), destroyed('machine', 'm0')), ['durable'])
  assert.deepEqual(laws(destroyed('server', '0'), destroyed('page', 'm0')), [])
  const paired = [...saved(2, [1], 1, { pair: 1 }), destroyed('server', '0'), destroyed('machine', 'm0')]
  assert.deepEqual(lawsOf(history(paired, book([]))), ['durable'])
})

test('a stored event that nobody wrote, and one number with two contents, are inventions', () => {
  assert.deepEqual(lawsOf(history(saved(1, [1], 1), book([1, 2]))), ['no-invention'])
  const other = done(2, { op: 'save', attempt: 'a', server: 0, epoch: 1, events: [written(1, 'y')] }, null)
  assert.deepEqual(lawsOf(history([...saved(1, [1], 1), ...other], book([1]))), ['no-invention'])
})

test('who comes back finds what was acknowledged before the question, or something later', () => {
  const first = saved(1, [1], 1)
  assert.deepEqual(lawsOf(history([...first, ...resumed(2, [], 1)], book([1]))), ['read-your-writes'])
  assert.deepEqual(lawsOf(history([...first, ...saved(2, [2], 2), ...resumed(3, [given(1)], 2)], book([1, 2]))), ['read-your-writes'])
  assert.deepEqual(lawsOf(history([...first, ...saved(2, [2], 2), ...resumed(3, [given(2)], 2)], book([1, 2]))), [])
  const overlapping = [...resumed(2, [])]
  const [asked, answered] = overlapping as [Entry, Entry]
  assert.deepEqual(lawsOf(history([asked, ...saved(1, [1], 1), answered], book([1]))), [], 'asked before the acknowledgement')
})

test('an acknowledged number has no hole below it', () => {
  assert.deepEqual(lawsOf(history(saved(1, [1, 3], 3), book([1, 3]))), ['gapless'])
  assert.deepEqual(lawsOf(history(saved(1, [1, 3], 1), book([1, 3]))), [])
})

test('responses follow from the events that count, and all holders say the same', () => {
  const entries = saved(1, [1, 2], 2)
  assert.deepEqual(lawsOf(history(entries, book([1, 2], { responses: [given(1)] }))), ['derived'])
  const late = book([1], {
    events: [
      { ...written(1), late: false },
      { ...written(2), late: true },
    ],
  })
  assert.deepEqual(lawsOf(history(entries, late)), [])
  assert.deepEqual(lawsOf(history(entries, book([1, 2]), late)), ['derived', 'ledger'])
})

test('time: credits stay, the deadline is theirs, the balance is kept, no clock is early', () => {
  const credited = done(1, { op: 'credit', attempts: ['a'], server: 0, creditId: 'c' }, { op: 'credit' })
  assert.deepEqual(lawsOf(history(credited, book([]))), ['time'])
  const credits = [
    { creditId: 'c', from: 100, until: 300, grantedAt: 300 },
    { creditId: 'd', from: 200, until: 400, grantedAt: 400 },
  ]
  const of = (changes: object) => lawsOf(history(credited, book([], { time: { ...time, credits, endsAt: 1_300, ...changes } })))
  assert.deepEqual(of({}), [])
  assert.deepEqual(of({ endsAt: 1_400 }), ['time'], 'added up')
  assert.deepEqual(of({ remainingMs: 601 }), ['time'])
  assert.deepEqual(of({ usedMs: -1, remainingMs: 1_001 }), ['time'])
  const closed = (trueMs: number): Entry[] => [
    { kind: 'started', at: 0, attempt: 'a', siteTime: 0 },
    { kind: 'clock-closed', at: trueMs, attempt: 'a', siteTime: 90_000 },
  ]
  const long = book([], {
    time: { ...time, entitledMs: 90_000, endsAt: 90_000, remainingMs: 89_600 },
    closing: { how: 'time-up', siteTime: 90_000, receipt: '' },
  })
  assert.deepEqual([lawsOf(history(closed(90_000), long)), lawsOf(history(closed(60_000), long))], [[], ['time']])
})

test('a receipt stands, and what its epoch had written before it counts', () => {
  const entries = [...saved(1, [1, 2], 2), ...handedIn(2, 2, 'R')]
  const closing = { how: 'candidate', siteTime: 1, receipt: 'R' }
  assert.deepEqual(lawsOf(history(entries, book([1, 2], { closing: { ...closing, receipt: 'other' } }))), ['final'])
  assert.deepEqual(lawsOf(history(entries, book([1, 2]))), ['final'], 'the end is forgotten')
  const late = book([1], {
    closing,
    events: [
      { ...written(1), late: false },
      { ...written(2), late: true },
    ],
  })
  assert.deepEqual(lawsOf(history(entries, late)), ['final'])
  assert.deepEqual(lawsOf(history(entries, { ...late, review: ['late'] })), ['final'], 'late events alone excuse nothing')
  assert.deepEqual(lawsOf(history(entries, { ...late, review: ['two-closings'] })), [])
  const gone = [...entries, destroyed('server', '0')]
  assert.deepEqual(lawsOf(history(gone, book([1, 2]))), [], 'a hand-in that only a lost disk held')
  assert.deepEqual(lawsOf(history(gone, book([1, 2], { closedBy: [0] }))), ['final'], 'the peer holds it, so it has to stand')
  assert.deepEqual(lawsOf(history([...entries, destroyed('server', '1')], book([1, 2]))), ['final'], 'it was the other disk')
})

test('nothing is shown as saved, or as saved twice, before the reply that says so', () => {
  const shown = (level: 'saved' | 'saved-twice', lastSeq: number): Entry => ({
    kind: 'shown',
    at: 1,
    by: 'm0',
    attempt: 'a',
    level,
    epoch: 1,
    lastSeq,
  })
  const laws = (...more: Entry[]) => lawsOf(history([...saved(1, [1, 2], 2, { pair: 1 }), ...more], book([1, 2])))
  assert.deepEqual(laws(shown('saved', 2), shown('saved-twice', 1)), [])
  assert.deepEqual(laws(shown('saved', 3)), ['honest'])
  assert.deepEqual(laws(shown('saved-twice', 2)), ['honest'])
  assert.deepEqual(lawsOf(history([shown('saved', 1), ...saved(1, [1], 1)], book([1]))), ['honest'])
})

test('no event stands twice, and servers and record hold the same', () => {
  const entries = saved(1, [1, 2], 2)
  const twice = book([1, 2], { events: [...book([1, 2]).events, { ...written(1), late: false }] })
  assert.deepEqual(lawsOf(history(entries, twice)), ['ledger'])
  const fewer = book([1, 2], { events: book([2]).events })
  const [breach] = checkHistory(history(entries, book([1, 2]), book([1, 2]), fewer))
  assert.ok(breach?.law === 'ledger' && breach.witness.includes('only s0 holds a 1.1'))
})
