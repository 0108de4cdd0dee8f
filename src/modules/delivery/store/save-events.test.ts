import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../../kernel/instant.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { openNextEpoch, tokenHash } from '../actions/open-next-epoch.ts'
import type { ResponseEvent } from '../core/events.ts'
import { fold } from '../core/events.ts'
import { OPENING, SITTING, aPackage } from '../fixtures.ts'
import { type RehearsalHall, type Seated, openRehearsalHall } from '../routes/rehearsal-hall.ts'
import { lockAttempt, saveProgress } from './attempts.ts'
import { eventsOf, lastSavesOf, responsesOf, sealEpochs, storedThroughOf } from './epochs.ts'
import { type Save, saveEvents, saveGroup } from './save-events.ts'

const paper = aPackage(text => hash('sha256', text, 'hex'))
let server: TestDatabase
let hall: RehearsalHall
before(async () => {
  server = await testDatabase()
  hall = await openRehearsalHall(server.database, { paper, opensAt: OPENING, sittingId: SITTING })
})
after(async () => {
  await hall.app.close()
  await server.end()
})

/** A running attempt and the hashes of the tokens of its epochs. */
async function writer(epochs = 1): Promise<Seated & { hashes: string[] }> {
  const seated = await hall.seat()
  const hashes: string[] = []
  await hall.inTx(async (tx, ctx) => {
    for (let i = 0; i < epochs; i++) {
      const attempt = await lockAttempt(tx, seated)
      assert.ok(attempt)
      hashes.push(tokenHash((await openNextEpoch(tx, ctx, attempt)).token))
    }
    const attempt = await lockAttempt(tx, seated)
    assert.ok(attempt)
    await saveProgress(tx, { ...attempt, state: 'running', startedAt: OPENING, startRef: newId() })
  })
  return { ...seated, hashes }
}
const respond = (seq: number, itemId = 'a', optionId = 'x'): ResponseEvent => ({
  seq,
  itemId,
  kind: 'respond',
  value: { version: 1, optionId },
  clientMs: seq,
})
function saveOf(who: Seated & { hashes: string[] }, events: readonly ResponseEvent[], epoch = 1, tokenEpoch = epoch): Save {
  return { ...who, tokenEpoch, tokenHash: who.hashes[tokenEpoch - 1] ?? '', epoch, receivedAt: OPENING, events }
}
const through = async (who: Seated) => (await hall.inTx(tx => storedThroughOf(tx, who))).map(s => s.through)

