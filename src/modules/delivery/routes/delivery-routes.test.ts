import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { admitCandidate } from '../actions/admit-candidate.ts'
import { attemptResponses } from '../actions/attempt-responses.ts'
import { closeAttempt, closeOverdue } from '../actions/close-attempt.ts'
import { creditTime } from '../actions/credit-time.ts'
import { installPackage } from '../actions/install-package.ts'
import { itemsMet } from '../actions/items-met.ts'
import { openAttempt } from '../actions/open-attempt.ts'
import { prepareAttempt } from '../actions/prepare-attempt.ts'
import {
  type AttemptStateView,
  type PaperView,
  type ReceiptView,
  type SaveView,
  enterPaper,
  handInPaper,
  readPaper,
  readState,
  saveEvents,
  startPaper,
} from '../contract.ts'
import { OPENING, SITTING, aPackage } from '../fixtures.ts'
import { incidentsOfSitting } from '../store/incidents.ts'
import { type RehearsalHall, type Seated, openRehearsalHall } from './rehearsal-hall.ts'

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

async function enter(seated: Seated): Promise<{ token: string; state: AttemptStateView }> {
  const reply = await hall.call(enterPaper, { body: { ticketNumber: seated.ticketNumber, entryCode: seated.entryCode } })
  assert.equal(reply.status, 200, reply.code ?? '')
  return reply.body
}
async function enterAgain(seated: Seated): Promise<{ token: string; state: AttemptStateView }> {
  const admitted = await hall.inTx((tx, ctx) => admitCandidate(tx, ctx, seated))
  assert.ok(admitted.ok)
  return enter({ ...seated, entryCode: admitted.value.entryCode })
}
async function running(): Promise<Seated & { token: string }> {
  hall.at(0)
  const seated = await hall.seat()
  const { token } = await enter(seated)
  assert.equal((await hall.call(startPaper, { ...seated, token, body: { startRef: newId() } })).status, 200)
  return { ...seated, token }
}
const respond = (seq: number, itemId: string, optionId: string) => ({
  seq,
  itemId,
  kind: 'respond',
  value: { version: 1, optionId },
  clientMs: seq,
})
const save = (who: Seated & { token: string }, events: unknown[], epoch = 1) => hall.call(saveEvents, { ...who, body: { epoch, events } })

describe('at the door', () => {
  test('ticket and code open the client once; the code does not open it again', async () => {
    const seated = await hall.seat()
    const { token, state } = await enter(seated)
    assert.match(token, /^[0-9a-f-]{36}\.[0-9a-f-]{36}\.1\.[\w-]{43}$/)
    assert.deepEqual(
      [state.attempt.state, state.attempt.maskedName, state.attempt.minutes, state.attempt.itemCount],
      ['ready', '陈*', 90, 8],
    )
    assert.equal(
      (await hall.call(enterPaper, { body: { ticketNumber: seated.ticketNumber, entryCode: seated.entryCode } })).code,
      'entry-refused',
    )
  })

  test('five wrong codes void the right one; an unknown ticket reads like a wrong code', async () => {
    const seated = await hall.seat()
    const wrong = seated.entryCode === '000000' ? '111111' : '000000'
    const codes: (string | null)[] = []
    for (let i = 0; i < 5; i++)
      codes.push((await hall.call(enterPaper, { body: { ticketNumber: seated.ticketNumber, entryCode: wrong } })).code)
    assert.deepEqual(codes, ['entry-refused', 'entry-refused', 'entry-refused', 'entry-refused', 'entry-locked'])
    assert.equal(
      (await hall.call(enterPaper, { body: { ticketNumber: seated.ticketNumber, entryCode: seated.entryCode } })).code,
      'entry-refused',
    )
    assert.equal((await hall.call(enterPaper, { body: { ticketNumber: '99999999999', entryCode: '123456' } })).code, 'entry-refused')
    await enterAgain(seated)
  })

  test('nothing opens without the right token of the right attempt', async () => {
    const [one, other] = [await running(), await running()]
    for (const token of [undefined, '', 'x', other.token, `${one.token.slice(0, -1)}!`]) {
      const how = { attemptId: one.attemptId, ...(token === undefined ? {} : { token }) }
      for (const reply of [
        await hall.call(readState, how),
        await hall.call(readPaper, how),
        await hall.call(startPaper, { ...how, body: { startRef: newId() } }),
        await hall.call(saveEvents, { ...how, body: { epoch: 1, events: [respond(1, 'item-s1', 'x')] } }),
        await hall.call(handInPaper, { ...how, body: { lastSeq: 0, by: 'candidate' } }),
      ])
        assert.deepEqual([reply.status, reply.code], [401, 'token-refused'])
    }
  })

  test('the database holds neither token nor code in clear', async () => {
    const { token, entryCode, sittingId } = await running()
    const dump = await hall.inTx(async tx =>
      JSON.stringify([
        (await tx.query({ text: 'select * from attempt_epoch where sitting_id = $1', values: [sittingId] })).rows,
        (await tx.query({ text: 'select * from attempt where sitting_id = $1', values: [sittingId] })).rows,
      ]),
    )
    assert.ok(!dump.includes(token) && !dump.includes(token.split('.')[3] ?? '?') && !dump.includes(`"${entryCode}"`))
  })
})

