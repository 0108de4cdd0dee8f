import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Result } from '../../../../kernel/result.ts'
import type { Ports } from '../../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { interactionOf } from '../../../interactions/contract.ts'
import { itemFiles } from '../../fixtures.ts'
import { itemVersionsOf, keysOf, operationalItems, publicContentsOf, recordExposure } from '../facts/item-facts.ts'
import { type LoadedItems, loadItems } from './load-items.ts'
import { openItem, viewCoverage, viewItems } from '../reading/view-bank.ts'

const sources = new Map(itemFiles('L4').map(source => [source.file, source]))
const files = [...sources.keys()]
const L4 = { editionId: 'ec-2005', levels: ['L4'] }
let testing: TestDatabase
let ports: Ports

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
})
after(() => testing.end())

type Raw = Record<string, unknown>

/** Enters a file of level four, with one of its items changed. */
function load(file: string, change: (items: Raw[]) => Raw[] = items => items): Promise<Result<LoadedItems>> {
  const { items, ...head } = JSON.parse(sources.get(file)?.text ?? '') as { items: Raw[] }
  const text = JSON.stringify({ ...head, items: change(items) })
  return testing.database.transact(tx =>
    loadItems(tx, testContext(ports), { file, text, pictures: sources.get(file)?.pictures ?? new Map() }),
  )
}

test('the bank of level four is entered once; the same files again change nothing', async () => {
  for (const file of files) assert.ok((await load(file)).ok)
  const items = await testing.database.transact(tx => operationalItems(tx, L4))
  assert.ok(items.length >= 120)
  const again = await Promise.all(files.map(file => load(file)))
  for (const outcome of again) assert.deepEqual(outcome.ok && [outcome.value.entered, outcome.value.renewed], [0, 0])
  assert.equal((await testing.database.transact(tx => operationalItems(tx, L4))).length, items.length)
  assert.ok(items.every(item => item.reviewer.startsWith('审题员') && item.state === 'operational' && item.exposure === 0))
})

test('a changed item becomes a new operational version and the old one is retired', async () => {
  const file = files[0] ?? ''
  const raw = JSON.parse(sources.get(file)?.text ?? '') as { items: Raw[] }
  const code = String(raw.items[0]?.['id'])
  const current = async () => (await testing.database.transact(tx => operationalItems(tx, L4))).find(item => item.code === code)
  const old = await current()
  assert.ok(old)
  const change = (items: Raw[]) =>
    items.map((item, at) => (at === 0 ? { ...item, explanation: '换了一种说法的解析，内容与原来不同。' } : item))
  assert.deepEqual(await load(file, change), { ok: true, value: { entered: 0, renewed: 1, unchanged: raw.items.length - 1 } })
  const renewed = await current()
  assert.equal(renewed?.version, 2)
  assert.equal(renewed?.itemId, old.itemId)
  const [retired] = await testing.database.transact(tx => itemVersionsOf(tx, [old.itemVersionId]))
  assert.equal(retired?.state, 'retired')
  assert.ok((await load(file)).ok)
  assert.equal((await current())?.version, 3)
})

test('a file with one fault enters nothing and names the item', async () => {
  const file = files[1] ?? ''
  const before = await testing.database.transact(tx => operationalItems(tx, L4))
  const renamed = (item: Raw, at: number) => ({ ...item, id: `L4-NEW-${at}`, enemies: [], difficulty: at === 3 ? 9 : item['difficulty'] })
  const outcome = await load(file, items => items.map(renamed))
  assert.ok(!outcome.ok)
  assert.equal(outcome.refusal.code, 'item-file-invalid')
  assert.match(outcome.refusal.fields?.[0]?.zh ?? '', /^02-\S+\.json L4-NEW-3：难度大于5$/)
  assert.equal((await testing.database.transact(tx => operationalItems(tx, L4))).length, before.length)
})

