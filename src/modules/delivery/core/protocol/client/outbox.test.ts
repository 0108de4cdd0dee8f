import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { diceOf } from '../../../../../kernel/dice.ts'
import {
  type EventSet,
  EMPTY_SET,
  MOST_BYTES_PER_SAVE,
  MOST_EVENTS_PER_SAVE,
  type PlacedEvent,
  append,
  fold,
  storedThrough,
} from '../../events.ts'
import {
  CHOICE_MS,
  type Change,
  type Outbox,
  TEXT_IDLE_MS,
  TEXT_LONGEST_MS,
  hasHole,
  keepingFailed,
  kept,
  lastSeq,
  mayGoOn,
  openOutbox,
  record,
  sealDraft,
  unsentOf,
  waitingOf,
} from './outbox.ts'
import { type NextSave, backOffMs, handInStep, heard, isFinal, lost, nextSave, sent, statusOf, stored } from './sending.ts'
import { effectsBetween, pump } from './steps.ts'

/** The next save of an outbox whose machine has written everything down. */
const saveOf = (box: Outbox, now = 0): NextSave => nextSave(kept(box, box.held), now) ?? assert.fail('nothing to send')
const flying = (box: Outbox) => sent(kept(box, box.held), saveOf(box))

const empty = openOutbox({ epoch: 1, stored: [], kept: [] })
const respond = (itemId: string, optionId = 'x'): Change => ({ kind: 'respond', itemId, value: { version: 1, optionId } })
const at = { now: 0, dice: () => 0.5 }
const many = (n: number, long = '') =>
  Array.from({ length: n }, (_, i) => i).reduce<Outbox>((box, i) => sealDraft(record(box, respond(`item-${i}`, `x${long}`), i), i), empty)

describe('coalescing', () => {
  test('changes of one item within a quarter of a second become one event, the last of them', () => {
    const box = sealDraft(record(record(record(empty, respond('a', 'x'), 0), respond('a', 'y'), 100), respond('a', 'z'), 200), 250)
    assert.deepEqual(
      box.held.map(e => [e.seq, (e.value as { optionId: string }).optionId]),
      [[1, 'z']],
    )
  })

  test('the wait is counted from the first change, so that whoever keeps changing is saved all the same', () => {
    const box = record(record(empty, respond('a'), 0), respond('a', 'y'), CHOICE_MS - 1)
    assert.equal(box.draft?.dueAt, CHOICE_MS)
  })

  test('a change of another item or kind seals the one before at once', () => {
    const box = record(record(record(empty, respond('a'), 0), { kind: 'mark', itemId: 'a', value: true }, 1), respond('b'), 2)
    assert.deepEqual(
      box.held.map(e => [e.itemId, e.kind]),
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
      const save = saveOf(box)
      assert.ok(save.events.length <= MOST_EVENTS_PER_SAVE)
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
    assert.equal(nextSave(flying(box), 0), undefined)
    const failed = lost(flying(box), at)
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
    const box = stored(flying(many(2)), saveOf(many(2)), { epoch: 1, through: 0 }, at)
    assert.deepEqual([box.failures, box.held.length], [1, 2])
  })
})

describe('after a reload', () => {
  test('what the log of the machine holds beyond the server is sent again, and numbers go on behind both', () => {
    const kept: PlacedEvent[] = [3, 1, 2].map(seq => ({ epoch: 1, seq, itemId: 'a', kind: 'mark', value: true, clientMs: 0 }))
    const box = openOutbox({ epoch: 1, stored: [{ epoch: 1, through: 1 }], kept })
    assert.deepEqual([box.held.map(e => e.seq), box.nextSeq], [[2, 3], 4])
    assert.equal(openOutbox({ epoch: 1, stored: [{ epoch: 1, through: 7 }], kept }).nextSeq, 8)
    assert.deepEqual(openOutbox({ epoch: 2, stored: [{ epoch: 1, through: 1 }], kept }).nextSeq, 1)
    assert.equal(
      openOutbox({ epoch: 1, stored: [{ epoch: 1, through: 2 }], kept: [], last: 5 }).nextSeq,
      6,
      'the page remembers what it gave',
    )
    assert.equal(openOutbox({ epoch: 1, stored: [{ epoch: 1, through: 7 }], kept, last: 5 }).nextSeq, 8)
  })

  test('a reply about one epoch says nothing about another', () => {
    const event = (epoch: number, seq: number): PlacedEvent => ({ epoch, seq, itemId: 'a', kind: 'mark', value: true, clientMs: 0 })
    const box = openOutbox({ epoch: 2, stored: [], kept: [event(1, 1), event(2, 1), event(2, 2)] })
    assert.deepEqual(
      stored(flying(box), saveOf(box), { epoch: 1, through: 9 }, at).held.map(e => e.epoch),
      [2, 2],
    )
  })

  test('events of an epoch newer than the entry are not ours to send', () => {
    const kept: PlacedEvent[] = [{ epoch: 3, seq: 1, itemId: 'a', kind: 'mark', value: true, clientMs: 0 }]
    assert.deepEqual(openOutbox({ epoch: 2, stored: [], kept }).held, [])
  })
})

describe('the words beside the paper', () => {
  test('“saved” is said only when nothing waits, “on this computer” only when the log has all of it', () => {
    assert.deepEqual(statusOf(empty), { kind: 'saved' })
    const drafted = record(empty, respond('a'), 0)
    assert.equal(statusOf(drafted).kind, 'saving')
    const sealed = sealDraft(drafted, 1)
    const leaving = nextSave(sealed, 1, true) ?? assert.fail()
    const failed = lost(sent(sealed, leaving), at)
    assert.deepEqual(statusOf(failed), { kind: 'in-memory', waiting: 1 })
    assert.deepEqual(statusOf(kept(failed, failed.held)), { kind: 'kept', waiting: 1 })
    assert.equal(statusOf(record(kept(failed, failed.held), respond('b'), 2)).kind, 'in-memory')
    assert.deepEqual(statusOf(stored(failed, leaving, { epoch: 1, through: 1 }, at)), { kind: 'saved' })
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
        box = sent(box, save)
        if (how !== 'lose-request')
          for (const event of save.events) {
            const next = append(server, event)
            assert.ok(next.ok, 'an identity is never used twice')
            server = next.value
          }
        const at_ = { now, dice: () => 0.5 }
        box = how === 'reply' ? stored(box, save, { epoch: 1, through: storedThrough(server, 1) }, at_) : lost(box, at_)
      }
      for (const one of steps) {
        now += 100
        if (one.do === 'change') {
          box = record(box, respond(one.item, one.option), now)
          box = kept(box, box.held)
          latest.set(one.item, one.option)
        } else if (one.do === 'wait') box = kept(sealDraft(box, now), sealDraft(box, now).held)
        else exchange(one.do)
        if (statusOf(box).kind === 'saved') assert.equal(storedThrough(server, 1), lastSeq(box))
      }
      box = sealDraft(box, now)
      box = kept(box, box.held)
      for (let i = 0; i < 100 && box.held.length > 0; i++) {
        now += 8000
        exchange('reply')
      }
      const arrived = [...fold(server.values()).responses].map(([item, f]) => [item, f.value?.['optionId']])
      assert.deepEqual(new Map(arrived as [string, string][]), latest)
    }),
  )
})

