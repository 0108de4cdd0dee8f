import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { FolderInUse, attachEmbedded, clusterStands, startEmbedded } from './embedded.ts'

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-embedded-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}
after(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })))

async function query(config: pg.PoolConfig, text: string): Promise<unknown[]> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

test('what was committed is there after a stop and a second start', async () => {
  const folder = newFolder()
  const first = await startEmbedded(folder)
  assert.equal(first.firstStart, true)
  await query(first.config, 'create table kept (n integer); insert into kept values (42)')
  await first.stop()
  const second = await startEmbedded(folder)
  assert.equal(second.firstStart, false)
  assert.deepEqual(await query(second.config, 'select n from kept'), [{ n: 42 }])
  await second.stop()
})

test('a folder in use is refused with the process that holds it, in words a person can act on', async () => {
  const folder = newFolder()
  const holder = await startEmbedded(folder)
  await assert.rejects(
    startEmbedded(folder),
    (error: unknown) =>
      error instanceof FolderInUse && error.message.includes(String(process.pid)) && error.message.includes('ZHIHENG_DATA'),
  )
  assert.notEqual(attachEmbedded(folder), null)
  await holder.stop()
  assert.equal(attachEmbedded(folder), null)
})

test('after its holder was killed, the next start takes the folder over and loses nothing committed', async () => {
  const folder = newFolder()
  const script = `import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
import pg from ${JSON.stringify(import.meta.resolve('pg'))}
const s = await startEmbedded(process.argv[1])
const c = new pg.Client(s.config); await c.connect()
await c.query('create table kept (n integer)'); await c.query('insert into kept select generate_series(1, 500)')
console.log('committed'); setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await said(child, 'committed')
  await assert.rejects(startEmbedded(folder), FolderInUse)
  child.kill('SIGKILL')
  await new Promise(done => child.once('exit', done))
  const next = await startEmbedded(folder)
  assert.deepEqual(await query(next.config, 'select count(*)::int as n from kept'), [{ n: 500 }])
  await next.stop()
})

test('a server that is killed comes back by itself with everything committed, and a stop still ends it', async () => {
  const folder = newFolder()
  const server = await startEmbedded(folder)
  await query(server.config, 'create table kept (n integer); insert into kept values (42)')
  for (let round = 0; round < 2; round++) {
    const [{ pid }] = (await query(
      server.config,
      `select pg_backend_pid() as own, (string_to_array(pg_read_file('postmaster.pid'), E'\\n'))[1]::int as pid`,
    )) as [{ pid: number }]
    process.kill(pid, 'SIGKILL')
    assert.deepEqual(await answeredAgain(() => query(server.config, 'select n from kept')), [{ n: 42 }])
  }
  await server.stop()
  assert.equal(attachEmbedded(folder), null)
})

test('a stop in the moment after the server was killed ends', { timeout: 60_000 }, async () => {
  const folder = newFolder()
  const server = await startEmbedded(folder)
  const [{ pid }] = (await query(server.config, `select (string_to_array(pg_read_file('postmaster.pid'), E'\\n'))[1]::int as pid`)) as [
    { pid: number },
  ]
  process.kill(pid, 'SIGKILL')
  // long enough for its end to be heard of, and shorter than the pause before it is started again
  await new Promise(done => setTimeout(done, 100))
  await server.stop()
  assert.equal(attachEmbedded(folder), null)
})

async function answeredAgain(ask: () => Promise<unknown>): Promise<unknown> {
  for (let i = 0; i < 1_200; i++) {
    const answer = await ask().catch(() => null)
    if (answer !== null) return answer
    await new Promise(done => setTimeout(done, 50))
  }
  return 'no answer for a minute'
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((done, fail) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes(word) && done())
    child.once('exit', code => fail(new Error(`ended with ${code}`)))
  })
}

test(
  'as root, a data folder that others cannot enter gets its cluster elsewhere, and finds it again',
  { skip: process.getuid?.() !== 0 },
  async () => {
    const folder = newFolder()
    chmodSync(folder, 0o700)
    const first = await startEmbedded(folder)
    await query(first.config, 'create table kept (n integer); insert into kept values (7)')
    assert.notEqual(attachEmbedded(folder), null)
    await first.stop()
    const home = readFileSync(join(folder, 'postgres', 'home.path'), 'utf8')
    assert.equal(clusterStands(folder), true)
    const second = await startEmbedded(folder)
    assert.deepEqual(await query(second.config, 'select n from kept'), [{ n: 7 }])
    await second.stop()
    rmSync(home, { recursive: true, force: true })
  },
)
