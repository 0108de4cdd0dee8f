import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { diceOf } from '../../../kernel/dice.ts'
import {
  type EventSet,
  EMPTY_SET,
  MOST_BYTES_PER_SAVE,
  MOST_EVENTS_PER_SAVE,
  type PlacedEvent,
  append,
  fold,
  storedThrough,
} from '../../../modules/delivery/contract.ts'
import {
  type Change,
  type Outbox,
  COALESCE_MS,
  backOffMs,
  kept,
  lastSeq,
  lost,
  nextSave,
  openOutbox,
  record,
  sealDraft,
  sent,
  statusOf,
  stored,
} from './outbox.ts'

const empty = openOutbox({ epoch: 1, stored: [], kept: [] })
const respond = (itemId: string, optionId = 'x'): Change => ({ kind: 'respond', itemId, value: { version: 1, optionId } })
const at = { now: 0, dice: () => 0.5 }
const many = (n: number, long = '') =>
  Array.from({ length: n }, (_, i) => i).reduce<Outbox>((box, i) => sealDraft(record(box, respond(`item-${i}`, `x${long}`), i), i), empty)

describe('coalescing', () => {
  test('changes of one item within a quarter of a second become one event, the last of them', () => {
    const box = sealDraft(record(record(record(empty, respond('a', 'x'), 0), respond('a', 'y'), 100), respond('a', 'z'), 200), 250)
    assert.deepEqual(
      box.unsent.map(e => [e.seq, (e.value as { optionId: string }).optionId]),
      [[1, 'z']],
    )
  })

  test('the wait is counted from the first change, so that whoever keeps changing is saved all the same', () => {
    const box = record(record(empty, respond('a'), 0), respond('a', 'y'), COALESCE_MS - 1)
    assert.equal(box.draft?.dueAt, COALESCE_MS)
  })

  test('a change of another item or kind seals the one before at once', () => {
    const box = record(record(record(empty, respond('a'), 0), { kind: 'mark', itemId: 'a', value: true }, 1), respond('b'), 2)
    assert.deepEqual(
      box.unsent.map(e => [e.itemId, e.kind]),
      [
        ['a', 'respond'],
        ['a', 'mark'],
      ],
    )
  })
})

describe('sending', () => {
  test('a save keeps to the limits of the server and to one epoch', () => {
    for (const box of [many(120), many(60, 'y'.repeat(900))]) {
      const save = nextSave(box, 0)
      assert.ok(save && save.events.length <= MOST_EVENTS_PER_SAVE)
      assert.ok(Buffer.byteLength(JSON.stringify(save)) <= MOST_BYTES_PER_SAVE)
    }
    const kept: PlacedEvent[] = [1, 2].map(epoch => ({ epoch, seq: 1, itemId: 'a', kind: 'mark', value: true, clientMs: 0 }))
    assert.deepEqual(
      nextSave(openOutbox({ epoch: 2, stored: [], kept }), 0)?.events.map(e => e.epoch),
      [1],
    )
  })

  test('one save is under way at a time, and after a failure the pause is kept', () => {
    const box = many(1)
    assert.equal(nextSave(sent(box), 0), undefined)
    const failed = lost(sent(box), at)
    assert.equal(nextSave(failed, failed.retryAt - 1), undefined)
    assert.equal(nextSave(failed, failed.retryAt)?.events.length, 1)
  })

  test('pauses grow from half a second to eight and are jittered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.string(), (failures, seed) => {
        const ms = backOffMs(failures, diceOf(seed))
        const full = Math.min(8000, 500 * 2 ** (failures - 1))
        assert.ok(ms >= full / 2 && ms <= full)
      }),
    )
    assert.notEqual(backOffMs(3, diceOf('one')), backOffMs(3, diceOf('two')))
  })

  test('a reply that confirms nothing new counts as a failure instead of being asked for again at once', () => {
    const box = stored(sent(many(2)), { epoch: 1, through: 0 }, at)
    assert.deepEqual([box.failures, box.unsent.length], [1, 2])
  })
})

