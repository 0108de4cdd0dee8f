import type { Dice } from '../../src/kernel/dice.ts'

/** Latencies of one kind of request, from the time at which each was due; and what went wrong, by what was said. */
export type Tally = { readonly latencies: number[]; readonly errors: Map<string, number> }

export function newTally(): Tally {
  return { latencies: [], errors: new Map() }
}

export function fail(tally: Tally, what: string): void {
  tally.errors.set(what, (tally.errors.get(what) ?? 0) + 1)
}

export function errorsOf(tally: Tally): number {
  return [...tally.errors.values()].reduce((sum, n) => sum + n, 0)
}

export type Spread = { readonly count: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number }

export function spreadOf({ latencies }: Tally): Spread {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (q: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0) * 10) / 10
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

/** Arrivals at random with so many a second on average, in milliseconds from the start. */
export function arrivals(perSecond: number, seconds: number, dice: Dice): number[] {
  const times: number[] = []
  for (let at = 0; ; ) {
    at -= (Math.log(1 - dice()) / perSecond) * 1000
    if (at >= seconds * 1000) return times
    times.push(at)
  }
}

/** One arrival of each, evenly at random over so many seconds. */
export function within(count: number, seconds: number, dice: Dice): number[] {
  return Array.from({ length: count }, () => dice() * seconds * 1000).sort((a, b) => a - b)
}

/**
 * Starts each piece of work when it is due, whether those before it are done or not (an open system), and waits for all.
 * `run` is told when it was due: a late start counts as waiting.
 */
export async function fire(times: readonly number[], run: (at: number, due: number) => Promise<void>): Promise<void> {
  const started = performance.now()
  const under: Promise<void>[] = []
  for (let next = 0; next < times.length; ) {
    const due = started + (times[next] ?? 0)
    const wait = due - performance.now()
    if (wait > 0.5) await new Promise(done => setTimeout(done, wait))
    under.push(run(next, due))
    next += 1
  }
  await Promise.all(under)
}
