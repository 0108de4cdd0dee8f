import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { anExchangeItem } from '../../core/exchange/exchange-set.test.ts'
import { NO_FACTS } from '../../core/exchange/exchange-item.ts'
import { listCodes } from '../../store/items/versions.ts'
import { openContent } from '../reading/read-version.ts'
import { sendExport, viewExportLosses } from './export-items.ts'
import { importFile } from './import-items.ts'
import { readExchange } from './read-exchange.ts'
import { writeExchange } from './write-exchange.ts'

let testing: TestDatabase
let ports: Ports
const writer = actorWith('item-writer')
const centre = actorWith('national-officer')

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
})
after(() => testing.end())

const ORDER = {
  format: '' as const,
  editionId: 'ec-2005',
  level: 'L4',
  area: '网络营销',
  difficulty: 3,
  licence: 'permission' as const,
  holder: '',
  dryRun: false,
  soundOnly: false,
}
const inTx = <T>(actor: Actor, act: (tx: Tx, ctx: Ctx) => Promise<T>) => testing.database.transact(tx => act(tx, testContext(ports, actor)))
const codes = () => testing.database.transact(tx => listCodes(tx))
const send = (bytes: Buffer, changes: Partial<typeof ORDER> & { format?: 'gift' | '' } = {}) =>
  importFile({ body: { ...ORDER, ...changes }, file: { fileName: 'items', bytes } as never }, testContext(ports, writer))
const text = (body: string) => Buffer.from(body, 'utf8')
const items = (...numbers: readonly string[]) => numbers.map(code => anExchangeItem('single-choice', { code, facts: NO_FACTS }))

async function workbookOf(...numbers: readonly string[]): Promise<Buffer> {
  return (await writeExchange('workbook', { items: items(...numbers), stimuli: [], media: [] })).bytes
}

describe('an import', () => {
  test('tried, tells everything and writes nothing', async () => {
    const reply = await send(await workbookOf('L4-TRY-001', 'L4-TRY-002'), { dryRun: true })
    assert.ok(reply.ok, JSON.stringify(reply))
    assert.deepEqual(
      [reply.value.format, reply.value.entered, reply.value.items.map(item => item.code)],
      ['workbook', 0, ['L4-TRY-001', 'L4-TRY-002']],
    )
    assert.deepEqual(await codes(), [])
  })

  test('with a fault enters nothing, unless the sound items alone are asked for', async () => {
    const file = text('好题\nA. 一\nB. 二\nANSWER: A\n\n坏题\nA. 一\nANSWER: A\n')
    const refused = await send(file)
    assert.ok(!refused.ok && refused.refusal.code === 'import-has-faults')
    assert.ok(refused.refusal.fields?.some(field => /少于2个/.test(field.zh)))
    assert.deepEqual(await codes(), [])
    const sound = await send(file, { soundOnly: true })
    assert.ok(sound.ok && sound.value.entered === 1)
    assert.deepEqual(await codes(), ['L4-IMP-001'])
  })

  test('makes drafts of the person who imports, with options named anew', async () => {
    const reply = await send(await workbookOf('L4-WBK-001'))
    assert.ok(reply.ok)
    const itemVersionId = reply.value.items[0]?.itemVersionId ?? ''
    const opened = await inTx(writer, (tx, ctx) => openContent(tx, { params: { itemVersionId } }, ctx))
    assert.ok(opened.ok)
    assert.deepEqual([opened.value.version.state, opened.value.version.isMine], ['draft', true])
    const ids = (opened.value.content['options'] as readonly { readonly id: string }[]).map(option => option.id)
    assert.ok(
      ids.every(id => /^o[0-9a-f]{11}$/.test(id)),
      ids.join(),
    )
    assert.ok(ids.includes(String(opened.value.key['optionId'])))
    const stranger = await inTx(actorWith('item-writer'), (tx, ctx) => openContent(tx, { params: { itemVersionId } }, ctx))
    assert.equal(stranger.ok, false)
  })

  test('sent twice finds its numbers taken and changes nothing', async () => {
    const again = await send(await workbookOf('L4-WBK-001'))
    assert.ok(!again.ok && again.refusal.code === 'import-has-faults')
    assert.equal((await codes()).filter(code => code === 'L4-WBK-001').length, 1)
  })

  for (const [name, bytes, code] of [
    ['an empty file', Buffer.alloc(0), 'file-missing'],
    ['noise', Buffer.from([0, 1, 2, 255, 254, 0, 3]), 'import-not-readable'],
    ['a broken archive', Buffer.from('PK\u0003\u0004 and nothing else'), 'import-not-readable'],
    ['prose', text('今天天气很好。'), 'import-format-unknown'],
    ['entities', text('<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>'), 'import-refused'],
  ] as const)
    test(`${name} is refused with ${code}`, async () => {
      const before = await codes()
      const reply = await send(bytes)
      assert.deepEqual([!reply.ok && reply.refusal.code, await codes()], [code, before])
    })

  test('a place that the edition does not have is refused before the file is opened', async () => {
    const reply = await send(text('x'), { area: '天文学' })
    assert.ok(!reply.ok && reply.refusal.code === 'item-place-unknown')
  })
})

describe('an export', () => {
  const chosen = async () => {
    const reply = await send(await workbookOf(`L4-EXP-${String((await codes()).length + 1).padStart(3, '0')}`))
    assert.ok(reply.ok)
    return reply.value.items[0]?.itemVersionId ?? ''
  }

  test('tells its losses beforehand, proven by reading back', async () => {
    const itemVersionIds = [await chosen()]
    const body = { format: 'aiken' as const, itemVersionIds }
    const told = await inTx(centre, (tx, ctx) => viewExportLosses(tx, { body }, ctx))
    assert.ok(told.ok)
    assert.deepEqual(
      told.value.crossings.map(crossing => crossing.state),
      ['changed'],
    )
    assert.ok(told.value.losses.length > 0)
  })

  test('gives a file that reads as the same items, and leaves a record of each', async () => {
    const itemVersionIds = [await chosen()]
    const sent = await inTx(centre, (tx, ctx) => sendExport(tx, { body: { format: 'qti-3', itemVersionIds } }, ctx))
    assert.ok(sent.ok)
    const read = await readExchange({ name: sent.value.fileName, bytes: sent.value.bytes }, null)
    assert.ok(read.ok)
    assert.deepEqual([read.value.format.id, read.value.imported.items.length, read.value.imported.losses], ['qti-3', 1, []])
    const opened = await inTx(writer, (tx, ctx) => openContent(tx, { params: { itemVersionId: itemVersionIds[0] ?? '' } }, ctx))
    assert.ok(opened.ok)
    assert.deepEqual(read.value.imported.items[0]?.content, opened.value.content)
    const history = await inTx(centre, tx => historyOf(tx, { kind: 'item', id: opened.value.version.itemId }))
    assert.equal(history.filter(entry => entry.type === 'item-exported').length, 1)
  })

  test('of a version that is not there is refused and records nothing', async () => {
    const sent = await inTx(centre, (tx, ctx) => sendExport(tx, { body: { format: 'gift', itemVersionIds: ['nobody'] } }, ctx))
    assert.ok(!sent.ok && sent.refusal.code === 'item-unknown')
  })
})
