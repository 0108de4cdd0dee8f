import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { EMPTY_SET, type EventSet, type PlacedEvent, append, fold, isLater, storedThrough } from './events.ts'

/** Events of one attempt, as one writer per epoch makes them; two servers hold parts of it. */
const written = fc
  .array(
    fc.record({ epoch: fc.integer({ min: 1, max: 3 }), itemId: fc.constantFrom('a', 'b', 'c'), option: fc.constantFrom('x', 'y', 'z') }),
    { maxLength: 25 },
  )
  .map(parts => {
    const seqs = new Map<number, number>()
    return parts.map(({ epoch, itemId, option }): PlacedEvent => {
      const seq = (seqs.get(epoch) ?? 0) + 1
      seqs.set(epoch, seq)
      return { epoch, seq, itemId, kind: 'respond', value: { version: 1, optionId: option }, clientMs: seq }
    })
  })
const parts = written.chain(events => fc.tuple(fc.constant(events), fc.subarray(events), fc.subarray(events)))

function union(...sources: readonly Iterable<PlacedEvent>[]): EventSet {
  let set = EMPTY_SET
  for (const source of sources)
    for (const event of source) {
      const next = append(set, event)
      assert.ok(next.ok)
      set = next.value
    }
  return set
}
const keys = (set: EventSet) => [...set.keys()].toSorted()

describe('two halves of an event set', () => {
  test('unite to the same set from either side, again and again', () => {
    fc.assert(
      fc.property(parts, ([, one, other]) => {
        const [left, right] = [union(one, other), union(other, one)]
        assert.deepEqual(keys(left), keys(right))
        assert.deepEqual(keys(union(left.values(), right.values(), left.values())), keys(left))
      }),
    )
  })

  test('never lose an event that either of them held', () => {
    fc.assert(
      fc.property(parts, ([, one, other]) => {
        const both = union(one, other)
        for (const event of [...one, ...other]) assert.ok(both.has(`${event.epoch}.${event.seq}`))
        assert.equal(both.size, new Set([...one, ...other].map(e => `${e.epoch}.${e.seq}`)).size)
      }),
    )
  })

  test('never move the hole-free number back by uniting', () => {
    fc.assert(
      fc.property(parts, ([events, one, other]) => {
        for (const epoch of [1, 2, 3]) {
          const apart = Math.max(storedThrough(union(one), epoch), storedThrough(union(other), epoch))
          const both = storedThrough(union(one, other), epoch)
          assert.ok(both >= apart && both <= storedThrough(union(events), epoch))
        }
      }),
    )
  })

  test('fold after uniting to what the whole history folds to, once everything has arrived', () => {
    fc.assert(
      fc.property(written, fc.nat(), (events, cut) => {
        const at = events.length === 0 ? 0 : cut % events.length
        const healed = union(events.slice(at), events.slice(0, at))
        assert.deepEqual([...fold(healed.values()).responses].toSorted(), [...fold(events).responses].toSorted())
      }),
    )
  })
})

test('the order of events is strict and total: of two different identities exactly one is later', () => {
  const identity = fc.record({ epoch: fc.integer({ min: 1, max: 4 }), seq: fc.integer({ min: 1, max: 6 }) })
  fc.assert(
    fc.property(identity, identity, identity, (a, b, c) => {
      const same = a.epoch === b.epoch && a.seq === b.seq
      assert.equal(isLater(a, b) !== isLater(b, a), !same)
      if (isLater(a, b) && isLater(b, c)) assert.ok(isLater(a, c))
    }),
  )
})
