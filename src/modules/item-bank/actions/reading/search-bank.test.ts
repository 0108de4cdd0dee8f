import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, must, testContext, testPorts } from '../../../../platform/test-context.ts'
import { searchItems } from '../../contract.ts'
import { AUTHOR_ITEMS, aDraft } from '../../fixtures.ts'
import { itemVersionsOf, recordExposure } from '../facts/item-facts.ts'
import { indexContents } from '../files/index-contents.ts'
import { loadItems } from '../files/load-items.ts'
import { keepDraft, startDraft } from '../writing/write-draft.ts'
import { searchBank, searchSimilar } from './search-bank.ts'

let testing: TestDatabase
let ports: Ports
const writer = actorWith('item-writer')
const reviewer = actorWith('item-reviewer')
const centre = actorWith('national-officer')

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
  // a task of the laboratory enters only with the word of its gates
  const items = Object.values(AUTHOR_ITEMS).filter(item => item.type !== 'hot-area' && item.type !== 'lab-task')
  const head = { edition: 'ec-2005', level: 'L4', writer: '命题员·甲', reviewer: '审题员·乙' }
  const loaded = await by(centre, (tx, ctx) => loadItems(tx, ctx, { file: 'x.json', text: JSON.stringify({ ...head, items }) }))
  assert.ok(loaded.ok, JSON.stringify(loaded))
})
after(() => testing.end())

