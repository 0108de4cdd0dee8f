import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../../../../kernel/instant.ts'
import { theRules } from '../../../fixtures.ts'
import { nextEpoch } from '../../attempt/takeover.ts'
import { editingEnds } from '../time/ledger.ts'
import { openBook } from '../server/book.ts'
import { ownDownTime } from './down-time.ts'
import { reviewActs } from './hall-review.ts'
import { EPOCH_ROWS, firstNumber, numberOfDisk, replacesLostDisk } from './numbers.ts'
import { type SeatMove, seating } from './seating.ts'
import { NOTHING_SEEN, readStamp, replyText, stampText, takeOnce, writeStamp } from './stamp.ts'
import { countedMinutes, ledgerOf, reasonOf, standingOfBook } from './standing.ts'

const MINUTE = 60_000
const RUN = '0b7f6a52-7f0e-4e0c-9d0a-6a2d3c4b5e6f'
const OTHER_RUN = '1c8e7b63-8a1f-4f1d-8e1b-7b3e4d5c6f70'

test('two servers, and a server with a new disk, never open the same epoch', () => {
  const disks = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
  fc.assert(
    fc.property(
      disks,
      fc.array(fc.tuple(fc.constantFrom('A' as const, 'B' as const), fc.boolean()), { maxLength: 30 }),
      (lost, entries) => {
        const known: { name: string; diskId: string; number: number }[] = []
        const disk = { A: 0, B: 0 }
        const numberOf = (name: 'A' | 'B') => {
          const own = { name, diskId: `${name}${disk[name]}` }
          const number = numberOfDisk(own, known)
          if (!known.some(one => one.diskId === own.diskId)) known.push({ ...own, number })
          return number
        }
        const heldBy = { A: 0, B: 0 }
        const opened: number[] = []
        for (const [at, [name, tells]] of entries.entries()) {
          if (at % 3 === 2 && disk[name] < lost[name === 'A' ? 0 : 1]) {
            disk[name] += 1
            // what only the lost disk knew is gone
            heldBy[name] = heldBy[name === 'A' ? 'B' : 'A']
          }
          const epoch = nextEpoch({ epoch: heldBy[name] }, { origin: numberOf(name), servers: EPOCH_ROWS })
          opened.push(epoch)
          heldBy[name] = epoch
          // cut apart: what is not told stays unknown to the other
          if (tells) heldBy[name === 'A' ? 'B' : 'A'] = Math.max(heldBy.A, heldBy.B)
          assert.equal(epoch % 2, name === 'A' ? 1 : 0)
        }
        assert.equal(new Set(opened).size, opened.length)
      },
    ),
  )
  assert.deepEqual([firstNumber('A'), firstNumber('B')], [1, 2])
})

test('a disk keeps its number; one in the place of a lost disk is told from a first one', () => {
  const lost = { name: 'A', diskId: 'old', number: 1 }
  assert.equal(numberOfDisk({ name: 'A', diskId: 'old' }, [lost]), 1)
  assert.equal(numberOfDisk({ name: 'A', diskId: 'new' }, [lost]), 3)
  assert.equal(numberOfDisk({ name: 'A', diskId: 'new' }, [lost, { name: 'A', diskId: 'new', number: 3 }]), 3)
  // both disks took the first number before they met the peer that remembers
  assert.equal(numberOfDisk({ name: 'A', diskId: 'new' }, [lost, { name: 'A', diskId: 'new', number: 1 }]), 3)
  assert.equal(replacesLostDisk({ name: 'A', diskId: 'new' }, [lost]), true)
  assert.equal(replacesLostDisk({ name: 'A', diskId: 'old' }, [lost]), false)
  assert.equal(replacesLostDisk({ name: 'B', diskId: 'new' }, [lost]), false)
})

test('a stamp reads back as it was written, and whatever differs gives another text under the MAC', () => {
  const stamps = fc.record(
    {
      name: fc.constantFrom('A', 'B'),
      run: fc.constantFrom(RUN, OTHER_RUN),
      count: fc.integer({ min: 1, max: 2 ** 40 }),
      toRun: fc.constantFrom('', RUN, OTHER_RUN),
      sentAt: fc.integer({ min: 0, max: 2 ** 45 }),
    },
    { noNullPrototype: true },
  )
  const messages = fc.record({ method: fc.constant('POST'), path: fc.constantFrom('/a', '/b'), bodySha256: fc.constantFrom('00', '01') })
  const mac = 'ab'.repeat(32)
  fc.assert(fc.property(stamps, stamp => assert.deepEqual(readStamp(writeStamp(stamp, mac)), { stamp, mac })))
  fc.assert(
    fc.property(stamps, stamps, messages, messages, (a, b, x, y) => {
      const isSame = JSON.stringify([a, x]) === JSON.stringify([b, y])
      assert.equal(stampText(a, x) === stampText(b, y), isSame)
    }),
  )
  for (const wrong of [null, '', 'A', `C.${RUN}.1.-.0.${mac}`, `A.${RUN}.0.-.0.${mac}`, `A.${RUN}.1.-.0.${mac}0`])
    assert.equal(readStamp(wrong), undefined)
  assert.notEqual(replyText({ run: RUN, count: 1 }, '00'), replyText({ run: RUN, count: 2 }, '00'))
})

