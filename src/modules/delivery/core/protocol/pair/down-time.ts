import { type Instant, instant } from '../../../../../kernel/instant.ts'
import { downTime } from '../../hall/halt.ts'

/** What a server knows at its start of the time in which it was away. */
export type Restart = {
  readonly lastBeat: Instant | null
  readonly startedAt: Instant
  /** When it last heard from its peer before it went; null where it has none. */
  readonly peerSeenAt: Instant | null
  /** Since when the peer runs; null when it does not answer. */
  readonly peerStartedAt: Instant | null
}

/**
 * The time in which no server ran, to be proposed as a credit by this one; null when the other served all the while or proposes it. Of two
 * that start again the one that is up first proposes, so that nothing is proposed twice.
 */
export function ownDownTime(facts: Restart): { readonly from: Instant; readonly to: Instant } | null {
  if (facts.lastBeat === null || facts.peerStartedAt !== null) return null
  return downTime(instant(Math.max(facts.lastBeat, facts.peerSeenAt ?? facts.lastBeat)), facts.startedAt)
}
