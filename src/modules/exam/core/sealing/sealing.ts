import type { Instant } from '../../../../kernel/instant.ts'
import { type Refusal, type Result, ok, refuse } from '../../../../kernel/result.ts'

/**
 * running ──parts made──▶ to-sign ──two seals──▶ finishing ──files written──▶ sealed
 * running ──▶ failed | cancelled. A sealing covers some or all sites of a session, with an opening key of its own.
 */
export const SEALING_STATES = ['running', 'to-sign', 'finishing', 'sealed', 'failed', 'cancelled'] as const
export type SealingState = (typeof SEALING_STATES)[number]
/** So many seals make a package. */
export const SEALS_NEEDED = 2

export type Sealing = {
  readonly sealingId: string
  readonly sessionId: string
  /** Counts within a session from 1; what a site plays is the highest that is sealed. */
  readonly number: number
  readonly rehearsal: boolean
  readonly sites: readonly string[]
  readonly needed: number
  readonly state: SealingState
  readonly runId: string
  readonly done: number
  readonly total: number
  readonly refusal: Refusal | null
  /** Null until the parts are made; the key itself is kept nowhere. */
  readonly openingKeySha256: string | null
  readonly validFrom: Instant
  readonly validUntil: Instant
  readonly orderedBy: string
  readonly orderedAt: Instant
  readonly touchedAt: Instant
  readonly sealedAt: Instant | null
  readonly handedOutAt: Instant | null
  readonly handedOutBy: string | null
}

/** A run that has not moved for so long is taken for dead. */
export const STALE_AFTER_MS = 180_000

/** May packages be sealed now? Only for an arranged session, and one after the other. Refusals: `session-not-arranged`, `sealing-running`. */
export function mayOrderSealing(
  session: { readonly arrangedAt: Instant | null; readonly code: string },
  sealings: readonly Pick<Sealing, 'state' | 'touchedAt'>[],
  now: Instant,
): Result<true> {
  if (session.arrangedAt === null) return refuse('session-not-arranged', { session: session.code })
  const alive = sealings.some(one => (one.state === 'running' || one.state === 'finishing') && now - one.touchedAt < STALE_AFTER_MS)
  return alive ? refuse('sealing-running', { session: session.code }) : ok(true)
}

/** The sealing whose package a site plays: the last one sealed for it. */
export function sealingOfSite<S extends Pick<Sealing, 'state' | 'rehearsal' | 'sites' | 'number'>>(
  sealings: readonly S[],
  of: { readonly siteCode: string; readonly rehearsal: boolean },
): S | undefined {
  return sealings
    .filter(one => one.state === 'sealed' && one.rehearsal === of.rehearsal && one.sites.includes(of.siteCode))
    .toSorted((a, b) => b.number - a.number)[0]
}
