import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import { writeArchive } from '../../../../platform/archive/write-archive.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { type Sheet, readSheets } from '../../../../platform/sheets/read-sheets.ts'
import { writeSheets } from '../../../../platform/sheets/write-sheets.ts'
import { actorWith, must, testContext, testPorts } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { levelAreas } from '../../core/tables/areas.ts'
import { aDraft } from '../../fixtures.ts'
import { loadSpecification } from '../files/load-specification.ts'
import { viewSpecification } from '../reading/view-figures.ts'
import { withdraw } from '../steps/steps.ts'
import { startDraft } from '../writing/write-draft.ts'
import { importWorkbook } from './import-specification.ts'
import { sendSpecification, sendSpecificationPattern, viewSpecifications } from './show-specifications.ts'

let testing: TestDatabase
let ports: Ports
const writer = actorWith('item-writer')
const centre = actorWith('national-officer')
const PLACE = { editionId: 'ec-2005', level: 'L4', part: 'theory' } as const

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
  const text = readFileSync(new URL('../../../../../data/specification/ec-2005-L4.json', import.meta.url), 'utf8')
  must(await by(centre, (tx, ctx) => loadSpecification(tx, ctx, { file: 'L4', text })))
})
after(() => testing.end())

function by<T>(actor: Actor, act: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T> {
  return testing.database.transact(tx => act(tx, testContext(ports, actor)))
}
const send = (bytes: Buffer, changes: Partial<typeof PLACE & { dryRun: boolean }> = {}) =>
  importWorkbook(
    { body: { ...PLACE, dryRun: false, ...changes }, file: { fileName: '细目表.xlsx', bytes } as never },
    testContext(ports, centre),
  )
const present = async () => must(await by(centre, tx => sendSpecification(tx, { query: PLACE }))).bytes
const numberNow = async () => must(await by(centre, tx => viewSpecification(tx, { query: PLACE }))).number
const lastPoint = async () => must(await by(centre, tx => viewSpecification(tx, { query: PLACE }))).points.at(-1)

/** The present workbook with the rows of its points changed. */
async function changed(change: (rows: Sheet['rows'][number][]) => Sheet['rows']): Promise<Buffer> {
  const sheets = await readSheets(await present())
  assert.ok(sheets.ok)
  const turned = sheets.value.map((sheet, at) => (at === 0 ? { ...sheet, rows: change([...sheet.rows]) } : sheet))
  return Buffer.from(await writeSheets(turned))
}

describe('a table goes out and comes in', () => {
  test('what was exported changes nothing when it is uploaded again', async () => {
    const reply = must(await send(await present()))
    assert.deepEqual(
      [reply.outcome, reply.entered, reply.number, reply.added, reply.removed, reply.changed],
      ['unchanged', false, 1, [], [], []],
    )
    assert.equal(await numberNow(), 1)
  })

  test('a trial tells the difference and keeps nothing; then it is entered as the next table, with a record', async () => {
    const bytes = await changed(([head = [], first = [], ...rest]) => [
      head,
      first.map((cell, at) => (at === 8 ? '职业道德的概念、特点' : at === 10 ? 3 : cell)),
      ...rest,
      rest.at(-1)?.map((cell, at) => (at === 7 ? '099' : at === 8 ? '新增的鉴定点' : cell)) ?? [],
    ])
    const tried = must(await send(bytes, { dryRun: true }))
    assert.deepEqual([tried.outcome, tried.entered, tried.number, tried.faults], ['replaced', false, 2, []])
    assert.deepEqual(
      [tried.added.map(point => point.name), tried.changed.map(point => point.fields), tried.removed],
      [['新增的鉴定点'], [['name', 'page']], []],
    )
    assert.equal(await numberNow(), 1)
    const entered = must(await send(bytes))
    assert.deepEqual([entered.outcome, entered.entered, entered.number], ['replaced', true, 2])
    assert.deepEqual([await numberNow(), (await lastPoint())?.name], [2, '新增的鉴定点'])
    const history = await by(centre, tx => historyOf(tx, { kind: 'specification', id: 'ec-2005-L4-theory' }))
    assert.deepEqual([history.at(-1)?.type, history.at(-1)?.facts['file']], ['specification-replaced', '细目表.xlsx'])
    const { tables } = must(await by(centre, tx => viewSpecifications(tx)))
    assert.deepEqual(
      tables.map(table => [table.level, table.number, table.points]),
      [['L4', 2, entered.points]],
    )
  })
})

describe('a point that has items', () => {
  const withoutLast = () => changed(rows => rows.slice(0, -1))

  test('may not vanish: the table is refused with the list, and a trial tells it before', async () => {
    const point = await lastPoint()
    assert.ok(point)
    const draft = aDraft({ area: [...point.area], points: [point.code], importance: point.importance })
    const place = { code: 'L4-V-001', editionId: 'ec-2005', level: 'L4' }
    const { itemVersionId } = must(await by(writer, (tx, ctx) => startDraft(tx, { body: { place, draft } }, ctx)))
    const bytes = await withoutLast()
    const tried = must(await send(bytes, { dryRun: true }))
    assert.deepEqual(tried.vanishing, [{ code: point.code, name: point.name, items: 1 }])
    const before = await numberNow()
    const refused = await send(bytes)
    assert.ok(!refused.ok)
    assert.deepEqual([refused.refusal.code, refused.refusal.facts], ['specification-points-in-use', { count: 1 }])
    assert.deepEqual(
      refused.refusal.fields?.map(field => field.zh),
      [`鉴定点${point.code} ${point.name}：1个试题版本`],
    )
    assert.equal(await numberNow(), before)
    must(await by(writer, (tx, ctx) => withdraw(tx, { params: { itemVersionId }, body: { guard: 1, reason: '不用了' } }, ctx)))
    const entered = must(await send(bytes))
    assert.deepEqual([entered.entered, entered.removed.map(one => one.code)], [true, [point.code]])
  })

  test('of another level holds this point too', async () => {
    const point = await lastPoint()
    assert.ok(point)
    const placings = [{ editionId: 'ec-2005', level: 'L4', points: [point.code] }]
    const place = { code: 'L3-V-001', editionId: 'ec-2005', level: 'L3' }
    const [area] = levelAreas({ editionId: 'ec-2005', level: 'L3' }) ?? []
    const draft = aDraft({ area: [...(area?.path ?? [])], placings })
    must(await by(writer, (tx, ctx) => startDraft(tx, { body: { place, draft } }, ctx)))
    const refused = await send(await withoutLast())
    assert.equal(!refused.ok && refused.refusal.code, 'specification-points-in-use')
  })
})

describe('what cannot be entered', () => {
  test('faults are told by cell in a trial, and refuse the whole', async () => {
    const bytes = await changed(([head = [], first = [], ...rest]) => [
      head,
      first.map((cell, at) => (at === 7 ? 1 : at === 9 ? 'W' : cell)),
      ...rest,
    ])
    const tried = must(await send(bytes, { dryRun: true }))
    assert.deepEqual(
      tried.faults.map(fault => fault.cell),
      ['细目表!H2', '细目表!J2'],
    )
    const before = await numberNow()
    const refused = await send(bytes)
    assert.ok(!refused.ok)
    assert.deepEqual([refused.refusal.code, refused.refusal.facts['count'], await numberNow()], ['specification-invalid', 2, before])
  })

  test('a pattern nobody has filled in is no table, and has the areas of its level', async () => {
    const { bytes } = must(await by(centre, tx => sendSpecificationPattern(tx, { query: PLACE })))
    const tried = must(await send(bytes, { dryRun: true }))
    assert.ok(tried.faults.length > 0)
    const nowhere = await by(centre, tx => sendSpecificationPattern(tx, { query: { ...PLACE, level: 'L9' } }))
    assert.equal(!nowhere.ok && nowhere.refusal.code, 'item-place-unknown')
  })

  test('hostile and foreign files are refused with a reason and nothing is entered', async () => {
    const before = await numberNow()
    const page = Buffer.from('<html><body>细目表</body></html>')
    const zip = await writeArchive([{ path: 'notes.txt', bytes: Buffer.from('text') }])
    const hollow = await writeArchive([{ path: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') }])
    const codes = []
    for (const bytes of [Buffer.alloc(0), page, zip, hollow, (await present()).subarray(0, 900), Buffer.alloc(4 * 1024 * 1024 + 1, 80)]) {
      const reply = await send(bytes)
      codes.push(reply.ok ? 'ok' : reply.refusal.code)
    }
    assert.deepEqual(codes, [
      'file-missing',
      'import-not-readable',
      'import-not-readable',
      'import-not-readable',
      'import-not-readable',
      'file-too-large',
    ])
    assert.equal(await numberNow(), before)
  })

  test('an unknown place is refused before the file is opened; a place without a table has nothing to export', async () => {
    const reply = await send(Buffer.from('x'), { level: 'L9' as 'L4' })
    assert.equal(!reply.ok && reply.refusal.code, 'item-place-unknown')
    const none = await by(centre, tx => sendSpecification(tx, { query: { ...PLACE, level: 'L1' } }))
    assert.equal(!none.ok && none.refusal.code, 'specification-unknown')
  })
})
