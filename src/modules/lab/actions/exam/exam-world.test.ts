import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Step } from '../../core/task/document-schema.ts'
import { rehearse } from '../../core/task/gates/rehearse.ts'
import { variantOf } from '../../core/task/variant.ts'
import { hash } from '../../core/world/ids.ts'
import { must, testContext, testPorts } from '../../../../platform/test-context.ts'
import { catalogueOf } from '../documents/catalogue.ts'
import { labEngine } from '../engine.ts'
import { codeOf } from '../worlds/stage.test.ts'
import { examDocumentOf, keepExamDocument, missingExamDocuments } from './exam-documents.ts'
import { type ExamCommand, openExamWorld, playExamWorld } from './play-world.ts'
import { forgetWorldsOf, scoreExamWorld, summariesOfWorlds, takeWorldRecord, worldRecordOf } from './world-records.ts'

const TASK = 'L4-02'
const SEED = 'a-secret-of-the-hall'
const place = (ownerId: string) => ({ ownerId, worldId: 'item-1' })

let one: TestDatabase
let two: TestDatabase
before(async () => {
  one = await testDatabase()
  two = await testDatabase()
})
after(async () => {
  await one.end()
  await two.end()
})

const contexts = new Map<TestDatabase, Ctx>()

function serverOf(db: TestDatabase) {
  const { database } = db
  const ctx = contexts.get(db) ?? testContext(testPorts(database))
  contexts.set(db, ctx)
  const document = must(examDocumentOf(ctx.ports.log, TASK))
  return {
    ctx,
    document,
    open: async (ownerId: string, seed = SEED) =>
      database.transact(async tx => {
        must(await keepExamDocument(tx, ctx, document))
        return openExamWorld(tx, ctx, { ...place(ownerId), document: document.sha256, seed })
      }),
    play: (ownerId: string, commands: readonly ExamCommand[]) =>
      playExamWorld(
        ctx,
        place(ownerId),
        commands.map(one => one.id),
        async ids => commands.filter(one => ids.includes(one.id)),
      ),
    record: async (ownerId: string) => (await database.transact(tx => worldRecordOf(tx, place(ownerId)))) ?? assert.fail('no world'),
    tx: database.transact,
  }
}

/** The reference solution of the variant, as the commands of a person in an exam. */
function solution(): ExamCommand[] {
  const { task, scenario } = catalogueOf({ error: () => assert.fail('a document cannot be read') } as never).get(TASK) ?? assert.fail()
  const { document } = serverOf(one)
  const variant = variantOf({ task, scenario, seed: SEED, mode: 'final', sha256: labEngine.sha256, hashes: [hash(document.sha256)] })
  return rehearse(labEngine, variant, task.reference as readonly Step[]).given.map(({ type, data, from }, at) => ({
    id: `1.${at + 1}`,
    type,
    data,
    expectedSeq: from,
  }))
}

describe('an exam document', () => {
  test('is what its digest says, or it is not kept', async () => {
    const server = serverOf(one)
    const { sha256, text } = server.document
    const keep = (document: { sha256: string; text: string }) => server.tx(tx => keepExamDocument(tx, server.ctx, document))
    assert.equal(codeOf(await keep({ sha256, text: text.replace('"version":1', '"version":2') })), 'lab-document-changed')
    const foreign = JSON.stringify({ version: 1, task: {}, scenario: {} })
    assert.equal(codeOf(await keep({ sha256: labEngine.sha256(foreign), text: foreign })), 'lab-document-invalid')
    assert.deepEqual(await server.tx(tx => missingExamDocuments(tx, [sha256])), [sha256])
    must(await keep({ sha256, text }))
    assert.deepEqual(await server.tx(tx => missingExamDocuments(tx, [sha256, 'f'.repeat(64)])), ['f'.repeat(64)])
    const { rows } = await one.database.pool.query('select sealed from lab_exam_document')
    assert.equal(rows.length, 1)
    assert.doesNotMatch((rows[0] as { sealed: string }).sealed, /reference|checks/, 'rubric and solution are not plain on the disk')
  })

  test('is needed to open a world', async () => {
    const server = serverOf(two)
    const opened = server.tx(tx => openExamWorld(tx, server.ctx, { ...place('nobody'), document: 'e'.repeat(64), seed: SEED }))
    assert.equal(codeOf(await opened), 'lab-document-missing')
  })
})

