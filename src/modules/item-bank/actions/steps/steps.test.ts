import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor, Role } from '../../../../kernel/actor.ts'
import { type Instant, instantOf } from '../../../../kernel/instant.ts'
import type { Result } from '../../../../kernel/result.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, must, testContext, testPorts } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { CHECKLIST_POINTS } from '../../core/versions/checklist.ts'
import type { DraftBody } from '../../core/versions/draft.ts'
import { aDraft } from '../../fixtures.ts'
import { operationalItems } from '../facts/item-facts.ts'
import { openContent, viewHistory, viewVersion } from '../reading/read-version.ts'
import { viewQueue } from '../reading/view-figures.ts'
import { remark, settleThread } from '../writing/remarks.ts'
import { keepDraft, startDraft, startNextVersion } from '../writing/write-draft.ts'
import { approve, beginTrial, judgeVersion, putIntoOperation, retire, returnToWriter, sendDraft, withdraw } from './steps.ts'

let testing: TestDatabase
let ports: Ports
const writer = actorWith('item-writer')
const other = actorWith('item-writer')
const reviewer = actorWith('item-reviewer')
const centre = actorWith('national-officer')
const AT = instantOf('2026-11-23T01:00:00Z')

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
})
after(() => testing.end())

function by<T>(actor: Actor, act: (tx: Tx, ctx: Ctx) => Promise<T>, now: Instant = AT): Promise<T> {
  return testing.database.transact(tx => act(tx, testContext(ports, actor, now)))
}
const codeOf = (outcome: Result<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code)
let number = 0
async function drafted(draft: DraftBody = aDraft(), actor: Actor = writer) {
  number += 1
  const place = { code: `L4-T-${String(number).padStart(3, '0')}`, editionId: 'ec-2005', level: 'L4' }
  return must(await by(actor, (tx, ctx) => startDraft(tx, { body: { place, draft } }, ctx)))
}
const params = (itemVersionId: string) => ({ params: { itemVersionId } })
const send = (id: string, guard: number, actor = writer) => by(actor, (tx, ctx) => sendDraft(tx, { ...params(id), body: { guard } }, ctx))
const pass = (id: string, guard: number, actor = reviewer, checklist = CHECKLIST_POINTS) =>
  by(actor, (tx, ctx) => judgeVersion(tx, { ...params(id), body: { verdict: 'passed', guard, checklist: [...checklist], note: '' } }, ctx))
const approved = (id: string, guard: number, actor = centre) =>
  by(actor, (tx, ctx) => approve(tx, { ...params(id), body: { guard, note: '' } }, ctx))
const trial = (id: string, guard: number) => by(centre, (tx, ctx) => beginTrial(tx, { ...params(id), body: { guard } }, ctx))
const operate = (id: string, guard: number) => by(centre, (tx, ctx) => putIntoOperation(tx, { ...params(id), body: { guard } }, ctx))

async function wholeWay(id: string) {
  must(await send(id, 1))
  must(await pass(id, 2))
  must(await approved(id, 3))
  must(await trial(id, 4))
  return must(await operate(id, 5))
}
const actorOfBoth = (first: Actor, ...roles: Role[]): Actor => {
  assert.ok(first.kind === 'person')
  const grants = roles.map(role => ({
    role,
    scope: { kind: 'nation' as const },
    from: first.grants[0]?.from ?? assert.fail(),
    until: null,
  }))
  return { ...first, grants }
}

test('a version goes from draft to operation through three people, and each step is on record with both states', async () => {
  const { itemId, itemVersionId } = await drafted()
  assert.deepEqual(await wholeWay(itemVersionId), { itemVersionId, state: 'operational', guard: 6, replaced: null })
  const items = await by(centre, tx => operationalItems(tx, { editionId: 'ec-2005', levels: ['L4'] }))
  assert.ok(items.some(item => item.itemVersionId === itemVersionId && item.reviewer === '测试'))
  const entries = await by(centre, tx => historyOf(tx, { kind: 'item', id: itemId }))
  assert.deepEqual(
    entries.map(entry => [entry.type, entry.facts['from'] ?? null, entry.facts['to'] ?? null]),
    [
      ['item-drafted', null, null],
      ['item-version-sent', 'draft', 'item-review'],
      ['item-version-passed', 'item-review', 'passed'],
      ['item-version-approved', 'passed', 'approved'],
      ['item-trial-started', 'approved', 'trial'],
      ['item-made-operational', 'trial', 'operational'],
    ],
  )
  const history = must(await by(centre, (tx, ctx) => viewHistory(tx, { params: { itemId } }, ctx)))
  assert.deepEqual(history.verdicts.map(verdict => [verdict.duty, verdict.verdict]).toSorted(), [
    ['approver', 'approved'],
    ['item-reviewer', 'passed'],
  ])
})

