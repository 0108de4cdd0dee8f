import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant, plusMinutes } from '../../../../../kernel/instant.ts'
import { OPENING, theRules } from '../../../fixtures.ts'
import { type ResponseEvent, fold } from '../../events.ts'
import { type Acting, closeBook, creditBook, enterBook, handInBook, isBookOverdue, reenterBook, saveToBook, startBook } from './acts.ts'
import { type Book, bookEnds, closingOf, countedEvents, currentEpoch, derive, lateness, openBook, startedAt } from './book.ts'
import { type Confirmed, confirm, offerOf, pairThrough, summaryOf } from './offer.ts'
import { reviewOf, unite } from './union.ts'

const empty = openBook({ attemptId: 'a', rules: theRules(), allottedMs: 90 * 60_000, allowanceMs: 0 })
const acting = (minutes: number, origin = 0): Acting => ({ origin, servers: 2, now: plusMinutes(OPENING, minutes) })
const event = (seq: number, option = 'x', itemId = `i${seq % 3}`): ResponseEvent => ({
  seq,
  itemId,
  kind: 'respond',
  value: { version: 1, optionId: option },
  clientMs: seq,
})
function entered(book: Book, minutes = 0, origin = 0): { book: Book; epoch: number } {
  const outcome = enterBook(book, acting(minutes, origin))
  assert.ok(outcome.ok)
  return outcome.value
}
function running(): { book: Book; epoch: number } {
  const { book, epoch } = entered(empty)
  const started = startBook(book, { tokenEpoch: epoch, startRef: 'ref' }, acting(0))
  assert.ok(started.ok)
  return { book: started.value, epoch }
}
const save = (
  book: Book,
  epoch: number,
  seqs: readonly number[],
  how: { minutes?: number; option?: string; bearer?: number | 'stick' } = {},
) =>
  saveToBook(book, how.bearer ?? epoch, {
    epoch,
    events: seqs.map(seq => event(seq, how.option)),
    receivedAt: plusMinutes(OPENING, how.minutes ?? 5),
  })
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code
const portion = (book: Book) => offerOf(book, new Map(), 1_000)
/** What two books say, whatever order their parts stand in. */
const said = (book: Book) => ({
  events: [...book.events].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  late: [...book.events.values()].filter(lateness(book)).length,
  given: [...derive(book).responses].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  through: [...book.through].toSorted(([a], [b]) => a - b),
  closing: closingOf(book),
  ends: bookEnds(book),
  clashes: [...book.clashes.keys()].toSorted(),
  review: reviewOf(book),
})

describe('entries', () => {
  test('two servers never open the same epoch, whatever each of them knows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), fc.boolean()), { maxLength: 20 }), steps => {
        const books = [empty, empty]
        const opened: number[] = []
        for (const [origin, meets] of steps) {
          const next = entered(books[origin] ?? empty, 0, origin)
          books[origin] = next.book
          opened.push(next.epoch)
          if (meets) books[1 - origin] = unite(books[1 - origin] ?? empty, portion(next.book))
        }
        assert.equal(new Set(opened).size, opened.length)
      }),
    )
  })

  test('a page enters anew with its token, also when the reply to that got lost; a machine that was taken over from does not', () => {
    const { book, epoch } = running()
    const lostReply = reenterBook(book, epoch, acting(1))
    assert.ok(lostReply.ok)
    const again = reenterBook(lostReply.value.book, epoch, acting(2))
    assert.ok(again.ok && again.value.epoch > lostReply.value.epoch)
    const elsewhere = entered(again.value.book, 3)
    assert.equal(codeOf(reenterBook(elsewhere.book, again.value.epoch, acting(4))), 'fenced')
    assert.equal(codeOf(reenterBook(book, 77, acting(4))), 'token-refused')
  })

  test('starting again with the same reference is the same start; the later of two starts counts', () => {
    const { book, epoch } = running()
    assert.deepEqual(startBook(book, { tokenEpoch: epoch, startRef: 'ref' }, acting(3)), { ok: true, value: book })
    assert.equal(codeOf(startBook(book, { tokenEpoch: epoch, startRef: 'other' }, acting(3))), 'already-started')
    const here = entered(empty, 0, 1)
    const there = startBook(here.book, { tokenEpoch: here.epoch, startRef: 'ref' }, acting(2, 1))
    assert.ok(there.ok)
    const both = unite(book, portion(there.value))
    assert.equal(startedAt(both), plusMinutes(OPENING, 2))
    assert.deepEqual(reviewOf(both), [{ kind: 'two-starts', apartMs: 120_000 }])
    assert.equal(codeOf(startBook(entered(empty, -1).book, { tokenEpoch: 2, startRef: 'r' }, acting(-1))), 'too-early-to-start')
  })
})