describe('a world of an exam', () => {
  test('opens once, and not with another seed', async () => {
    const server = serverOf(one)
    assert.equal(must(await server.open('opener')), 'opened')
    assert.equal(must(await server.open('opener')), 'there')
    assert.equal(codeOf(await server.open('opener', 'another seed')), 'world-differs')
  })

  test('is the same to the byte on two servers that carry out the same commands, in whatever pieces', async () => {
    const commands = solution()
    const [left, right] = [serverOf(one), serverOf(two)]
    must(await left.open('both'))
    must(await right.open('both'))
    for (let n = 1; n <= commands.length; n++) must(await left.play('both', commands.slice(0, n)))
    must(await right.play('both', commands))
    must(await right.play('both', commands))
    assert.equal(await left.record('both'), await right.record('both'))
    const [line] = await left.tx(tx => summariesOfWorlds(tx, 'both'))
    assert.deepEqual([line?.worldId, line?.task, line?.commands], ['item-1', TASK, commands.length])
    const score = must(await left.tx(tx => scoreExamWorld(tx, place('both'))))
    assert.equal(score.got, score.max)
    assert.deepEqual(must(await right.tx(tx => scoreExamWorld(tx, place('both')))), score)
  })

  test('of another list of commands begins anew and comes to what that list comes to', async () => {
    const commands = solution()
    const [left, right] = [serverOf(one), serverOf(two)]
    must(await left.open('turned'))
    must(await right.open('turned'))
    // three commands that only one server ever had, then the candidate went on at the other one from the second
    const other: ExamCommand = { id: '2.1', type: 'desk.task.mark', data: { marked: true }, expectedSeq: commands[2]?.expectedSeq ?? 0 }
    must(await left.play('turned', commands.slice(0, 3)))
    must(await right.play('turned', [...commands.slice(0, 2), other]))
    assert.notEqual(await left.record('turned'), await right.record('turned'))
    must(await left.play('turned', [...commands.slice(0, 2), other]))
    assert.equal(await left.record('turned'), await right.record('turned'))
  })

  test('goes to the centre as a record, is scored there alike, and a changed one is not taken', async () => {
    const [site, centre] = [serverOf(one), serverOf(two)]
    const record = await site.record('both')
    const take = (owner: string, text: string) => centre.tx(tx => takeWorldRecord(tx, centre.ctx, place(owner), text))
    assert.equal(must(await take('at-centre', record)), true)
    assert.equal(must(await take('at-centre', record)), true)
    assert.equal(await centre.record('at-centre'), record)
    assert.deepEqual(
      must(await centre.tx(tx => scoreExamWorld(tx, place('at-centre')))),
      must(await site.tx(tx => scoreExamWorld(tx, place('both')))),
    )
    assert.equal(codeOf(await take('x', 'no record')), 'lab-record-invalid')
    const events = (JSON.parse(record) as { events: { data: object }[] }).events
    const changed = JSON.stringify({ ...JSON.parse(record), events: events.map((e, at) => (at === 3 ? { ...e, data: { n: 1 } } : e)) })
    assert.equal(codeOf(await take('x', changed)), 'lab-record-broken')
    assert.equal(codeOf(await take('at-centre', await site.record('turned'))), 'world-differs')
  })

  test('is forgotten with everything of it', async () => {
    const server = serverOf(one)
    await server.tx(tx => forgetWorldsOf(tx, server.ctx, 'both'))
    for (const table of ['lab_world', 'lab_event', 'lab_entry', 'lab_snapshot'])
      assert.deepEqual((await one.database.pool.query(`select 1 from ${table} where owner_id = 'both'`)).rows, [], table)
    assert.equal(codeOf(await server.tx(tx => scoreExamWorld(tx, place('both')))), 'world-not-found')
  })
})