test('the writer of an item decides about none of its versions, whatever else they hold', async () => {
  const both = actorOfBoth(writer, 'item-writer', 'item-reviewer', 'national-officer')
  const { itemVersionId } = await drafted()
  must(await send(itemVersionId, 1))
  assert.equal(codeOf(await pass(itemVersionId, 2, both)), 'own-item')
  must(await pass(itemVersionId, 2))
  assert.equal(codeOf(await approved(itemVersionId, 3, both)), 'own-item')
  const reviewsAndApproves = actorOfBoth(reviewer, 'item-reviewer', 'national-officer')
  assert.equal(codeOf(await approved(itemVersionId, 3, reviewsAndApproves)), 'passed-it-already')
  must(await approved(itemVersionId, 3))
})

test('whoever wrote an earlier version decides about no later one, although somebody else wrote that', async () => {
  const { itemVersionId } = await drafted()
  await wholeWay(itemVersionId)
  const next = must(await by(other, (tx, ctx) => startNextVersion(tx, params(itemVersionId), ctx)))
  must(await send(next.itemVersionId, 1, other))
  const both = actorOfBoth(writer, 'item-writer', 'item-reviewer')
  assert.equal(codeOf(await pass(next.itemVersionId, 2, both)), 'own-item')
})

test('a new version goes the whole way while the old one stays operational until it is replaced', async () => {
  const first = await drafted()
  await wholeWay(first.itemVersionId)
  const next = must(await by(writer, (tx, ctx) => startNextVersion(tx, params(first.itemVersionId), ctx)))
  assert.equal(next.version, 2)
  const busy = await by(other, (tx, ctx) => startNextVersion(tx, params(first.itemVersionId), ctx))
  assert.equal(codeOf(busy), 'version-on-its-way')
  const standing = async () =>
    (await by(centre, tx => operationalItems(tx, { editionId: 'ec-2005', levels: ['L4'] })))
      .filter(item => item.itemId === first.itemId)
      .map(item => item.version)
  must(await send(next.itemVersionId, 1))
  must(await pass(next.itemVersionId, 2))
  must(await approved(next.itemVersionId, 3))
  must(await trial(next.itemVersionId, 4))
  assert.deepEqual(await standing(), [1])
  assert.equal(must(await operate(next.itemVersionId, 5)).replaced, first.itemVersionId)
  assert.deepEqual(await standing(), [2])
})

test('a draft is saved under its guard by its writer alone, and from item review on its content is fixed', async () => {
  const { itemVersionId } = await drafted()
  const save = (guard: number, actor: Actor = writer) =>
    by(actor, (tx, ctx) => keepDraft(tx, { ...params(itemVersionId), body: { guard, draft: aDraft({ difficulty: 2 }) } }, ctx))
  assert.deepEqual(must(await save(1)), { guard: 2, savedAt: AT })
  assert.equal(codeOf(await save(1)), 'changed-meanwhile')
  assert.equal(codeOf(await save(2, other)), 'item-unknown')
  assert.equal(codeOf(await save(2, centre)), 'not-own-version')
  must(await send(itemVersionId, 2))
  assert.equal(codeOf(await save(3)), 'version-fixed')
})

test('an unfinished draft is kept, and sending it tells every fault', async () => {
  const { itemVersionId } = await drafted(aDraft({ content: { version: 2, stem: '' }, key: {} }))
  const refused = await send(itemVersionId, 1)
  assert.ok(!refused.ok && refused.refusal.code === 'item-invalid')
  assert.ok(refused.refusal.fields?.some(field => field.path.startsWith('content')))
})

test('a returned version ends; its writer goes on with a new draft made from it', async () => {
  const { itemId, itemVersionId } = await drafted()
  must(await send(itemVersionId, 1))
  const returned = await by(reviewer, (tx, ctx) =>
    judgeVersion(tx, { ...params(itemVersionId), body: { verdict: 'returned', guard: 2, note: '干扰项太弱' } }, ctx),
  )
  assert.equal(must(returned).state, 'returned')
  const mine = must(await by(writer, (tx, ctx) => viewQueue(tx, {}, ctx))).mine
  assert.ok(mine.some(version => version.itemVersionId === itemVersionId))
  const next = must(await by(writer, (tx, ctx) => startNextVersion(tx, params(itemVersionId), ctx)))
  const view = must(await by(writer, (tx, ctx) => viewVersion(tx, params(next.itemVersionId), ctx)))
  assert.deepEqual([view.version.madeFrom, view.version.state, view.version.version], [itemVersionId, 'draft', 2])
  const history = must(await by(reviewer, (tx, ctx) => viewHistory(tx, { params: { itemId } }, ctx)))
  assert.deepEqual(
    history.versions.map(version => version.version),
    [1],
    'other people do not see the draft',
  )
})

