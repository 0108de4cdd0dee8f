import type { Instant } from '../../../../kernel/instant.ts'
import { ok, refuse, type Refusal, type Result } from '../../../../kernel/result.ts'
import type { SessionState } from '../session.ts'

export const ARRANGEMENT_STATES = ['running', 'done', 'failed', 'cancelled'] as const
export const ARRANGEMENT_PHASES = ['plan', 'forms', 'seats', 'tickets'] as const
export type ArrangementState = (typeof ARRANGEMENT_STATES)[number]
export type ArrangementPhase = (typeof ARRANGEMENT_PHASES)[number]

/** How far the allocation of a session's seats is. `done` of `total` counts seats and tickets written. */
export type Arrangement = {
  readonly runId: string
  /** Of the plan: a run that finds another plan than the one before starts afresh. */
  readonly fingerprint: string
  readonly state: ArrangementState
  readonly phase: ArrangementPhase
  readonly done: number
  readonly total: number
  readonly refusal: Refusal | null
  readonly touchedAt: Instant
}

/** A run that has not moved for so long is taken for dead, and another may begin. */
export const STALE_AFTER_MS = 120_000

/** May seats be allocated now? Refuses `session-not-closed` and `arrangement-running`. */
export function mayArrange(
  session: { readonly state: SessionState; readonly code: string },
  current: Arrangement | undefined,
  now: Instant,
): Result<true> {
  if (session.state !== 'closed') return refuse('session-not-closed', { session: session.code })
  const alive = current?.state === 'running' && now - current.touchedAt < STALE_AFTER_MS
  return alive ? refuse('arrangement-running', { session: session.code }) : ok(true)
}
