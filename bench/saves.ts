import { cpus } from 'node:os'
import { Worker } from 'node:worker_threads'
import { instant } from '../src/kernel/instant.ts'
import { tokenHash } from '../src/modules/delivery/actions/open-next-epoch.ts'
import { type Save, saveEvents } from '../src/modules/delivery/store/save-events.ts'
import { type BenchHall, openBenchHall } from './saves/bench-hall.ts'
import type { Seat } from '../prove/hall/open-hall.ts'
import { type LoadReport, eventOf } from './saves/load.ts'

/** Durable saves a second through HTTP, as a share of the rate of the same statement, in the same groups, without HTTP. */
const LIMIT = 0.5
const CLIENTS = 200
/** Both rates are measured in turns and the medians compared, so that a busy machine hits both alike. */
const ROUNDS = 3
const WARM_UP_MS = 1_000
const RUN_MS = Number(process.env['BENCH_MS'] ?? 4_000)

const hall = await openBenchHall()
try {
  const raw: number[] = []
  const loads: LoadReport[] = []
  let stored = 0
  for (let round = 0; round < ROUNDS; round++) {
    raw.push(await rawRate(hall, await hall.seat(CLIENTS)))
    const seats = await hall.seat(CLIENTS)
    loads.push(await httpLoad(hall.port, seats))
    stored += await hall.countStored(seats)
  }
  report(raw, loads, stored)
} finally {
  await hall.close()
}

function report(raw: readonly number[], loads: readonly LoadReport[], stored: number): void {
  const savesPerSecond = median(loads.map(load => load.latencies.length / (load.runMs / 1000)))
  const rawSavesPerSecond = median(raw)
  const sorted = loads.flatMap(load => load.latencies).toSorted((a, b) => a - b)
  const quantile = (q: number) => Math.round((sorted[Math.floor(sorted.length * q)] ?? 0) * 100) / 100
  const sum = (of: (load: LoadReport) => number) => loads.reduce((n, load) => n + of(load), 0)
  const [acked, failed] = [sum(load => load.acked), sum(load => load.failed)]
  const [cpu] = cpus()
  console.log(
    JSON.stringify({
      name: 'saves',
      clients: CLIENTS,
      savesPerSecond: Math.round(savesPerSecond),
      p50Ms: quantile(0.5),
      p99Ms: quantile(0.99),
      rawSavesPerSecond: Math.round(rawSavesPerSecond),
      ratio: Math.round((savesPerSecond / rawSavesPerSecond) * 100) / 100,
      limit: LIMIT,
      acked,
      stored,
      failed,
      cores: cpus().length,
      node: process.version,
      cpu: cpu?.model.trim() ?? 'unknown',
    }),
  )
  if (stored !== acked || failed > 0) process.exitCode = 1
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Writers without HTTP: each waits for its commit before it saves again. */
async function rawRate({ database, sittingId }: BenchHall, seats: readonly Seat[]): Promise<number> {
  const hashes = seats.map(seat => tokenHash(seat.token))
  const measureFrom = performance.now() + WARM_UP_MS
  const until = measureFrom + RUN_MS
  let measured = 0
  await Promise.all(
    seats.map(async ({ attemptId }, at) => {
      for (let seq = 1; performance.now() < until; seq++) {
        const save: Save = {
          sittingId,
          attemptId,
          tokenEpoch: 1,
          tokenHash: hashes[at] ?? '',
          epoch: 1,
          receivedAt: instant(Date.now()),
          events: [eventOf(seq)],
        }
        const saved = await saveEvents(database, save)
        if (saved.kind !== 'stored' || saved.storedThrough !== seq) throw new Error(`a save came to nothing: ${JSON.stringify(saved)}`)
        if (performance.now() >= measureFrom) measured += 1
      }
    }),
  )
  return measured / (RUN_MS / 1000)
}

/** The clients run in a thread of their own, so that they do not wait for the server's turn. */
function httpLoad(port: number, seats: readonly Seat[]): Promise<LoadReport> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./saves/clients.ts', import.meta.url), {
      workerData: { port, seats, warmUpMs: WARM_UP_MS, runMs: RUN_MS },
    })
    worker.once('message', done)
    worker.once('error', failed)
  })
}
