import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { instant } from '../src/kernel/instant.ts'
import { openNextEpoch, tokenHash } from '../src/modules/delivery/actions/open-next-epoch.ts'
import { installPackage, prepareAttempt } from '../src/modules/delivery/index.ts'
import type { SittingId } from '../src/modules/delivery/core/attempt.ts'
import { deliveryRefusals } from '../src/modules/delivery/contract.ts'
import { aPackage } from '../src/modules/delivery/fixtures.ts'
import { deliveryRoutes } from '../src/modules/delivery/routes/delivery-routes.ts'
import { lockAttempt, saveProgress } from '../src/modules/delivery/store/attempts.ts'
import { type Save, saveEvents } from '../src/modules/delivery/store/save-events.ts'
import { realClock } from '../src/platform/clock.ts'
import { type Ports, systemContext } from '../src/platform/context.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate, readMigrations } from '../src/platform/db/migrate.ts'
import { moduleOrder } from '../src/platform/db/module-order.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'
import { createServer } from '../src/platform/http/server.ts'
import { newId } from '../src/platform/id.ts'
import { jobs } from '../src/platform/jobs.ts'
import { openKeys } from '../src/platform/keys.ts'
import { createLog } from '../src/platform/log.ts'

/** Durable saves a second through HTTP, as a share of the rate of the same statement without HTTP. */
const LIMIT = 0.5
const CLIENTS = 200
const WARM_UP_MS = 2_000
const RUN_MS = Number(process.env['BENCH_MS'] ?? 8_000)

type Seat = { readonly attemptId: string; readonly token: string }
/** What the clients saw: all they had acknowledged, and the round trips after the warm-up. */
type LoadReport = { readonly acked: number; readonly failed: number; readonly runMs: number; readonly latencies: number[] }

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-bench-'))
chmodSync(folder, 0o755)
const server = await startEmbedded(folder)
const log = createLog('silent')
const database = openDatabase({ config: server.config, log })
try {
  await migrate(database.pool, readMigrations(fileURLToPath(new URL('../src/modules', import.meta.url)), moduleOrder()))
  const keys = openKeys(folder)
  const ports: Ports = { database, keys, files: openFileStore(folder, keys), jobs, clock: realClock(), log }
  const sittingId = newId() as SittingId
  const seats = await prepareSeats(ports, sittingId, CLIENTS * 2)
  const app = await createServer({ routes: deliveryRoutes, refusals: deliveryRefusals, ports, actorOf: async () => ({ kind: 'public' }), ready: async () => true })
  const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const raw = await rawRate(database, sittingId, seats.slice(0, CLIENTS))
  const load = await httpLoad(Number(address.port), seats.slice(CLIENTS))
  const stored = await countStored(database, seats.slice(CLIENTS))
  await app.close()
  report(raw, load, stored)
} finally {
  await database.end()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

function report(raw: number, load: LoadReport, stored: number): void {
  const savesPerSecond = Math.round(load.latencies.length / (load.runMs / 1000))
  const sorted = load.latencies.toSorted((a, b) => a - b)
  const quantile = (q: number) => Math.round((sorted[Math.floor(sorted.length * q)] ?? 0) * 100) / 100
  const [cpu] = cpus()
  const ratio = Math.round((savesPerSecond / raw) * 100) / 100
  console.log(JSON.stringify({
    name: 'saves', clients: CLIENTS, savesPerSecond, p50Ms: quantile(0.5), p99Ms: quantile(0.99), rawSavesPerSecond: raw, ratio, limit: LIMIT,
    acked: load.acked, stored, failed: load.failed, cores: cpus().length, node: process.version, cpu: cpu?.model.trim() ?? 'unknown',
  }))
  if (stored !== load.acked || load.failed > 0) process.exitCode = 1
}

/** Running attempts with a token each, as if everybody had entered and started. */
async function prepareSeats(ports: Ports, sittingId: SittingId, count: number): Promise<Seat[]> {
  const paper = aPackage(text => createHash('sha256').update(text).digest('hex'), { single: 60, multiple: 20, trueFalse: 20 }, newId())
  const ctx = systemContext(ports, 'bench')
  await ports.database.transact(tx => installPackage(tx, ctx, paper))
  const seats: Seat[] = []
  for (let i = 0; i < count; i++) {
    seats.push(await ports.database.transact(async tx => {
      const made = await prepareAttempt(tx, ctx, {
        sittingId, candidateRef: newId(), packageId: paper.packageId, ticketNumber: String(i), maskedName: '考*', roomLabel: '1', seatLabel: String(i), rules: { opensAt: ctx.now },
      })
      if (!made.ok) throw new Error(made.refusal.code)
      const attempt = await lockAttempt(tx, { sittingId, attemptId: made.value.attemptId })
      if (!attempt) throw new Error('the attempt is gone')
      const opened = await openNextEpoch(tx, ctx, attempt)
      await saveProgress(tx, { ...opened.attempt, state: 'running', startedAt: ctx.now, startRef: newId() })
      return { attemptId: attempt.attemptId, token: opened.token }
    }))
  }
  return seats
}

/** Two hundred writers without HTTP: each waits for its commit before it saves again. */
async function rawRate(db: Database, sittingId: SittingId, seats: readonly Seat[]): Promise<number> {
  let acked = 0
  const writers = seats.map(seat => ({ seat, tokenHash: tokenHash(seat.token), seq: 0 }))
  const run = async (ms: number) => {
    const until = performance.now() + ms
    await Promise.all(writers.map(async writer => {
      while (performance.now() < until) {
        writer.seq += 1
        const saved = await saveEvents(db, saveOf(sittingId, writer))
        if (saved.kind !== 'stored' || saved.storedThrough !== writer.seq) throw new Error(`a save came to nothing: ${JSON.stringify(saved)}`)
        acked += 1
      }
    }))
  }
  await run(WARM_UP_MS)
  acked = 0
  const start = performance.now()
  await run(RUN_MS)
  return Math.round(acked / ((performance.now() - start) / 1000))
}

function saveOf(sittingId: SittingId, writer: { seat: Seat; tokenHash: string; seq: number }): Save {
  const event = { seq: writer.seq, itemId: `item-s${1 + (writer.seq % 60)}`, kind: 'respond' as const, value: { version: 1, optionId: `option-${writer.seq % 4}` }, clientMs: writer.seq }
  return { sittingId, attemptId: writer.seat.attemptId as Save['attemptId'], tokenEpoch: 1, tokenHash: writer.tokenHash, epoch: 1, receivedAt: instant(Date.now()), events: [event] }
}

/** The clients run in a thread of their own, so that they do not wait for the server's turn. */
function httpLoad(port: number, seats: readonly Seat[]): Promise<LoadReport> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./saves/clients.ts', import.meta.url), { workerData: { port, seats, warmUpMs: WARM_UP_MS, runMs: RUN_MS } })
    worker.once('message', done)
    worker.once('error', failed)
  })
}

/** Events of the HTTP clients that stand in the table, warm-up included. */
async function countStored(db: Database, seats: readonly Seat[]): Promise<number> {
  const { rows } = await db.statement({ text: 'select count(*)::int as n from response_event where attempt_id = any($1::uuid[])', values: [seats.map(seat => seat.attemptId)] })
  return Number(rows[0]?.['n'])
}
