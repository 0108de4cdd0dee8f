import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instant, plusMinutes } from '../../../../../kernel/instant.ts'
import { OPENING } from '../../../fixtures.ts'
import { nextEpoch } from '../../attempt/takeover.ts'
import { ownDownTime } from './down-time.ts'
import { type ReviewedAct, reviewActs } from './hall-review.ts'
import { EPOCH_ROWS, type KnownDisk, firstNumber, numberOfDisk, replacesLostDisk } from './numbers.ts'
import { type SeatMove, type Sitter, seating } from './seating.ts'
import { NOTHING_SEEN, type Seen, type Stamp, readStamp, replyText, stampText, takeOnce, writeStamp } from './stamp.ts'
import { type GivenMinutes, countedMinutes, ledgerOf, reasonOf } from './standing.ts'

const at = (minutes: number): Instant => plusMinutes(OPENING, minutes)
const RUN = '0b7f7a52-4a3e-4b0e-9f6d-2f5f0f6d1a11'
const OTHER_RUN = '1c8f7a52-4a3e-4b0e-9f6d-2f5f0f6d1a12'

describe('numbers of disks', () => {
  test('A and B never share one, and no epoch is opened by both', () => {
    const numbers = (name: 'A' | 'B', disks: number) => {
      const known: KnownDisk[] = []
      for (let n = 0; n < disks; n++) {
        const diskId = `${name}${n}`
        known.push({ name, diskId, number: numberOfDisk({ name, diskId }, known) })
      }
      return known.map(one => one.number)
    }
    const [a, b] = [numbers('A', 4), numbers('B', 4)]
    assert.equal(new Set([...a, ...b]).size, EPOCH_ROWS)
    fc.assert(
      fc.property(fc.nat(500), fc.constantFrom(...a), fc.constantFrom(...b), (epoch, one, other) => {
        const opened = [one, other].map(origin => nextEpoch({ epoch }, { origin, servers: EPOCH_ROWS }))
        assert.notEqual(opened[0], opened[1])
      }),
    )
  })

  test('a disk keeps its number, and one that replaces a lost one takes a free one', () => {
    const first = { name: 'A', diskId: 'one', number: firstNumber('A') }
    assert.equal(numberOfDisk({ name: 'A', diskId: 'one' }, [first]), 1)
    assert.equal(numberOfDisk({ name: 'A', diskId: 'two' }, [first]), 3)
    assert.equal(
      numberOfDisk({ name: 'A', diskId: 'two' }, [first, { name: 'A', diskId: 'two', number: 1 }]),
      3,
      'two that took the same are told apart',
    )
    assert.equal(numberOfDisk({ name: 'B', diskId: 'three' }, [first]), 2)
  })

  test('when every number was used, a disk still gets one of its own server', () => {
    const known = [1, 3, 5, 7].map((number, n) => ({ name: 'A', diskId: `d${n}`, number }))
    assert.ok([1, 3, 5, 7].includes(numberOfDisk({ name: 'A', diskId: 'new' }, known)))
  })

  test('a peer that remembers another disk of this server makes it catch up first', () => {
    const known = [{ name: 'A', diskId: 'old', number: 1 }]
    assert.equal(replacesLostDisk({ name: 'A', diskId: 'new' }, known), true)
    assert.equal(replacesLostDisk({ name: 'A', diskId: 'old' }, known), false)
    assert.equal(replacesLostDisk({ name: 'B', diskId: 'new' }, known), false)
  })
})

describe('the stamp of a message', () => {
  const stamp: Stamp = { name: 'A', run: RUN, count: 7, toRun: OTHER_RUN, sentAt: OPENING }
  const mac = 'ab'.repeat(32)
  test('is read as it was written, also when the run of the receiver is not known yet', () => {
    assert.deepEqual(readStamp(writeStamp(stamp, mac)), { stamp, mac })
    const unknown = { ...stamp, toRun: '' }
    assert.deepEqual(readStamp(writeStamp(unknown, mac)), { stamp: unknown, mac })
  })

  const bad = [
    null,
    '',
    writeStamp({ ...stamp, name: 'C' }, mac),
    writeStamp({ ...stamp, count: 0 }, mac),
    writeStamp({ ...stamp, run: 'run' }, mac),
    writeStamp(stamp, 'AB'.repeat(32)),
    writeStamp(stamp, mac.slice(1)),
    `${writeStamp(stamp, mac)}.more`,
    ` ${writeStamp(stamp, mac)}`,
  ]
  for (const text of bad) test(`${String(text).slice(0, 20)}… is none`, () => assert.equal(readStamp(text), undefined))

  test('every part of it, and of the message, changes the text under the MAC', () => {
    const message = { method: 'POST', path: '/api/delivery/peer/events', bodySha256: 'c'.repeat(64) }
    const texts = [
      stampText(stamp, message),
      ...([{ name: 'B' }, { run: OTHER_RUN }, { count: 8 }, { toRun: RUN }, { sentAt: OPENING + 1 }] as const).map(change =>
        stampText({ ...stamp, ...change }, message),
      ),
      ...([{ method: 'GET' }, { path: '/api/delivery/peer/acts' }, { bodySha256: 'd'.repeat(64) }] as const).map(change =>
        stampText(stamp, { ...message, ...change }),
      ),
    ]
    assert.equal(new Set(texts).size, texts.length)
    assert.notEqual(replyText(stamp, 'x'), replyText({ ...stamp, count: 8 }, 'x'), 'a reply belongs to one message')
    assert.ok(!texts.includes(replyText(stamp, message.bodySha256)))
  })
})

