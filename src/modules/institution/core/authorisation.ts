import type { Brand } from '../../../kernel/brand.ts'
import { daysBetween, type LocalDate } from '../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { advance, type Transitions } from '../../../kernel/states.ts'

export type AuthorisationId = Brand<string, 'AuthorisationId'>
/** 培训 or 鉴定. */
export type AuthorisedScope = 'training' | 'assessment'
const SCOPE_NAMES: Readonly<Record<AuthorisedScope, { readonly zh: string; readonly en: string }>> = {
  training: { zh: '培训', en: 'training' },
  assessment: { zh: '鉴定', en: 'assessment' },
}

/** granted ◀──suspend / resume──▶ suspended; both ──withdraw──▶ withdrawn, for good. Expiry is no state: the day tells. */
export type AuthorisationState = 'granted' | 'suspended' | 'withdrawn'
export type AuthorisationEvent = 'suspend' | 'resume' | 'withdraw'
const STATES: Transitions<AuthorisationState, AuthorisationEvent> = {
  granted: { suspend: 'suspended', withdraw: 'withdrawn' },
  suspended: { resume: 'granted', withdraw: 'withdrawn' },
  withdrawn: {},
}

/** What an institution may do (特许授权), for which levels, from the first to the last day, both included. */
export type Authorisation = {
  readonly id: AuthorisationId
  readonly institutionId: string
  readonly scopes: readonly AuthorisedScope[]
  readonly levels: readonly string[]
  readonly from: LocalDate
  readonly until: LocalDate
  readonly state: AuthorisationState
  /** why it was suspended or withdrawn; blank while granted */
  readonly reason: string
}

export type Need = { readonly scope: AuthorisedScope; readonly level: string; readonly day: LocalDate }

/**
 * May the holder of this authorisation do this on that day? The first reason against it, from the gravest:
 * `authorisation-withdrawn`, `authorisation-suspended`, `authorisation-not-begun`, `authorisation-expired`,
 * `scope-not-authorised`, `level-not-in-scope`.
 */
export function authorises(authorisation: Authorisation, need: Need): Result<Authorisation> {
  const { state, reason, from, until, scopes, levels } = authorisation
  if (state === 'withdrawn') return refuse('authorisation-withdrawn', { reason })
  if (state === 'suspended') return refuse('authorisation-suspended', { reason })
  if (need.day < from) return refuse('authorisation-not-begun', { day: need.day, from })
  if (need.day > until) return refuse('authorisation-expired', { day: need.day, until })
  const { zh, en } = SCOPE_NAMES[need.scope]
  if (!scopes.includes(need.scope)) return refuse('scope-not-authorised', { scope: zh, scopeEn: en })
  if (!levels.includes(need.level)) return refuse('level-not-in-scope', { level: need.level, levels })
  return ok(authorisation)
}

/**
 * The authorisation that covers the need, out of all an institution ever had.
 * If none does: the refusal of the one that comes nearest, or `authorisation-missing`.
 */
export function authorisationFor(all: readonly Authorisation[], need: Need): Result<Authorisation> {
  const nearness = [
    'level-not-in-scope',
    'authorisation-suspended',
    'authorisation-expired',
    'authorisation-not-begun',
    'authorisation-withdrawn',
    'scope-not-authorised',
  ]
  let best: Result<Authorisation> = refuse('authorisation-missing', {
    scope: SCOPE_NAMES[need.scope].zh,
    scopeEn: SCOPE_NAMES[need.scope].en,
  })
  let nearest = nearness.length
  for (const authorisation of all.filter(a => a.scopes.includes(need.scope) || all.length === 1)) {
    const verdict = authorises(authorisation, need)
    if (verdict.ok) return verdict
    const at = nearness.indexOf(verdict.refusal.code)
    if (at < nearest) [best, nearest] = [verdict, at]
  }
  return best
}

/** Suspends, resumes or withdraws. Refuses `wrong-state` and, except for resuming, `authorisation-reason-missing`. */
export function changeAuthorisation(authorisation: Authorisation, event: AuthorisationEvent, reason: string): Result<Authorisation> {
  const state = advance(STATES, authorisation.state, event)
  if (!state.ok) return state
  if (event === 'resume') return ok({ ...authorisation, state: state.value, reason: '' })
  const why = reason.trim()
  return why === '' ? refuse('authorisation-reason-missing') : ok({ ...authorisation, state: state.value, reason: why })
}

/** Drafts a granted authorisation. Refuses `authorisation-empty` (no scope or level) and `authorisation-upside-down`. */
export function grantAuthorisation(draft: Omit<Authorisation, 'state' | 'reason'>): Result<Authorisation> {
  if (draft.scopes.length === 0 || draft.levels.length === 0) return refuse('authorisation-empty')
  if (draft.until < draft.from) return refuse('authorisation-upside-down', { from: draft.from, until: draft.until })
  return ok({ ...draft, scopes: [...new Set(draft.scopes)], levels: [...new Set(draft.levels)], state: 'granted', reason: '' })
}

/** Days until the last day, for a warning in time; null when it is over or not in force. */
export function daysToExpiry(authorisation: Authorisation, today: LocalDate): number | null {
  const inForce = authorisation.state === 'granted' && today >= authorisation.from && today <= authorisation.until
  return inForce ? daysBetween(today, authorisation.until) : null
}