test('the approver returns what lies at the centre, not what the reviewer still reads', async () => {
  const { itemVersionId } = await drafted()
  must(await send(itemVersionId, 1))
  const back = (guard: number) =>
    by(centre, (tx, ctx) => returnToWriter(tx, { ...params(itemVersionId), body: { guard, note: '换一个情境' } }, ctx))
  assert.equal(codeOf(await back(2)), 'not-permitted')
  must(await pass(itemVersionId, 2))
  assert.equal(must(await back(3)).state, 'returned')
})

test('passing takes the whole checklist, and approval waits for open remarks', async () => {
  const { itemVersionId } = await drafted()
  must(await send(itemVersionId, 1))
  assert.equal(codeOf(await pass(itemVersionId, 2, reviewer, CHECKLIST_POINTS.slice(1))), 'checklist-open')
  must(await pass(itemVersionId, 2))
  const comment = must(
    await by(reviewer, (tx, ctx) =>
      remark(tx, { ...params(itemVersionId), body: { text: '第二个选项再斟酌', place: 'options.2', replyTo: null } }, ctx),
    ),
  )
  assert.equal(codeOf(await approved(itemVersionId, 3)), 'comments-open')
  const settled = await by(writer, (tx, ctx) => settleThread(tx, { params: { itemVersionId, ...comment } }, ctx))
  assert.ok(settled.ok)
  must(await approved(itemVersionId, 3))
})

test('two people who saw the same version do not both take a step', async () => {
  const { itemVersionId } = await drafted()
  must(await send(itemVersionId, 1))
  const outcomes = await Promise.all([pass(itemVersionId, 2), pass(itemVersionId, 2, actorWith('item-reviewer'))])
  assert.deepEqual(outcomes.map(codeOf).toSorted(), ['ok', 'wrong-state'])
})

test('withdrawing is the writer’s own, retiring the centre’s with a reason', async () => {
  const { itemVersionId } = await drafted()
  const pull = (actor: Actor) =>
    by(actor, (tx, ctx) => withdraw(tx, { ...params(itemVersionId), body: { guard: 2, reason: '与另一题重复' } }, ctx))
  must(await send(itemVersionId, 1))
  assert.equal(codeOf(await pull(other)), 'not-own-version')
  assert.equal(must(await pull(writer)).state, 'withdrawn')
  const operational = await drafted()
  await wholeWay(operational.itemVersionId)
  const retired = await by(centre, (tx, ctx) =>
    retire(tx, { ...params(operational.itemVersionId), body: { guard: 6, reason: '法规已修改' } }, ctx),
  )
  assert.equal(must(retired).state, 'retired')
})

test('other people’s drafts are unknown; opening what is known leaves a record of who and which version', async () => {
  const { itemId, itemVersionId } = await drafted()
  assert.equal(codeOf(await by(other, (tx, ctx) => openContent(tx, params(itemVersionId), ctx))), 'item-unknown')
  assert.equal(codeOf(await by(reviewer, (tx, ctx) => openContent(tx, params(itemVersionId), ctx))), 'item-unknown')
  must(await send(itemVersionId, 1))
  const opened = must(await by(reviewer, (tx, ctx) => openContent(tx, params(itemVersionId), ctx)))
  assert.equal(opened.key['optionId'], 'opt1')
  const [reading] = (await by(centre, tx => historyOf(tx, { kind: 'item', id: itemId }))).filter(entry => entry.type === 'item-read')
  assert.equal(reading?.actor, reviewer.kind === 'person' ? `person:${reviewer.personId}` : '')
  assert.equal(reading?.facts['itemVersionId'], itemVersionId)
})

test('the queue tells each person what waits for them, with the day by which it is due', async () => {
  const { itemVersionId } = await drafted()
  must(await send(itemVersionId, 1))
  const waiting = must(await by(reviewer, (tx, ctx) => viewQueue(tx, {}, ctx))).toReview.find(v => v.itemVersionId === itemVersionId)
  assert.equal(waiting?.dueAt, AT + 7 * 86_400_000)
  assert.ok(!must(await by(writer, (tx, ctx) => viewQueue(tx, {}, ctx))).toReview.some(v => v.itemVersionId === itemVersionId))
  must(await pass(itemVersionId, 2))
  assert.ok(must(await by(centre, (tx, ctx) => viewQueue(tx, {}, ctx))).toApprove.some(v => v.itemVersionId === itemVersionId))
})
