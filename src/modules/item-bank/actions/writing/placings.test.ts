import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, must, testContext, testPorts } from '../../../../platform/test-context.ts'
import { placingGroups } from '../../core/versions/placing-groups.ts'
import { aDraft } from '../../fixtures.ts'
import { loadSpecification } from '../files/load-specification.ts'
import { openContent, viewHistory } from '../reading/read-version.ts'
import { viewSpecification } from '../reading/view-figures.ts'
import { sendDraft, withdraw } from '../steps/steps.ts'
import { checkWriting, keepDraft, startDraft, startNextVersion } from './write-draft.ts'

let testing: TestDatabase
let ports: Ports
const writer = actorWith('item-writer')
const centre = actorWith('national-officer')
const HOME = { editionId: 'ec-2005', level: 'L4' }
const NEXT = { editionId: 'ec-2005', level: 'L3' }
const tableOf = (level: string) => readFileSync(new URL(`../../../../../data/specification/ec-2005-${level}.json`, import.meta.url), 'utf8')

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
  for (const level of ['L4', 'L3']) must(await by(centre, (tx, ctx) => loadSpecification(tx, ctx, { file: level, text: tableOf(level) })))
})
after(() => testing.end())

function by<T>(actor: Actor, act: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T> {
  return testing.database.transact(tx => act(tx, testContext(ports, actor)))
}
const pointsIn = async (place: typeof HOME) =>
  must(await by(centre, tx => viewSpecification(tx, { query: { ...place, part: 'theory' } }))).points

async function homeDraft(placings: { editionId: string; level: string; points: string[] }[]) {
  const [point] = await pointsIn(HOME)
  assert.ok(point)
  return aDraft({ area: [...point.area], points: [point.code], importance: point.importance, placings })
}

test('an item of one level serves another: it is kept, counted there, told in its history, and goes on with its next version', async () => {
  const [first, second] = await pointsIn(NEXT)
  assert.ok(first && second)
  const draft = await homeDraft([{ ...NEXT, points: [first.code] }])
  const made = must(await by(writer, (tx, ctx) => startDraft(tx, { body: { place: { code: 'L4-P-001', ...HOME }, draft } }, ctx)))
  const { itemVersionId, itemId } = made
  const more = await homeDraft([{ ...NEXT, points: [first.code, second.code] }])
  must(await by(writer, (tx, ctx) => keepDraft(tx, { params: { itemVersionId }, body: { guard: 1, draft: more } }, ctx)))
  assert.deepEqual(
    (await pointsIn(NEXT)).slice(0, 3).map(point => point.onTheirWay),
    [1, 1, 0],
  )
  must(await by(writer, (tx, ctx) => sendDraft(tx, { params: { itemVersionId }, body: { guard: 2 } }, ctx)))
  must(await by(writer, (tx, ctx) => withdraw(tx, { params: { itemVersionId }, body: { guard: 3, reason: '另改' } }, ctx)))
  const next = must(await by(writer, (tx, ctx) => startNextVersion(tx, { params: { itemVersionId } }, ctx)))
  const opened = must(await by(writer, (tx, ctx) => openContent(tx, { params: { itemVersionId: next.itemVersionId } }, ctx)))
  assert.deepEqual(placingGroups(opened.placings), [{ ...NEXT, points: [first.code, second.code] }])
  const none = await homeDraft([])
  const { itemVersionId: nextId } = next
  must(await by(writer, (tx, ctx) => keepDraft(tx, { params: { itemVersionId: nextId }, body: { guard: 1, draft: none } }, ctx)))
  const history = must(await by(writer, (tx, ctx) => viewHistory(tx, { params: { itemId } }, ctx)))
  const elsewhere = (id: string) => placingGroups(history.placings.filter(placing => placing.itemVersionId === id))
  assert.deepEqual(elsewhere(itemVersionId), [{ ...NEXT, points: [first.code, second.code] }])
  assert.deepEqual(elsewhere(nextId), [])
})

test('a point that the other table does not have, or the item’s own place named again, keeps the draft from being sent', async () => {
  const judged = async (placing: { editionId: string; level: string; points: string[] }) =>
    must(await by(writer, async tx => checkWriting(tx, { body: { ...HOME, draft: await homeDraft([placing]) } }))).faults.map(
      fault => `${fault.path} ${fault.zh}`,
    )
  assert.deepEqual(await judged({ ...NEXT, points: ['Z-Z-Z-999'] }), ['placings.0.points 鉴定点Z-Z-Z-999不在细目表中'])
  const [own] = await pointsIn(HOME)
  assert.deepEqual(await judged({ ...HOME, points: [own?.code ?? ''] }), ['placings.0 同一标准版本和等级只能归属一次'])
  const [other] = await pointsIn(NEXT)
  assert.deepEqual(await judged({ ...NEXT, points: [other?.code ?? ''] }), [])
})
