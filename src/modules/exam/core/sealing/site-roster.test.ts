import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf } from '../../../../kernel/instant.ts'
import { newId } from '../../../../platform/id.ts'
import { FAULT_RULE, type RosterFacts, siteRoster } from './site-roster.ts'

const START = instantOf('2026-12-26T08:30:00+08:00')
const LATER = instantOf('2026-12-26T10:30:00+08:00')
const [theory, practical, formA, formP] = [newId(), newId(), newId(), newId()]
const room = (roomId: string, number: number, name: string, seats: readonly number[]) => ({
  roomId,
  number,
  name,
  seats: seats.map(seatNo => ({ seatNo })),
})
const seat = (sittingId: string, personId: string, seatNo: number, over: object = {}) => ({
  sittingId,
  personId,
  packageId: sittingId === theory ? formA : formP,
  ticketNumber: `91${personId}`,
  maskedName: '考*',
  maskedIdNumber: '9101**********123X',
  face: null,
  roomId: 'r1',
  seatNo,
  ...over,
})
const facts: RosterFacts = {
  sitePackageId: newId(),
  siteCode: '91012001',
  siteName: '云江市职业技能鉴定站',
  title: '2026年12月考次',
  pairKey: 'a'.repeat(64),
  centre: { recipient: `age1${'q'.repeat(58)}`, signingKey: 'b'.repeat(64) },
  sittings: [
    { sittingId: theory, title: '四级·理论知识', level: 'L4', paper: 'theory', startsAt: START, rooms: [room('r1', 1, '第1机房', [2, 1])] },
    {
      sittingId: practical,
      title: '四级·操作技能',
      level: 'L4',
      paper: 'skill',
      startsAt: LATER,
      rooms: [room('r1', 1, '第1机房', [1, 2, 3])],
    },
  ],
  seats: [seat(theory, 'p1', 1, { face: 'AAAA' }), seat(theory, 'p2', 2), seat(practical, 'p1', 3, { face: 'AAAA' })],
  spareSeats: new Map([['r1', [30]]]),
  staff: [
    { staffId: 's1', name: '郭海川', duties: ['site-manager'], passVerifier: 'v1' },
    { staffId: 's2', name: '丁文渊', duties: ['site-engineer'], passVerifier: 'v2' },
  ],
}

test('a room that two sittings use stands once, with the seats of both in order and its spare machines', () => {
  const { rooms } = siteRoster(facts)
  assert.deepEqual(rooms, [{ roomLabel: '第1机房', seats: ['1', '2', '3'], spareSeats: ['30'] }])
})

test('sittings carry the start, the late limit, the fault rule of fifty minutes, and the paper as delivery calls it', () => {
  const [first, second] = siteRoster(facts).sittings
  assert.deepEqual([first?.paper, second?.paper], ['theory', 'practical'])
  assert.deepEqual([first?.rules.opensAt, second?.rules.opensAt], [START, LATER])
  assert.equal(first?.rules.lateLimitMinutes, 25)
  assert.deepEqual(first?.fault, FAULT_RULE)
  assert.deepEqual([FAULT_RULE.mostMinutes, FAULT_RULE.secondPersonOverMinutes], [50, 10])
  assert.deepEqual([first?.entryMinutesBefore, first?.absentMinutesAfter], [30, 30])
})

test('a candidate is known by face, seat, masked name and masked number, and by nothing else', () => {
  const [one] = siteRoster(facts).candidates
  assert.deepEqual(one, {
    sittingId: theory,
    candidateRef: 'p1',
    packageId: formA,
    ticketNumber: '91p1',
    maskedName: '考*',
    maskedIdNumber: '9101**********123X',
    faceJpegBase64: 'AAAA',
    roomLabel: '第1机房',
    seatLabel: '1',
    allowanceMinutes: 0,
  })
  assert.equal(siteRoster(facts).candidates.length, 3)
  assert.equal(siteRoster(facts).rehearsal, false)
  assert.deepEqual(siteRoster(facts).centre, facts.centre)
})

test('two rooms of one name are told apart by their numbers, a room without a name has its number', () => {
  const sittings = facts.sittings.map(sitting => ({
    ...sitting,
    rooms: [room('r1', 1, '机房', [1]), room('r2', 2, '机房', [1]), room('r3', 3, '', [1])],
  }))
  const roster = siteRoster({
    ...facts,
    sittings,
    seats: [seat(theory, 'p1', 1, { roomId: 'r2' }), seat(theory, 'p2', 1, { roomId: 'r3' })],
  })
  assert.deepEqual(
    roster.rooms.map(one => one.roomLabel),
    ['机房（1）', '机房（2）', '第3考场'],
  )
  assert.deepEqual(
    roster.candidates.map(one => one.roomLabel),
    ['机房（2）', '第3考场'],
  )
})

test('facts that contradict each other make no roster', () => {
  assert.throws(() => siteRoster({ ...facts, staff: facts.staff.slice(0, 1) }))
  assert.throws(() => siteRoster({ ...facts, sittings: [] }))
  assert.throws(() => siteRoster({ ...facts, pairKey: 'short' }))
})
