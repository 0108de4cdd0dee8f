import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { openNextEpoch, tokenHash } from '../actions/open-next-epoch.ts'
import { sealAttempt } from '../actions/seal-attempt.ts'
import { type PlacedEvent, type ResponseEvent, eventText, fold } from '../core/events.ts'
import { type SaveGate, decideSave } from '../core/protocol/server/save.ts'
import { OPENING, SITTING, aPackage } from '../fixtures.ts'
import { type RehearsalHall, type Seated, openRehearsalHall } from '../routes/rehearsal-hall.ts'
import { lockAttempt, saveProgress } from './attempts.ts'
import { confirmPair, eventsOf, pairSitting, responsesOf, storedThroughOf } from './epochs.ts'
import { saveEvents } from './save-events.ts'

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

/** One step in the life of an attempt, drawn at random. */
type Step =
  | { readonly do: 'enter' }
  | { readonly do: 'start' }
  | {
      readonly do: 'save'
      readonly token: number
      readonly epoch: number
      readonly seqs: readonly number[]
      readonly option: string
      readonly minutes: number
    }
  | { readonly do: 'hand-in' }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'enter' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'start' }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      token: fc.integer({ min: 1, max: 3 }),
      epoch: fc.integer({ min: 1, max: 3 }),
      seqs: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
      option: fc.constantFrom('x', 'x', 'x', 'y'),
      // the second deadline is a hundred minutes after the opening
      minutes: fc.constantFrom(5, 50, 99, 101),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'hand-in' }) },
)

/** The attempt as the pure model knows it. */
type Model = {
  gate: Omit<SaveGate, 'storedThrough'>
  readonly through: Map<number, number>
  readonly events: Map<string, PlacedEvent & { readonly fenced: boolean; readonly late: boolean }>
}

function newModel(): Model {
  const gate = { state: 'ready' as const, startedAt: null, sealed: false, currentEpoch: 0, acceptsUntil: null }
  return { gate, through: new Map(), events: new Map() }
}

const eventOf = (seq: number, option: string): ResponseEvent =>
  seq % 3 === 0
    ? { seq, itemId: `i${seq % 2}`, kind: 'mark', value: option === 'x', clientMs: seq }
    : seq % 5 === 0
      ? {
          seq,
          itemId: 'world',
          kind: 'command',
          value: { type: `desk.${option}`, data: { seq }, expectedSeq: seq, after: null },
          clientMs: seq,
        }
      : { seq, itemId: `i${seq % 2}`, kind: 'respond', value: { version: 1, optionId: `${option}${seq}` }, clientMs: seq }

function saveInModel(model: Model, brought: Extract<Step, { do: 'save' }>, receivedAt: Instant): unknown {
  const { epoch, token } = brought
  const known = token <= model.gate.currentEpoch && epoch <= token
  const textAt = (seq: number) => {
    const event = model.events.get(`${epoch}.${seq}`)
    return event && eventText(event)
  }
  const gate = known ? { ...model.gate, storedThrough: model.through.get(epoch) ?? 0 } : undefined
  const decision = decideSave(gate, { epoch, receivedAt, events: brought.seqs.map(seq => eventOf(seq, brought.option)) }, textAt)
  if (decision.kind !== 'stored') return decision
  for (const { event, fenced, late } of decision.rows) model.events.set(`${epoch}.${event.seq}`, { ...event, epoch, fenced, late })
  model.through.set(epoch, decision.storedThrough)
  return { kind: 'stored', storedThrough: decision.storedThrough, clashes: decision.clashes, late: decision.late }
}

type Writer = Seated & { readonly hashes: string[] }

async function takeInDatabase(who: Writer, model: Model, one: Exclude<Step, { do: 'save' }>): Promise<void> {
  const { state } = model.gate
  if (one.do === 'enter' && state !== 'handed-in' && who.hashes.length < 3) {
    const opened = await hall.inTx(async (tx, ctx) => openNextEpoch(tx, ctx, (await lockAttempt(tx, who)) ?? assert.fail()))
    who.hashes.push(tokenHash(opened.token))
    model.gate = { ...model.gate, currentEpoch: model.gate.currentEpoch + 1 }
  }
  if (one.do === 'start' && state === 'ready') {
    await hall.inTx(async tx => {
      const attempt = (await lockAttempt(tx, who)) ?? assert.fail()
      await saveProgress(tx, { ...attempt, state: 'running', startedAt: OPENING, startRef: newId() })
    })
    model.gate = { ...model.gate, state: 'running', startedAt: OPENING, acceptsUntil: instant(OPENING + 100 * 60_000) }
  }
  if (one.do === 'hand-in' && state === 'running') {
    await hall.inTx(async (tx, ctx) => {
      const attempt = (await lockAttempt(tx, who)) ?? assert.fail()
      const { receiptCode } = await sealAttempt(tx, ctx, attempt, { how: 'candidate', epoch: null })
      await saveProgress(tx, { ...attempt, state: 'handed-in', startedAt: OPENING, endedAt: ctx.now, by: 'candidate', receiptCode })
    })
    model.gate = { ...model.gate, state: 'handed-in', sealed: true }
  }
}

