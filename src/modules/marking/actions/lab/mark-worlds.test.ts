import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { localDate } from '../../../../kernel/local-date.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import { testContext } from '../../../../platform/test-context.ts'
import { assembleForm, packageOfForm } from '../../../assembly/index.ts'
import {
  type PaperPackage,
  carryOutCommand,
  enterPaper,
  handInPaper,
  itemsOf,
  openItemWorld,
  saveEvents,
  startPaper,
} from '../../../delivery/contract.ts'
import { OPENING, SITTING, aPackage } from '../../../delivery/fixtures.ts'
import { admitCandidate, installPackage, prepareAttempt } from '../../../delivery/index.ts'
import { type RehearsalHall, openRehearsalHall } from '../../../delivery/routes/rehearsal-hall.ts'
import { passedGates, practicePlacings } from '../../../item-bank/fixtures.ts'
import { enterTasks } from '../../../item-bank/index.ts'
import { groundedTasks, labEngine } from '../../../lab/index.ts'
import { mistaken, rehearse } from '../../../lab/core/task/gates/rehearse.ts'
import { groundOfWorld, taskByHash, findWorld } from '../../../lab/store/worlds.ts'
import { openPracticalTasks } from '../open-practical-tasks.ts'
import { paperResults } from '../paper-results.ts'
import { scoreAttempt } from '../score-attempt.ts'
import { viewQueue } from '../view-scripts.ts'
import { enterCheckMarks } from './enter-check-marks.ts'
import { showEvidence } from './read-evidence.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const SITE = '35010001'
const sittingId = newId()
let testing: TestDatabase
let hall: RehearsalHall
let plain: PaperPackage
let judged: PaperPackage

before(async () => {
  testing = await testDatabase()
  hall = await openRehearsalHall(testing.database, { paper: aPackage(sha256), opensAt: OPENING, sittingId: SITTING })
  const said = passedGates(groundedTasks(hall.ports.log).values())
  const entered = await hall.inTx((tx, ctx) => enterTasks(tx, ctx, { file: 'tasks', placings: practicePlacings(), said }))
  assert.ok(entered.ok, JSON.stringify(entered))
  const papers: PaperPackage[] = []
  for (const seed of ['a', 'b', 'c', 'd']) papers.push(await aPaper(seed))
  plain = papers.find(paper => tasksOf(paper).includes('L4-02')) ?? assert.fail('no form with L4-02')
  judged = papers.find(paper => tasksOf(paper).includes('L4-15')) ?? assert.fail('no form with L4-15')
})
after(async () => {
  await hall.app.close()
  await hall.ports.solver.close()
  await testing.end()
})

const tasksOf = (paper: PaperPackage) => itemsOf(paper).map(item => String(item.content['task']))

function aPaper(seed: string): Promise<PaperPackage> {
  return hall.inTx(async (tx, ctx) => {
    const form = await assembleForm(tx, ctx, { editionId: 'ec-2005', level: 'L4', workType: null, part: 'practical', seed })
    assert.ok(form.ok, JSON.stringify(form))
    const sealed = await packageOfForm(tx, ctx, form.value.formId)
    assert.ok((await installPackage(tx, ctx, sealed)).ok)
    return sealed
  })
}

const inWorld = <E extends { readonly path: string }>(endpoint: E, itemId: string): E => ({
  ...endpoint,
  path: endpoint.path.replace(':itemId', itemId),
})

type Given = Awaited<ReturnType<typeof commandsOf>>

/** Commands as events of the attempt, each resting on the one before. */
function eventsOf(commands: Given, itemId: string, before: number) {
  return commands.map((command, i) => {
    const seq = before + i + 1
    const after = i === 0 ? null : { epoch: 1, seq: seq - 1 }
    return { seq, itemId, kind: 'command', clientMs: seq, value: { ...command, after } }
  })
}