describe('the paper', () => {
  test('is not shown before its start, and not started early, late or twice', async () => {
    hall.at(-1)
    const seated = await hall.seat()
    const { token } = await enter(seated)
    const first = newId()
    assert.equal((await hall.call(readPaper, { ...seated, token })).code, 'not-started')
    assert.equal((await hall.call(startPaper, { ...seated, token, body: { startRef: first } })).code, 'too-early-to-start')
    hall.at(26)
    assert.equal((await hall.call(startPaper, { ...seated, token, body: { startRef: first } })).code, 'too-late-to-start')
    hall.at(5)
    assert.equal((await hall.call(startPaper, { ...seated, token, body: { startRef: first } })).status, 200)
    assert.equal((await hall.call(startPaper, { ...seated, token, body: { startRef: first } })).status, 200)
    assert.equal((await hall.call(startPaper, { ...seated, token, body: { startRef: newId() } })).code, 'already-started')
  })

  test('comes without keys, versions and areas, in the same order on every reading', async () => {
    const who = await running()
    const paper: PaperView = (await hall.call(readPaper, who)).body
    assert.deepEqual((await hall.call(readPaper, who)).body, paper)
    assert.equal(paper.sections.flatMap(s => s.items).length, 8)
    assert.doesNotMatch(JSON.stringify(paper), /key|explanation|correct|itemVersionId|area/i)
  })

  test('a candidate has one attempt at it in a sitting, and only of an installed package', async () => {
    const order = {
      sittingId: newId(),
      candidateRef: 'c-1',
      packageId: paper.packageId,
      ticketNumber: '1',
      maskedName: '王*',
      roomLabel: '1',
      seatLabel: '1',
      rules: { opensAt: OPENING },
    }
    const codeOf = async (packageId: string) =>
      hall.inTx(async (tx, ctx) => prepareAttempt(tx, ctx, { ...order, packageId })).then(r => (r.ok ? 'ok' : r.refusal.code))
    assert.deepEqual(
      [await codeOf(order.packageId), await codeOf(order.packageId), await codeOf(newId())],
      ['ok', 'attempt-exists', 'package-unknown'],
    )
  })

  test('the same package installs again without effect; another under its id does not', async () => {
    const installed = await hall.inTx((tx, ctx) => installPackage(tx, ctx, paper))
    assert.equal(installed.ok, true)
    const forged = await hall.inTx((tx, ctx) => installPackage(tx, ctx, { ...paper, title: '换掉的试卷' }))
    assert.equal(!forged.ok && forged.refusal.code, 'package-digest-wrong')
  })
})

describe('taking over', () => {
  test('a new entry fences the old machine, whose late events count only where the new one has not written', async () => {
    const old = await running()
    assert.equal((await save(old, [respond(1, 'item-s1', 'a')])).status, 200)
    const { token, state } = await enterAgain(old)
    assert.deepEqual(state.responses, [{ itemId: 'item-s1', value: { version: 1, optionId: 'a' }, epoch: 1, seq: 1 }])
    const young = { ...old, token }
    assert.equal((await save(young, [respond(1, 'item-s1', 'young')], 2)).status, 200)
    const late: SaveView = (await save(old, [respond(2, 'item-s1', 'late'), respond(3, 'item-s2', 'late')])).body
    assert.deepEqual([late.standing, late.storedThrough], ['fenced', 3])
    const after: AttemptStateView = (await hall.call(readState, young)).body
    assert.deepEqual(
      after.responses.map(r => r.value?.['optionId']),
      ['young', 'late'],
    )
    for (const reply of [await hall.call(readPaper, old), await hall.call(handInPaper, { ...old, body: { lastSeq: 3, by: 'candidate' } })])
      assert.equal(reply.code, 'fenced')
    assert.equal((await save(old, [respond(9, 'item-s1', 'x')], 2)).code, 'epoch-refused')
    const incidents = await hall.inTx(tx => incidentsOfSitting(tx, old.sittingId))
    assert.equal(incidents.filter(i => i.attemptId === old.attemptId && i.kind === 'takeover').length, 1)
  })

  test('the key of the local log is the same after every entry and differs between attempts', async () => {
    const [one, other] = [await hall.seat(), await hall.seat()]
    const [first, again, foreign] = [await enter(one), await enterAgain(one), await enter(other)]
    assert.equal(first.state.logKey, again.state.logKey)
    assert.notEqual(first.state.logKey, foreign.state.logKey)
    assert.match(first.state.logKey, /^[0-9a-f]{64}$/)
  })

  test('somebody identified elsewhere enters by a token made for them', async () => {
    const seated = await hall.seat()
    const opened = await hall.inTx((tx, ctx) => openAttempt(tx, ctx, seated))
    assert.ok(opened.ok)
    assert.equal((await hall.call(readState, { ...seated, token: opened.value.token })).status, 200)
  })
})

