import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  EMPTY_SET,
  type EventSet,
  MOST_BYTES_PER_SAVE,
  MOST_EVENTS_PER_SAVE,
  MOST_VALUE_CHARACTERS,
  type PlacedEvent,
  ResponseEvent,
  append,
  fold,
  storedThrough,
} from './events.ts'

const item = fc.constantFrom('a', 'b', 'c')
const placed = fc.oneof(
  fc.record({
    kind: fc.constant('respond' as const),
    itemId: item,
    value: fc.option(fc.record({ version: fc.constant(1), optionId: fc.constantFrom('x', 'y') })),
  }),
  fc.record({ kind: fc.constant('mark' as const), itemId: item, value: fc.boolean() }),
)
/** Events of up to three epochs, numbered without a hole in each. */
const history = fc
  .array(fc.array(placed, { maxLength: 8 }), { minLength: 1, maxLength: 3 })
  .map(epochs =>
    epochs.flatMap((events, e) => events.map((event, s): PlacedEvent => ({ ...event, epoch: e + 1, seq: s + 1, clientMs: s }))),
  )

function setOf(events: readonly PlacedEvent[]): EventSet {
  return events.reduce<EventSet>((set, event) => {
    const next = append(set, event)
    assert.ok(next.ok)
    return next.value
  }, EMPTY_SET)
}

test('any order and any duplication of events folds to the same state', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (events, dice) => {
      const again = [...events, ...events.filter(() => (dice.next().value ?? 0) % 2 === 0)]
      const mixed = again
        .map(event => ({ event, at: dice.next().value ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(m => m.event)
      const [straight, shaken] = [setOf(events), setOf(mixed)]
      assert.equal(shaken.size, straight.size)
      const sorted = (f: ReturnType<typeof fold>) => [[...f.responses].toSorted(), [...f.marks].toSorted(), f.lastItemId]
      assert.deepEqual(sorted(fold(shaken.values())), sorted(fold(straight.values())))
    }),
  )
})

test('the same event again is harmless; another under its identity is refused and changes nothing', () => {
  const event: PlacedEvent = { epoch: 1, seq: 1, itemId: 'a', kind: 'mark', value: true, clientMs: 5 }
  const once = setOf([event])
  assert.equal(setOf([event, { ...event, clientMs: 99 }]).size, 1)
  const clash = append(once, { ...event, value: false })
  assert.equal(!clash.ok && clash.refusal.code, 'event-clash')
  assert.equal(once.size, 1)
})

test('what is stored through a number has no hole below it, whatever order events come in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20 })), seqs => {
      const set = setOf(seqs.map(seq => ({ epoch: 2, seq, itemId: 'a', kind: 'mark', value: true, clientMs: 0 })))
      const through = storedThrough(set, 2)
      for (let seq = 1; seq <= through; seq++) assert.ok(seqs.includes(seq))
      assert.ok(!seqs.includes(through + 1))
      assert.equal(storedThrough(set, 1), 0)
    }),
  )
})

test('an older epoch wins only for items the newer one has not touched', () => {
  const old = (seq: number, itemId: string): PlacedEvent => ({
    epoch: 1,
    seq,
    itemId,
    kind: 'respond',
    value: { from: 'old' },
    clientMs: 0,
  })
  const young: PlacedEvent = { epoch: 2, seq: 1, itemId: 'a', kind: 'respond', value: { from: 'young' }, clientMs: 0 }
  const folded = fold([young, old(1, 'a'), old(900, 'a'), old(901, 'b')])
  assert.deepEqual(folded.responses.get('a')?.value, { from: 'young' })
  assert.deepEqual(folded.responses.get('b')?.value, { from: 'old' })
  assert.equal(folded.lastItemId, 'a')
})

test('clearing a response is an event like any other', () => {
  const given: PlacedEvent = { epoch: 1, seq: 1, itemId: 'a', kind: 'respond', value: { version: 1 }, clientMs: 0 }
  assert.equal(fold([given, { ...given, seq: 2, value: null }]).responses.get('a')?.value, null)
})

test('events of the wrong shape, size or number are refused at the edge', () => {
  const good = { seq: 1, itemId: 'a', kind: 'respond', value: { version: 1, optionId: 'x' }, clientMs: 0 }
  assert.equal(ResponseEvent.safeParse(good).success, true)
  for (const bad of [
    { ...good, seq: 0 },
    { ...good, seq: 1.5 },
    { ...good, kind: 'erase' },
    { ...good, extra: 1 },
    { ...good, kind: 'mark' },
    { ...good, value: { long: 'x'.repeat(MOST_VALUE_CHARACTERS) } },
    { ...good, itemId: '' },
  ])
    assert.equal(ResponseEvent.safeParse(bad).success, false, JSON.stringify(bad).slice(0, 80))
  assert.ok(MOST_EVENTS_PER_SAVE <= 50)
  // the longest value in the widest characters, with its event around it
  assert.ok(MOST_VALUE_CHARACTERS * 3 + 512 <= MOST_BYTES_PER_SAVE)
})
