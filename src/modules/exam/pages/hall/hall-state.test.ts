import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WallSeat } from '../../contract.ts'
import type { Hall } from '../answers.ts'
import { countStates, doorVerdict, findSeats, passesFilter, sittingPhase, takenSeats, troublesOf } from './hall-state.ts'

const MINUTE = 60_000
const start = 1_000 * MINUTE
const seat = (seatNo: number, part: Partial<WallSeat> = {}): WallSeat => ({
  seatNo,
  row: 1,
  column: seatNo,
  state: 'expected',
  applicationId: `a${seatNo}`,
  name: `考生${seatNo}`,
  idMasked: '110***********0011',
  ticketNumber: `26129100140101${seatNo}`,
  form: 'A',
  minutesLate: 0,
  endsAt: null,
  entries: 0,
  checkedInAt: null,
  savedAt: null,
  ...part,
})
const hall = (seats: readonly WallSeat[], part: Partial<Hall['sitting']> = {}): Hall => ({
  sitting: {
    sittingId: 's',
    sessionId: 'x',
    siteCode: '91012001',
    siteName: '考点',
    level: 'L4',
    levelName: '电子商务员',
    paper: 'theory',
    startsAt: start,
    endsAt: start + 90 * MINUTE,
    minutes: 90,
    rooms: 1,
    closedAt: null,
    seats: { expected: 0, checkedIn: 0, absent: 0, finished: 0 },
    ...part,
  },
  now: start,
  entryFrom: start - 30 * MINUTE,
  lateUntil: start + 25 * MINUTE,
  absentFrom: start + 30 * MINUTE,
  keeps: true,
  rooms: [{ roomId: 'r', number: 1, name: '第1机房', rows: 1, columns: 8, staffNeeded: 2, seats: [...seats] }],
  handovers: [],
})

test('the phases follow the clock, their borders belonging to the kinder one', () => {
  const at = (minutes: number) => sittingPhase(hall([]), start + minutes * MINUTE)
  assert.deepEqual([-31, -30, 0, 1, 25, 26, 89, 90].map(at), ['before', 'entry', 'entry', 'late', 'late', 'running', 'running', 'over'])
  assert.equal(sittingPhase(hall([], { closedAt: start }), start - 60 * MINUTE), 'closed')
})

test('the door says what the clock says, and counts begun minutes', () => {
  const at = (ms: number) => doorVerdict(hall([]), start + ms)
  assert.equal(at(-31 * MINUTE).kind, 'early')
  assert.equal(at(0).kind, 'onTime')
  assert.deepEqual(at(1), { kind: 'late', minutesLate: 1 })
  assert.deepEqual(at(25 * MINUTE), { kind: 'late', minutesLate: 25 })
  assert.equal(at(25 * MINUTE + 1).kind, 'tooLate')
})

test('empty seats are no candidates', () => {
  const seats = [seat(2), seat(1), seat(3, { applicationId: null, state: 'empty' })]
  assert.deepEqual(
    takenSeats(hall(seats)).map(s => s.seatNo),
    [1, 2],
  )
  assert.equal(countStates(seats).empty, 1)
})

test('trouble comes to the front, the most urgent first', () => {
  const seats = [
    seat(1, { state: 'answering', entries: 2, endsAt: start + 90 * MINUTE, savedAt: start + 26 * MINUTE }),
    seat(2),
    seat(3, { state: 'checked-in' }),
    seat(4, { state: 'answering', entries: 1, endsAt: start + 20 * MINUTE }),
    seat(5, { state: 'answering', entries: 1, endsAt: start + 90 * MINUTE, savedAt: start + 24 * MINUTE }),
    seat(6, { state: 'handed-in', entries: 3 }),
    seat(7, { state: 'answering', entries: 2, endsAt: start + 90 * MINUTE, savedAt: start + 24 * MINUTE - 1 }),
  ]
  const found = troublesOf(hall(seats), start + 26 * MINUTE)
  assert.deepEqual(
    found.map(t => [t.kind, t.seat.seatNo, t.n]),
    [
      ['overtime', 4, 0],
      ['unsaved', 7, 1],
      ['not-entered', 3, 0],
      ['not-come', 2, 0],
      ['machine-changed', 1, 1],
    ],
  )
})

test('latecomers have their time to settle from their own check-in on', () => {
  const came = start + 20 * MINUTE
  const seats = [
    seat(1, { state: 'checked-in', checkedInAt: came }),
    seat(2, { state: 'answering', entries: 1, endsAt: start + 90 * MINUTE, checkedInAt: came }),
    seat(3, { state: 'checked-in', checkedInAt: start - 10 * MINUTE }),
  ]
  const at = (minutes: number) => troublesOf(hall(seats), came + minutes * MINUTE).map(t => [t.kind, t.seat.seatNo])
  assert.deepEqual(at(3), [['not-entered', 3]])
  assert.deepEqual(at(5), [
    ['not-entered', 1],
    ['not-entered', 3],
  ])
  assert.deepEqual(at(5.1)[0], ['unsaved', 2], 'two minutes without a save, counted from then on')
})

test('nobody is trouble before the time for it, nor once the sitting is closed', () => {
  const seats = [seat(1), seat(2, { state: 'checked-in' })]
  assert.deepEqual(troublesOf(hall(seats), start + 2 * MINUTE), [])
  assert.deepEqual(troublesOf(hall(seats, { closedAt: start }), start + 60 * MINUTE), [])
})

test('the practical paper has no machine to enter', () => {
  assert.deepEqual(troublesOf(hall([seat(1, { state: 'checked-in' })], { paper: 'skill' }), start + 60 * MINUTE), [])
})

test('a candidate is found by name or ticket number, spaces and full-width digits forgiven', () => {
  const seats = takenSeats(hall([seat(1), seat(2, { name: '阿依古丽·买买提' })]))
  assert.equal(findSeats(seats, '古丽').length, 1)
  assert.equal(findSeats(seats, '２６１２９１ 0014 01011')[0]?.seatNo, 1)
  assert.equal(findSeats(seats, '').length, 2)
  assert.deepEqual(findSeats(seats, '无此人'), [])
})

test('whoever handed in came in; the absent did not', () => {
  assert.ok(passesFilter({ state: 'handed-in' }, 'in'))
  assert.ok(!passesFilter({ state: 'absent' }, 'in'))
  assert.ok(passesFilter({ state: 'absent' }, 'absent'))
})
