import { actorRef } from '../../../kernel/actor.ts'
import type { ParamsOf, ReplyOf } from '../../../kernel/endpoint.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { historyOf } from '../../audit/index.ts'
import { editionOf } from '../../standard/contract.ts'
import type { readApplication } from '../contract.ts'
import { type Application, mayChange } from '../core/application/application.ts'
import { readerOf } from '../core/application/review.ts'
import { type Round, correctionUntil } from '../core/application/round.ts'
import { editionLevelNames, levelNames, roundLevels, tellVerdict } from '../core/application/verdict.ts'
import { type ApplicationKey, findApplication } from '../store/applications.ts'
import { listEvidence, listReviews } from '../store/evidence.ts'
import { showDecision, showEvidenceRow, showRound, showState } from './application-views.ts'
import { applicantOf, judgeForm, partValidityOf, registerFactsOf, roundBehind } from './gather-facts.ts'

type View = ReplyOf<typeof readApplication>

/** An application, for other modules' actions; undefined when there is none. */
export function applicationOf(tx: Tx, key: ApplicationKey): Promise<Application | undefined> {
  return findApplication(tx, key)
}

/** An application for whoever may read it; `application-unknown` for everybody else. */
export async function readableApplication(
  tx: Tx,
  key: ApplicationKey,
  ctx: Ctx,
): Promise<Result<{ application: Application; as: 'applicant' | 'reviewer' }>> {
  const application = await findApplication(tx, key)
  if (application === undefined) return refuse('application-unknown')
  const reader = readerOf(ctx.actor, application)
  return reader.ok ? ok({ application, as: reader.value }) : reader
}

/** Everything about one application, with the verdict as it is today and the decisions as they were made. */
export async function showApplication(tx: Tx, request: { params: ParamsOf<typeof readApplication> }, ctx: Ctx): Promise<Result<View>> {
  const found = await readableApplication(tx, request.params, ctx)
  if (!found.ok) return found
  const { application, as } = found.value
  const { personId, level, draft, state } = application
  const person = await applicantOf(tx, personId)
  const round = await roundBehind(tx, application)
  const register = await registerFactsOf(tx, person)
  const evidence = await listEvidence(tx, application)
  const decisions = await listReviews(tx, application)
  const { eligibility } = judgeForm({ draft, level, round, register, evidence, seenOnSite: [] })
  const edition = editionOf(round.editionId)
  const names = editionLevelNames(edition)
  return ok({
    as,
    ...identified(application),
    person,
    state: showState(state),
    changeableUntil: changeableUntil(application, round, ctx.now),
    partValidityMonths: partValidityOf(round),
    round: showRound(round, ctx.now),
    terms: roundLevels(edition, round.levels),
    levelNames: names,
    register,
    evidence: evidence.map(showEvidenceRow),
    verdict: tellVerdict(level, eligibility, levelNames(names)),
    decisions: decisions.map(showDecision),
    history: await happeningsOf(tx, application),
  })
}

function identified({ applicationId, personId, level, siteCode, clauseId, version, draft, photo, startedAt, changedAt }: Application) {
  return { applicationId, personId, level, siteCode, clauseId, version, draft, photo: photo?.fileId ?? null, startedAt, changedAt }
}

function changeableUntil(application: Application, round: Round, now: Instant): Instant | null {
  if (!mayChange(application, round, now).ok) return null
  return application.state.kind === 'returned' ? correctionUntil(round, application.state.at) : round.closesAt
}

/** The history without names: an applicant learns that a reviewer decided, not which. */
async function happeningsOf(tx: Tx, { applicationId, personId }: Application): Promise<View['history']> {
  const entries = await historyOf(tx, { kind: 'application', id: applicationId })
  const own = actorRef({ kind: 'person', personId, accountId: '', name: '', grants: [] })
  return entries.map(({ at, type, actor, facts }) => ({
    at,
    type,
    by: actor === own ? 'applicant' : actor.startsWith('system:') ? 'system' : 'reviewer',
    note: typeof facts['note'] === 'string' && facts['note'] !== '' ? facts['note'] : null,
  }))
}
