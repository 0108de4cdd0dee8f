import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING } from '../../fixtures.ts'
import { LINKS, SEAT_STATES, type SeatFacts, type SeatOnWall, changedSeats, seatKey, seatOnWall } from './wall.ts'

const at = (minutes: number): Instant => plusMinutes(OPENING, minutes)
const seated: SeatFacts = {
  roomLabel: '第一考场',
  seatLabel: '12',
  place: 11,
  spare: false,
  outOfOrder: false,
  candidateRef: 'candidate-12',
  maskedName: '陈*',
  ticketNumber: '20261129110100012',
  checkedInAt: at(-20),
  absentAt: null,
  attemptId: 'attempt-12',
  attemptState: 'running',
  endedBy: null,
  epoch: 2,
  endsAt: at(90),
  pausedSince: null,
  lastSavedAt: at(9),
  pairSaved: false,
  beat: { at: at(10), rttMs: 12, batteryPercent: 81, charging: true, focusLost: 1, unsent: 0 },
  helpSince: null,
}
const moment = fc.integer({ min: -60, max: 180 }).map(at)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const beats = fc.record({
  at: moment,
  rttMs: maybe(fc.nat(2_000)),
  batteryPercent: maybe(fc.nat(100)),
  charging: maybe(fc.boolean()),
  focusLost: fc.nat(5),
  unsent: fc.nat(3),
})
/** Facts as the tables may hold them, also in combinations that rules exclude: the wall has to show something for each. */
const anyFacts: fc.Arbitrary<SeatFacts> = fc
  .record({
    outOfOrder: fc.boolean(),
    spare: fc.boolean(),
    candidateRef: maybe(fc.constantFrom('c1', 'c2')),
    checkedInAt: maybe(moment),
    absentAt: maybe(moment),
    attemptState: maybe(fc.constantFrom('ready' as const, 'running' as const, 'handed-in' as const, 'closed' as const)),
    epoch: fc.nat(3),
    endsAt: maybe(moment),
    pausedSince: maybe(moment),
    lastSavedAt: maybe(moment),
    pairSaved: fc.boolean(),
    beat: maybe(beats),
    helpSince: maybe(moment),
  })
  .map(changes => ({ ...seated, ...changes }))

describe('what the wall says of a seat', () => {
  test('every combination of facts has one state and one link of the lists, and no number below nought', () => {
    fc.assert(
      fc.property(anyFacts, maybe(fc.nat(100)), moment, (facts, answered, now) => {
        const seat = seatOnWall(facts, answered, now)
        assert.ok(SEAT_STATES.includes(seat.state) && LINKS.includes(seat.link))
        assert.ok((seat.minutesLeft ?? 0) >= 0)
        assert.equal(seat.candidateRef === null, seat.state === 'free' || seat.state === 'out-of-order')
        assert.equal(seat.minutesLeft !== null, facts.attemptState === 'running' && facts.endsAt !== null)
        assert.equal(seat.answered, answered)
      }),
    )
  })

  test('a link is told only of who sits there: nobody looks for the machine of a person who has left', () => {
    fc.assert(
      fc.property(anyFacts, moment, (facts, now) => {
        const { state, link } = seatOnWall(facts, null, now)
        assert.equal(link === 'none', !['entered', 'working', 'paused'].includes(state))
      }),
    )
  })

  const order: readonly (readonly [string, Partial<SeatFacts>, string])[] = [
    ['a paper handed in stays so although somebody marked the person absent', { attemptState: 'handed-in', absentAt: at(31) }, 'handed-in'],
    ['absent goes before the end that it brought about', { attemptState: 'closed', absentAt: at(31) }, 'absent'],
    ['an end goes before a pause of the room', { attemptState: 'closed', pausedSince: at(20) }, 'ended'],
    ['a pause before the start shows as entered', { attemptState: 'ready', pausedSince: at(-1) }, 'entered'],
    ['entered goes before checked in', { attemptState: 'ready', epoch: 1 }, 'entered'],
    ['a seat out of order that somebody was given is theirs', { outOfOrder: true }, 'working'],
    ['a place without a paper is expected', { attemptState: null, epoch: 0, checkedInAt: null }, 'expected'],
  ]
  for (const [name, change, state] of order) test(name, () => assert.equal(seatOnWall({ ...seated, ...change }, null, at(30)).state, state))
})