describe('the end', () => {
  test('hand-in gives a receipt, the same one again; what comes then is kept as late and does not count', async () => {
    const who = await running()
    await save(who, [
      respond(1, 'item-s1', 'a'),
      respond(2, 'item-s2', 'b'),
      { seq: 3, itemId: 'item-s2', kind: 'respond', value: null, clientMs: 3 },
    ])
    assert.equal((await hall.call(handInPaper, { ...who, body: { lastSeq: 3, by: 'candidate' } })).code, 'too-early-to-hand-in')
    hall.at(31)
    assert.equal((await hall.call(handInPaper, { ...who, body: { lastSeq: 4, by: 'candidate' } })).code, 'events-missing')
    const receipt: ReceiptView = (await hall.call(handInPaper, { ...who, body: { lastSeq: 3, by: 'candidate' } })).body
    assert.deepEqual([receipt.how, receipt.answeredCount, receipt.itemCount], ['candidate', 1, 8])
    assert.match(receipt.receiptCode, /^\w{4}-\w{4}-\w{4}$/)
    assert.deepEqual((await hall.call(handInPaper, { ...who, body: { lastSeq: 3, by: 'candidate' } })).body, receipt)
    const late: SaveView = (await save(who, [respond(4, 'item-s1', 'z'), respond(5, 'item-s3', 'z')])).body
    assert.deepEqual([late.standing, late.storedThrough], ['late', 5])
    const state: AttemptStateView = (await hall.call(readState, who)).body
    assert.deepEqual([state.lateCount, state.receipt], [2, receipt])
    assert.equal((await hall.call(startPaper, { ...who, body: { startRef: newId() } })).code, 'attempt-over')
    assert.equal((await hall.call(readPaper, who)).code, 'attempt-over')
    const marked = await hall.inTx(tx => attemptResponses(tx, who))
    assert.deepEqual([...(marked?.responses ?? [])], [['item-s1', { version: 1, optionId: 'a' }]])
  })

  test('saves under way are taken until the hard deadline, later ones kept as late; then the clock closes the attempt and its holder reads a receipt', async () => {
    const who = await running()
    hall.at(99)
    assert.equal((await save(who, [respond(1, 'item-s1', 'a')])).status, 200)
    hall.at(101)
    const late: SaveView = (await save(who, [respond(2, 'item-s1', 'b')])).body
    assert.deepEqual([late.standing, late.storedThrough], ['late', 2])
    const state: AttemptStateView = (await hall.call(readState, who)).body
    assert.deepEqual([state.attempt.state, state.receipt?.how, state.receipt?.answeredCount], ['closed', 'time-up', 1])
    assert.deepEqual(
      state.responses.map(r => r.value?.['optionId']),
      ['a'],
    )
  })

  test('credited minutes move both deadlines', async () => {
    const who = await running()
    const credited = await hall.inTx((tx, ctx) => creditTime(tx, ctx, { ...who, minutes: 12, reason: '机器故障' }))
    assert.ok(credited.ok)
    hall.at(111)
    const reply: SaveView = (await save(who, [respond(1, 'item-s1', 'a')])).body
    assert.equal(reply.endsAt, OPENING + 102 * 60_000)
    hall.at(112.1)
    assert.equal(((await save(who, [respond(2, 'item-s1', 'a')])).body as SaveView).standing, 'late')
  })

  test('the invigilator ends an attempt; overdue ones of a sitting are closed together', async () => {
    const stopped = await running()
    const closed = await hall.inTx((tx, ctx) => closeAttempt(tx, ctx, { ...stopped, reason: 'malpractice', note: '夹带' }))
    assert.equal(closed.ok && closed.value.state, 'closed')
    assert.equal(((await save(stopped, [respond(1, 'item-s1', 'a')])).body as SaveView).standing, 'late')
    await running()
    hall.at(200)
    assert.ok((await hall.inTx((tx, ctx) => closeOverdue(tx, ctx, stopped.sittingId))) >= 1)
    assert.equal(await hall.inTx((tx, ctx) => closeOverdue(tx, ctx, stopped.sittingId)), 0)
  })
})

test('what candidates have met is the whole paper of every attempt they began, and of no other', async () => {
  hall.at(0)
  const seated = await hall.seat()
  const begun = await running()
  const refOf = (place: Seated) => hall.inTx(async tx => (await attemptResponses(tx, place))?.attempt.candidateRef ?? '')
  const [waiting, played] = [await refOf(seated), await refOf(begun)]
  const items = paper.sections.flatMap(section => section.items.map(item => item.itemId)).toSorted()
  const met = (refs: readonly string[]) => hall.inTx(tx => itemsMet(tx, refs))
  assert.deepEqual(await met([waiting]), { candidates: 0, itemIds: [] })
  assert.deepEqual(await met([waiting, played, 'nobody']), { candidates: 1, itemIds: items })
  assert.deepEqual(await met([]), { candidates: 0, itemIds: [] })
})