describe('the save statement', () => {
  test('stores, derives and says how far there is no hole', async () => {
    const who = await writer()
    const saved = await saveEvents(server.database, saveOf(who, [respond(1), respond(2, 'b'), respond(3, 'a', 'y')]))
    assert.deepEqual(saved, {
      kind: 'stored',
      storedThrough: 3,
      currentEpoch: 1,
      endsAt: OPENING + 90 * 60_000,
      clashes: 0,
      pairThrough: null,
      late: false,
    })
    const responses = await hall.inTx(tx => responsesOf(tx, who))
    assert.deepEqual(
      responses.map(r => [r.itemId, (r.value as { optionId: string }).optionId]),
      [
        ['a', 'y'],
        ['b', 'x'],
      ],
    )
  })

  test('repetition is harmless, a hole holds the number back, and filling it moves it on', async () => {
    const who = await writer()
    const run = async (...seqs: number[]) => {
      const saved = await saveEvents(
        server.database,
        saveOf(
          who,
          seqs.map(seq => respond(seq)),
        ),
      )
      return saved.kind === 'stored' ? saved.storedThrough : saved.kind
    }
    assert.deepEqual([await run(2, 3), await run(5), await run(1), await run(1, 2, 3), await run(4), await run(4, 6)], [0, 0, 3, 3, 5, 6])
  })

  test('the last save of each attempt is known by its sitting; who gave nothing has none', async () => {
    const [early, late, silent] = [await writer(), await writer(), await writer()]
    const at = (who: Seated & { hashes: string[] }, seq: number, minutes: number, itemId = 'a') =>
      saveEvents(server.database, { ...saveOf(who, [respond(seq, itemId)]), receivedAt: instant(OPENING + minutes * 60_000) })
    await at(early, 1, 5)
    await at(late, 1, 20, 'b')
    await at(late, 2, 10)
    const saves = await hall.inTx(tx => lastSavesOf(tx, SITTING))
    const minutes = [early, late, silent].map(who => ((saves.get(who.attemptId) ?? OPENING) - OPENING) / 60_000)
    assert.deepEqual([...minutes, saves.has(silent.attemptId)], [5, 20, 0, false])
    assert.equal((await hall.inTx(tx => lastSavesOf(tx, newId() as typeof SITTING))).size, 0)
  })

  test('another content under a stored identity is reported and changes nothing', async () => {
    const who = await writer()
    await saveEvents(server.database, saveOf(who, [respond(1)]))
    const clash = await saveEvents(server.database, saveOf(who, [respond(1, 'a', 'forged'), respond(2, 'b')]))
    assert.equal(clash.kind === 'stored' && clash.clashes, 1)
    const events = await hall.inTx(tx => eventsOf(tx, who))
    assert.deepEqual(
      events.map(e => (e.kind === 'respond' ? e.value?.['optionId'] : null)),
      ['x', 'x'],
    )
    const twice = await saveEvents(server.database, saveOf(who, [respond(7, 'a', 'one'), respond(7, 'a', 'two')]))
    assert.equal(twice.kind === 'stored' && twice.clashes, 1, 'also within one save')
  })

  test('a wrong token and an unknown epoch store nothing; after the end everything is kept as late', async () => {
    const who = await writer()
    const stranger = { ...who, hashes: ['not-the-hash'] }
    assert.deepEqual(await saveEvents(server.database, saveOf(stranger, [respond(1)])), { kind: 'unknown' })
    assert.deepEqual(await saveEvents(server.database, saveOf(who, [respond(1)], 2, 1)), { kind: 'unknown' })
    assert.deepEqual([await hall.inTx(tx => eventsOf(tx, who)), await through(who)], [[], [0]])
    const overdue = { ...saveOf(who, [respond(1)]), receivedAt: instant(OPENING + 101 * 60_000) }
    const kept = [await saveEvents(server.database, overdue)]
    await hall.inTx((tx, ctx) => sealEpochs(tx, who, ctx.now))
    kept.push(await saveEvents(server.database, saveOf(who, [respond(2)])))
    assert.ok(kept.every(saved => saved.kind === 'stored' && saved.late))
    const events = await hall.inTx(tx => eventsOf(tx, who))
    assert.deepEqual(
      events.map(event => [event.seq, event.late]),
      [
        [1, true],
        [2, true],
      ],
    )
    assert.deepEqual([await hall.inTx(tx => responsesOf(tx, who)), await through(who)], [[], [2]])
  })

  test('a paper that was never started takes nothing', async () => {
    const who = await hall.seat()
    const opened = await hall.inTx(async (tx, ctx) => openNextEpoch(tx, ctx, (await lockAttempt(tx, who)) ?? assert.fail()))
    const saved = await saveEvents(server.database, saveOf({ ...who, hashes: [tokenHash(opened.token)] }, [respond(1)]))
    assert.deepEqual(saved, { kind: 'shut', why: 'not-started' })
  })

  test('a hand-in waits for a save under way, and a save after it is late', async () => {
    for (let round = 0; round < 20; round++) {
      const who = await writer()
      const sealing = hall.inTx(async (tx, ctx) => {
        await sealEpochs(tx, who, ctx.now)
        return (await responsesOf(tx, who)).length
      })
      const saving = saveEvents(server.database, saveOf(who, [respond(1)]))
      const [sealedWith, saved] = await Promise.all([sealing, saving])
      assert.equal((await hall.inTx(tx => responsesOf(tx, who))).length, sealedWith, 'nothing counts behind the seal')
      assert.equal((await hall.inTx(tx => eventsOf(tx, who))).length, 1, 'and nothing is lost')
      assert.equal(saved.kind === 'stored' && saved.late, sealedWith === 0)
    }
  })

  test('many writers at once: what is acknowledged is stored, each to its own attempt', async () => {
    const writers = await Promise.all(Array.from({ length: 12 }, () => writer()))
    const saved = await Promise.all(
      writers.flatMap(who => [1, 2, 3, 4, 5].map(seq => saveEvents(server.database, saveOf(who, [respond(seq, `item-${seq}`)])))),
    )
    assert.ok(saved.every(s => s.kind === 'stored'))
    for (const who of writers) {
      assert.equal((await hall.inTx(tx => eventsOf(tx, who))).length, 5)
      assert.deepEqual(await through(who), [5])
    }
  })

  test('two processes bringing the same save at once store it once', async () => {
    const who = await writer()
    const brought = await Promise.all([1, 2, 3, 4].map(() => saveGroup(server.database, [saveOf(who, [respond(1), respond(2)])])))
    assert.ok(brought.flat().every(s => s.kind === 'stored' && s.storedThrough === 2 && s.clashes === 0))
  })

  test('the derived responses equal the fold of the events, whatever order and epochs they come in', async () => {
    const event = fc.record({
      epoch: fc.integer({ min: 1, max: 3 }),
      seq: fc.integer({ min: 1, max: 6 }),
      itemId: fc.constantFrom('a', 'b'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 12 }), async events => {
        const who = await writer(3)
        for (const { epoch, seq, itemId } of events)
          await saveEvents(server.database, saveOf(who, [respond(seq, itemId, `${epoch}-${seq}`)], epoch, 3))
        const [stored, derived] = await hall.inTx(async tx => [await eventsOf(tx, who), await responsesOf(tx, who)])
        const folded = [...fold(stored).responses].toSorted().map(([itemId, f]) => ({ kind: 'respond', itemId, ...f }))
        assert.deepEqual(
          derived.map(r => ({ ...r })).toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1)),
          folded,
        )
      }),
      { numRuns: 15 },
    )
  })
})
