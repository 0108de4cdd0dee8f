import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { FaultRule } from '../site/site-package.ts'

/** A pause or a fault of a room (or of the site, when `roomLabel` is null) that has not ended. */
export type OpenHalt = {
  readonly haltId: string
  readonly kind: 'pause' | 'fault'
  readonly roomLabel: string | null
  readonly reason: string
  readonly fromAt: Instant
}

/** How far a fault has run against the programme's limit; beyond it the sitting stops here and is held again. */
export type FaultClock = { readonly elapsedMs: number; readonly leftMs: number; readonly exceeded: boolean }

export function faultClock(rule: FaultRule, since: Instant, now: Instant): FaultClock {
  const elapsedMs = Math.max(0, now - since)
  const leftMs = Math.max(0, rule.mostMinutes * 60_000 - elapsedMs)
  return { elapsedMs, leftMs, exceeded: elapsedMs > rule.mostMinutes * 60_000 }
}

/** Does a halt reach a room? One of the site reaches all. */
export function reaches(halt: Pick<OpenHalt, 'roomLabel'>, roomLabel: string): boolean {
  return halt.roomLabel === null || halt.roomLabel === roomLabel
}

/** Does the clock of a room stand still? */
export function isPaused(halts: readonly Pick<OpenHalt, 'kind' | 'roomLabel'>[], roomLabel: string): boolean {
  return halts.some(halt => halt.kind === 'pause' && reaches(halt, roomLabel))
}

/** How long a server may be silent without anybody having been kept waiting: three missed beats. */
export const BEAT_MS = 10_000
const SILENCE_MS = 3 * BEAT_MS

/** The time in which a restarted server was away; null when it was only a moment. */
export function downTime(lastBeat: Instant | null, startedAt: Instant): { readonly from: Instant; readonly to: Instant } | null {
  return lastBeat !== null && startedAt - lastBeat > SILENCE_MS ? { from: instant(lastBeat), to: startedAt } : null
}