test('a message is taken once, in whatever order messages come', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(RUN, OTHER_RUN), fc.integer({ min: 1, max: 400 })), { maxLength: 200 }), sent => {
      let seen = NOTHING_SEEN
      const taken = new Set<string>()
      for (const [run, count] of sent) {
        const after = takeOnce(seen, { run, count })
        if (taken.has(`${run} ${count}`)) assert.equal(after, undefined)
        if (after === undefined) continue
        seen = after
        taken.add(`${run} ${count}`)
      }
    }),
  )
  const one = takeOnce(NOTHING_SEEN, { run: RUN, count: 300 })
  assert.ok(one)
  assert.ok(takeOnce(one, { run: RUN, count: 299 }))
  assert.equal(takeOnce(one, { run: RUN, count: 44 }), undefined, 'too old to tell')
})

const seatOf = (n: number) => ({ roomLabel: 'R', seatLabel: String(n) })
const SEATS = [1, 2, 3, 4, 5, 6].map(seatOf)
const PEOPLE = [1, 2, 3, 4].map(n => ({ candidateRef: `c${n}`, ...seatOf(n) }))

test('everybody has a seat of their own, whatever was moved where and in whatever order it is heard', () => {
  const wishes = fc.array(
    fc.record({ who: fc.integer({ min: 0, max: 3 }), to: fc.integer({ min: 0, max: 5 }), at: fc.integer({ min: 1, max: 5 }) }),
    {
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(wishes, fc.infiniteStream(fc.nat()), (list, dice) => {
      const moves = list.map(({ who, to, at }, n): SeatMove => ({
        id: `m${n}`,
        candidateRef: `c${who + 1}`,
        from: seatOf(who + 1),
        to: SEATS[to] ?? seatOf(1),
        movedAt: instant(at),
      }))
      const { sitters, conflicts } = seating(PEOPLE, moves)
      assert.equal(new Set(sitters.map(one => one.candidateRef)).size, PEOPLE.length)
      assert.equal(new Set(sitters.map(one => one.seatLabel)).size, PEOPLE.length)
      const shuffled = moves.map(move => ({ move, place: dice.next().value ?? 0 })).toSorted((a, b) => a.place - b.place)
      const again = seating(
        PEOPLE,
        shuffled.map(one => one.move),
      )
      assert.deepEqual(again, { sitters, conflicts })
      // who sits as the moves say sits the same when all is worked out anew from there
      assert.deepEqual(seating(sitters, moves), { sitters, conflicts })
      for (const { candidateRef, seatLabel } of sitters) {
        const own = moves
          .filter(move => move.candidateRef === candidateRef)
          .toSorted((a, b) => a.movedAt - b.movedAt || (a.id < b.id ? -1 : 1))
        const last = own.at(-1)
        if (last && !conflicts.some(one => one.candidateRef === candidateRef)) assert.equal(seatLabel, last.to.seatLabel)
      }
    }),
  )
})

test('a void move stays void when the seat falls free: nobody is moved by what happens to others', () => {
  const move = (id: string, who: number, to: number, at: number): SeatMove => ({
    id,
    candidateRef: `c${who}`,
    from: seatOf(who),
    to: seatOf(to),
    movedAt: instant(at),
  })
  const { sitters } = seating(PEOPLE, [move('a', 1, 5, 10), move('b', 2, 5, 20), move('c', 1, 6, 30)])
  assert.deepEqual(
    sitters.map(one => one.seatLabel),
    ['6', '2', '3', '4'],
  )
})

test('of two who were given the same seat the earlier keeps it, the other stays', () => {
  const move = (id: string, who: number, at: number): SeatMove => ({
    id,
    candidateRef: `c${who}`,
    from: seatOf(who),
    to: seatOf(5),
    movedAt: instant(at),
  })
  const { sitters, conflicts } = seating(PEOPLE, [move('b', 2, 20), move('a', 1, 10)])
  assert.equal(sitters.find(one => one.candidateRef === 'c1')?.seatLabel, '5')
  assert.equal(sitters.find(one => one.candidateRef === 'c2')?.seatLabel, '2')
  assert.deepEqual(conflicts, [{ candidateRef: 'c2', wanted: seatOf(5), takenBy: 'c1' }])
})

test('minutes that both servers gave back for the same interval count once, and add up in the ledger', () => {
  const at = (minute: number) => instant(minute * MINUTE)
  const row = (id: string, [from, to]: readonly [number | null, number | null], minutes: number, granted: number) => ({
    id,
    minutes,
    grantedAt: at(granted),
    fromAt: from === null ? null : at(from),
    toAt: to === null ? null : at(to),
  })
  const rows = [row('x', [10, 20], 10, 21), row('y', [10, 20], 10, 22), row('z', [15, 25], 10, 30), row('w', [null, null], 3, 31)]
  assert.deepEqual(
    countedMinutes(rows).map(one => [one.id, one.minutes]),
    [
      ['x', 10],
      ['z', 5],
      ['w', 3],
    ],
  )
  const spans = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 50 }), long: fc.integer({ min: 1, max: 20 }), granted: fc.integer({ min: 60, max: 70 }) }),
    {
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(spans, list => {
      const given = list.map(({ from, long, granted }, n) => row(`r${n}`, [from, from + long], long, granted))
      const counted = countedMinutes(given)
      assert.deepEqual(countedMinutes(given.toReversed()), counted)
      const union = new Set(list.flatMap(({ from, long }) => Array.from({ length: long }, (_, k) => from + k)))
      const sum = counted.reduce((total, one) => total + one.minutes, 0)
      assert.equal(sum, union.size)
      const facts = { clockStart: at(0), allottedMs: 90 * MINUTE, allowanceMs: 0, extraMs: 0, credits: ledgerOf(counted, at(0), null) }
      assert.equal(editingEnds(facts), at(90 + sum))
      assert.equal(editingEnds({ ...facts, credits: ledgerOf(counted, at(0), at(60)) }), null)
    }),
  )
})