describe('taking a message once', () => {
  const take = (seen: Seen, count: number, run = RUN) => takeOnce(seen, { run, count })
  test('in whatever order they come, each is taken at most once, and none near the newest is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 120 }), counts => {
        let seen: Seen = NOTHING_SEEN
        const taken = new Set<number>()
        let highest = 0
        for (const count of counts) {
          const next = take(seen, count)
          if (next === undefined) assert.ok(taken.has(count) || count <= highest - 256, String(count))
          else {
            assert.ok(!taken.has(count), `twice: ${count}`)
            taken.add(count)
            seen = next
          }
          highest = Math.max(highest, count)
        }
      }),
    )
  })

  test('runs are told apart, and only so many are remembered', () => {
    const one = take(NOTHING_SEEN, 5) ?? assert.fail()
    assert.equal(take(one, 5), undefined)
    assert.ok(take(one, 5, OTHER_RUN))
    let seen: Seen = one
    for (let n = 0; n < 200; n++) seen = take(seen, 1, `run-${n}`) ?? assert.fail()
    assert.ok(seen.size <= 64)
    assert.equal(take(seen, 1, 'run-199'), undefined, 'the newest are kept')
  })

  test('what is too old to tell is refused', () => {
    const seen = take(NOTHING_SEEN, 1_000) ?? assert.fail()
    assert.deepEqual([take(seen, 744), take(seen, 745) === undefined], [undefined, false])
  })
})

describe('where everybody sits after both servers moved people', () => {
  const people: Sitter[] = ['a', 'b', 'c'].map((candidateRef, n) => ({ candidateRef, roomLabel: '一', seatLabel: String(n + 1) }))
  const move = (id: string, candidateRef: string, to: number, minute: number): SeatMove => ({
    id,
    candidateRef,
    from: people.find(one => one.candidateRef === candidateRef) ?? assert.fail(),
    to: { roomLabel: '一', seatLabel: String(to) },
    movedAt: at(minute),
  })
  const places = (moves: readonly SeatMove[]) =>
    Object.fromEntries(seating(people, moves).sitters.map(one => [one.candidateRef, one.seatLabel]))

  test('the last move of a person counts', () => {
    assert.deepEqual(places([move('x', 'a', 4, 1), move('y', 'a', 5, 2)]), { a: '5', b: '2', c: '3' })
    assert.deepEqual(places([]), { a: '1', b: '2', c: '3' })
  })

  test('of two given the same seat the earlier has it, the other stays, and both are told', () => {
    const { sitters, conflicts } = seating(people, [move('y', 'b', 4, 2), move('x', 'a', 4, 1)])
    assert.deepEqual(Object.fromEntries(sitters.map(one => [one.candidateRef, one.seatLabel])), { a: '4', b: '2', c: '3' })
    assert.deepEqual(conflicts, [{ candidateRef: 'b', wanted: { roomLabel: '一', seatLabel: '4' }, takenBy: 'a' }])
  })

  test('a move to a seat that is taken by then is void, and one to a seat that was left is not', () => {
    assert.deepEqual(places([move('z', 'c', 2, 1)]), { a: '1', b: '2', c: '3' })
    assert.deepEqual(places([move('y', 'b', 4, 1), move('z', 'c', 2, 2)]), { a: '1', b: '4', c: '2' })
    assert.deepEqual(places([move('y', 'b', 4, 2), move('z', 'c', 2, 1)]), { a: '1', b: '4', c: '3' })
  })

  test('is the same in whatever order the moves were heard, everybody sits, and nobody on another', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 5 }), fc.nat(4)), { maxLength: 6 })
    fc.assert(
      fc.property(moves, list => {
        const heard = list.map(([who, to, minute], n) => move(`m${n}`, who, to, minute))
        const one = seating(people, heard)
        assert.deepEqual(seating(people, heard.toReversed()), one)
        assert.equal(new Set(one.sitters.map(each => each.seatLabel)).size, people.length)
        assert.deepEqual(one.sitters.map(each => each.candidateRef).toSorted(), ['a', 'b', 'c'])
      }),
    )
  })
})

