import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, must, testContext, testPorts } from '../../../../platform/test-context.ts'
import { searchItems } from '../../contract.ts'
import { aDraft } from '../../fixtures.ts'
import { judgeVersion, sendDraft } from '../steps/steps.ts'
import { remark } from '../writing/remarks.ts'
import { startDraft } from '../writing/write-draft.ts'
import { viewHistory, viewVersion } from './read-version.ts'
import { searchBank } from './search-bank.ts'
import { viewQueue } from './view-figures.ts'

let testing: TestDatabase
let ports: Ports
const named = (name: string, role: 'item-writer' | 'item-reviewer' | 'national-officer'): Actor => ({ ...actorWith(role), name }) as Actor
const writer = named('林夕', 'item-writer')
const reviewer = named('许明谦', 'item-reviewer')
const centre = named('顾砚之', 'national-officer')
let itemId = ''
let itemVersionId = ''

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
  const place = { code: 'L4-T-001', editionId: 'ec-2005', level: 'L4' }
  const made = must(await by(writer, (tx, ctx) => startDraft(tx, { body: { place, draft: aDraft() } }, ctx)))
  itemId = made.itemId
  itemVersionId = made.itemVersionId
  must(await by(writer, (tx, ctx) => sendDraft(tx, { params: { itemVersionId }, body: { guard: 1 } }, ctx)))
  const body = { text: '解析已核对。', place: '', replyTo: null }
  must(await by(writer, (tx, ctx) => remark(tx, { params: { itemVersionId }, body }, ctx)))
})
after(() => testing.end())

function by<T>(actor: Actor, act: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T> {
  return testing.database.transact(tx => act(tx, testContext(ports, actor)))
}
type Body = Parameters<typeof searchBank>[1]['body']
const bodyOf = (asked: object) => (searchItems.body as unknown as { parse(value: unknown): Body }).parse(asked)
const foundBy = async (actor: Actor, writerName: string) =>
  must(await by(actor, (tx, ctx) => searchBank(tx, { body: bodyOf({ writer: writerName }) }, ctx))).versions.length

/** Everything the reading doors tell of the writer, joined. */
async function toldTo(actor: Actor): Promise<string> {
  const version = must(await by(actor, (tx, ctx) => viewVersion(tx, { params: { itemVersionId } }, ctx)))
  const history = must(await by(actor, (tx, ctx) => viewHistory(tx, { params: { itemId } }, ctx)))
  const queue = must(await by(actor, (tx, ctx) => viewQueue(tx, {}, ctx)))
  const found = must(await by(actor, (tx, ctx) => searchBank(tx, { body: bodyOf({ code: 'L4-T' }) }, ctx)))
  return [
    version.version.writer,
    ...history.versions.map(each => each.writer),
    ...history.comments.map(each => each.person),
    ...queue.toReview.map(each => each.writer),
    ...found.versions.map(each => each.writer),
  ].join('')
}

test('no door tells a reviewer who wrote what is under review, nor finds it by the name', async () => {
  assert.equal(await toldTo(reviewer), '')
  const history = must(await by(reviewer, (tx, ctx) => viewHistory(tx, { params: { itemId } }, ctx)))
  assert.ok(history.steps.every(step => step.actor === ''))
  assert.equal(await foundBy(reviewer, '林夕'), 0)
})

test('the writer and the centre see the name all the time', async () => {
  assert.ok((await toldTo(writer)).includes('林夕'))
  assert.ok((await toldTo(centre)).includes('林夕'))
  assert.equal(await foundBy(centre, '林夕'), 1)
})

test('after the verdict the name is told', async () => {
  const body = { verdict: 'returned' as const, guard: 2, note: '选项D干扰力不足。' }
  must(await by(reviewer, (tx, ctx) => judgeVersion(tx, { params: { itemVersionId }, body }, ctx)))
  assert.ok((await toldTo(reviewer)).includes('林夕'))
  assert.equal(await foundBy(reviewer, '林夕'), 1)
})
