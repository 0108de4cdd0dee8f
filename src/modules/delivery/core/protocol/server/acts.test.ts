import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Instant, plusMinutes } from '../../../../../kernel/instant.ts'
import { OPENING, theRules } from '../../../fixtures.ts'
import type { ResponseEvent } from '../../events.ts'
import type { Credit } from '../time/ledger.ts'
import { type Acting, closeBook, creditBook, enterBook, handInBook, isBookOverdue, laterCredit, saveToBook, startBook } from './acts.ts'
import { type Book, bookAcceptsUntil, bookEnds, closingOf, frontierOf, isPremature, isWithin, openBook } from './book.ts'
import { confirm, offerOf, pairThrough, summaryOf } from './offer.ts'
import { decideSave } from './save.ts'
import { unite } from './union.ts'

const at = (minutes: number): Instant => plusMinutes(OPENING, minutes)
const acting = (minutes: number, origin = 0): Acting => ({ origin, servers: 2, now: at(minutes) })
const fresh = openBook({ attemptId: 'a', rules: theRules(), allottedMs: 90 * 60_000, allowanceMs: 0 })
const event = (seq: number, value = 'x'): ResponseEvent => ({
  seq,
  itemId: 'i1',
  kind: 'respond',
  value: { version: 1, value },
  clientMs: seq,
})
function begun(minutes = 0): { readonly book: Book; readonly epoch: number } {
  const entered = enterBook(fresh, acting(minutes))
  assert.ok(entered.ok)
  const { book, epoch } = entered.value
  const started = startBook(book, { tokenEpoch: epoch, startRef: 'r' }, acting(minutes))
  assert.ok(started.ok)
  return { book: started.value, epoch }
}
const withEvents = (book: Book, epoch: number, seqs: readonly number[], minutes = 5): Book =>
  saveToBook(book, epoch, { epoch, receivedAt: at(minutes), events: seqs.map(seq => event(seq)) }).book
const facts = (outcome: { ok: true } | { ok: false; refusal: { code: string; facts: object } }) =>
  outcome.ok ? 'ok' : [outcome.refusal.code, outcome.refusal.facts]
const pause = (change: Partial<Credit> = {}): Credit => ({
  creditId: 'p',
  scope: 'room',
  from: at(20),
  until: null,
  grantedAt: at(20),
  ...change,
})

describe('the decision about a save', () => {
  const gate = { state: 'running', startedAt: at(0), sealed: false, currentEpoch: 2, acceptsUntil: at(100), storedThrough: 0 } as const
  const brought = (minutes: number, seqs: readonly number[], epoch = 2) => ({
    epoch,
    receivedAt: at(minutes),
    events: seqs.map(seq => event(seq)),
  })
  const nothing = () => undefined
  test('the last instant of the second deadline is in time, the next one late', () => {
    const late = (decision: ReturnType<typeof decideSave>) => decision.kind === 'stored' && decision.late
    assert.equal(late(decideSave(gate, brought(100, [1]), nothing)), false)
    assert.equal(late(decideSave(gate, { ...brought(100, [1]), receivedAt: plusMinutes(at(100), 1 / 60_000) }, nothing)), true)
    assert.equal(
      late(decideSave({ ...gate, acceptsUntil: null }, brought(900, [1]), nothing)),
      false,
      'while the clock stands nothing is late',
    )
    assert.equal(late(decideSave({ ...gate, sealed: true }, brought(5, [1]), nothing)), true)
  })

  test('the number told back is a prefix without a hole, over what is stored and what is brought', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 })
    fc.assert(
      fc.property(numbers, numbers, (has, brings) => {
        const known = new Set(has)
        let through = 0
        while (known.has(through + 1)) through += 1
        const text = (seq: number) => (known.has(seq) ? JSON.stringify(['i1', 'respond', { value: 'x', version: 1 }]) : undefined)
        const decision = decideSave({ ...gate, storedThrough: through }, brought(5, brings), text)
        assert.ok(decision.kind === 'stored')
        const all = new Set([...has, ...brings])
        assert.ok(!all.has(decision.storedThrough + 1))
        for (let seq = 1; seq <= decision.storedThrough; seq++) assert.ok(all.has(seq))
        assert.deepEqual(decision.rows.map(row => row.event.seq).toSorted(), brings.filter(seq => !known.has(seq)).toSorted())
        assert.equal(decision.clashes, 0)
      }),
    )
  })

  test('another content under a number that is taken is a clash and no row', () => {
    const decision = decideSave(gate, brought(5, [1]), seq => (seq === 1 ? 'something else' : undefined))
    assert.ok(decision.kind === 'stored')
    assert.deepEqual([decision.rows.length, decision.clashes], [0, 1])
  })

  test('what an older entry brings is flagged as fenced', () => {
    const fenced = (epoch: number) => {
      const decision = decideSave(gate, brought(5, [1], epoch), nothing)
      return decision.kind === 'stored' && decision.rows[0]?.fenced
    }
    assert.deepEqual([fenced(1), fenced(2)], [true, false])
  })
})

