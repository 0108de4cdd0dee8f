import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, instant } from '../../kernel/instant.ts'
import { openSiteClock, restartSiteClock, siteNow } from '../../modules/delivery/contract.ts'
import type { Clock } from '../../platform/clock.ts'

const FILE = 'site-time.json'
/** So much time at most is given to everybody when a server is killed. */
const WRITE_EVERY_MS = 1_000

/** The clock of a site's server. */
export type SiteClockPort = Clock & {
  /** The time of the other server: this one is never behind it. */
  hear(heard: number): void
  close(): void
}

/**
 * The time of a site: read from the machine once, then counted by its monotonic clock, so that steps and resets of the machine's
 * clock move nobody's deadline. It is written down every second; a server that starts again `amidst` running papers goes on from
 * there and charges nobody for the time in which it was away, otherwise it reads the machine's clock anew.
 */
export function siteClock(
  dataFolder: string,
  { amidst, monotonic = () => performance.now() }: { readonly amidst: boolean; readonly monotonic?: () => number },
): SiteClockPort {
  const file = join(dataFolder, FILE)
  const last = amidst ? readLast(file) : null
  let clock =
    last === null
      ? openSiteClock(instant(Date.now()), monotonic())
      : restartSiteClock({ lastWritten: last, peerNow: null, monoNow: monotonic() })
  let written = 0
  const now = () => {
    const at = siteNow(clock, monotonic())
    if (at - written >= WRITE_EVERY_MS) {
      written = at
      writeLast(file, at)
    }
    return at
  }
  const timer = setInterval(now, WRITE_EVERY_MS / 2)
  timer.unref()
  now()
  return {
    now,
    hear: heard => {
      if (heard > now()) clock = restartSiteClock({ lastWritten: now(), peerNow: instant(heard), monoNow: monotonic() })
    },
    set: refuse,
    reset: refuse,
    settable: false,
    offsetMs: () => now() - Date.now(),
    close: () => clearInterval(timer),
  }
}

function refuse(): never {
  throw new Error('the clock of a site cannot be set')
}

function readLast(file: string): Instant | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const at = typeof kept === 'object' && kept !== null && 'at' in kept ? kept.at : null
    return typeof at === 'number' && Number.isSafeInteger(at) ? instant(at) : null
  } catch {
    return null
  }
}

/** A full disk must not stop the clock: the time before stays written. */
function writeLast(file: string, at: Instant): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify({ at }))
    renameSync(`${file}.new`, file)
  } catch {
    // tried again in a second
  }
}