let seats = 0
/** Sits a paper: `way` says for each task the name of a mistake, null for the solution, undefined to leave it. */
async function sat(paper: PaperPackage, way: (task: string) => string | null | undefined): Promise<string> {
  seats += 1
  hall.at(0)
  const ticketNumber = `26113500104${String(seats).padStart(4, '0')}`
  const rules = { opensAt: OPENING }
  const order = { sittingId, candidateRef: `candidate-${seats}`, packageId: paper.packageId, ticketNumber, maskedName: '陈*', rules }
  const { attemptId, entryCode } = await hall.inTx(async (tx, ctx) => {
    const made = await prepareAttempt(tx, ctx, { ...order, roomLabel: '第一考场', seatLabel: String(seats) })
    assert.ok(made.ok)
    const admitted = await admitCandidate(tx, ctx, { sittingId: sittingId as never, attemptId: made.value.attemptId })
    assert.ok(admitted.ok)
    return { attemptId: made.value.attemptId as string, entryCode: admitted.value.entryCode }
  })
  const entered = await hall.call(enterPaper, { body: { ticketNumber, entryCode } })
  const { token } = entered.body as { token: string }
  assert.equal((await hall.call(startPaper, { attemptId, token, body: { startRef: newId() } })).status, 200)
  let seq = 0
  for (const { itemId, content } of itemsOf(paper)) {
    const chosen = way(String(content['task']))
    if (chosen === undefined) continue
    const opened = await hall.call(inWorld(openItemWorld, itemId), { attemptId, token, body: {} })
    assert.equal(opened.status, 200, JSON.stringify(opened.body))
    const events = eventsOf(await commandsOf(attemptId, itemId, chosen), itemId, seq)
    seq += events.length
    for (let from = 0; from < events.length; from += 20) {
      const saved = await hall.call(saveEvents, { attemptId, token, body: { epoch: 1, events: events.slice(from, from + 20) } })
      assert.equal(saved.status, 200, JSON.stringify(saved.body))
    }
    const done = await hall.call(inWorld(carryOutCommand, itemId), { attemptId, token, body: { epoch: 1, seq } })
    assert.equal(done.status, 200, JSON.stringify(done.body))
  }
  hall.at(31)
  assert.equal((await hall.call(handInPaper, { attemptId, token, body: { lastSeq: seq, by: 'candidate' } })).status, 200)
  return attemptId
}

/** The way as commands of this very world; whoever marks has no part in it. */
function commandsOf(ownerId: string, worldId: string, mistake: string | null) {
  return hall.inTx(async tx => {
    const place = { ownerId, worldId }
    const { setup } = await groundOfWorld(tx, place)
    const task = await taskByHash(tx, (await findWorld(tx, place))?.taskHash ?? '')
    const variant = { setup, params: setup.params as never, brief: '' }
    const named = task.mistakes.find(each => each.name === mistake)
    const played = named === undefined ? rehearse(labEngine, variant, task.reference) : mistaken(task, named, variant, labEngine)
    return played.given.map(({ type, data, from }) => ({ type, data, expectedSeq: from }))
  })
}

const score = (attemptId: string) => hall.inTx((tx, ctx) => scoreAttempt(tx, ctx, { sittingId, attemptId }))
const marksOf = (paper: PaperPackage, task: string) => itemsOf(paper).find(item => item.content['task'] === task)?.marks ?? 0
const actor = (...sites: readonly string[]): Actor => ({
  kind: 'person',
  personId: newId(),
  accountId: newId(),
  name: '考评员甲',
  grants: sites.map(site => ({ role: 'assessor', scope: { kind: 'site', site }, from: localDate('2020-01-01'), until: null })),
})
const by = (who: Actor) => testContext(hall.ports, who, hall.at(150))

test('who solves every task gets exactly one hundred marks, by area and by skill, and the marks stand', async () => {
  const attemptId = await sat(plain, () => null)
  const scored = await score(attemptId)
  assert.ok(scored.ok, JSON.stringify(scored))
  const { value } = scored
  assert.deepEqual([value.score, value.maximum, value.by, value.paper], [10_000, 10_000, 'machine', 'practical'])
  const maximumOf = (area: string) => (value.areas.find(each => each.area === area)?.maximum ?? 0) / 100
  const table = ['网络商务信息收集与处理', '网上商店开设与管理', '网络营销', '电子交易', '电子商务物流应用', '电子商务安全管理']
  assert.deepEqual(table.map(maximumOf), [15, 20, 25, 20, 10, 10])
  assert.ok(value.skills.length >= 6 && value.skills.every(skill => skill.score === skill.maximum && /^L4-\d\.\d$/.test(skill.code)))
  assert.deepEqual(await score(attemptId), scored)
})

