import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { must, testPorts } from '../../../platform/test-context.ts'
import { hydrateWorld } from '../../lab/actions/worlds/hold-world.ts'
import { examDocumentOf, keepExamDocument } from '../../lab/index.ts'
import { attemptResponses } from '../actions/attempt-responses.ts'
import { admitCandidate } from '../actions/admit-candidate.ts'
import {
  type AttemptStateView,
  carryOutCommand,
  enterPaper,
  fileOfItemWorld,
  handInPaper,
  openItemWorld,
  readPaper,
  readState,
  saveEvents,
  startPaper,
} from '../contract.ts'
import { OPENING, SITTING, WORLD_ITEM, aPracticalPackage } from '../fixtures.ts'
import { type RehearsalHall, type Seated, openRehearsalHall } from './rehearsal-hall.ts'

const TASK = 'L4-02'
type Shown = {
  world: { lastSeq: number; brief: string; apps: { id: string }[]; view: { seq: number; lap: number; apps: Record<string, unknown> } }
  through: { epoch: number; seq: number } | null
}
type Turned = {
  outcome: { ok: boolean; seq: number; refusal: { code: string } | null; captions: string[]; view: { seq: number } }
  through: Shown['through']
}

let server: TestDatabase
let hall: RehearsalHall
before(async () => {
  server = await testDatabase()
  const document = must(examDocumentOf(testPorts(server.database).log, TASK))
  const paper = aPracticalPackage(text => hash('sha256', text, 'hex'), { task: TASK, document: document.sha256 })
  hall = await openRehearsalHall(server.database, { paper, opensAt: OPENING, sittingId: SITTING })
  must(await hall.inTx((tx, ctx) => keepExamDocument(tx, ctx, document)))
})
after(async () => {
  await hall.app.close()
  await server.end()
})

type Worker = Seated & { readonly token: string; readonly epoch: number }

async function enter(seated: Seated): Promise<Worker> {
  const reply = await hall.call(enterPaper, { body: { ticketNumber: seated.ticketNumber, entryCode: seated.entryCode } })
  assert.equal(reply.status, 200, reply.code ?? '')
  const { token, state } = reply.body as { token: string; state: AttemptStateView }
  return { ...seated, token, epoch: state.epoch }
}
/** Another machine: the epoch before is fenced. */
async function swapSeat(who: Seated): Promise<Worker> {
  const admitted = must(await hall.inTx((tx, ctx) => admitCandidate(tx, ctx, who)))
  return enter({ ...who, entryCode: admitted.entryCode })
}
async function running(): Promise<Worker> {
  hall.at(0)
  const worker = await enter(await hall.seat())
  assert.equal((await hall.call(startPaper, { ...worker, body: { startRef: newId() } })).status, 200)
  return worker
}
const at = { itemId: WORLD_ITEM }
async function enterWorld(who: Worker): Promise<Shown> {
  const reply = await hall.call(openItemWorld, { ...who, ...at })
  assert.equal(reply.status, 200, reply.code ?? '')
  return reply.body
}
const note = (text: string) => ({ type: 'desk.note.save', data: { id: null, text } })
const command = (seq: number, what: { type: string; data: unknown }, seen: { seq: number; after: Shown['through'] }) => ({
  seq,
  itemId: WORLD_ITEM,
  kind: 'command',
  clientMs: seq,
  value: { ...what, expectedSeq: seen.seq, after: seen.after },
})
const save = (who: Worker, events: unknown[], epoch = who.epoch) => hall.call(saveEvents, { ...who, body: { epoch, events } })
const turn = (who: Worker, place: { epoch: number; seq: number }) => hall.call(carryOutCommand, { ...who, ...at, body: place })
/** Saves a command and carries it out. */
async function act(
  who: Worker,
  seq: number,
  what: { type: string; data: unknown },
  seen: { seq: number; after: Shown['through'] },
): Promise<Turned> {
  assert.equal((await save(who, [command(seq, what, seen)])).status, 200)
  const reply = await turn(who, { epoch: who.epoch, seq })
  assert.equal(reply.status, 200, reply.code ?? '')
  return reply.body
}
const seenIn = (turned: Turned) => ({ seq: turned.outcome.view.seq, after: turned.through })
const eventsOf = async (attemptId: string) =>
  (await server.database.pool.query('select seq, hash from lab_event where owner_id = $1 order by seq', [attemptId])).rows