describe('the time left', () => {
  test('never grows while the clock runs, falls by one a minute, and ends at nought', () => {
    const left = (minutes: number) => seatOnWall(seated, null, at(minutes)).minutesLeft ?? assert.fail()
    assert.deepEqual([left(0), left(1), left(89), left(90), left(120)], [90, 89, 1, 0, 0])
    fc.assert(
      fc.property(fc.nat(7_200_000), fc.nat(600_000), (ms, more) => {
        const one = seatOnWall(seated, null, instant(OPENING + ms)).minutesLeft ?? 0
        const other = seatOnWall(seated, null, instant(OPENING + ms + more)).minutesLeft ?? 0
        assert.ok(other <= one)
      }),
    )
  })

  test('the last second still shows a minute, never nought', () => {
    assert.equal(seatOnWall(seated, null, instant(at(90) - 1)).minutesLeft, 1)
  })

  test('stands while the room is paused, however long', () => {
    const paused = { ...seated, pausedSince: at(40) }
    for (const minutes of [40, 41, 400]) assert.equal(seatOnWall(paused, null, at(minutes)).minutesLeft, 50)
  })
})

describe('saves and machines', () => {
  test('saved twice is said only when the peer holds the last save too', () => {
    const level = (change: Partial<SeatFacts>) => seatOnWall({ ...seated, ...change }, null, at(10)).saveLevel
    assert.deepEqual([level({}), level({ pairSaved: true }), level({ lastSavedAt: null, pairSaved: true })], ['local', 'pair', 'none'])
  })

  test('two missed beats are silence, and not a moment earlier', () => {
    const link = (ms: number) => seatOnWall(seated, null, instant(at(10) + ms)).link
    assert.deepEqual([link(0), link(40_000), link(40_001)], ['good', 'good', 'silent'])
  })

  test('a slow line or unsent work is weak; a beat that measured nothing is not', () => {
    const link = (beat: Partial<NonNullable<SeatFacts['beat']>>) =>
      seatOnWall({ ...seated, beat: { ...(seated.beat ?? assert.fail()), ...beat } }, null, at(10)).link
    assert.deepEqual(
      [link({ rttMs: 300 }), link({ rttMs: 301 }), link({ rttMs: null }), link({ unsent: 1 })],
      ['good', 'weak', 'good', 'weak'],
    )
  })

  test('battery and round trip are shown in steps of five', () => {
    fc.assert(
      fc.property(beats, beat => {
        const seat = seatOnWall({ ...seated, beat }, null, at(10))
        for (const [shown, told] of [
          [seat.rttMs, beat.rttMs],
          [seat.batteryPercent, beat.batteryPercent],
        ] as const) {
          assert.equal(shown === null, told === null)
          assert.ok((shown ?? 0) % 5 === 0 && Math.abs((shown ?? 0) - (told ?? 0)) <= 2.5)
        }
      }),
    )
  })
})

describe('the changes of a wall', () => {
  const keyed = (seats: readonly SeatOnWall[]) => new Map(seats.map(seat => [seatKey(seat), seat]))
  const walls = fc.array(fc.tuple(anyFacts, anyFacts), { minLength: 1, maxLength: 6 })
  const wallOf = (facts: readonly SeatFacts[]) =>
    facts.map((one, place) => seatOnWall({ ...one, seatLabel: String(place), place }, null, at(10)))

  test('laid over the wall before, they are the wall after; what stays is not told again', () => {
    fc.assert(
      fc.property(walls, pairs => {
        const [before, after] = [wallOf(pairs.map(([one]) => one)), wallOf(pairs.map(([, other]) => other))]
        const changed = changedSeats(before, after)
        assert.deepEqual([...new Map([...keyed(before), ...keyed(changed)]).values()], after)
        for (const seat of changed) assert.notDeepEqual(keyed(before).get(seatKey(seat)), seat)
        assert.deepEqual(changedSeats(after, after), [])
      }),
    )
  })

  test('no two seats share a key, whatever their labels are', () => {
    const label = fc.string({ unit: fc.constantFrom('1', '-', ' ', '"', ',', '\\'), maxLength: 4 })
    fc.assert(
      fc.property(fc.tuple(label, label), fc.tuple(label, label), ([room, seat], [otherRoom, otherSeat]) => {
        const same = room === otherRoom && seat === otherSeat
        assert.equal(seatKey({ roomLabel: room, seatLabel: seat }) === seatKey({ roomLabel: otherRoom, seatLabel: otherSeat }), same)
      }),
    )
  })
})