describe('saving', () => {
  test('before the start nothing is stored; of an unknown token nothing is known', () => {
    const { book, epoch } = entered(empty)
    assert.deepEqual(save(book, epoch, [1]).decision, { kind: 'shut', why: 'not-started' })
    assert.deepEqual(save(running().book, 9, [1]).decision, { kind: 'unknown' })
    assert.deepEqual(save(running().book, 9, [1], { bearer: 2 }).decision, { kind: 'unknown' }, 'a newer epoch than its own')
    const never = closeBook(entered(empty).book, 'stopped', acting(40))
    assert.ok(never.ok)
    assert.deepEqual(save(never.value.book, 2, [1]).decision, { kind: 'shut', why: 'attempt-over' })
  })

  test('after the hand-in events are stored, and none of them counts', () => {
    const { book, epoch } = running()
    const full = save(book, epoch, [1, 2, 3]).book
    const handed = handInBook(full, { tokenEpoch: epoch, lastSeq: 3, by: 'candidate' }, acting(40))
    assert.ok(handed.ok)
    const after = save(handed.value.book, epoch, [4], { minutes: 41, option: 'late' })
    assert.ok(after.decision.kind === 'stored' && after.decision.late && after.decision.storedThrough === 4)
    assert.deepEqual([after.book.events.size, countedEvents(after.book).length], [4, 3])
    assert.deepEqual(reviewOf(after.book), [{ kind: 'late', events: 1 }])
    assert.deepEqual(derive(after.book), derive(handed.value.book))
  })

  test('what a stick brings is taken though no server that is left knows its entry', () => {
    const { book } = running()
    const { decision, book: after } = save(book, 5, [1, 2], { bearer: 'stick' })
    assert.ok(decision.kind === 'stored' && decision.storedThrough === 2)
    assert.equal(after.events.size, 2)
  })

  test('on one server the flag at arrival is the flag in the end', () => {
    const minutes = fc.constantFrom(5, 50, 99, 101, 140)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minutes, fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1 })), { maxLength: 8 }),
        saves => {
          const { book: begun, epoch } = running()
          let book = begun
          const flags = new Map<string, boolean>()
          for (const [minute, seqs] of saves.toSorted(([a], [b]) => a - b)) {
            if (isBookOverdue(book, plusMinutes(OPENING, minute))) {
              const closed = closeBook(book, 'time-up', acting(minute))
              if (closed.ok) ({ book } = closed.value)
            }
            const { decision, book: after } = save(book, epoch, seqs, { minutes: minute })
            if (decision.kind === 'stored') for (const row of decision.rows) flags.set(`${epoch}.${row.event.seq}`, row.late)
            book = after
          }
          const late = lateness(book)
          for (const [key, stored] of book.events) assert.equal(late(stored), flags.get(key), key)
        },
      ),
    )
  })
})

describe('ending', () => {
  test('a hand-in needs its time and everything of its epoch, and repeated gives the same', () => {
    const { book, epoch } = running()
    const full = save(book, epoch, [1, 2]).book
    const order = { tokenEpoch: epoch, lastSeq: 2, by: 'candidate' } as const
    assert.equal(codeOf(handInBook(full, order, acting(20))), 'too-early-to-hand-in')
    assert.equal(codeOf(handInBook(full, { ...order, by: 'clock' }, acting(40))), 'time-not-up')
    assert.equal(codeOf(handInBook(full, { ...order, lastSeq: 3 }, acting(40))), 'events-missing')
    assert.equal(codeOf(handInBook(entered(full, 30).book, order, acting(40))), 'fenced')
    const first = handInBook(full, order, acting(40))
    assert.ok(first.ok)
    assert.deepEqual(handInBook(first.value.book, order, acting(50)), { ok: true, value: first.value })
    assert.equal(codeOf(closeBook(first.value.book, 'stopped', acting(50))), 'attempt-over')
    assert.equal(codeOf(enterBook(first.value.book, acting(50))), 'attempt-over')
  })

  const creditOf = (from: number, until: number, grantedAt: number) => ({
    creditId: 'c',
    scope: 'room' as const,
    from: plusMinutes(OPENING, from),
    until: plusMinutes(OPENING, until),
    grantedAt: plusMinutes(OPENING, grantedAt),
  })

  test('an end by the clock that did not know of a credit is void; a credit granted afterwards reopens nothing', () => {
    const { book } = running()
    const closed = closeBook(book, 'time-up', acting(101))
    assert.ok(closed.ok)
    const missed = unite(closed.value.book, portion(creditBook(book, creditOf(30, 50, 60))))
    assert.equal(closingOf(missed), undefined)
    assert.deepEqual(reviewOf(missed), [{ kind: 'closed-too-early', origin: 0 }])
    assert.equal(bookEnds(missed), plusMinutes(OPENING, 110))
    assert.ok(closingOf(creditBook(closed.value.book, creditOf(30, 50, 120))))
  })

  test('of two ends the hand-in of the person counts, and both stay in sight', () => {
    const { book, epoch } = running()
    const left = save(book, epoch, [1, 2]).book
    const handed = handInBook(left, { tokenEpoch: epoch, lastSeq: 2, by: 'candidate' }, acting(40))
    const stopped = closeBook(unite(book, portion(save(book, epoch, [1]).book)), 'stopped', acting(35, 1))
    assert.ok(handed.ok && stopped.ok)
    const both = unite(handed.value.book, portion(stopped.value.book))
    assert.equal(closingOf(both)?.how, 'candidate')
    assert.deepEqual(
      reviewOf(both).map(one => one.kind),
      ['two-closings'],
    )
  })
})