describe('the world of an item', () => {
  test('opens in the running attempt alone, shows the task, and a command is answered after it was saved', async () => {
    const who = await running()
    const opened = await enterWorld(who)
    assert.match(opened.world.brief, /\S/)
    assert.ok(opened.world.apps.length > 0)
    assert.equal(opened.through, null)
    const first = await act(who, 1, note('备忘壹'), { seq: opened.world.lastSeq, after: null })
    assert.deepEqual([first.outcome.ok, first.through], [true, { epoch: 1, seq: 1 }])
    assert.ok(first.outcome.captions.length > 0)
    const again = (await turn(who, { epoch: 1, seq: 1 })).body as Turned
    assert.deepEqual([again.outcome.seq, again.through], [first.outcome.seq, first.through], 'the same command has one reply')
    assert.equal((await turn(who, { epoch: 1, seq: 2 })).code, 'command-not-saved')
    assert.equal((await hall.call(openItemWorld, { ...who, itemId: 'item-s1' })).code, 'no-world-here')
    assert.deepEqual((await enterWorld(who)).through, { epoch: 1, seq: 1 })
  })

  test('is nobody else’s: not with a foreign token, not without one', async () => {
    const [who, other] = [await running(), await running()]
    await enterWorld(who)
    for (const token of [undefined, other.token]) {
      const how = { attemptId: who.attemptId, ...at, ...(token === undefined ? {} : { token }) }
      assert.equal((await hall.call(openItemWorld, how)).code, 'token-refused')
      assert.equal((await hall.call(carryOutCommand, { ...how, body: { epoch: 1, seq: 1 } })).code, 'token-refused')
      assert.equal((await hall.call(fileOfItemWorld, how)).code, 'token-refused')
    }
  })

  test('is refused before the start and after the end; what is saved after the end is kept and not carried out', async () => {
    hall.at(0)
    const waiting = await enter(await hall.seat())
    assert.equal((await hall.call(openItemWorld, { ...waiting, ...at })).code, 'not-started')
    const who = await running()
    const opened = await enterWorld(who)
    const done = await act(who, 1, note('备忘壹'), { seq: opened.world.lastSeq, after: null })
    hall.at(40)
    const handed = await hall.call(handInPaper, { ...who, body: { lastSeq: 1, by: 'candidate' } })
    assert.deepEqual([handed.status, (handed.body as { answeredCount: number }).answeredCount], [200, 1])
    assert.equal((await hall.call(openItemWorld, { ...who, ...at })).code, 'attempt-over')
    const before = await eventsOf(who.attemptId)
    const late = await save(who, [command(2, note('备忘晚'), seenIn(done))])
    assert.equal((late.body as { standing: string }).standing, 'late')
    assert.equal((await turn(who, { epoch: 1, seq: 2 })).code, 'attempt-over')
    assert.deepEqual(await eventsOf(who.attemptId), before)
  })

  test('is refused when the time is over', async () => {
    const who = await running()
    await enterWorld(who)
    hall.at(91)
    assert.equal((await hall.call(openItemWorld, { ...who, ...at })).status, 200, 'within the time that saves may take')
    hall.at(120)
    assert.match((await hall.call(openItemWorld, { ...who, ...at })).code ?? '', /time-is-up|attempt-over/)
  })

  test('goes on at another seat with everything; the seat before is fenced', async () => {
    const who = await running()
    const opened = await enterWorld(who)
    const one = await act(who, 1, note('备忘壹'), { seq: opened.world.lastSeq, after: null })
    // saved and never carried out there: the machine died
    await save(who, [command(2, note('备忘贰'), seenIn(one))])
    const next = await swapSeat(who)
    assert.equal((await hall.call(openItemWorld, { ...who, ...at })).code, 'fenced')
    const there = await enterWorld(next)
    assert.deepEqual(there.through, { epoch: 1, seq: 2 })
    const notes = JSON.stringify(there.world.view)
    assert.ok(notes.includes('备忘壹') && notes.includes('备忘贰'))
    const three = await act(next, 1, note('备忘叁'), { seq: there.world.lastSeq, after: there.through })
    assert.deepEqual([three.outcome.ok, three.through], [true, { epoch: 2, seq: 1 }])
    // the old machine comes back with a step nobody had seen: kept, and not carried out
    assert.equal((await save(who, [command(3, note('备忘肆'), seenIn(one))])).status, 200)
    assert.equal((await turn(next, { epoch: 1, seq: 3 })).code, 'command-aside')
    assert.ok(!JSON.stringify((await enterWorld(next)).world.view).includes('备忘肆'))
  })

  test('waits for a step that only another server holds', async () => {
    const who = await running()
    const opened = await enterWorld(who)
    const rests = { seq: opened.world.lastSeq, after: { epoch: 1, seq: 1 } }
    await save(who, [{ ...command(2, note('备忘贰'), rests) }])
    assert.equal((await turn(who, { epoch: 1, seq: 2 })).code, 'world-behind')
    await save(who, [command(1, note('备忘壹'), { seq: opened.world.lastSeq, after: null })])
    assert.deepEqual((await enterWorld(who)).through, { epoch: 1, seq: 2 })
  })

  test('begins anew from its commands when what was carried out is lost or is another line', async () => {
    const who = await running()
    const opened = await enterWorld(who)
    const one = await act(who, 1, note('备忘壹'), { seq: opened.world.lastSeq, after: null })
    await act(who, 2, note('备忘贰'), seenIn(one))
    const events = await eventsOf(who.attemptId)
    const next = await swapSeat(who)
    // at the other server somebody had gone on from the first step
    await save(next, [command(1, note('备忘叁'), seenIn(one))])
    const turned = await enterWorld(next)
    assert.deepEqual(turned.through, { epoch: 2, seq: 1 })
    assert.notDeepEqual(await eventsOf(who.attemptId), events)
    const view = JSON.stringify(turned.world.view)
    assert.ok(view.includes('备忘壹') && view.includes('备忘叁') && !view.includes('备忘贰'))
  })

  test('is a response for whoever marks, and the candidate’s state tells it', async () => {
    const who = await running()
    assert.equal((await attemptResponsesOf(who)).size, 0)
    const opened = await enterWorld(who)
    await act(who, 1, note('备忘壹'), { seq: opened.world.lastSeq, after: null })
    const [[itemId, value] = ['', {}]] = await attemptResponsesOf(who)
    assert.equal(itemId, WORLD_ITEM)
    const { worldRun } = value as { worldRun: { id: string; commands: number; digest: string } }
    assert.deepEqual([worldRun.id, worldRun.commands], [WORLD_ITEM, 1])
    assert.match(worldRun.digest, /^[0-9a-f]{64}$/)
    const state = (await hall.call(readState, who)).body as AttemptStateView
    assert.deepEqual(state.responses, [{ itemId: WORLD_ITEM, value, epoch: 1, seq: 1 }])
  })

  test('shows nothing of rubric, solution, seed or hidden values; nor does the paper', async () => {
    const who = await running()
    const shown = JSON.stringify(await enterWorld(who)) + JSON.stringify((await hall.call(readPaper, who)).body)
    const held = await hall.inTx(tx => hydrateWorld(tx, { ownerId: who.attemptId, worldId: WORLD_ITEM }))
    const { setup, state } = held !== undefined && 'world' in held ? held.world : assert.fail('no world')
    // an address may stand hidden in a directory and open in a letter
    const open = openTexts([setup, state])
    const secrets = [...hiddenIn(setup), ...hiddenIn(state)].filter(secret => !open.includes(secret))
    assert.ok(secrets.length > 0, 'the world has something to hide')
    for (const secret of [setup.seed, ...secrets]) assert.ok(!shown.includes(secret), secret)
    // the mail program has checks of its own; those of the rubric are known by what they say
    const rubric = JSON.parse(must(examDocumentOf(hall.ports.log, TASK)).text) as { task: { checks: { say: string }[] } }
    assert.ok(rubric.task.checks.length > 3)
    for (const { say } of rubric.task.checks) assert.ok(!shown.includes(say), say)
    for (const word of ['"hidden"', '"reference"', '"mistakes"', '"laboratory"']) assert.ok(!shown.includes(word), word)
  })
})

async function attemptResponsesOf(who: Worker) {
  return (await hall.inTx(tx => attemptResponses(tx, who)))?.responses ?? assert.fail('no attempt')
}

/** Texts below `hidden`, long enough not to stand somewhere else by chance. */
function hiddenIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'hidden' ? textsIn(inner) : hiddenIn(inner)))
}
/** Everything that does not stand below `hidden`, as one text. */
const openTexts = (value: unknown): string => JSON.stringify(value, (key, inner: unknown) => (key === 'hidden' ? undefined : inner))
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.length > 7
      ? [value]
      : []
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []
