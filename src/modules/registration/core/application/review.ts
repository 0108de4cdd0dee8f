import { type Actor, actorRef, holdsAt } from '../../../../kernel/actor.ts'
import { type Instant, dayOf } from '../../../../kernel/instant.ts'
import { daysBetween } from '../../../../kernel/local-date.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { EditionId } from '../../../standard/contract.ts'
import { type DecisionChoice, type EligibilityDecision, decideEligibility } from '../eligibility-decision.ts'
import type { Eligibility } from '../eligibility.ts'
import { type Application, type ApplicationEvent, type ApplicationState, nextState, timesSubmitted } from './application.ts'

type Placed = Pick<Application, 'personId' | 'province' | 'siteCode'>

/** What a reviewer may list: everything, or whole provinces and single sites. */
export type ReviewScope = { readonly everything: boolean; readonly provinces: readonly string[]; readonly sites: readonly string[] }

const REVIEWERS = ['registrar', 'provincial-officer', 'national-officer'] as const

/** How far the grants of an actor reach over applications. */
export function reviewScopeOf(actor: Actor): ReviewScope {
  const scopes = actor.kind === 'person' ? actor.grants.filter(g => REVIEWERS.some(role => role === g.role)).map(g => g.scope) : []
  return {
    everything: scopes.some(s => s.kind === 'nation'),
    provinces: scopes.flatMap(s => (s.kind === 'province' ? [s.province] : [])),
    sites: scopes.flatMap(s => (s.kind === 'institution' ? [s.institution] : s.kind === 'site' ? [s.site] : [])),
  }
}

/**
 * As what may somebody read an application? Its applicant always; a reviewer once it is handed in, within the scope.
 * Everybody else hears `application-unknown`, as if it did not exist.
 */
export function readerOf(actor: Actor, application: Placed & Pick<Application, 'state'>): Result<'applicant' | 'reviewer'> {
  if (actor.kind === 'person' && actor.personId === application.personId) return ok('applicant')
  const { province, siteCode } = application
  const place = { ...(province !== null && { province }), ...(siteCode !== null && { site: siteCode, institution: siteCode }) }
  const handedIn = application.state.kind !== 'draft'
  return handedIn && holdsAt(actor, place, ...REVIEWERS) ? ok('reviewer') : refuse('application-unknown')
}

const EVENTS = { approve: 'approve', reject: 'reject', return: 'return' } as const satisfies Record<
  DecisionChoice['kind'],
  ApplicationEvent
>

/**
 * Decides on an application that was handed in. The decision carries edition, day, every finding and the outcome, and is
 * kept as it is. Refuses `application-unknown` (outside the scope), `own-application`, `application-wrong-state`, and as
 * `decideEligibility` does: `clause-unknown`, `clause-not-met`, `clause-needs-evidence`, `reasons-missing`.
 */
export function decideReview(input: {
  readonly application: Application
  readonly editionId: EditionId
  readonly eligibility: Eligibility
  readonly choice: DecisionChoice
  readonly actor: Actor
  readonly now: Instant
}): Result<{ readonly state: ApplicationState; readonly decision: EligibilityDecision }> {
  const { application, choice, actor, now } = input
  const reader = readerOf(actor, application)
  if (!reader.ok) return reader
  if (reader.value === 'applicant') return refuse('own-application')
  const next = nextState(application.state.kind, EVENTS[choice.kind])
  if (!next.ok) return next
  const { editionId, eligibility } = input
  const decided = decideEligibility({
    editionId,
    level: application.level,
    eligibility,
    choice,
    decidedBy: actorRef(actor),
    decidedAt: now,
  })
  return decided.ok ? ok({ state: stateAfter(application, decided.value), decision: decided.value }) : decided
}

function stateAfter(application: Application, { outcome, decidedAt: at }: EligibilityDecision): ApplicationState {
  switch (outcome.kind) {
    case 'approved':
      return { kind: 'approved', at, clauseId: outcome.clauseId }
    case 'rejected':
      return { kind: 'rejected', at, reasons: outcome.reasons }
    case 'returned':
      return { kind: 'returned', at, times: timesSubmitted(application.state), reasons: outcome.reasons }
  }
}

/** Whole days an application has waited for its review; 0 on the day it was handed in, null when it does not wait. */
export function waitingDays(state: ApplicationState, now: Instant): number | null {
  return state.kind === 'submitted' ? daysBetween(dayOf(state.at), dayOf(now)) : null
}

/** Sentences a reviewer may start from when returning or rejecting; the clause is named beside them. */
export const REASON_TEMPLATES = [
  { zh: '证明材料不清晰，请重新扫描后上传。', en: 'The scan cannot be read; please upload it again.' },
  {
    zh: '工作年限证明未加盖单位公章，请补盖公章后重新上传。',
    en: "The employer's statement lacks the official seal; have it sealed and upload it again.",
  },
  {
    zh: '证明材料载明的起止日期与填写不一致，请核对后修改。',
    en: 'The dates on the document differ from those in the form; please correct them.',
  },
  {
    zh: '照片不符合证件照要求，请更换近期白底或蓝底免冠照片。',
    en: 'The photo does not meet the requirements; use a recent bare-headed portrait on white or blue.',
  },
  {
    zh: '所选申报条件与材料不符，请改选其他条件或补充材料。',
    en: 'The documents do not support the chosen clause; choose another or add documents.',
  },
  { zh: '证书编号经查询无效，请提供原件核对。', en: 'The certificate number could not be verified; present the original.' },
] as const