describe('writing', () => {
  test('is saved a moment after the hand rests, and at the latest after five seconds', () => {
    const first = record(empty, respond('a', '1'), 0, 'text')
    assert.equal(first.draft?.dueAt, TEXT_IDLE_MS)
    const on = record(first, respond('a', '12'), 1_000, 'text')
    assert.equal(on.draft?.dueAt, 1_000 + TEXT_IDLE_MS)
    assert.equal(record(on, respond('a', '123'), 4_800, 'text').draft?.dueAt, TEXT_LONGEST_MS)
  })
})

describe('two servers', () => {
  const pair = (facts: Partial<Parameters<typeof openOutbox>[0]> = {}) =>
    openOutbox({ epoch: 1, stored: [], kept: [], servers: 2, ...facts })
  const filled = (n: number) => {
    const box = Array.from({ length: n }, (_, i) => i).reduce<Outbox>((b, i) => sealDraft(record(b, respond(`i${i}`), i), i), pair())
    return kept(box, box.held)
  }
  const reply = (box: Outbox, through: number, pairThrough: number | null) =>
    stored(box, saveOf(box), { epoch: 1, through, pair: pairThrough }, at)

  test('what one server has is saved and still held; what both have is saved twice and forgotten', () => {
    const local = reply(filled(3), 3, 1)
    assert.deepEqual([statusOf(local).kind, local.held.map(e => e.seq), isFinal(local)], ['saved', [2, 3], false])
    const both = heard(local, [{ epoch: 1, through: 3, pair: 3 }])
    assert.deepEqual([statusOf(both).kind, both.held.length, isFinal(both)], ['saved-twice', 0, true])
  })

  test('without a peer the one server is final', () => {
    const box = reply(filled(2), 2, null)
    assert.deepEqual([statusOf(box).kind, isFinal(box)], ['saved', true])
  })

  test('no reply leads to the other server, which gets everything that is not with both', () => {
    const local = reply(filled(3), 3, 1)
    const other = lost(local, at)
    assert.equal(other.server, 1)
    assert.deepEqual(
      saveOf({ ...other, retryAt: 0 }).events.map(e => e.seq),
      [2, 3],
    )
    assert.equal(waitingOf(other).length, 0, 'it is saved all the same')
  })

  test('a server that came back with less gets it again', () => {
    const back = heard(reply(filled(3), 3, 1), [{ epoch: 1, through: 1, pair: 1 }])
    assert.deepEqual(
      unsentOf(back).map(e => e.seq),
      [2, 3],
    )
    assert.equal(statusOf(back).kind, 'saving')
  })

  test('a page whose machine forgot says twice only when the servers do', () => {
    assert.equal(statusOf(pair({ stored: [{ epoch: 1, through: 4, pair: 3 }] })).kind, 'saved')
    assert.equal(statusOf(pair({ stored: [{ epoch: 1, through: 4, pair: 4 }] })).kind, 'saved-twice')
  })

  test('the machine forgets what both have, but keeps the newest event as an anchor', () => {
    const before = filled(3)
    const effects = effectsBetween(before, heard(before, [{ epoch: 1, through: 3, pair: 3 }]))
    assert.deepEqual(
      effects.map(e => [e.do, 'events' in e ? e.events.map(one => one.seq) : []]),
      [['forget', [1, 2]]],
    )
  })

  test('a hand-in brings the rest, asks, and asks the other server again while that one does not know of the end', () => {
    assert.equal(handInStep(filled(1), { receipt: false, closedHere: null }), 'bring')
    const local = reply(filled(1), 1, 0)
    assert.equal(handInStep(local, { receipt: false, closedHere: null }), 'ask')
    assert.equal(handInStep(local, { receipt: true, closedHere: false }), 'ask')
    assert.equal(handInStep(local, { receipt: true, closedHere: true }), 'rest')
  })
})