describe('minutes that both servers gave back', () => {
  const given = (id: string, from: number, to: number, change: Partial<GivenMinutes> = {}): GivenMinutes => ({
    id,
    minutes: to - from,
    grantedAt: at(to),
    fromAt: at(from),
    toAt: at(to),
    ...change,
  })
  const sum = (rows: readonly GivenMinutes[]) => countedMinutes(rows).reduce((total, one) => total + one.minutes, 0)
  test('the same interval counts once, what overlaps counts for the rest, minutes without an interval always', () => {
    assert.equal(sum([given('a', 10, 20), given('b', 10, 20)]), 10)
    assert.equal(sum([given('a', 10, 20), given('b', 15, 30)]), 20)
    assert.equal(sum([given('a', 10, 20), given('b', 12, 18, { fromAt: null, toAt: null })]), 16)
    assert.equal(sum([given('a', 10, 20), given('b', 20, 30)]), 20)
  })

  test('is the same from either side, and never more than was given', () => {
    const row = fc.tuple(fc.nat(60), fc.nat(30)).map(([from, length]) => [from, from + length + 1] as const)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), list => {
        const rows = list.map(([from, to], n) => given(`c${n}`, from, to))
        assert.deepEqual(countedMinutes(rows.toReversed()), countedMinutes(rows))
        assert.ok(sum(rows) <= rows.reduce((total, one) => total + one.minutes, 0))
        const covered = new Set(list.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n)))
        assert.equal(sum(rows), covered.size)
      }),
    )
  })

  test('stand in the ledger one after the other, and a pause stays open', () => {
    const ledger = ledgerOf(countedMinutes([given('a', 10, 20), given('b', 30, 35)]), at(0), at(50))
    assert.deepEqual(
      ledger.map(one => [one.from, one.until]),
      [
        [at(0), at(10)],
        [at(10), at(15)],
        [at(50), null],
      ],
    )
    assert.equal(ledgerOf([], at(0), null).length, 0)
  })

  test('a hand-in has no reason, an end from outside has its own', () => {
    assert.deepEqual(
      [reasonOf('candidate'), reasonOf('clock'), reasonOf('stopped'), reasonOf('time-up')],
      [undefined, undefined, 'stopped', 'time-up'],
    )
  })
})

describe('the time in which no server ran', () => {
  const facts = { lastBeat: at(10), startedAt: at(20), peerSeenAt: null, peerStartedAt: null }
  test('is proposed by a server alone, and not by one whose peer served on or starts first', () => {
    assert.deepEqual(ownDownTime(facts), { from: at(10), to: at(20) })
    assert.equal(ownDownTime({ ...facts, peerStartedAt: at(5) }), null)
    assert.equal(ownDownTime({ ...facts, lastBeat: null }), null)
  })
  test('begins when the peer was last heard of, if that was later', () => {
    assert.deepEqual(ownDownTime({ ...facts, peerSeenAt: at(15) }), { from: at(15), to: at(20) })
    assert.deepEqual(ownDownTime({ ...facts, peerSeenAt: at(5) }), { from: at(10), to: at(20) })
    assert.equal(ownDownTime({ ...facts, peerSeenAt: instant(at(20) - 10_000) }), null)
  })
})

describe('acts that contradict each other', () => {
  const act = (actId: string, kind: string, facts: ReviewedAct['facts']): ReviewedAct => ({ actId, kind, facts, doneAt: at(1) })
  test('two ends of one pause, two decisions about one credit, somebody absent who came: each is shown with both acts', () => {
    const acts = [
      act('2', 'resumed', { halt: 'h1' }),
      act('1', 'resumed', { halt: 'h1' }),
      act('3', 'resumed', { halt: 'h2' }),
      act('4', 'credit-decided', { credit: 'c1', granted: true }),
      act('5', 'credit-decided', { credit: 'c1', granted: false }),
      act('6', 'checked-in', { candidate: 'x' }),
      act('7', 'marked-absent', { candidate: 'x' }),
      act('8', 'marked-absent', { candidate: 'y' }),
    ]
    const expected = [
      { kind: 'two-resumptions', haltId: 'h1', acts: ['1', '2'] },
      { kind: 'two-decisions', creditId: 'c1', acts: ['4', '5'] },
      { kind: 'absent-and-present', candidateRef: 'x' },
    ]
    for (const list of [acts, acts.toReversed()])
      assert.deepEqual(
        reviewActs(list).map(one => one.found),
        expected,
      )
    assert.deepEqual(reviewActs(acts.slice(2, 4)), [])
  })
})
