import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { reviewApplication } from '../../contract.ts'
import { type Application, takesPlace } from '../../core/application/application.ts'
import { decideReview, readerOf } from '../../core/application/review.ts'
import type { EligibilityDecision } from '../../core/eligibility-decision.ts'
import { type ApplicationKey, giveBackPlace, lockApplication, moveState } from '../../store/applications.ts'
import { insertReview, listEvidence } from '../../store/evidence.ts'
import { showState } from '../application-views.ts'
import { applicantOf, judgeForm, registerFactsOf, roundBehind } from '../gather-facts.ts'

/** Decides on an application: the findings of this moment, the choice and its evidence are kept together and for good. */
export async function review(
  tx: Tx,
  request: { params: ParamsOf<typeof reviewApplication>; body: BodyOf<typeof reviewApplication> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof reviewApplication>>> {
  const application = await reviewable(tx, request.params, ctx)
  if (!application.ok) return application
  const { version, choice, seenOnSite } = request.body
  const { draft, level, personId } = application.value
  const round = await roundBehind(tx, application.value)
  const register = await registerFactsOf(tx, await applicantOf(tx, personId))
  const evidence = await listEvidence(tx, application.value)
  const { eligibility } = judgeForm({ draft, level, round, register, evidence, seenOnSite })
  const decided = decideReview({
    application: application.value,
    editionId: round.editionId,
    eligibility,
    choice,
    actor: ctx.actor,
    now: ctx.now,
  })
  if (!decided.ok) return decided
  if (application.value.version !== version) return refuse('changed-meanwhile')
  await keep(tx, application.value, { ...decided.value, seenOnSite }, ctx)
  return ok({ state: showState(decided.value.state), version: version + 1 })
}

/** Outside the scope an application does not exist; one's own is refused by name in core. */
async function reviewable(tx: Tx, key: ApplicationKey, ctx: Ctx): Promise<Result<Application>> {
  const application = await lockApplication(tx, key)
  if (application === undefined) return refuse('application-unknown')
  const reader = readerOf(ctx.actor, application)
  return reader.ok ? ok(application) : reader
}

type Kept = { readonly state: Application['state']; readonly decision: EligibilityDecision; readonly seenOnSite: readonly string[] }

async function keep(tx: Tx, application: Application, { state, decision, seenOnSite }: Kept, ctx: Ctx): Promise<void> {
  const { outcome } = decision
  const submittedAt = application.state.kind === 'submitted' ? application.state.at : ctx.now
  const clauseId = outcome.kind === 'approved' ? outcome.clauseId : application.clauseId
  if (!(await moveState(tx, application, { state, clauseId, submittedAt, now: ctx.now }))) throw new Error('a locked application changed')
  await insertReview(tx, application, { version: application.version, decidedAt: ctx.now, decision, seenOnSite })
  if (!takesPlace(state.kind)) await giveBackPlace(tx, application)
  await record(tx, ctx, {
    type: `application-${outcome.kind}`,
    subject: { kind: 'application', id: application.applicationId },
    facts: factsOf(decision, seenOnSite),
  })
}

function factsOf({ outcome, editionId, level, verdict, referenceDate }: EligibilityDecision, seenOnSite: readonly string[]) {
  const common = { editionId, level, verdict, referenceDate, seenOnSite }
  return outcome.kind === 'approved'
    ? { ...common, clauseId: outcome.clauseId, evidenceIds: outcome.evidenceIds }
    : { ...common, note: outcome.reasons.map(r => r.text).join('；') }
}