describe('what the machine has to hold', () => {
  test('nothing is sent before the machine has written it down, unless the page goes away or the machine cannot', () => {
    const box = many(2)
    assert.equal(nextSave(box, 0), undefined)
    assert.equal(nextSave(kept(box, box.held.slice(0, 1)), 0)?.events.length, 1)
    const leaving = pump(box, 0, true)
    assert.equal(leaving.outbox.vouched, false, 'the epoch is not vouched for any more')
    assert.equal(nextSave(keepingFailed(box), 0)?.events.length, 2)
    assert.equal(pump(kept(box, box.held), 0).outbox.vouched, true)
  })

  test('a page goes on in its epoch only when the machine holds it without a hole from where the server stands', () => {
    const rows = (...seqs: number[]) =>
      seqs.map((seq): PlacedEvent => ({ epoch: 2, seq, itemId: 'a', kind: 'mark', value: true, clientMs: 0 }))
    const facts = { epoch: 2, keeps: true, vouched: true, kept: rows(3, 4), through: 3, newest: 2 }
    assert.equal(mayGoOn(facts), true)
    assert.equal(mayGoOn({ ...facts, through: null }), true)
    for (const wrong of [
      { keeps: false },
      { vouched: false },
      { kept: [] },
      { kept: rows(3, 5) },
      { through: 1 },
      { through: 5 },
      { epoch: 3 },
      { newest: 3 },
    ])
      assert.equal(mayGoOn({ ...facts, ...wrong }), false, JSON.stringify(wrong))
  })

  test('a hole that nobody can fill is seen; behind one in an older entry a taken event is not waited for', () => {
    const rows = [4, 5].map((seq): PlacedEvent => ({ epoch: 1, seq, itemId: 'a', kind: 'mark', value: true, clientMs: 0 }))
    assert.equal(hasHole(openOutbox({ epoch: 1, stored: [{ epoch: 1, through: 2 }], kept: rows })), true)
    assert.equal(hasHole(openOutbox({ epoch: 1, stored: [{ epoch: 1, through: 3 }], kept: rows })), false)
    const older = openOutbox({ epoch: 2, stored: [{ epoch: 1, through: 2 }], kept: rows })
    const taken = stored(flying(older), saveOf(older), { epoch: 1, through: 2 }, at)
    assert.deepEqual([waitingOf(taken).length, taken.failures, isFinal(taken)], [0, 0, true])
  })

  test('a step does what is due and says when to come back', () => {
    const drafted = record(empty, respond('a'), 0)
    assert.deepEqual(pump(drafted, 100).effects, [{ do: 'wake', at: CHOICE_MS }])
    assert.deepEqual(
      pump(drafted, CHOICE_MS).effects.map(e => e.do),
      ['keep'],
    )
    const failed = lost(flying(many(1)), at)
    assert.deepEqual(pump(failed, 0).effects, [{ do: 'wake', at: failed.retryAt }])
  })
})