async function saveInDatabase(who: Writer, brought: Extract<Step, { do: 'save' }>, receivedAt: Instant): Promise<unknown> {
  const saved = await saveEvents(server.database, {
    sittingId: who.sittingId,
    attemptId: who.attemptId,
    tokenEpoch: brought.token,
    tokenHash: who.hashes[brought.token - 1] ?? 'none',
    epoch: brought.epoch,
    receivedAt,
    events: brought.seqs.map(seq => eventOf(seq, brought.option)),
  })
  if (saved.kind !== 'stored') return saved
  const { kind, storedThrough, clashes, late } = saved
  return { kind, storedThrough, clashes, late }
}

const byIdentity = (a: { epoch: number; seq: number }, b: { epoch: number; seq: number }) => a.epoch - b.epoch || a.seq - b.seq

async function compareStores(who: Writer, model: Model): Promise<void> {
  const [events, responses, reach] = await hall.inTx(async tx => [
    await eventsOf(tx, who),
    await responsesOf(tx, who),
    await storedThroughOf(tx, who),
  ])
  assert.deepEqual(
    events.map(event => ({ ...event, receivedAt: 0 })),
    [...model.events.values()].toSorted(byIdentity).map(event => ({ ...event, receivedAt: 0 })),
  )
  for (const { epoch, through } of reach) assert.equal(through, model.through.get(epoch) ?? 0)
  const folded = fold([...model.events.values()].filter(event => !event.late))
  const counted = [
    ...[...folded.responses].map(([itemId, value]) => ({ itemId, kind: 'respond', ...value })),
    ...[...folded.marks].map(([itemId, value]) => ({ itemId, kind: 'mark', ...value })),
    ...[...folded.commands].map(([itemId, value]) => ({ itemId, kind: 'command', ...value })),
  ]
  const order = (a: { itemId: string; kind: string }, b: { itemId: string; kind: string }) =>
    a.itemId + a.kind < b.itemId + b.kind ? -1 : 1
  assert.deepEqual(responses.map(response => ({ ...response })).toSorted(order), counted.toSorted(order))
}

test('the save statement and the pure model decide alike on every history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 18 }), async steps => {
      const who: Writer = { ...(await hall.seat()), hashes: [] }
      const model = newModel()
      for (const one of [{ do: 'enter' } as const, ...steps]) {
        if (one.do !== 'save') {
          await takeInDatabase(who, model, one)
          continue
        }
        const receivedAt = instant(OPENING + one.minutes * 60_000)
        assert.deepEqual(await saveInDatabase(who, one, receivedAt), saveInModel(model, one, receivedAt))
      }
      await compareStores(who, model)
    }),
    { numRuns: 60 },
  )
})

async function runningWriter(entries: number, sittingId: string = SITTING): Promise<Writer> {
  const who: Writer = { ...(await hall.seat({ sittingId })), hashes: [] }
  const model = newModel()
  for (let i = 0; i < entries; i++) await takeInDatabase(who, model, { do: 'enter' })
  await takeInDatabase(who, model, { do: 'start' })
  return who
}
const save = (token: number, epoch: number, seqs: readonly number[]) =>
  ({ do: 'save', token, epoch, seqs, option: 'x', minutes: 5 }) as const

test('events of an entry that only another server knew are taken on the word of a newer token, and on no other', async () => {
  const who = await runningWriter(2)
  await hall.inTx(tx =>
    tx.query({
      text: 'delete from attempt_epoch where sitting_id = $1 and attempt_id = $2 and epoch = 1',
      values: [SITTING, who.attemptId],
    }),
  )
  const stranger = { ...who, hashes: ['none', 'none'] }
  assert.deepEqual(await saveInDatabase(stranger, save(2, 1, [1]), OPENING), { kind: 'unknown' })
  assert.deepEqual(await saveInDatabase(who, save(1, 1, [1]), OPENING), { kind: 'unknown' }, 'its own token went with the other server')
  assert.deepEqual(await saveInDatabase(who, save(2, 1, [1, 2]), OPENING), { kind: 'stored', storedThrough: 2, clashes: 0, late: false })
  const events = await hall.inTx(tx => eventsOf(tx, who))
  assert.deepEqual(
    events.map(event => [event.epoch, event.seq, event.fenced]),
    [
      [1, 1, true],
      [1, 2, true],
    ],
  )
})

test('the pair level is told only in a paired sitting, never beyond what is stored, and never goes back', async () => {
  const who = await runningWriter(1, newId())
  const pairOf = async () => (await hall.inTx(tx => storedThroughOf(tx, who)))[0]?.pair
  await saveInDatabase(who, save(1, 1, [1, 2]), OPENING)
  assert.equal(await pairOf(), null)
  await hall.inTx(tx => pairSitting(tx, who.sittingId))
  assert.equal(await pairOf(), 0)
  const confirmed: unknown[] = []
  for (const through of [3, 2, 1]) {
    await hall.inTx(tx => confirmPair(tx, { ...who, epoch: 1, through }))
    confirmed.push(await pairOf())
  }
  assert.deepEqual(confirmed, [0, 2, 2])
  const reply = await saveEvents(server.database, {
    ...who,
    tokenEpoch: 1,
    tokenHash: who.hashes[0] ?? '',
    epoch: 1,
    receivedAt: OPENING,
    events: [eventOf(3, 'x')],
  })
  assert.equal(reply.kind === 'stored' && reply.pairThrough, 2)
})
