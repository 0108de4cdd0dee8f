import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { MOST_IN_FILE, fileParts } from '../../core/exchange/file-parts.ts'
import { AUTHOR_ITEMS } from '../../fixtures.ts'
import { loadItems } from '../files/load-items.ts'
import { viewItems } from '../reading/view-bank.ts'
import { sendExport } from './export-items.ts'
import { readExchange } from './read-exchange.ts'

let testing: TestDatabase
let ports: Ports
const centre = actorWith('national-officer')
const ITEMS = 2 * MOST_IN_FILE + 3
const PLACE = { editionId: 'ec-2005', level: 'L4', type: '', search: '' } as const
const codeOf = (at: number) => `L4-W-${String(at + 1).padStart(4, '0')}`
const inTx = <T>(act: (tx: Tx, ctx: Ctx) => Promise<T>) => testing.database.transact(tx => act(tx, testContext(ports, centre)))

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
  const items = Array.from({ length: ITEMS }, (_, at) => ({
    ...AUTHOR_ITEMS['true-false'],
    id: codeOf(at),
    stem: `第${at + 1}家网店的转化率等于成交人数除以访客数。`,
  }))
  const head = { edition: 'ec-2005', level: 'L4', writer: '命题员·甲', reviewer: '审题员·乙' }
  const loaded = await inTx((tx, ctx) => loadItems(tx, ctx, { file: 'many.json', text: JSON.stringify({ ...head, items }) }))
  assert.ok(loaded.ok, JSON.stringify(loaded))
})
after(() => testing.end())

async function readPages(most: number): Promise<{ readonly codes: string[]; readonly ids: string[]; readonly totals: Set<number> }> {
  const [codes, ids, totals] = [[] as string[], [] as string[], new Set<number>()]
  for (;;) {
    const reply = await inTx(tx => viewItems(tx, { query: { ...PLACE, after: codes.at(-1) ?? '', most } }))
    assert.ok(reply.ok)
    totals.add(reply.value.total)
    codes.push(...reply.value.items.map(item => item.code))
    ids.push(...reply.value.items.map(item => item.itemVersionId))
    if (reply.value.items.length < most) return { codes, ids, totals }
  }
}

test('all items of a level are listed by pages, each once, and every page tells how many there are', async () => {
  const { codes, totals } = await readPages(MOST_IN_FILE)
  assert.deepEqual(
    codes,
    Array.from({ length: ITEMS }, (_, at) => codeOf(at)),
  )
  assert.deepEqual([...totals], [ITEMS])
  const one = await inTx(tx => viewItems(tx, { query: { ...PLACE, type: 'single-choice', after: '', most: 5 } }))
  assert.deepEqual(one.ok && one.value, { total: 0, items: [] })
  const named = await inTx(tx => viewItems(tx, { query: { ...PLACE, search: 'W-1003', after: '', most: 5 } }))
  assert.deepEqual(named.ok && [named.value.total, named.value.items[0]?.code], [1, 'L4-W-1003'])
})

test('a page goes on behind a number, so that an item retired between two pages hides no other', async () => {
  const first = await inTx(tx => viewItems(tx, { query: { ...PLACE, after: '', most: 10 } }))
  assert.ok(first.ok)
  await testing.database.statement({ text: `update item_version set state = 'retired' where code = $1`, values: [codeOf(3)] })
  const next = await inTx(tx => viewItems(tx, { query: { ...PLACE, after: first.value.items.at(-1)?.code ?? '', most: 2 } }))
  await testing.database.statement({ text: `update item_version set state = 'operational' where code = $1`, values: [codeOf(3)] })
  assert.ok(next.ok)
  assert.deepEqual(
    next.value.items.map(item => item.code),
    [codeOf(10), codeOf(11)],
  )
})

test('a bank of more than one file leaves whole: the files read again hold every item once', async () => {
  const { codes, ids } = await readPages(MOST_IN_FILE)
  const parts = fileParts(ids)
  assert.equal(parts.length, 3)
  const found: string[] = []
  for (const itemVersionIds of parts) {
    const sent = await inTx((tx, ctx) => sendExport(tx, { body: { format: 'gift', itemVersionIds: [...itemVersionIds] } }, ctx))
    assert.ok(sent.ok)
    const read = await readExchange({ name: sent.value.fileName, bytes: sent.value.bytes }, 'gift')
    assert.ok(read.ok)
    found.push(...read.value.imported.items.map(item => item.code))
  }
  assert.deepEqual(found, codes)
})
