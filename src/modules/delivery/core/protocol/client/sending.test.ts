import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { MOST_BYTES_PER_SAVE, MOST_EVENTS_PER_SAVE, type PlacedEvent } from '../../events.ts'
import { type Outbox, identity, keepingFailed, kept, openOutbox, record, sealDraft, unsentOf, waitingOf } from './outbox.ts'
import { handInStep, heard, isFinal, lost, nextSave, sent, statusOf, stored } from './sending.ts'
import { type Effect, pump } from './steps.ts'

const dice = () => 0.5
const two = (changes: Partial<Parameters<typeof openOutbox>[0]> = {}) =>
  openOutbox({ epoch: 1, stored: [], kept: [], servers: 2, ...changes })
/** So many changes recorded, numbered, and written down by the machine. */
function holding(n: number, box = two(), text = ''): Outbox {
  let filled = box
  for (let at = 0; at < n; at++)
    filled = sealDraft(record(filled, { kind: 'respond', itemId: `i${at}`, value: { version: 1, text } }, at), at)
  return kept(filled, filled.held)
}
const saveOf = (box: Outbox, now = 0) => nextSave(box, now) ?? assert.fail('nothing to send')
/** Everything that is held goes to the server spoken to, which tells `pair`. */
function delivered(box: Outbox, pair: number | null): Outbox {
  let at = box
  for (let round = 0; unsentOf(at).length > 0 && round < 50; round++) {
    const save = saveOf(at, at.retryAt)
    const through = save.events.at(-1)?.seq ?? 0
    at = stored(sent(at, save), save, { epoch: save.epoch, through, pair }, { now: 0, dice })
  }
  return at
}

describe('the next save', () => {
  test('keeps the order, one epoch, and the limits, and leaves nothing behind in the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 0, max: 3_000 }), (n, long) => {
        let box = holding(n, two(), '试'.repeat(long))
        const seen: number[] = []
        while (unsentOf(box).length > 0) {
          const save = saveOf(box)
          assert.ok(save.events.length <= MOST_EVENTS_PER_SAVE)
          assert.ok(save.events.length === 1 || Buffer.byteLength(JSON.stringify(save)) <= MOST_BYTES_PER_SAVE)
          seen.push(...save.events.map(event => event.seq))
          box = stored(sent(box, save), save, { epoch: 1, through: seen.length, pair: null }, { now: 0, dice })
        }
        assert.deepEqual(
          seen,
          Array.from({ length: n }, (_, at) => at + 1),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('waits for the disk, except on a machine that cannot keep and on a page that leaves; then the epoch is not vouched for', () => {
    const box = sealDraft(record(two(), { kind: 'mark', itemId: 'a', value: true }, 0), 0)
    assert.equal(nextSave(box, 0), undefined)
    for (const [each, leaving] of [
      [keepingFailed(box), false],
      [box, true],
    ] as const) {
      const save = nextSave(each, 0, leaving) ?? assert.fail()
      assert.deepEqual([save.events.length, sent(each, save).vouched], [1, false])
    }
    const written = kept(box, box.held)
    assert.equal(sent(written, saveOf(written)).vouched, true)
  })

  test('a page that leaves sends although a save is under way or a pause runs', () => {
    const flying = sent(holding(1), saveOf(holding(1)))
    assert.equal(nextSave(flying, 0), undefined)
    assert.equal(nextSave(flying, 0, true)?.events.length, 1)
  })
})

describe('what is final', () => {
  test('with a peer only what both hold leaves the outbox; alone what the one holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(20), (n, pair) => {
        const both = Math.min(pair, n)
        assert.equal(delivered(holding(n), both).held.length, n - both)
        assert.equal(delivered(holding(n), null).held.length, 0)
      }),
    )
  })

  test('a server that came back with less gets it again, and what was final is not asked for', () => {
    const box = heard(delivered(holding(6), 4), [{ epoch: 1, through: 2, pair: 2 }])
    assert.deepEqual(
      unsentOf(box).map(event => event.seq),
      [5, 6],
    )
  })

  test('the other server is not believed to hold what the first one told', () => {
    const box = lost(delivered(holding(3), 0), { now: 0, dice })
    assert.deepEqual([box.server, unsentOf(box).length, waitingOf(box).length], [1, 3, 0])
  })

  test('what stands behind a hole of an older epoch is not waited for for ever', () => {
    const event = (seq: number): PlacedEvent => ({ epoch: 1, seq, itemId: 'a', kind: 'mark', value: true, clientMs: 0 })
    const box = two({ epoch: 3, kept: [event(4), event(5)] })
    assert.equal(isFinal(box), false)
    const save = saveOf(box)
    const after = stored(sent(box, save), save, { epoch: 1, through: 2, pair: 2 }, { now: 0, dice })
    assert.deepEqual([unsentOf(after).length, isFinal(after), after.failures], [0, true, 0])
  })
})

