import { siteClock } from '../../src/apps/site/site-clock.ts'
import { type Clock, realClock } from '../../src/platform/clock.ts'

const trueNow = Date.now.bind(Date)
const startedAt = trueNow()
let wall = { aheadMs: 0, driftPpm: 0 }

/** From now on the wall clock of this process shows so much more than the true time, and runs so much faster. */
export function setWall(next: { readonly aheadMs: number; readonly driftPpm: number }): void {
  wall = next
  Date.now = () => Math.round(trueNow() + wall.aheadMs + ((trueNow() - startedAt) * wall.driftPpm) / 1e6)
}

/** The clock of a site, or, as a planted fault, the wall clock of the machine. */
export function clockUnder(kind: 'site' | 'wall', folder: string): Clock {
  return kind === 'wall' ? realClock() : siteClock(folder, { amidst: true })
}
