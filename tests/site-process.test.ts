import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { instant } from '../src/kernel/instant.ts'
import { installPapers, installRoster } from '../src/modules/delivery/actions/hall/install.ts'
import { SITTING, aRoster, thePapers, ticketOf } from '../src/modules/delivery/fixtures.ts'
import { realClock } from '../src/platform/clock.ts'
import { type Ports, systemContext } from '../src/platform/context.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { attachEmbedded } from '../src/platform/db/embedded.ts'
import { newId } from '../src/platform/id.ts'
import { openKeys } from '../src/platform/keys.ts'
import { hashPassword } from '../src/platform/password.ts'
import { testPorts } from '../src/platform/test-context.ts'

const main = fileURLToPath(new URL('../src/apps/site/main.ts', import.meta.url))
const PASS = '白鹭-拂晓-三十七'
const running = new Set<ChildProcess>()
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-site-'))
chmodSync(folder, 0o755)
after(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function start(): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const { DATABASE_URL: _own, ...env } = process.env
  const child = spawn(process.execPath, [main, '--port', '0', '--no-pages', '--data', folder], { stdio: ['ignore', 'pipe', 'pipe'], env })
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
  return child.exitCode === null && child.signalCode === null
    ? new Promise(done => child.once('exit', done))
    : Promise.resolve(child.exitCode)
}

/** A plain roster and plain papers, put straight into the database of the running server: no package is unsealed here. */
async function installPlainly(): Promise<void> {
  const config = attachEmbedded(folder)
  assert.ok(config)
  const database = openDatabase({ config, log: testPorts(null as never).log })
  const ports: Ports = { ...testPorts(database), keys: openKeys(folder), clock: realClock() }
  const opensAt = instant(Date.now() - 60_000)
  const roster = aRoster(await hashPassword(PASS), { opensAt })
  await database.transact(async tx => {
    const ctx = systemContext(ports, 'test')
    assert.ok((await installRoster(tx, ctx, roster)).ok)
    assert.ok(
      (
        await installPapers(
          tx,
          ctx,
          thePapers(text => hash('sha256', text, 'hex')),
        )
      ).ok,
    )
  })
  await database.end()
}

type Told = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly cookies: string }

async function call(url: string, how: { body?: object; headers?: Record<string, string> } = {}): Promise<Told> {
  const reply = await fetch(url, {
    method: how.body ? 'POST' : 'GET',
    headers: { ...how.headers, ...(how.body ? { 'content-type': 'application/json' } : {}) },
    ...(how.body ? { body: JSON.stringify(how.body) } : {}),
  })
  const cookies = reply.headers.getSetCookie().map(one => one.split(';')[0] ?? '')
  return { status: reply.status, body: (await reply.json()) as Told['body'], cookies: cookies.join('; ') }
}

/** Reads a stream of server-sent events until one of this name has come. */
async function eventOf(
  url: string,
  name: string,
  headers: Record<string, string>,
): Promise<{ id: string; data: { seats: { candidateRef: string | null; state: string }[] } }> {
  const ending = new AbortController()
  const reply = await fetch(url, { headers, signal: ending.signal })
  const decoder = new TextDecoder()
  const reader = (reply.body as ReadableStream<Uint8Array>).getReader()
  for (let text = ''; ;) {
    const { value, done } = await reader.read()
    assert.ok(!done, 'the stream ended')
    text += decoder.decode(value, { stream: true })
    const found = new RegExp(`id: (\\S+)\\nevent: ${name}\\ndata: (.*)\\n\\n`).exec(text)
    if (!found) continue
    ending.abort()
    return { id: found[1] ?? '', data: JSON.parse(found[2] ?? '') as never }
  }
}

test('killed in the middle of a sitting, a site comes back with seats, sign-ins, responses and clocks', async () => {
  const first = await start()
  assert.equal((await call(`${first.address}/api/delivery/hall/site`)).body['state'], 'empty')
  await installPlainly()
  const hall = `/api/delivery/hall`
  const signed = await call(`${first.address}${hall}/sign-ins`, { body: { staffId: 'manager', passPhrase: PASS } })
  assert.equal(signed.status, 200)
  const console = { cookie: signed.cookies, 'x-zhiheng-csrf': /zh_csrf=([^;]+)/.exec(signed.cookies)?.[1] ?? '' }
  const sitting = `${hall}/sittings/${SITTING}`
  const witness = { staffId: 'engineer', passPhrase: PASS }
  assert.equal((await call(`${first.address}${hall}/arming`, { headers: console, body: { witness } })).status, 200)
  const door = await call(`${first.address}${sitting}/check-ins`, { headers: console, body: { actId: newId(), ticketNumber: ticketOf(1) } })
  assert.equal(door.status, 200)
  const entered = await call(`${first.address}/api/delivery/enter`, {
    body: { ticketNumber: ticketOf(1), entryCode: door.body['entryCode'] },
  })
  const { token, state } = entered.body as { token: string; state: { attempt: { attemptId: string } } }
  const attempt = `/api/delivery/attempts/${state.attempt.attemptId}`
  const machine = { authorization: `Bearer ${token}` }
  assert.equal((await call(`${first.address}${attempt}/start`, { headers: machine, body: { startRef: newId() } })).status, 200)
  const events = [{ seq: 1, itemId: 'item-s1', kind: 'respond', value: { version: 2, optionId: 'a' }, clientMs: 1 }]
  assert.equal((await call(`${first.address}${attempt}/events`, { headers: machine, body: { epoch: 1, events } })).status, 200)
  const snapshot = await eventOf(`${first.address}${sitting}/wall/changes`, 'wall', console)
  assert.equal(snapshot.data.seats.find(seat => seat.candidateRef === 'candidate-1')?.state, 'working')
  const before = await call(`${first.address}${attempt}/state`, { headers: machine })

  first.child.kill('SIGKILL')
  await ended(first.child)
  const second = await start()
  const again = await call(`${second.address}${attempt}/state`, { headers: machine })
  assert.equal(again.status, 200)
  assert.deepEqual([again.body['responses'], again.body['stored']], [before.body['responses'], before.body['stored']])
  const ends = (told: Told) => (told.body['attempt'] as { endsAt: number }).endsAt
  assert.equal(ends(again), ends(before))
  const site = await call(`${second.address}${hall}/site`, { headers: console })
  assert.equal((site.body['me'] as { staffId: string } | null)?.staffId, 'manager')
  // the old stream is unknown to the new server: the console gets a whole wall again
  const fresh = await eventOf(`${second.address}${sitting}/wall/changes`, 'wall', { ...console, 'last-event-id': snapshot.id })
  assert.equal(fresh.data.seats.find(seat => seat.candidateRef === 'candidate-1')?.state, 'working')
  second.child.kill('SIGTERM')
  assert.equal(await ended(second.child), 0)
})
