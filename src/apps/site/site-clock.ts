import { performance } from 'node:perf_hooks'
import { instant } from '../../kernel/instant.ts'
import { openSiteClock, restartSiteClock, siteNow } from '../../modules/delivery/contract.ts'
import type { Clock } from '../../platform/clock.ts'

/** The clock of a site: the machine's is read once, from then on time goes by the monotonic clock. Two servers agree on the later time. */
export type SiteClockPort = Clock & {
  /** The time of the other server, or the last instant that was written here: this one is never behind it. */
  hear(heard: number): void
}

export function openSiteClockPort(wallNow: () => number = Date.now, monoNow: () => number = () => performance.now()): SiteClockPort {
  let clock = openSiteClock(instant(wallNow()), monoNow())
  const now = () => siteNow(clock, monoNow())
  const refuse = (): never => {
    throw new Error('the clock of a real installation cannot be set')
  }
  return {
    now,
    hear: heard => {
      if (heard > now()) clock = restartSiteClock({ lastWritten: now(), peerNow: instant(heard), monoNow: monoNow() })
    },
    set: refuse,
    reset: refuse,
    settable: false,
    offsetMs: () => now() - wallNow(),
  }
}
