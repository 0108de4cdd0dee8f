import type { Brand } from '../../../../kernel/brand.ts'
import { type Instant, dayOf } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type Transitions, advance } from '../../../../kernel/states.ts'
import type { LevelCode } from '../../../standard/contract.ts'
import type { DecisionReason } from '../eligibility-decision.ts'
import type { ApplicationDraft } from './application-draft.ts'
import { type Round, type RoundId, correctionUntil, requireOpen } from './round.ts'

export type ApplicationId = Brand<string, 'ApplicationId'>

/**
 * draft ──submit──▶ submitted ──approve──▶ approved ──withdraw──▶ withdrawn
 *                    │  ▲  └─reject──▶ rejected
 *                return submit
 *                    ▼  │
 *                  returned
 * draft, submitted and returned may also be withdrawn. `times` counts submissions.
 */
export type ApplicationState =
  | { readonly kind: 'draft' }
  | { readonly kind: 'submitted'; readonly at: Instant; readonly times: number }
  | { readonly kind: 'returned'; readonly at: Instant; readonly times: number; readonly reasons: readonly DecisionReason[] }
  | { readonly kind: 'approved'; readonly at: Instant; readonly clauseId: string }
  | { readonly kind: 'rejected'; readonly at: Instant; readonly reasons: readonly DecisionReason[] }
  | { readonly kind: 'withdrawn'; readonly at: Instant; readonly reason: string }
export type ApplicationStateKind = ApplicationState['kind']
export type ApplicationEvent = 'submit' | 'return' | 'approve' | 'reject' | 'withdraw'

export const APPLICATION_STATES: Transitions<ApplicationStateKind, ApplicationEvent> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  approved: { withdraw: 'withdrawn' },
  rejected: {},
  withdrawn: {},
}
export const STATE_KINDS = Object.keys(APPLICATION_STATES) as ApplicationStateKind[]

/** What people read; one word for one state everywhere. */
export const STATE_WORDS: Readonly<Record<ApplicationStateKind, { readonly zh: string; readonly en: string }>> = {
  draft: { zh: '填写中', en: 'draft' },
  submitted: { zh: '待审核', en: 'awaiting review' },
  returned: { zh: '退回补正', en: 'returned' },
  approved: { zh: '审核通过', en: 'approved' },
  rejected: { zh: '审核不通过', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

/** A picture or scan in the file store; `fileId` is the SHA-256 of its bytes. */
export type KeptFile = { readonly fileId: string; readonly mediaType: 'image/jpeg' | 'application/pdf'; readonly bytes: number }

/** One person's request to sit for a level in a round (申报). */
export type Application = {
  readonly applicationId: ApplicationId
  readonly personId: string
  readonly roundId: RoundId
  /** name at the time of applying, for lists */
  readonly applicantName: string
  readonly level: LevelCode
  /** null until a site is chosen */
  readonly siteCode: string | null
  readonly province: string | null
  readonly clauseId: string | null
  readonly state: ApplicationState
  /** grows with every change; a writer names the version he saw */
  readonly version: number
  readonly draft: ApplicationDraft
  readonly photo: KeptFile | null
  readonly startedAt: Instant
  readonly changedAt: Instant
}

/** Does an application in this state take the person's one place in the round? */
export function takesPlace(state: ApplicationStateKind): boolean {
  return state !== 'rejected' && state !== 'withdrawn'
}

/** The next state's kind, or `application-wrong-state` in people's words. */
export function nextState(from: ApplicationStateKind, event: ApplicationEvent): Result<ApplicationStateKind> {
  const next = advance(APPLICATION_STATES, from, event)
  return next.ok ? next : refuse('application-wrong-state', { state: STATE_WORDS[from].zh, stateEn: STATE_WORDS[from].en })
}

/**
 * May the applicant still change the form? A draft until the round closes, a returned one until its corrections are due.
 * Refuses `application-wrong-state`, `round-not-open`, `round-closed`, `correction-closed`.
 */
export function mayChange(application: Pick<Application, 'state'>, round: Round, now: Instant): Result<true> {
  const { state } = application
  const next = nextState(state.kind, 'submit')
  if (!next.ok) return next
  if (state.kind !== 'returned') return requireOpen(round, now)
  const until = correctionUntil(round, state.at)
  return now < until ? ok(true) : refuse('correction-closed', { until: dayOf(until) })
}

/** Withdraws while seats are not yet arranged. Refuses `application-wrong-state` and `withdrawal-closed`. */
export function withdraw(
  application: Pick<Application, 'state'>,
  round: Round,
  wish: { readonly reason: string; readonly now: Instant },
): Result<ApplicationState> {
  const next = nextState(application.state.kind, 'withdraw')
  if (!next.ok) return next
  if (application.state.kind === 'approved' && wish.now >= round.closesAt) return refuse('withdrawal-closed', { code: round.code })
  return ok({ kind: 'withdrawn', at: wish.now, reason: wish.reason.trim() })
}

/** How often it was submitted so far. */
export function timesSubmitted(state: ApplicationState): number {
  return state.kind === 'submitted' || state.kind === 'returned' ? state.times : 0
}
