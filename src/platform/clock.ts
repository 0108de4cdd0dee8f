import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, instant } from '../kernel/instant.ts'

/** Where "now" comes from. It is asked once per request and handed on. */
export type Clock = {
  now(): Instant
  /** Moves the clock so that it shows `at` now and runs on from there; refused outside the demonstration. */ set(at: Instant): void
  reset(): void
  readonly settable: boolean
  offsetMs(): number
}

/** The real clock, which nobody can set. */
export function realClock(): Clock {
  return { now: () => instant(Date.now()), set: refuseToSet, reset: refuseToSet, settable: false, offsetMs: () => 0 }
}

function refuseToSet(): never {
  throw new Error('the clock of a real installation cannot be set')
}

/** The clock of the seed country: real time plus an offset that survives a restart. */
export function demonstrationClock(dataFolder: string): Clock {
  const file = join(dataFolder, 'clock.json')
  let offset = readOffset(file)
  const keep = (ms: number) => {
    offset = ms
    writeFileSync(file, JSON.stringify({ offsetMs: ms }))
  }
  return {
    now: () => instant(Date.now() + offset),
    set: at => keep(at - Date.now()),
    reset: () => keep(0),
    settable: true,
    offsetMs: () => offset,
  }
}

function readOffset(file: string): number {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const ms = typeof kept === 'object' && kept !== null && 'offsetMs' in kept ? kept.offsetMs : 0
    return typeof ms === 'number' && Number.isSafeInteger(ms) ? ms : 0
  } catch {
    return 0
  }
}
