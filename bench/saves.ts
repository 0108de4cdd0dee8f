import { cpus } from 'node:os'
import { Worker } from 'node:worker_threads'
import { openBenchHall } from './saves/bench-hall.ts'
import type { Seat } from '../prove/hall/open-hall.ts'
import type { LoadReport } from './saves/load.ts'
import { rawRate } from './saves/raw-rate.ts'

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
    const order = { seats: await hall.seat(CLIENTS), firstSeq: 1, events: 1, warmUpMs: WARM_UP_MS, runMs: RUN_MS }
    raw.push((await rawRate(hall.database, order)).savesPerSecond)
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
