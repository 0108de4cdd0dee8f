import type { Instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { AttemptState } from '../attempt/attempt.ts'
import type { SebVerdict } from './check.ts'

/** Why an attempt stands still. */
export type LockCause = Extract<SebVerdict, 'missing' | 'wrong-config' | 'wrong-browser'>

/** `locked-integrity`: what was stored stays, nothing is taken, and the time stands still until two persons have looked. */
export type IntegrityLock = { readonly lockId: string; readonly cause: LockCause; readonly epoch: number; readonly lockedAt: Instant }

/**
 * What follows from a check. Before the start a wrong browser is only sent away; on a running paper it is an incident: the attempt
 * is locked, because the candidate may have looked elsewhere (S-j).
 */
export function consequenceOf(verdict: SebVerdict, state: AttemptState): 'go-on' | 'refuse' | 'lock' {
  if (verdict === 'verified') return 'go-on'
  const aboutBrowser = verdict === 'missing' || verdict === 'wrong-config' || verdict === 'wrong-browser'
  return aboutBrowser && state === 'running' ? 'lock' : 'refuse'
}

export type Unlock = { readonly invigilator: string; readonly second: string; readonly reason: string }

/**
 * May two persons unlock? Gives the whole minutes that the attempt stood still, to be credited.
 * Refusals: `not-locked`, `second-person-needed`, `reason-needed`.
 */
export function unlock(lock: IntegrityLock | undefined, order: Unlock, now: Instant): Result<{ readonly creditMinutes: number }> {
  if (lock === undefined) return refuse('not-locked')
  if (order.invigilator.trim() === '' || order.second.trim() === '' || order.invigilator.trim() === order.second.trim())
    return refuse('second-person-needed')
  if (order.reason.trim().length < 2) return refuse('reason-needed')
  return ok({ creditMinutes: Math.max(1, Math.ceil((now - lock.lockedAt) / 60_000)) })
}