test('an attempt stands by its later start and by the end that counts', () => {
  const rules = theRules()
  const at = (minute: number) => instant(rules.opensAt + minute * MINUTE)
  const book = {
    ...openBook({ attemptId: 'a', rules, allottedMs: 90 * MINUTE, allowanceMs: 0 }),
    entries: new Map([[1, { epoch: 1, origin: 1, from: null, openedAt: at(0) }]]),
    starts: new Map([
      [1, { origin: 1, startedAt: at(1), startRef: 'r1' }],
      [2, { origin: 2, startedAt: at(2), startRef: 'r2' }],
    ]),
  }
  assert.deepEqual(standingOfBook(book), { epoch: 1, startedAt: at(2), startRef: 'r2', closing: null })
  const closing = { origin: 2, how: 'absent' as const, epoch: null, endedAt: at(30), frontier: new Map() }
  const absent = { ...book, closings: new Map([['x', closing]]) }
  assert.equal(standingOfBook(absent).closing, null, 'who entered at the other server was not absent')
  assert.equal(standingOfBook({ ...absent, entries: new Map() }).closing?.how, 'absent')
  const both = {
    ...book,
    closings: new Map([
      ['x', { ...closing, how: 'stopped' as const }],
      ['y', { ...closing, origin: 1, how: 'candidate' as const, endedAt: at(31) }],
    ]),
  }
  assert.equal(standingOfBook(both).closing?.how, 'candidate')
  assert.equal(reasonOf('candidate'), undefined)
  assert.equal(reasonOf('malpractice'), 'malpractice')
})

test('the time in which no server ran is proposed once: by the one that is up first', () => {
  const at = (second: number) => instant(second * 1000)
  const lost = { lastBeat: at(100), startedAt: at(400), peerSeenAt: null, peerStartedAt: null }
  assert.deepEqual(ownDownTime(lost), { from: at(100), to: at(400) })
  assert.deepEqual(ownDownTime({ ...lost, peerSeenAt: at(160) }), { from: at(160), to: at(400) }, 'the other one ran until then')
  assert.equal(ownDownTime({ ...lost, peerStartedAt: at(50) }), null, 'the other one served all the while')
  assert.equal(ownDownTime({ ...lost, peerStartedAt: at(390) }), null, 'the other one was up first and proposes it')
  assert.equal(ownDownTime({ ...lost, lastBeat: null }), null)
  assert.equal(ownDownTime({ ...lost, startedAt: at(110) }), null)
})

test('what two servers decided differently about the hall lies on the list', () => {
  const act = (actId: string, kind: string, facts: Record<string, string>) => ({ actId, kind, facts, doneAt: instant(1) })
  const acts = [
    act('2', 'resumed', { halt: 'h' }),
    act('1', 'resumed', { halt: 'h' }),
    act('3', 'resumed', { halt: 'g' }),
    act('4', 'credit-decided', { credit: 'c' }),
    act('5', 'credit-decided', { credit: 'c' }),
    act('6', 'checked-in', { candidate: 'p' }),
    act('7', 'marked-absent', { candidate: 'p' }),
    act('8', 'marked-absent', { candidate: 'q' }),
  ]
  assert.deepEqual(
    reviewActs(acts).map(one => one.found),
    [
      { kind: 'two-resumptions', haltId: 'h', acts: ['1', '2'] },
      { kind: 'two-decisions', creditId: 'c', acts: ['4', '5'] },
      { kind: 'absent-and-present', candidateRef: 'p' },
    ],
  )
  assert.deepEqual(reviewActs(acts.toReversed()), reviewActs(acts))
})
