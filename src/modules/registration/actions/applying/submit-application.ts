import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { enterReach } from '../../../identity/index.ts'
import type { submitApplication } from '../../contract.ts'
import { submit } from '../../core/application/submission.ts'
import { moveState } from '../../store/applications.ts'
import { listEvidence } from '../../store/evidence.ts'
import { showState } from '../application-views.ts'
import { applicantOf, judgeForm, partValidityOf, registerFactsOf } from '../gather-facts.ts'
import { ownApplication } from './own-application.ts'

/** Hands an application in: every rule is checked again here, whatever the browser said. */
export async function handApplicationIn(
  tx: Tx,
  request: { params: ParamsOf<typeof submitApplication>; body: BodyOf<typeof submitApplication> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof submitApplication>>> {
  const found = await ownApplication(tx, request.params, ctx)
  if (!found.ok) return found
  const { application, round } = found.value
  if (application.version !== request.body.version) return refuse('changed-meanwhile')
  const person = await applicantOf(tx, application.personId)
  const register = await registerFactsOf(tx, person)
  const evidence = await listEvidence(tx, application)
  const { draft, level } = application
  const { eligibility } = judgeForm({ draft, level, round, register, evidence, seenOnSite: [] })
  const state = submit(application, {
    round,
    birth: person.birthDate,
    partValidityMonths: partValidityOf(round),
    evidence,
    eligibility,
    now: ctx.now,
  })
  if (!state.ok) return state
  if (!(await moveState(tx, application, { state: state.value, clauseId: draft.clauseId, submittedAt: ctx.now, now: ctx.now })))
    return refuse('changed-meanwhile')
  if (application.province !== null) await enterReach(tx, { personId: application.personId, province: application.province })
  const facts = { editionId: round.editionId, level, clauseId: draft.clauseId, times: state.value.times, siteCode: draft.siteCode }
  await record(tx, ctx, { type: 'application-submitted', subject: { kind: 'application', id: application.applicationId }, facts })
  return ok({ state: showState(state.value), version: application.version + 1 })
}