describe('what people are told', () => {
  const box = holding(2)
  const failed = lost(sent(box, saveOf(box)), { now: 0, dice })
  const unwritten = sealDraft(record(failed, { kind: 'mark', itemId: 'z', value: true }, 9), 9)
  const cases: readonly (readonly [string, Outbox, ReturnType<typeof statusOf>])[] = [
    ['nothing done, one server', openOutbox({ epoch: 1, stored: [], kept: [] }), { kind: 'saved' }],
    ['nothing done, two servers that say nothing of each other', two(), { kind: 'saved' }],
    ['both hold all', delivered(box, 2), { kind: 'saved-twice' }],
    ['one of two holds all', delivered(box, 1), { kind: 'saved' }],
    ['just recorded', box, { kind: 'saving' }],
    ['no server answers, the disk holds all', failed, { kind: 'kept', waiting: 2 }],
    ['no server answers, the disk does not hold the last', unwritten, { kind: 'in-memory', waiting: 3 }],
    ['a draft while no server answers', record(failed, { kind: 'mark', itemId: 'y', value: true }, 9), { kind: 'in-memory', waiting: 3 }],
  ]
  for (const [name, each, status] of cases) test(`${name}: ${status.kind}`, () => assert.deepEqual(statusOf(each), status))

  test('saved is never said while something waits, whatever happened before', () => {
    const step = fc.oneof(
      fc.constant('change' as const),
      fc.constant('write' as const),
      fc.constant('deliver' as const),
      fc.constant('lose' as const),
      fc.constant('restore' as const),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        let each = two()
        for (const [at, what] of steps.entries()) {
          if (what === 'change') each = sealDraft(record(each, { kind: 'mark', itemId: `i${at}`, value: true }, at), at)
          else if (what === 'write') each = kept(each, each.held)
          else if (what === 'restore') each = heard(each, [{ epoch: 1, through: 0, pair: 0 }])
          else if (what === 'lose') each = lost(each, { now: at, dice })
          else {
            const save = nextSave(each, each.retryAt)
            if (save) each = stored(sent(each, save), save, { epoch: 1, through: save.events.at(-1)?.seq ?? 0, pair: 0 }, { now: at, dice })
          }
          const { kind } = statusOf(each)
          if (kind === 'saved' || kind === 'saved-twice') assert.deepEqual(waitingOf(each), [])
          if (kind === 'saved-twice') assert.equal(each.held.length, 0)
        }
      }),
    )
  })
})

describe('a wanted hand-in', () => {
  test('brings first, asks then, and rests only with a receipt that this server stands by', () => {
    const open = holding(1)
    const done = delivered(open, null)
    const step = (box: Outbox, receipt: boolean, closedHere: boolean | null) => handInStep(box, { receipt, closedHere })
    assert.deepEqual([step(open, true, true), step(open, false, null)], ['bring', 'bring'])
    assert.deepEqual([step(done, false, null), step(done, false, true), step(done, true, false)], ['ask', 'ask', 'ask'])
    assert.deepEqual([step(done, true, true), step(done, true, null)], ['rest', 'rest'])
  })
})

describe('what the holder of an outbox is told to do', () => {
  const doing = (effects: readonly Effect[]) => effects.map(effect => effect.do)
  test('a draft that is due is written down first and sent only then', () => {
    const drafted = record(two(), { kind: 'respond', itemId: 'a', value: null }, 0)
    const early = pump(drafted, 100)
    assert.deepEqual(early.effects, [{ do: 'wake', at: 250 }])
    const due = pump(early.outbox, 250)
    assert.deepEqual(doing(due.effects), ['keep'])
    const written = pump(kept(due.outbox, due.outbox.held), 251)
    assert.deepEqual(doing(written.effects), ['send'])
    assert.equal(written.outbox.inFlight, true)
  })

  test('a page that leaves seals, keeps and sends at once', () => {
    assert.deepEqual(doing(pump(record(two(), { kind: 'mark', itemId: 'a', value: true }, 0), 1, true).effects), ['keep', 'send'])
  })

  test('after a failure it wakes when the pause is over, and not before', () => {
    const failed = lost(sent(holding(1), saveOf(holding(1))), { now: 1_000, dice })
    assert.deepEqual(pump(failed, 1_000).effects, [{ do: 'wake', at: failed.retryAt }])
    assert.deepEqual(doing(pump(failed, failed.retryAt).effects), ['send'])
  })

  test('with nothing to do it asks for nothing', () => assert.deepEqual(pump(two(), 5).effects, []))

  test('what is kept and not forgotten is exactly what is held, and the newest number', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(10)), { minLength: 1, maxLength: 25 }), steps => {
        const disk = new Map<string, PlacedEvent>()
        let box = two({ servers: 1 })
        const apply = (effects: readonly Effect[]) => {
          for (const effect of effects)
            if (effect.do === 'keep') {
              for (const event of effect.events) disk.set(identity(event), event)
              box = kept(box, effect.events)
            }
        }
        for (const [at, [change, reach]] of steps.entries()) {
          const before = box
          if (change) box = record(box, { kind: 'mark', itemId: `i${at}`, value: true }, at * 1_000)
          const step = pump(box, at * 1_000 + 500)
          box = { ...step.outbox, inFlight: false }
          apply(step.effects)
          box = heard(box, [{ epoch: 1, through: Math.min(reach, box.nextSeq - 1) }])
          assert.ok(box.nextSeq >= before.nextSeq)
          for (const event of box.held) assert.ok(disk.has(identity(event)), identity(event))
        }
      }),
    )
  })
})
