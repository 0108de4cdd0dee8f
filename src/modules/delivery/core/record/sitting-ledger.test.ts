import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPENING, PACKAGE, theRules } from '../../fixtures.ts'
import { AttemptLine } from './record.ts'
import { type Registered, lostOf, sittingLedger } from './sitting-ledger.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** An attempt with so many events in one epoch; `through` is what was acknowledged. */
function line(n: number, how: { started?: boolean; ended?: boolean; events?: number; through?: number } = {}): AttemptLine {
  const { started = true, ended = true, events = 2, through = events } = how
  return AttemptLine.parse({
    line: 'attempt',
    attempt: {
      id: id(n),
      candidateRef: `candidate-${n}`,
      paper: 'theory',
      packageId: PACKAGE,
      ticketNumber: `9999${n}`,
      maskedName: '陈*',
      roomLabel: '第一考场',
      seatLabel: String(n),
      rules: theRules(),
      allottedMinutes: 90,
      allowanceMinutes: 0,
      creditMinutes: 0,
      state: ended ? 'closed' : 'running',
      epoch: 1,
      startRef: null,
      startedAt: started ? OPENING : null,
      endsAt: null,
      acceptsUntil: null,
      endedAt: ended ? OPENING + 1 : null,
      endedBy: ended ? 'time-up' : null,
      receiptCode: null,
    },
    epochs: [{ epoch: 1, openedAt: OPENING, storedThrough: through, sealedAt: null }],
    events: Array.from({ length: events }, (_, at) => ({
      epoch: 1,
      seq: at + 1,
      itemId: 'item-1',
      kind: 'respond',
      value: null,
      digest: '',
      clientMs: 0,
      receivedAt: OPENING,
      fenced: false,
    })),
    responses: [],
    credits: [],
    files: [],
    audit: [],
  })
}
const person = (n: number, checkedIn = true): Registered => ({ candidateRef: `candidate-${n}`, attemptId: id(n), checkedIn })
const packed = (lines: readonly AttemptLine[]) => lines.map(one => one.attempt.id)

test('a sitting with absent, idle and working people sums at every arrow, with its reasons', () => {
  const lines = [line(1), line(2, { events: 0 }), line(3, { started: false, events: 0 }), line(4, { started: false, events: 0 })]
  const ledger = sittingLedger([person(1), person(2), person(3), person(4, false)], lines, packed(lines))
  assert.ok(
    ledger.every(arrow => arrow.sums),
    JSON.stringify(ledger),
  )
  assert.deepEqual(
    ledger.map(({ from, to, before, after, excused }) => [from, to, before, after, excused]),
    [
      ['registered', 'checked-in', 4, 3, { absent: [id(4)] }],
      ['checked-in', 'started', 3, 2, { 'not-started': [id(3)] }],
      ['started', 'acknowledged', 2, 1, { blank: [id(2)] }],
      ['acknowledged', 'ended', 1, 1, {}],
      ['registered', 'in-package', 4, 4, {}],
    ],
  )
})

test('an attempt that is not in the package, or that nobody knows, shows where it is missing', () => {
  const lines = [line(1), line(2)]
  const short = sittingLedger([person(1), person(2)], lines, [id(1)]).find(arrow => !arrow.sums)
  assert.deepEqual([short?.to, short?.unexplained], ['in-package', [id(2)]])
  const stranger = sittingLedger([person(1)], lines, packed(lines))
  assert.deepEqual(
    stranger.filter(arrow => !arrow.sums).map(arrow => [arrow.to, arrow.invented]),
    [
      ['started', [id(2)]],
      ['in-package', [id(2)]],
    ],
  )
  assert.equal(sittingLedger([person(1)], lines.slice(0, 1), [id(1), id(1)]).at(-1)?.sums, false)
})

test('somebody without a paper is missed by name, and who works still is no loss', () => {
  const without: Registered = { candidateRef: 'candidate-2', attemptId: null, checkedIn: false }
  const ledger = sittingLedger([person(1), without], [line(1)], [id(1)])
  assert.deepEqual(ledger.at(-1)?.unexplained, ['without a paper: candidate-2'])
  const working = sittingLedger([person(1)], [line(1, { ended: false })], null)
  assert.deepEqual(working.at(-1)?.excused, { 'still-working': [id(1)] })
  assert.equal(working.at(-1)?.to, 'ended')
})

test('an acknowledged event that is not there is a loss', () => {
  assert.deepEqual(lostOf([line(1), line(2)]), [])
  assert.deepEqual(lostOf([line(1, { events: 2, through: 3 })]), [{ attempt: id(1), epoch: 1, promised: 3, found: 2 }])
})