/** Steps on two servers that hear of each other now and then. */
const steps = fc.array(
  fc.record({
    origin: fc.nat(1),
    do: fc.constantFrom(
      'enter' as const,
      'save' as const,
      'save' as const,
      'save' as const,
      'credit' as const,
      'stop' as const,
      'meet' as const,
    ),
    seqs: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
    option: fc.constantFrom('x', 'x', 'x', 'y'),
    minutes: fc.integer({ min: 1, max: 130 }),
  }),
  { maxLength: 25 },
)

function play(list: readonly { origin: number; do: string; seqs: readonly number[]; option: string; minutes: number }[]): [Book, Book] {
  const start = running().book
  const books: [Book, Book] = [start, start]
  for (const one of list) {
    const origin = one.origin as 0 | 1
    const book = books[origin]
    if (one.do === 'meet') books[origin] = unite(book, portion(books[1 - origin] ?? book))
    else if (one.do === 'save') books[origin] = save(book, currentEpoch(book), one.seqs, one).book
    else if (one.do === 'credit') {
      const from = instant(OPENING + one.minutes * 30_000)
      const credit = { creditId: `c${one.minutes % 3}`, scope: 'site' as const, from, until: instant(from + 60_000), grantedAt: from }
      books[origin] = creditBook(book, credit)
    } else {
      const act =
        one.do === 'enter' ? enterBook(book, acting(one.minutes, origin)) : closeBook(book, 'stopped', acting(one.minutes, origin))
      if (act.ok) books[origin] = act.value.book
    }
  }
  return books
}

describe('the union of two books', () => {
  test('is the same from either side, again and again, and both derive the same', () => {
    fc.assert(
      fc.property(steps, list => {
        const [one, other] = play(list)
        const [left, right] = [unite(one, portion(other)), unite(other, portion(one))]
        // a clash is known only to whoever saw both contents: the second exchange carries it over
        const [healed, mirrored] = [unite(left, portion(right)), unite(right, portion(left))]
        assert.deepEqual(said(healed), said(mirrored))
        assert.equal(unite(healed, portion(mirrored)), healed, 'nothing new changes nothing')
      }),
      { numRuns: 300 },
    )
  })

  test('loses nothing that either held: it is an event, or a clash in sight', () => {
    fc.assert(
      fc.property(steps, list => {
        const [one, other] = play(list)
        const both = unite(one, portion(other))
        for (const book of [one, other])
          for (const [key, held] of book.events)
            assert.ok(both.events.get(key)?.text === held.text || both.clashes.has(`${key} ${held.text}`), key)
      }),
    )
  })

  test('derived responses are the fold of what counts', () => {
    fc.assert(
      fc.property(steps, list => {
        const [one, other] = play(list)
        const both = unite(one, portion(other))
        assert.deepEqual(derive(both), fold(countedEvents(both)))
      }),
    )
  })
})

describe('what is offered to the peer', () => {
  test('is what it has not confirmed as it is here; portions in any size lead to the same', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 4 }), (list, most) => {
        const books = play(list)
        const confirmed: [Confirmed, Confirmed] = [summaryOf(books[1]), summaryOf(books[0])]
        for (let round = 0; round < 120; round++)
          for (const [me, peer] of [
            [0, 1],
            [1, 0],
          ] as const) {
            const offer = offerOf(books[me], confirmed[me], most)
            books[peer] = unite(books[peer], offer)
            confirmed[me] = confirm(confirmed[me], offer.events)
          }
        assert.deepEqual(said(books[0]), said(books[1]))
        assert.equal(offerOf(books[0], confirmed[0], most).events.length, 0)
      }),
      { numRuns: 60 },
    )
  })

  test('the pair level is a prefix that both hold', () => {
    const { book, epoch } = running()
    const full = save(book, epoch, [1, 2, 3, 5]).book
    const some = [...full.events.values()].filter(one => one.seq !== 2)
    assert.equal(pairThrough(full, confirm(new Map(), some), epoch), 1)
    assert.equal(pairThrough(full, summaryOf(full), epoch), 3)
    assert.equal(pairThrough(full, new Map(), epoch), 0)
  })
})
