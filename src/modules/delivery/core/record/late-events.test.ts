import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING } from '../../fixtures.ts'
import {
  type EventPlace,
  type KeptLate,
  type LateDecision,
  countPlaces,
  countsWith,
  decisionOn,
  itemsChangedBy,
  judgeLateDecision,
  placeKey,
  placesText,
  undecided,
} from './late-events.ts'
import { lateRefusals } from './late-refusals.ts'

const at = (minutes: number): Instant => plusMinutes(OPENING, minutes)
const decision = (places: string, take: boolean, change: Partial<LateDecision> = {}): LateDecision => ({
  actId: 'a',
  attemptId: 'attempt',
  take,
  places,
  reason: 'network',
  note: '断网',
  by: 'person:keeper-1',
  witness: 'manager',
  at: at(120),
  ...change,
})
const event = (epoch: number, seq: number, itemId: string, late: boolean): KeptLate => ({
  epoch,
  seq,
  itemId,
  late,
  kind: 'respond',
  value: { version: 1, optionId: `${epoch}.${seq}` },
  clientMs: 0,
})
const place = fc.record({ epoch: fc.integer({ min: 1, max: 3 }), seq: fc.integer({ min: 1, max: 30 }) })
const places = fc.uniqueArray(place, { selector: placeKey, maxLength: 25 })

describe('how events are named', () => {
  test('gapless runs are one, epochs stand apart', () => {
    const text = placesText([
      { epoch: 3, seq: 1 },
      { epoch: 2, seq: 5 },
      { epoch: 2, seq: 4 },
      { epoch: 2, seq: 9 },
    ])
    assert.equal(text, '2.4-5 2.9 3.1')
    assert.equal(placesText([]), '')
  })

  test('the text names these events and no other, in whatever order they came', () => {
    fc.assert(
      fc.property(places, place, (list, other) => {
        const of = decisionOn([decision(placesText(list), true)])
        for (const one of list) assert.ok(of(one), placeKey(one))
        assert.equal(
          of(other) !== undefined,
          list.some(one => placeKey(one) === placeKey(other)),
        )
        assert.equal(placesText(list.toReversed()), placesText(list))
        assert.equal(countPlaces(placesText(list)), list.length)
      }),
    )
  })
})

describe('what counts', () => {
  test('in time always; late only if it was taken, whatever else was decided', () => {
    const counts = countsWith([decision('1.4-6', true), decision('1.7', false, { actId: 'b' })])
    const asked = (seq: number, late: boolean) => counts({ epoch: 1, seq }, late)
    assert.deepEqual([asked(1, false), asked(7, false), asked(5, true), asked(7, true), asked(8, true)], [true, true, true, false, false])
  })

  test('of two decisions about one event the earlier stands, on both servers alike', () => {
    const decided = fc.record({ take: fc.boolean(), minute: fc.nat(3), actId: fc.constantFrom('a', 'b', 'c', 'd') })
    fc.assert(
      fc.property(fc.uniqueArray(decided, { selector: one => one.actId, minLength: 1, maxLength: 4 }), list => {
        const decisions = list.map(one => decision('1.1', one.take, { actId: one.actId, at: at(one.minute) }))
        const first: EventPlace = { epoch: 1, seq: 1 }
        const stands = decisionOn(decisions)(first)
        assert.deepEqual(decisionOn(decisions.toReversed())(first), stands)
        for (const one of decisions) assert.ok((stands?.at ?? Infinity) <= one.at)
      }),
    )
  })

  test('what nobody has decided about is exactly the late rest', () => {
    fc.assert(
      fc.property(places, fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), fc.nat(25), (list, late, cut) => {
        const events = list.map((one, n) => event(one.epoch, one.seq, 'i', late[n] ?? false))
        const decided = decision(placesText(list.slice(0, cut)), false)
        const left = undecided(events, [decided])
        assert.deepEqual(
          left,
          events.filter((one, n) => one.late && n >= cut),
        )
      }),
    )
  })
})

describe('what taking would change', () => {
  const events = [
    event(1, 1, 'untouched', false),
    event(1, 2, 'untouched', true),
    event(1, 3, 'only-late', true),
    event(1, 4, 'touched-since', true),
    event(2, 1, 'touched-since', false),
  ]
  test('an item that was touched later by something that counts stays as it is', () => {
    assert.deepEqual(itemsChangedBy(events, []), ['untouched', 'only-late'])
  })
  test('what was decided already changes nothing any more', () => {
    assert.deepEqual(itemsChangedBy(events, [decision('1.2-4', true)]), [])
    assert.deepEqual(itemsChangedBy(events, [decision('1.2', false)]), ['only-late'])
  })
})

describe('who may decide what and when', () => {
  const facts = { state: 'handed-in', places: '1.4-5', shown: '1.4-5', note: '网线松动' } as const
  const codeOf = (change: Partial<Parameters<typeof judgeLateDecision>[0]>) => {
    const judged = judgeLateDecision({ ...facts, ...change })
    return judged.ok ? 'ok' : judged.refusal.code
  }
  const cases: readonly (readonly [Partial<Parameters<typeof judgeLateDecision>[0]>, string])[] = [
    [{}, 'ok'],
    [{ state: 'closed' }, 'ok'],
    [{ state: 'running' }, 'attempt-not-over'],
    [{ state: 'ready' }, 'attempt-not-over'],
    [{ places: '', shown: '' }, 'late-events-none'],
    [{ places: '1.4-6' }, 'late-events-changed'],
    [{ shown: '' }, 'late-events-changed'],
    [{ note: '  ' }, 'late-reason-needed'],
  ]
  for (const [change, code] of cases) test(`${JSON.stringify(change)}: ${code}`, () => assert.equal(codeOf(change), code))
  test('every refusal of the rule has its text', () => {
    for (const [, code] of cases) if (code !== 'ok') assert.match(lateRefusals[code]?.zh ?? '', /请.*。$/)
  })
})
