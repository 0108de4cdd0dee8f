import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, must, testContext, testPorts } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { theoryAreas } from '../../core/tables/areas.ts'
import { AUTHOR_ITEMS, aDraft } from '../../fixtures.ts'
import { openContent } from '../reading/read-version.ts'
import { viewDashboard, viewSpecification } from '../reading/view-figures.ts'
import { startDraft } from '../writing/write-draft.ts'
import { loadItems } from './load-items.ts'
import { loadSpecification } from './load-specification.ts'

let testing: TestDatabase
let ports: Ports
const writer = actorWith('item-writer')
const centre = actorWith('national-officer')
const PLACE = { editionId: 'ec-2005', level: 'L4' }
const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450"><rect x="10" y="10" width="200" height="40"/></svg>',
)

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
})
after(() => testing.end())

function by<T>(actor: Actor, act: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T> {
  return testing.database.transact(tx => act(tx, testContext(ports, actor)))
}

/** A table with one point for each area of the level, and some more in the area of the sample items. */
function tableText(more: readonly string[] = ['002']): string {
  const areas = must(theoryAreas({ ...PLACE, workType: null }))
  const point = (code: string) => ({ code, name: `鉴定点${code}`, importance: 'X', page: null })
  const ranges = areas.map((area, at) => {
    const own = area.path.join('/') === '网络营销'
    const points = [point('001'), ...(own ? more.map(point) : [])]
    return {
      code: own ? 'ZZ' : String.fromCharCode(65 + at),
      name: area.path.join('／'),
      area: area.path,
      ranges: [{ code: 'A', name: '要点', points }],
    }
  })
  const head = { edition: 'ec-2005', level: 'L4', part: 'theory', provenance: 'reconstructed', note: '', textbook: '' }
  return JSON.stringify({ ...head, ranges: [{ code: 'B', name: '相关知识', ranges }] })
}
const load = (text: string) => by(centre, (tx, ctx) => loadSpecification(tx, ctx, { file: 'ec-2005-L4.json', text }))
function itemsText(point: string, type: keyof typeof AUTHOR_ITEMS = 'true-false'): string {
  const head = { edition: 'ec-2005', level: 'L4', writer: '命题员·甲', reviewer: '审题员·乙' }
  return JSON.stringify({ ...head, items: [{ ...AUTHOR_ITEMS[type], points: [point] }] })
}

test('a table is entered once; the same again changes nothing; another one replaces it with a record of what it leaves behind', async () => {
  const first = must(await load(tableText()))
  assert.deepEqual([first.outcome, first.number, first.orphans], ['entered', 1, []])
  assert.equal(must(await load(tableText())).outcome, 'unchanged')
  must(await by(centre, (tx, ctx) => loadItems(tx, ctx, { file: 'x', text: itemsText('B-ZZ-A-002') })))
  const second = must(await load(tableText(['003'])))
  assert.deepEqual([second.outcome, second.number, second.orphans], ['replaced', 2, ['B-ZZ-A-002']])
  const history = await by(centre, tx => historyOf(tx, { kind: 'specification', id: 'ec-2005-L4-theory' }))
  assert.deepEqual(
    history.map(entry => [entry.type, entry.facts['number'], entry.facts['orphans']]),
    [
      ['specification-entered', 1, []],
      ['specification-replaced', 2, ['B-ZZ-A-002']],
    ],
  )
  const kept = await testing.database.statement({ text: 'select count(*) as n from specification', values: [] })
  assert.equal(kept.rows[0]?.['n'], 2)
})

test('a faulty table enters nothing and tells every place', async () => {
  const refused = await load(tableText().replace('"importance":"X"', '"importance":"W"'))
  assert.ok(!refused.ok && refused.refusal.code === 'specification-invalid')
  assert.match(refused.refusal.fields?.[0]?.zh ?? '', /重要程度应为X、Y或Z/)
})

test('items are read against the table once there is one', async () => {
  must(await load(tableText(['002', '003'])))
  const wrong = await by(centre, (tx, ctx) => loadItems(tx, ctx, { file: 'x', text: itemsText('B-ZZ-A-009') }))
  assert.ok(!wrong.ok)
  assert.match(wrong.refusal.fields?.[0]?.zh ?? '', /鉴定点B-ZZ-A-009不在细目表中/)
})

test('the table shows the items at each point, operational and on their way', async () => {
  const draft = aDraft({ points: ['B-ZZ-A-003'] })
  must(await by(writer, (tx, ctx) => startDraft(tx, { body: { place: { code: 'L4-S-001', ...PLACE }, draft } }, ctx)))
  const table = must(await by(centre, tx => viewSpecification(tx, { query: { ...PLACE, part: 'theory' } })))
  const at = new Map(table.points.map(point => [point.code, [point.operational, point.onTheirWay]]))
  assert.deepEqual(
    [at.get('B-ZZ-A-002'), at.get('B-ZZ-A-003'), at.get('B-ZZ-A-001')],
    [
      [1, 0],
      [0, 1],
      [0, 0],
    ],
  )
  const none = await by(centre, tx => viewSpecification(tx, { query: { ...PLACE, level: 'L1', part: 'theory' } }))
  assert.equal(!none.ok && none.refusal.code, 'specification-unknown')
})

test('pictures come with their file: kept by their bytes, with a licence, and shown with the version', async () => {
  const text = itemsText('B-ZZ-A-001', 'hot-area')
  const without = await by(centre, (tx, ctx) => loadItems(tx, ctx, { file: 'h', text }))
  assert.ok(!without.ok)
  const active = Buffer.from(SVG.toString().replace('<rect', '<script>alert(1)</script><rect'))
  const bad = await by(centre, (tx, ctx) => loadItems(tx, ctx, { file: 'h', text, pictures: new Map([['page.svg', active]]) }))
  assert.ok(!bad.ok)
  assert.match(bad.refusal.fields?.[0]?.zh ?? '', /图片page\.svg不能使用：SVG图片中含有脚本/)
  must(await by(centre, (tx, ctx) => loadItems(tx, ctx, { file: 'h', text, pictures: new Map([['page.svg', SVG]]) })))
  const rows = await testing.database.statement({ text: 'select item_version_id from item_media', values: [] })
  const itemVersionId = String(rows.rows[0]?.['item_version_id'])
  const opened = must(await by(centre, (tx, ctx) => openContent(tx, { params: { itemVersionId } }, ctx)))
  assert.deepEqual(
    opened.media.map(media => [media.licence, media.holder, media.width, media.height]),
    [['own-work', '命题员·甲', 800, 450]],
  )
  assert.deepEqual(await ports.files.get(opened.media[0]?.mediaId ?? ''), SVG)
})

test('the dashboard adds up: states, writers, coverage, uses and ages of a level', async () => {
  const board = must(await by(centre, (tx, ctx) => viewDashboard(tx, { query: PLACE }, ctx)))
  assert.deepEqual(
    board.states.toSorted((a, b) => (a.state < b.state ? -1 : 1)),
    [
      { state: 'draft', items: 1 },
      { state: 'operational', items: 2 },
    ],
  )
  assert.deepEqual(
    board.writers.find(row => row.writer === '命题员·甲'),
    { writer: '命题员·甲', items: 2, operational: 2, returned: 0 },
  )
  assert.deepEqual(
    board.coverage.toSorted((a, b) => (a.point < b.point ? -1 : 1)).map(row => [row.point, row.type, row.difficulty, row.items]),
    [
      ['B-ZZ-A-001', 'hot-area', 3, 1],
      ['B-ZZ-A-002', 'true-false', 3, 1],
    ],
  )
  assert.deepEqual(board.exposure[0], { upTo: 0, items: 2 })
  assert.deepEqual(board.age[0], { upTo: 30, items: 2 })
  assert.ok(board.lastUse.every(span => span.items === 0))
})