describe('after a reload', () => {
  test('what the log of the machine holds beyond the server is sent again, and numbers go on behind both', () => {
    const kept: PlacedEvent[] = [3, 1, 2].map(seq => ({ epoch: 1, seq, itemId: 'a', kind: 'mark', value: true, clientMs: 0 }))
    const box = openOutbox({ epoch: 1, stored: [{ epoch: 1, through: 1 }], kept })
    assert.deepEqual([box.unsent.map(e => e.seq), box.nextSeq], [[2, 3], 4])
    assert.equal(openOutbox({ epoch: 1, stored: [{ epoch: 1, through: 7 }], kept }).nextSeq, 8)
    assert.deepEqual(openOutbox({ epoch: 2, stored: [{ epoch: 1, through: 1 }], kept }).nextSeq, 1)
  })

  test('a reply about one epoch says nothing about another', () => {
    const event = (epoch: number, seq: number): PlacedEvent => ({ epoch, seq, itemId: 'a', kind: 'mark', value: true, clientMs: 0 })
    const box = openOutbox({ epoch: 2, stored: [], kept: [event(1, 1), event(2, 1), event(2, 2)] })
    assert.deepEqual(
      stored(sent(box), { epoch: 1, through: 9 }, at).unsent.map(e => e.epoch),
      [2, 2],
    )
  })

  test('events of an epoch newer than the entry are not ours to send', () => {
    const kept: PlacedEvent[] = [{ epoch: 3, seq: 1, itemId: 'a', kind: 'mark', value: true, clientMs: 0 }]
    assert.deepEqual(openOutbox({ epoch: 2, stored: [], kept }).unsent, [])
  })
})

describe('the words beside the paper', () => {
  test('“saved” is said only when nothing waits, “on this computer” only when the log has all of it', () => {
    assert.deepEqual(statusOf(empty), { kind: 'saved' })
    const drafted = record(empty, respond('a'), 0)
    assert.equal(statusOf(drafted).kind, 'saving')
    const failed = lost(sent(sealDraft(drafted, 1)), at)
    assert.deepEqual(statusOf(failed), { kind: 'in-memory', waiting: 1 })
    assert.deepEqual(statusOf(kept(failed, failed.unsent)), { kind: 'kept', waiting: 1 })
    assert.equal(statusOf(record(kept(failed, failed.unsent), respond('b'), 2)).kind, 'in-memory')
    assert.deepEqual(statusOf(stored(failed, { epoch: 1, through: 1 }, at)), { kind: 'saved' })
  })
})

test('whatever the network does, the server ends up with everything in order, and never is “saved” said before', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('change' as const), item: fc.constantFrom('a', 'b', 'c'), option: fc.string({ maxLength: 3 }) }),
    fc.record({ do: fc.constantFrom('reply' as const, 'lose-request' as const, 'lose-reply' as const, 'wait' as const) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      let [box, server, now]: [Outbox, EventSet, number] = [empty, EMPTY_SET, 0]
      const latest = new Map<string, string>()
      const exchange = (how: string) => {
        const save = nextSave(box, now)
        if (!save) return
        box = sent(box)
        if (how !== 'lose-request')
          for (const event of save.events) {
            const next = append(server, event)
            assert.ok(next.ok, 'an identity is never used twice')
            server = next.value
          }
        const at_ = { now, dice: () => 0.5 }
        box = how === 'reply' ? stored(box, { epoch: 1, through: storedThrough(server, 1) }, at_) : lost(box, at_)
      }
      for (const one of steps) {
        now += 100
        if (one.do === 'change') {
          box = record(box, respond(one.item, one.option), now)
          latest.set(one.item, one.option)
        } else if (one.do === 'wait') box = sealDraft(box, now)
        else exchange(one.do)
        if (statusOf(box).kind === 'saved') assert.equal(storedThrough(server, 1), lastSeq(box))
      }
      box = sealDraft(box, now)
      for (let i = 0; i < 100 && box.unsent.length > 0; i++) {
        now += 8000
        exchange('reply')
      }
      const arrived = [...fold(server.values()).responses].map(([item, f]) => [item, f.value?.['optionId']])
      assert.deepEqual(new Map(arrived as [string, string][]), latest)
    }),
  )
})
