import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { RolledBack } from '../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { checkpointLog, readCheckpoints } from './checkpoint-log.ts'
import { historyOf } from './history-of.ts'
import { record } from './record.ts'
import { verifyLog } from './verify-log.ts'

let db: TestDatabase
let ports: ReturnType<typeof testPorts>
before(async () => {
  db = await testDatabase()
  ports = testPorts(db.database)
})
after(() => db.end())
const event = (id: string, n = 0) => ({ type: 'thing-done', subject: { kind: 'thing', id }, facts: { n, list: ['甲', '乙'] } })
const put = (id: string, n = 0) => db.database.transact(tx => record(tx, testContext(ports, actorWith('registrar')), event(id, n)))
const verify = () => db.database.transact(tx => verifyLog(tx, ports.keys, []))
const sql = (text: string) => db.database.statement({ text, values: [] })

test('entries written at the same time stand in one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => put('same', n)))
  const history = await db.database.transact(tx => historyOf(tx, { kind: 'thing', id: 'same' }))
  assert.deepEqual(
    history.map(e => e.seq),
    Array.from({ length: 40 }, (_, i) => i + 1),
  )
  assert.deepEqual((await verify()).faults, [])
})

test('an entry of a decision that was rolled back does not stand', async () => {
  const before = (await verify()).entries
  await db.database.transact(async tx => {
    await record(tx, testContext(ports), event('gone'))
    throw new RolledBack(null)
  })
  assert.equal((await verify()).entries, before)
})

test('verification names the row that was changed in the database', async () => {
  await put('other', 1)
  await sql(`update audit_entry set facts = '{"n": 2}' where subject_id = 'other'`)
  assert.deepEqual(
    (await verify()).faults.map(f => f.kind),
    ['changed'],
  )
  await sql(`update audit_entry set facts = '{"n": 1, "list": ["甲", "乙"]}' where subject_id = 'other'`)
  assert.deepEqual((await verify()).faults, [])
})

test('a dropped row and an inserted row are found', async () => {
  await sql(`create table kept as select * from audit_entry where subject_id = 'same' and seq = 20`)
  await sql(`delete from audit_entry where subject_id = 'same' and seq = 20`)
  assert.deepEqual(
    (await verify()).faults.map(f => `${f.kind}@${f.seq}`),
    ['missing@20'],
  )
  await sql('insert into audit_entry select * from kept')
  await sql(`insert into audit_entry select chain, 41, at, actor, type, subject_kind, subject_id, facts, previous_hash, hash from kept`)
  assert.ok((await verify()).faults.some(f => f.kind === 'inserted' && f.seq === 41))
  await sql('delete from audit_entry where seq = 41')
})

test('cutting a chain back together with its head shows against the checkpoint on disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-checkpoints-'))
  const old = await sql(`select * from audit_head where chain in (select chain from audit_entry where subject_id = 'same')`)
  await put('same', 40)
  assert.ok((await db.database.transact(tx => checkpointLog(tx, folder))) > 0)
  assert.equal(await db.database.transact(tx => checkpointLog(tx, folder)), 0)
  await sql(`delete from audit_entry where subject_id = 'same' and seq = 41`)
  const head = old.rows[0] as { chain: string; seq: number; hash: string; mac: string }
  await db.database.statement({
    text: 'update audit_head set seq = $2, hash = $3, mac = $4 where chain = $1',
    values: [head.chain, head.seq, head.hash, head.mac],
  })
  assert.deepEqual((await verify()).faults, [])
  const found = await db.database.transact(tx => verifyLog(tx, ports.keys, readCheckpoints(folder)))
  assert.deepEqual(
    found.faults.map(f => f.kind),
    ['shortened'],
  )
})