describe('the end of an attempt', () => {
  const { book, epoch } = begun()
  const order = { tokenEpoch: epoch, lastSeq: 0, by: 'candidate' } as const
  test('a refusal names the time and the numbers a person needs', () => {
    assert.deepEqual(facts(handInBook(book, order, acting(29))), ['too-early-to-hand-in', { from: '09:00', minutes: 30 }])
    assert.deepEqual(facts(handInBook(book, { ...order, by: 'clock' }, acting(89))), ['time-not-up', { seconds: 60 }])
    assert.deepEqual(facts(handInBook(book, { ...order, lastSeq: 3 }, acting(30))), ['events-missing', { storedThrough: 0, lastSeq: 3 }])
    assert.deepEqual(facts(handInBook(book, { ...order, tokenEpoch: 99 }, acting(30))), ['token-refused', {}])
    assert.equal(facts(handInBook(book, order, acting(30))), 'ok')
  })

  test('a client whose clock runs three seconds ahead may hand in, one second more not', () => {
    const late = (ms: number) => ({ origin: 0, servers: 2, now: plusMinutes(at(90), -ms / 60_000) })
    assert.equal(handInBook(book, { ...order, by: 'clock' }, late(3_000)).ok, true)
    assert.equal(handInBook(book, { ...order, by: 'clock' }, late(4_000)).ok, false)
  })

  test('while the clock stands still nobody is ended by it', () => {
    const paused = creditBook(book, pause())
    assert.deepEqual([bookEnds(paused), bookAcceptsUntil(paused), isBookOverdue(paused, at(9_999))], [null, null, false])
    assert.deepEqual(facts(handInBook(paused, { ...order, by: 'clock' }, acting(200))), ['time-not-up', { seconds: 0 }])
    const resumed = creditBook(paused, pause({ until: at(50) }))
    assert.deepEqual([bookEnds(resumed), isBookOverdue(resumed, at(130)), isBookOverdue(resumed, at(131))], [at(120), false, true])
  })

  test('a closing names what its server held: a prefix and what stood behind a hole', () => {
    const held = withEvents(book, epoch, [1, 2, 5])
    const frontier = frontierOf(held)
    assert.deepEqual(frontier.get(epoch), { through: 2, beyond: [5] })
    const within = [1, 2, 3, 4, 5, 6].filter(seq => isWithin(frontier, { epoch, seq }))
    assert.deepEqual(within, [1, 2, 5])
    assert.equal(isWithin(frontier, { epoch: epoch + 1, seq: 1 }), false)
    const closed = closeBook(held, 'stopped', acting(40))
    assert.ok(closed.ok)
    assert.deepEqual(closed.value.closing.frontier, frontier)
  })

  test('an end by a person is never premature, one by the clock before its time is', () => {
    const frontier = new Map()
    const closing = (how: 'candidate' | 'clock' | 'time-up' | 'stopped', minutes: number) =>
      isPremature(book, { origin: 0, how, epoch: null, endedAt: at(minutes), frontier })
    assert.deepEqual(
      [closing('candidate', 31), closing('stopped', 1), closing('time-up', 31), closing('clock', 31)],
      [false, false, true, true],
    )
    assert.deepEqual([closing('time-up', 90), closing('clock', 90)], [false, false])
  })

  test('of several ends the one that counts does not depend on the order in which they came', () => {
    const end = fc.record({
      origin: fc.nat(1),
      how: fc.constantFrom('candidate' as const, 'clock' as const, 'time-up' as const, 'stopped' as const),
      endedAt: fc.integer({ min: 80, max: 120 }).map(at),
    })
    fc.assert(
      fc.property(fc.uniqueArray(end, { selector: one => `${one.origin}@${one.endedAt}`, maxLength: 5 }), ends => {
        const closings = ends.map(one => [`${one.origin}@${one.endedAt}`, { ...one, epoch: null, frontier: new Map() }] as const)
        const one = closingOf({ ...book, closings: new Map(closings) })
        assert.deepEqual(one, closingOf({ ...book, closings: new Map(closings.toReversed()) }))
        if (ends.some(each => each.how === 'candidate')) assert.equal(one?.how, 'candidate')
      }),
    )
  })
})