test('keys lie sealed in the database and open to the key that earns full marks', async () => {
  const items = await testing.database.transact(tx => operationalItems(tx, L4))
  const ids = items.map(item => item.itemVersionId)
  const rows = await testing.database.statement({ text: 'select content::text as content, key_sealed from item_content', values: [] })
  assert.ok(rows.rows.every(row => !/explanation|verdict|optionId"/.test(String(row['content']) + String(row['key_sealed']))))
  const secrets = await testing.database.transact(tx => keysOf(tx, testContext(ports), ids))
  for (const item of items) {
    const secret = secrets.get(item.itemVersionId)
    assert.ok(secret)
    const rules = interactionOf(item.type)
    const response = rules.keyResponse(secret.content, secret.key)
    const evidence = rules.fullEvidence(secret.content, secret.key)
    assert.equal(rules.score({ ...secret, response, evidence, max: item.marks }).earned, item.marks, item.code)
  }
})

test('public contents hold neither key nor explanation', async () => {
  const items = await testing.database.transact(tx => operationalItems(tx, L4))
  const ids = items.map(item => item.itemVersionId)
  const contents = await testing.database.transact(tx => publicContentsOf(tx, ids))
  const secrets = await testing.database.transact(tx => keysOf(tx, testContext(ports), ids))
  for (const [id, content] of contents) {
    const text = JSON.stringify(content)
    const explanation = JSON.stringify(secrets.get(id)?.key['explanation']).slice(2, -2)
    assert.ok(!text.includes(explanation) && !('key' in content) && !('verdict' in content))
  }
  assert.equal(contents.size, ids.length)
})

test('exposure counts an item once for each form', async () => {
  const [item] = await testing.database.transact(tx => operationalItems(tx, L4))
  assert.ok(item)
  const use = (usedIn: string) =>
    testing.database.transact(tx => recordExposure(tx, testContext(ports), { itemVersionIds: [item.itemVersionId], usedIn }))
  await use('form-1')
  await use('form-1')
  await use('form-2')
  const [counted] = await testing.database.transact(tx => itemVersionsOf(tx, [item.itemVersionId]))
  assert.equal(counted?.exposure, 2)
})

test('whoever opens an item is on record before the content leaves', async () => {
  const [item] = await testing.database.transact(tx => operationalItems(tx, L4))
  assert.ok(item)
  const reader = actorWith('item-reviewer')
  const opened = await testing.database.transact(tx =>
    openItem(tx, { params: { itemId: item.itemId }, body: {} }, testContext(ports, reader)),
  )
  assert.ok(opened.ok && 'stem' in opened.value.content)
  const history = await testing.database.transact(tx => historyOf(tx, { kind: 'item', id: item.itemId }))
  assert.deepEqual(
    history.map(entry => [entry.type, entry.actor]),
    [['item-read', `person:${reader.kind === 'person' ? reader.personId : ''}`]],
  )
  const unknown = await testing.database.transact(tx =>
    openItem(tx, { params: { itemId: 'nobody' }, body: {} }, testContext(ports, reader)),
  )
  assert.equal(!unknown.ok && unknown.refusal.code, 'item-unknown')
})

test('the list shows everything but the content, and coverage meets each weight of the edition', async () => {
  const listed = await testing.database.transact(tx =>
    viewItems(tx, { query: { editionId: 'ec-2005', level: 'L4', type: 'true-false', search: '网络营销', after: '', most: 3 } }),
  )
  assert.ok(listed.ok)
  assert.equal(listed.value.items.length, 3)
  assert.ok(listed.value.total > 3 && listed.value.items.every(item => !('content' in item)))
  const coverage = await testing.database.transact(tx => viewCoverage(tx, { query: { editionId: 'ec-2005', level: 'L4', workType: '' } }))
  assert.ok(coverage.ok)
  assert.equal(
    coverage.value.areas.reduce((sum, area) => sum + area.needed, 0),
    10_000,
  )
  assert.ok(coverage.value.areas.every(area => area.have >= area.needed))
})