function by<T>(actor: Actor, act: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T> {
  return testing.database.transact(tx => act(tx, testContext(ports, actor)))
}
type Body = Parameters<typeof searchBank>[1]['body']
const bodyOf = (asked: object) => (searchItems.body as unknown as { parse(value: unknown): Body }).parse(asked)
async function found(asked: object, actor: Actor = reviewer): Promise<string[]> {
  const answer = must(await by(actor, (tx, ctx) => searchBank(tx, { body: bodyOf(asked) }, ctx)))
  assert.equal(answer.total, answer.versions.length)
  return answer.versions.map(version => version.code)
}
const entries = async (type: string) =>
  (await testing.database.statement({ text: 'select actor, facts from audit_entry where type = $1 order by at, seq', values: [type] })).rows

test('words are found in stem, options, parts and stimulus, whatever their width; where they stand is told', async () => {
  assert.deepEqual(await found({ text: '访客数与展现量之比' }), ['L4-A-001'])
  assert.deepEqual(await found({ text: '成交人数与访客数之比' }), ['L4-A-007'])
  assert.deepEqual(await found({ text: '访客两千人' }), ['L4-A-014'])
  assert.deepEqual(await found({ text: '请 提出 改进办法' }), ['L4-A-014'])
  const answer = must(await by(reviewer, (tx, ctx) => searchBank(tx, { body: bodyOf({ text: '展现量' }) }, ctx)))
  const matched = new Map(answer.versions.map(version => [version.code, version.matched]))
  assert.deepEqual(matched.get('L4-A-001'), ['stem', 'options'])
  assert.deepEqual(matched.get('L4-A-005'), ['options'])
})

test('neither the key nor the explanation nor the reference is found', async () => {
  for (const text of ['按题意逐项核对', '围绕主图', '指出点击率偏低', '成交转化率']) assert.deepEqual(await found({ text }), [], text)
})

test('a single character and a sign among words are looked for too', async () => {
  assert.ok((await found({ text: '单' })).length > 3)
  assert.deepEqual(await found({ text: '。”' }), [])
})

test('facts narrow a search, alone and with words', async () => {
  assert.deepEqual(await found({ type: 'essay' }), ['L4-A-011'])
  assert.deepEqual(await found({ type: 'true-false', text: '转化率' }), ['L4-A-003'])
  assert.deepEqual(await found({ level: 'L3' }), [])
  assert.deepEqual(
    await found({ area: ['网络营销'], point: 'B-A-A-001', code: 'L4-A-00' }),
    [1, 2, 3, 4, 5, 6, 7, 8].map(n => `L4-A-00${n}`),
  )
  assert.deepEqual(await found({ area: ['网络'] }), [])
  assert.deepEqual(await found({ point: 'B-A-A-002' }), [])
  assert.deepEqual(await found({ point: 'B-A' }), await found({ point: 'B-A-A-001' }))
  assert.ok((await found({ point: 'B' })).length > 0)
  for (const point of ['A', 'B-AA', 'B-A-A-00']) assert.deepEqual(await found({ point }), [], point)
  assert.deepEqual(await found({ difficulty: { least: 4, most: 5 } }), [])
  assert.deepEqual(await found({ importance: 'Y' }), [])
  assert.equal((await found({ writer: '命题员·甲' })).length, 12)
  assert.deepEqual(await found({ states: ['retired'] }), [])
})

test('pages follow one another in the order of codes, with the whole counted', async () => {
  const page = async (from: number) => must(await by(reviewer, (tx, ctx) => searchBank(tx, { body: bodyOf({ from, most: 5 }) }, ctx)))
  const [first, second, last] = [await page(0), await page(5), await page(10)]
  const codes = [first, second, last].flatMap(answer => answer.versions.map(version => version.code))
  assert.deepEqual(codes, codes.toSorted())
  assert.deepEqual([first.total, second.total, last.total, last.versions.length, first.more], [12, 12, 12, 2, false])
})

test('used and unused are told by the exposures of an item', async () => {
  const [version] = must(await by(reviewer, (tx, ctx) => searchBank(tx, { body: bodyOf({ code: 'L4-A-001' }) }, ctx))).versions
  assert.ok(version)
  const use = { itemVersionIds: [version.itemVersionId], usedIn: 'quiz:7', kind: 'quiz' as const }
  await by(centre, (tx, ctx) => recordExposure(tx, ctx, use))
  assert.deepEqual(await found({ used: 'used' }), ['L4-A-001'])
  assert.equal((await found({ used: 'unused' })).length, 11)
  const [item] = await by(centre, tx => itemVersionsOf(tx, [version.itemVersionId]))
  assert.deepEqual([item?.exposure, item?.lastUsedAt], [1, testContext(ports).now])
})

test('a search by words is on record with what it listed; one by facts alone is not', async () => {
  const before = (await entries('items-searched')).length
  await found({ type: 'essay' })
  assert.equal((await entries('items-searched')).length, before)
  await found({ text: '将指标与含义连线' })
  const last = (await entries('items-searched')).find(entry => (entry['facts'] as { text: string }).text.startsWith('将指标'))
  assert.equal(last?.['actor'], reviewer.kind === 'person' ? `person:${reviewer.personId}` : '')
  assert.deepEqual(last?.['facts'], { text: '将指标与含义连线', total: 1, codes: ['L4-A-007'] })
})

test('lists carry no content', async () => {
  const answer = must(await by(reviewer, (tx, ctx) => searchBank(tx, { body: bodyOf({ text: '展现量' }) }, ctx)))
  const reply = searchItems.reply as unknown as { parse(value: unknown): unknown }
  assert.ok(!JSON.stringify(reply.parse(answer)).includes('展现'))
})

test('the nearest item is told with its percentage, without its words, and on record', async () => {
  const similar = (text: string, exceptItemId = '') =>
    by(writer, (tx, ctx) => searchSimilar(tx, { body: { text, exceptItemId, most: 5 } }, ctx))
  const near = must(await similar('某网店本月展现量十万次，访客三千人，成交一百单，成交金额一万二千元。'))
  assert.equal(near.items[0]?.code, 'L4-A-014')
  assert.ok((near.items[0]?.percent ?? 0) >= 50 && !JSON.stringify(near).includes('展现'))
  assert.deepEqual(must(await similar('与题库毫无相同之处的一段话')).items, [])
  const told = (await entries('items-compared')).flatMap(entry => (entry['facts'] as { items: string[] }).items)
  assert.ok(told.includes(`L4-A-014 ${near.items[0]?.percent}%`))
  const without = must(await similar('某网店本月展现量十万次，访客三千人，成交一百单，成交金额一万二千元。', near.items[0]?.itemId))
  assert.ok(!without.items.some(item => item.code === 'L4-A-014'))
})

test('drafts are found by their writer and the centre only, and by their newest words only', async () => {
  const draft = aDraft({ content: { version: 2, stem: '鹦鹉螺形状的购物车图标表示（    ）。', options: aDraft().content['options'] } })
  const place = { code: 'L4-D-001', editionId: 'ec-2005', level: 'L4' }
  const { itemVersionId } = must(await by(writer, (tx, ctx) => startDraft(tx, { body: { place, draft } }, ctx)))
  assert.deepEqual(await found({ text: '鹦鹉螺' }, writer), ['L4-D-001'])
  assert.deepEqual(await found({ text: '鹦鹉螺' }, centre), ['L4-D-001'])
  assert.deepEqual(await found({ text: '鹦鹉螺' }, reviewer), [])
  assert.deepEqual(await found({ code: 'L4-D' }, reviewer), [])
  const body = { text: '鹦鹉螺形状的购物车图标表示', exceptItemId: '', most: 5 }
  assert.deepEqual(must(await by(reviewer, (tx, ctx) => searchSimilar(tx, { body }, ctx))).items, [])
  const changed = aDraft({ content: { ...draft.content, stem: '猫头鹰形状的购物车图标表示（    ）。' } })
  must(await by(writer, (tx, ctx) => keepDraft(tx, { params: { itemVersionId }, body: { guard: 1, draft: changed } }, ctx)))
  assert.deepEqual(await found({ text: '鹦鹉螺' }, writer), [])
  assert.deepEqual(await found({ text: '猫头鹰' }, writer), ['L4-D-001'])
})

test('the index counts each pair of characters as often as versions hold it', async () => {
  const wrong = await testing.database.statement({
    text: `select c.gram from gram_count c where c.versions <> (select count(*) from item_gram g where g.gram = c.gram)`,
    values: [],
  })
  assert.deepEqual(wrong.rows, [])
})

test('contents from before the index are brought into it once', async () => {
  await testing.database.statement({ text: 'delete from item_gram', values: [] })
  await testing.database.statement({ text: 'delete from gram_count', values: [] })
  await testing.database.statement({ text: "update item_content set plain = ''", values: [] })
  await testing.database.statement({ text: 'update item_version set text_no = null', values: [] })
  assert.deepEqual(await found({ text: '访客数与展现量之比' }), [])
  assert.equal(await indexContents({ ports }), 13)
  assert.equal(await indexContents({ ports }), 0)
  assert.deepEqual(await found({ text: '访客数与展现量之比' }), ['L4-A-001'])
})