describe('two states of one credit', () => {
  const credit = fc
    .tuple(fc.option(fc.integer({ min: 21, max: 60 }), { nil: null }), fc.integer({ min: 20, max: 60 }))
    .map(([until, granted]) => pause({ until: until === null ? null : at(until), grantedAt: at(granted) }))
  test('give the same on both servers, again and again, and an end never opens again', () => {
    fc.assert(
      fc.property(credit, credit, credit, (a, b, c) => {
        assert.deepEqual(laterCredit(a, b), laterCredit(b, a))
        assert.deepEqual(laterCredit(laterCredit(a, b), c), laterCredit(a, laterCredit(b, c)))
        assert.deepEqual(laterCredit(a, a), a)
        assert.equal(laterCredit(a, b).until === null, a.until === null && b.until === null)
      }),
    )
  })

  test('put in twice it changes nothing', () => {
    const once = creditBook(fresh, pause({ until: at(30) }))
    assert.equal(creditBook(once, pause({ until: at(30) })), once)
    assert.equal(creditBook(once, pause()), once, 'an earlier state of it')
    assert.notEqual(creditBook(once, pause({ until: at(31) })), once)
  })
})

describe('what the peer has to hear', () => {
  const { book, epoch } = begun()
  const held = withEvents(book, epoch, [1, 2, 3])
  test('everything at first, nothing once it has confirmed, and again what changed since', () => {
    assert.equal(offerOf(held, new Map(), 100).events.length, 3)
    assert.equal(offerOf(held, new Map(), 2).events.length, 2)
    const told = summaryOf(held)
    assert.equal(offerOf(held, told, 100).events.length, 0)
    const more = withEvents(held, epoch, [4])
    assert.deepEqual(
      offerOf(more, told, 100).events.map(one => one.seq),
      [4],
    )
    // an event that the other server took earlier is held otherwise here
    const earlier = unite(held, {
      ...offerOf(held, new Map(), 100),
      events: [...held.events.values()].map(one => ({ ...one, receivedAt: at(1) })),
    })
    assert.equal(offerOf(earlier, told, 100).events.length, 3)
  })

  test('an empty portion of the peer changes nothing at all', () => {
    const nothing = { entries: new Map(), starts: new Map(), credits: new Map(), closings: new Map(), clashes: new Map(), events: [] }
    assert.equal(unite(held, nothing), held)
  })

  test('paired is the prefix of what both hold, never more than is here', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 8 })), fc.uniqueArray(fc.integer({ min: 1, max: 8 })), (here, there) => {
        const mine = withEvents(book, epoch, here)
        const theirs = withEvents(book, epoch, there)
        const pair = pairThrough(mine, confirm(new Map(), [...theirs.events.values()]), epoch)
        for (let seq = 1; seq <= pair; seq++) assert.ok(here.includes(seq) && there.includes(seq))
        assert.ok(!(here.includes(pair + 1) && there.includes(pair + 1)))
      }),
    )
  })
})