test('a named mistake costs what its file states, a closed gate caps its item, and what was left brings nothing', async () => {
  const left = tasksOf(plain).find(task => task !== 'L4-02') ?? assert.fail()
  const attemptId = await sat(plain, task => (task === 'L4-02' ? '把内部底价告诉了客户' : task === left ? undefined : null))
  const scored = await score(attemptId)
  assert.ok(scored.ok, JSON.stringify(scored))
  // the file states 4 of 10 marks, and the item brings 15
  const lost = Math.floor((1500 * 600) / 1000) + marksOf(plain, left)
  assert.equal(scored.value.score, 10_000 - lost)
  const outcome = (task: string) => {
    const itemId = itemsOf(plain).find(item => item.content['task'] === task)?.itemId
    const item = scored.value.items.find(each => each.itemId === itemId)
    return [item?.score, item?.outcome]
  }
  assert.deepEqual(outcome('L4-02'), [600, 'partial'])
  assert.deepEqual(outcome(left), [0, 'unanswered'])
})

test('what no machine can judge waits for a person, who sees a number and nothing of whose it is; then the paper has its marks', async () => {
  const attemptId = await sat(judged, () => null)
  const waiting = await score(attemptId)
  assert.equal(!waiting.ok && waiting.refusal.code, 'item-needs-person')
  const opened = await hall.inTx((tx, ctx) => openPracticalTasks(tx, ctx, { sittingId, site: SITE, level: 'L4' }))
  assert.ok(opened.ok && opened.value.opened >= 1)
  const assessor = actor(SITE)
  const queue = await testing.database.transact(tx => viewQueue(tx, {}, by(assessor)))
  assert.ok(queue.ok)
  const [script] = queue.value.waiting
  assert.ok(queue.value.waiting.length === 1 && script?.asks?.length === 1)
  assert.ok(queue.value.laboratory.length >= 1)
  const params = { sittingId, scriptId: script.scriptId }
  const [ask] = script.asks
  const { itemId = '', checkId = '', most = 0 } = ask ?? {}
  const enter = (got: number, comment: string, who = assessor) =>
    testing.database.transact(tx => enterCheckMarks(tx, { params, body: { marks: [{ itemId, checkId, got, comment }] } }, by(who)))
  const far = await enter(most, '', actor('35010002'))
  assert.equal(!far.ok && far.refusal.code, 'script-unknown')
  const silent = await enter(50, ' ')
  assert.equal(!silent.ok && silent.refusal.code, 'check-marks-invalid')
  const evidence = await testing.database.transact(tx => showEvidence(tx, { params }, by(assessor)))
  assert.ok(evidence.ok && evidence.value.total === null)
  assert.doesNotMatch(JSON.stringify(evidence.value), /candidate-\d|陈|第一考场|2611350/)
  const entered = await enter(50, '图片与文字没有对齐。')
  const deserved = 10_000 - (1500 - Math.floor((1450 * 1500) / 1500))
  assert.deepEqual(entered, { ok: true, value: { number: script.number, total: deserved, maximum: 10_000 } })
  const again = await enter(most, '')
  assert.equal(!again.ok && again.refusal.code, 'already-marked')
  const after = await testing.database.transact(tx => showEvidence(tx, { params }, by(assessor)))
  assert.ok(after.ok && after.value.total === deserved)
  const item = after.value.items.find(each => each.itemId === itemId)
  assert.deepEqual([item?.earned, item?.got, item?.most, item?.replay?.worldId], [1450, 1450, 1500, itemId])
  const results = await testing.database.transact(tx => paperResults(tx, { sittingId }))
  assert.ok(results.every(result => result.state === 'scored'))
  assert.ok((results.find(result => result.attemptId === attemptId)?.bySkill.length ?? 0) > 0)
})
