/** A thousand worlds at two hundred commands a second with durable append, and what a single world takes. Prints one JSON line. */
import { cpus } from 'node:os'
import { worldsAtHand } from '../src/modules/lab/actions/worlds/hold-world.ts'
import { type BenchLaboratory, type Seat, openLaboratory } from './lab/bench-laboratory.ts'
import { act, measureEngine } from './lab/engine.ts'
import { heldMb } from './lab/memory.ts'

const LIMITS = { p99Ms: 100, memoryMb: 300, replay600Ms: 35, hydrateMs: 10, advance30DaysMs: 200, scoreMs: 20 } as const
const WORLDS = Number(process.env['BENCH_WORLDS'] ?? 1_000)
const RATE = Number(process.env['BENCH_RATE'] ?? 200)
const RUN_MS = Number(process.env['BENCH_MS'] ?? 15_000)

const laboratory = await openLaboratory()
try {
  const before = heldMb()
  const seats = await seatAll(laboratory)
  const { latencies, failed, cpuMsPerCommand } = await load(laboratory, seats)
  const memoryMb = Math.round(heldMb() - before)
  const stored = await countEvents(laboratory)
  const { rows } = await laboratory.ports.database.pool.query('select hash from lab_document')
  const engine = await measureEngine(laboratory, (rows[0] as { hash: string }).hash)
  report({ ...quantiles(latencies), cpuMsPerCommand, memoryMb, ...engine }, { commands: latencies.length, failed, stored })
} finally {
  await laboratory.close()
}

/** Everybody has opened a world and done a few things, so that all of them are at hand. */
async function seatAll(at: BenchLaboratory): Promise<Seat[]> {
  const seats: Seat[] = []
  for (let i = 0; i < WORLDS; i += 8) {
    const several = Array.from({ length: Math.min(8, WORLDS - i) }, async (_, j) => {
      const seat = await at.seat(`p${i + j}`, `seed-${i + j}`)
      await act(at, seat, 0)
      return seat
    })
    seats.push(...(await Promise.all(several)))
  }
  return seats
}

/**
 * Commands come at their times whether or not earlier ones are answered, each from another world; a wait is counted from the time the command
 * was due, so that a server that stands still cannot hide it.
 */
async function load(
  at: BenchLaboratory,
  seats: readonly Seat[],
): Promise<{ latencies: number[]; failed: number; cpuMsPerCommand: number }> {
  const all = Math.floor((RUN_MS / 1000) * RATE)
  const latencies: number[] = []
  let failed = 0
  const cpu = process.cpuUsage()
  const began = performance.now()
  const one = async (n: number): Promise<void> => {
    const due = began + (n * 1000) / RATE
    await new Promise(resolve => setTimeout(resolve, Math.max(0, due - performance.now())))
    const seat = seats[(n * 7) % seats.length]
    if (seat === undefined) return
    const done = await act(at, seat, 1 + Math.floor(n / seats.length))
    latencies.push(performance.now() - due)
    if (!done) failed += 1
  }
  await Promise.all(Array.from({ length: all }, (_, n) => one(n)))
  const { user, system } = process.cpuUsage(cpu)
  return { latencies, failed, cpuMsPerCommand: Math.round((user + system) / all / 10) / 100 }
}

async function countEvents({ ports }: BenchLaboratory): Promise<number> {
  const { rows } = await ports.database.pool.query('select count(*)::integer as n from lab_event')
  return (rows[0] as { n: number }).n
}

function quantiles(latencies: readonly number[]): { p50Ms: number; p99Ms: number } {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (q: number): number => Math.round((sorted[Math.floor(sorted.length * q)] ?? 0) * 10) / 10
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}

function report(figures: Record<string, number>, counts: { commands: number; failed: number; stored: number }): void {
  const over = Object.entries(LIMITS).filter(([name, limit]) => (figures[name] ?? Infinity) > limit)
  const { things, bytes } = worldsAtHand(laboratory.ports.database)
  console.log(
    JSON.stringify({
      name: 'lab',
      worlds: WORLDS,
      commandsPerSecond: RATE,
      ...figures,
      ...counts,
      atHand: things,
      estimatedMb: Math.round(bytes / 1024 / 1024),
      limits: LIMITS,
      over: over.map(([name]) => name),
      cores: cpus().length,
      node: process.version,
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
    }),
  )
  if (counts.failed > 0 || over.length > 0) process.exitCode = 1
}
