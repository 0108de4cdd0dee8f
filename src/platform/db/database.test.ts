import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { RolledBack, violatedKey } from './database.ts'
import { migrate, statementsOf } from './migrate.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

let db: TestDatabase
before(async () => {
  db = await testDatabase()
  await db.database.pool.query('create table thing (id text primary key, n integer)')
})
after(() => db.end())
const put = (id: string, n = 0) => ({ text: 'insert into thing values ($1, $2)', values: [id, n] })
const count = async () => Number((await db.database.statement({ text: 'select count(*)::int as n from thing', values: [] })).rows[0]?.['n'])

test('a thrown bug leaves nothing behind', async () => {
  const before = await count()
  await assert.rejects(
    db.database.transact(async tx => {
      await tx.query(put('bug'))
      throw new Error('bug')
    }),
    /bug/,
  )
  assert.equal(await count(), before)
})

test('a deliberate roll-back hands its outcome out and leaves nothing behind', async () => {
  const before = await count()
  assert.equal(
    await db.database.transact<string>(async tx => {
      await tx.query(put('no'))
      throw new RolledBack('refused')
    }),
    'refused',
  )
  assert.equal(await count(), before)
})

test('what hangs on the commit runs after it, and never after a roll-back', async () => {
  const ran: string[] = []
  await db.database.transact(async tx => tx.afterCommit(() => ran.push('committed')))
  await db.database.transact(async tx => {
    tx.afterCommit(() => ran.push('never'))
    throw new RolledBack(null)
  })
  assert.deepEqual(ran, ['committed'])
})

test('a serialisation failure is tried again until it succeeds', async () => {
  let tries = 0
  const outcome = await db.database.transact(async () => {
    tries += 1
    if (tries < 3) throw Object.assign(new pg.DatabaseError('retry', 1, 'error'), { code: '40001' })
    return tries
  })
  assert.equal(outcome, 3)
})

test('a violated key is told by its name, other errors are not keys', async () => {
  await db.database.statement(put('twice'))
  const error = await db.database.statement(put('twice')).catch((e: unknown) => e)
  assert.equal(violatedKey(error), 'thing_pkey')
  assert.equal(violatedKey(new Error('x')), null)
})

test('a bigint beyond the exact integers throws instead of rounding', async () => {
  await assert.rejects(db.database.statement({ text: 'select 9007199254740993::bigint as n', values: [] }), /beyond 2\^53/)
})

test('a lost server connection does not end the process, and the next transaction works', async () => {
  await db.database.transact(async tx => tx.query({ text: 'select 1', values: [] }))
  const admin = new pg.Client(db.config)
  await admin.connect()
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
  await admin.end()
  await new Promise(done => setTimeout(done, 50))
  assert.equal(await db.database.transact(async tx => (await tx.query({ text: 'select 7 as n', values: [] })).rows[0]?.['n']), 7)
})

test('a migration that fails keeps its earlier steps and goes on from there', async () => {
  const step = (second: string) => [
    { module: 'm', file: '0001-x.sql', checksum: 'same', statements: ['create table m1 (id text primary key)', second] },
  ]
  await assert.rejects(migrate(db.database.pool, step('create table broken (')), /m\/0001-x.sql, statement 2/)
  assert.equal(await migrate(db.database.pool, step('create table m2 (id text primary key)')), 1)
  assert.equal(await migrate(db.database.pool, step('create table m2 (id text primary key)')), 0)
})

test('an old migration that was changed is refused', async () => {
  await assert.rejects(
    migrate(db.database.pool, [{ module: 'm', file: '0001-x.sql', checksum: 'other', statements: ['select 1'] }]),
    /was changed after it ran/,
  )
})

test('statements end with a semicolon at the end of a line; comments alone are none', () => {
  assert.deepEqual(statementsOf("-- a\ncreate table a (x text default ';');\n\n-- only a comment\n"), [
    "-- a\ncreate table a (x text default ';')",
  ])
})
