import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { spawnSync } from 'node:child_process'
import { checkpointLog, record } from '../../../modules/audit/index.ts'
import { type Database, openDatabase } from '../../../platform/db/database.ts'
import { startEmbedded } from '../../../platform/db/embedded.ts'
import { migrate, readMigrations } from '../../../platform/db/migrate.ts'
import { openKeys } from '../../../platform/keys.ts'
import { createLog } from '../../../platform/log.ts'
import { testContext, testPorts } from '../../../platform/test-context.ts'
import { verificationLines } from './verification-lines.ts'
import { parseVerifyArguments } from './verify-arguments.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-verify-'))
chmodSync(folder, 0o755)
const modules = fileURLToPath(new URL('../../../modules', import.meta.url))

type Running = { readonly database: Database; stop(): Promise<void> }
let running: Running | null = null

async function start(): Promise<Running> {
  const server = await startEmbedded(folder, { durable: false })
  const database = openDatabase({ config: server.config, log: createLog('silent') })
  return {
    database,
    stop: async () => {
      await database.end()
      await server.stop()
    },
  }
}

function verify(...words: string[]): { readonly code: number | null; readonly out: string } {
  const { DATABASE_URL: _own, ...env } = process.env
  const ran = spawnSync(process.execPath, [MAIN, 'audit', 'verify', '--data', folder, ...words], { encoding: 'utf8', env })
  return { code: ran.status, out: ran.stdout + ran.stderr }
}

const sql = (text: string) => running?.database.statement({ text, values: [] })

before(async () => {
  running = await start()
  const { database } = running
  await migrate(database.pool, readMigrations(modules, ['audit']))
  const ctx = testContext({ ...testPorts(database), keys: openKeys(folder) })
  for (let n = 0; n < 30; n++) {
    const event = { type: 'thing-done', subject: { kind: 'thing', id: `s${n}` }, facts: { n } }
    await database.transact(tx => record(tx, ctx, event))
  }
  await database.transact(tx => checkpointLog(tx, folder))
})
after(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a sound log is told with its counts and exit code 0, also while the server runs', () => {
  const { code, out } = verify()
  assert.equal(code, 0, out)
  assert.match(out, /审计记录30条，\d+条链/)
  const told = JSON.parse(verify('--json').out) as { entries: number; faults: unknown[] }
  assert.deepEqual([told.entries, told.faults.length], [30, 0])
})

test('a changed, a dropped and an inserted row are each found with exit code 1', async () => {
  await sql(`update audit_entry set facts = '{"n": 99}' where subject_id = 's3'`)
  await sql(`delete from audit_entry where subject_id = 's7'`)
  await sql(
    `insert into audit_entry select chain, 900, at, actor, type, subject_kind, subject_id, facts, previous_hash, hash from audit_entry where subject_id = 's9'`,
  )
  const { code, out } = verify()
  assert.equal(code, 1)
  for (const word of ['changed', 'missing', 'inserted', '第900条']) assert.ok(out.includes(word), `${word} in ${out}`)
})

test('without a running server the command starts the database and leaves it stopped', async () => {
  await running?.stop()
  running = null
  assert.equal(verify().code, 1)
  running = await start()
})

test('a folder without a database or keys is refused and nothing is made there', () => {
  const empty = mkdtempSync(join(tmpdir(), 'zhiheng-empty-'))
  const { DATABASE_URL: _own, ...env } = process.env
  const ran = spawnSync(process.execPath, [MAIN, 'audit', 'verify', '--data', empty], { encoding: 'utf8', env })
  assert.equal(ran.status, 2)
  assert.match(ran.stderr, /没有数据库/)
  rmdirSync(empty) // refuses a folder that is not empty
})

test('words that make no sense get the usage line', () => {
  for (const words of [[], ['check'], ['verify', '--data'], ['verify', '--data', '--json'], ['verify', 'x']])
    assert.equal(parseVerifyArguments(words), null)
  assert.deepEqual(parseVerifyArguments(['verify', '--data', '/d', '--json']), { dataFolder: '/d', json: true })
})

const missing = (seqs: readonly number[]) => seqs.map(seq => ({ kind: 'missing' as const, chain: 'a', seq }))

test('neighbouring faults are told as a stretch, others line by line', () => {
  const changed = { kind: 'changed' as const, chain: 'a', seq: 4 }
  const lines = verificationLines({ entries: 9, chains: 1, faults: [...missing([3, 1, 2, 7]), changed] })
  assert.deepEqual(lines.slice(2), ['  链a第4条  记录被改动 changed', '  链a第1–3条  记录缺失 missing', '  链a第7条  记录缺失 missing'])
})

test('many faults are counted in full and shown in part', () => {
  const lines = verificationLines({ entries: 0, chains: 1, faults: missing(Array.from({ length: 500 }, (_, i) => 2 * i + 1)) })
  assert.equal(lines.length, 2 + 200 + 1)
  assert.match(lines[1] ?? '', /500/)
})
