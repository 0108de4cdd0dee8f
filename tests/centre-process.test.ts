import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { testDatabase } from '../src/platform/db/test-database.ts'

const main = fileURLToPath(new URL('../src/apps/centre/main.ts', import.meta.url))
const folders: string[] = []
const running = new Set<ChildProcess>()
after(() => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-process-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

type Started = { readonly child: ChildProcess; readonly address: string }

function start(folder: string, words: readonly string[] = [], env: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, [main, 'start', '--port', '0', '--no-pages', '--bare', '--data', folder, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  running.add(child)
  return new Promise((done, fail) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0]
      if (address) done({ child, address })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', code => fail(new Error(`ended with ${code}: ${said}`)))
  })
}

function ended(child: ChildProcess): Promise<number | null> {
  running.delete(child)
  return child.exitCode === null ? new Promise(done => child.once('exit', code => done(code))) : Promise.resolve(child.exitCode)
}

const register = (address: string, mobile: string, number: string) =>
  fetch(`${address}/api/identity/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: '王小明', idDocument: { kind: 'resident-id', number }, mobile, password: 'Right-horse-9' }),
  })

test('asked to stop, the centre answers what is under way, ends with 0, and the next start has it', async () => {
  const folder = newFolder()
  const first = await start(folder)
  const underWay = register(first.address, '13800138000', '11010519491231002X')
  await new Promise(done => setTimeout(done, 15))
  first.child.kill('SIGTERM')
  assert.equal((await underWay).status, 200)
  assert.equal(await ended(first.child), 0)
  const second = await start(folder)
  const again = await register(second.address, '13800138001', '11010519491231002X')
  assert.equal(again.status, 409)
  second.child.kill('SIGTERM')
  assert.equal(await ended(second.child), 0)
})

test('killed in the middle, the centre comes back by itself with everything it had acknowledged', async () => {
  const folder = newFolder()
  const first = await start(folder)
  assert.equal((await register(first.address, '13800138000', '11010519491231002X')).status, 200)
  first.child.kill('SIGKILL')
  await ended(first.child)
  const second = await start(folder)
  assert.equal((await register(second.address, '13800138001', '11010519491231002X')).status, 409)
  second.child.kill('SIGTERM')
  await ended(second.child)
})

test('a second centre on the same folder says who holds it, and the first goes on', async () => {
  const folder = newFolder()
  const first = await start(folder)
  await assert.rejects(
    start(folder),
    (error: Error) => error.message.includes('ended with 1') && error.message.includes('数据目录正在被进程'),
  )
  assert.equal((await fetch(`${first.address}/ready`)).status, 200)
  first.child.kill('SIGTERM')
  await ended(first.child)
})

test('a taken port ends the start and leaves no database behind', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise(done => taken.once('listening', done))
  const { port } = taken.address() as { port: number }
  const folder = newFolder()
  await assert.rejects(start(folder, ['--port', String(port)]), /EADDRINUSE/)
  taken.close()
  const next = await start(folder)
  assert.equal((await fetch(`${next.address}/health`)).status, 200)
  next.child.kill('SIGTERM')
  await ended(next.child)
})

test('the same code runs on a PostgreSQL server given by DATABASE_URL', async () => {
  const db = await testDatabase()
  const url = `postgresql://${db.config.user}@/${db.config.database}?host=${encodeURIComponent(String(db.config.host))}`
  const centre = await start(newFolder(), [], { DATABASE_URL: url })
  assert.equal((await fetch(`${centre.address}/ready`)).status, 200)
  const kept = await db.database.statement({ text: 'select count(*)::int as n from institution', values: [] })
  assert.equal(kept.rows[0]?.['n'], 4)
  centre.child.kill('SIGTERM')
  assert.equal(await ended(centre.child), 0)
  await db.end()
})

test('words that make no sense get a usage line and exit code 2', async () => {
  const child = spawn(process.execPath, [main, 'start', '--port', 'x'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  assert.equal(await ended(child), 2)
  assert.match(said, /用法/)
})
