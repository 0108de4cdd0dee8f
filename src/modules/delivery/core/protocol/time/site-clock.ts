import { type Instant, instant } from '../../../../../kernel/instant.ts'

/**
 * The time of a site: an anchor and the monotonic clock since. The wall clock of the machine is read once, when the site is
 * first opened; after that its steps, zones and resets change nothing.
 */
export type SiteClock = { readonly anchor: Instant; readonly anchorMono: number }

export function openSiteClock(wallNow: Instant, monoNow: number): SiteClock {
  return { anchor: wallNow, anchorMono: monoNow }
}

export function siteNow(clock: SiteClock, monoNow: number): Instant {
  return instant(clock.anchor + Math.max(0, Math.round(monoNow - clock.anchorMono)))
}

/**
 * After a restart the monotonic clock begins anew. The peer's time is taken if it answers; otherwise time goes on from the last
 * instant on the disk: a time in which no server ran is not charged to anybody. It never runs backwards.
 */
export function restartSiteClock(facts: {
  readonly lastWritten: Instant
  readonly peerNow: Instant | null
  readonly monoNow: number
}): SiteClock {
  return { anchor: instant(Math.max(facts.lastWritten, facts.peerNow ?? facts.lastWritten)), anchorMono: facts.monoNow }
}
