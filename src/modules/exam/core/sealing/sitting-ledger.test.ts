import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { SeatState } from '../hall/seat-state.ts'
import { type LedgerAttempt, ledgerSums, sittingLedger } from './sitting-ledger.ts'

const seat = (personId: string, state: SeatState = 'expected') => ({ personId, state })
const sat = (candidateRef: string, over: Partial<LedgerAttempt> = {}): LedgerAttempt => ({
  candidateRef,
  state: 'handed-in',
  epoch: 1,
  started: true,
  endedBy: 'candidate',
  whole: true,
  ...over,
})
const absent = (candidateRef: string) => sat(candidateRef, { state: 'closed', epoch: 0, started: false, endedBy: 'absent' })
const shown = (arrows: ReturnType<typeof sittingLedger>) => arrows.map(one => `${one.from}→${one.to} ${one.before}/${one.after}`)

test('a result in which everybody is accounted for sums at every arrow; absence is a reason', () => {
  const attempts = [sat('a'), sat('b', { endedBy: 'clock' }), absent('c')]
  const arrows = sittingLedger({ seats: ['a', 'b', 'c'].map(id => seat(id)), attempts, inResult: ['a', 'b', 'c'] })
  assert.deepEqual(shown(arrows), [
    'registered→checked-in 3/2',
    'checked-in→started 2/2',
    'started→acknowledged 2/2',
    'acknowledged→ended 2/2',
    'ended→in-package 2/2',
    'in-package→ingested 2/2',
  ])
  assert.deepEqual(arrows[0]?.excused, { absent: ['c'] })
  assert.equal(ledgerSums(arrows, true), true)
})

test('somebody registered whom the result does not know is named at the first arrow', () => {
  const arrows = sittingLedger({ seats: [seat('a'), seat('lost')], attempts: [sat('a')], inResult: ['a'] })
  assert.deepEqual(
    arrows.filter(one => !one.sums).map(one => [one.to, one.unexplained]),
    [['checked-in', ['lost']]],
  )
  assert.equal(ledgerSums(arrows, true), false)
})

test('somebody in the result whom nobody registered is named as well', () => {
  const arrows = sittingLedger({ seats: [seat('a')], attempts: [sat('a'), sat('stranger')], inResult: ['a', 'stranger'] })
  assert.deepEqual(arrows[0]?.invented, ['stranger'])
  assert.equal(arrows[0]?.sums, false)
})

test('an acknowledged event that is not there breaks the arrow from started', () => {
  const arrows = sittingLedger({ seats: [seat('a'), seat('b')], attempts: [sat('a'), sat('b', { whole: false })], inResult: ['a', 'b'] })
  const broken = arrows.filter(one => !one.sums)
  assert.deepEqual(
    broken.map(one => [one.to, one.unexplained, one.invented]),
    [
      ['acknowledged', ['b'], []],
      ['ended', [], ['b']],
    ],
  )
})

test('an attempt that the result names and the tables lost breaks the last arrows', () => {
  const arrows = sittingLedger({ seats: [seat('a'), seat('b')], attempts: [sat('a')], inResult: ['a', 'b'] })
  assert.equal(ledgerSums(arrows, true), false)
})

test('who came and never began is explained; who never entered a machine did not come', () => {
  const entered = sat('a', { state: 'closed', started: false, endedBy: 'time-up' })
  const arrows = sittingLedger({
    seats: [seat('a'), seat('b')],
    attempts: [entered, sat('b', { ...absent('b'), endedBy: 'time-up' })],
    inResult: ['a', 'b'],
  })
  assert.deepEqual(arrows[0]?.excused, { absent: ['b'] })
  assert.deepEqual(arrows[1]?.excused, { 'not-started': ['a'] })
  assert.equal(ledgerSums(arrows, true), true)
})

test('a sitting played at the centre sums by its own seats and has no result', () => {
  const arrows = sittingLedger({ seats: [seat('a', 'finished'), seat('b', 'absent')], attempts: [sat('a'), absent('b')], inResult: null })
  assert.deepEqual(shown(arrows), [
    'registered→checked-in 2/1',
    'checked-in→started 1/1',
    'started→acknowledged 1/1',
    'acknowledged→ended 1/1',
  ])
  assert.equal(ledgerSums(arrows, true), true)
  assert.equal(ledgerSums(arrows, false), null)
})

test('whatever happens to a candidate on the way, one candidate less never goes unseen', () => {
  const fate = fc.constantFrom('sat', 'absent', 'idle')
  fc.assert(
    fc.property(fc.array(fate, { minLength: 1, maxLength: 12 }), fc.nat(), (fates, pick) => {
      const attempts = fates.map((one, n) =>
        one === 'sat'
          ? sat(`p${n}`)
          : one === 'absent'
            ? absent(`p${n}`)
            : sat(`p${n}`, { started: false, state: 'closed', endedBy: 'time-up' }),
      )
      const seats = attempts.map(one => seat(one.candidateRef))
      const all = attempts.map(one => one.candidateRef)
      assert.equal(ledgerSums(sittingLedger({ seats, attempts, inResult: all }), true), true)
      const gone = attempts[pick % attempts.length]?.candidateRef
      const kept = attempts.filter(one => one.candidateRef !== gone)
      assert.equal(ledgerSums(sittingLedger({ seats, attempts: kept, inResult: kept.map(one => one.candidateRef) }), true), false)
    }),
  )
})
