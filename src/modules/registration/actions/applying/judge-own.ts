import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { editionOf } from '../../../standard/contract.ts'
import type { judgeOwn } from '../../contract.ts'
import { assembleDossier } from '../../core/application/facts.ts'
import { editionLevelNames, judgeLevels, levelNames, roundLevels } from '../../core/application/verdict.ts'
import { listEvidence } from '../../store/evidence.ts'
import { applicantOf, registerFactsOf } from '../gather-facts.ts'
import { ownApplication } from './own-application.ts'

/** What the standard says to a form as it stands: for every level of the round, which clauses are met and what is missing. */
export async function judgeDraft(
  tx: Tx,
  request: { params: ParamsOf<typeof judgeOwn>; body: BodyOf<typeof judgeOwn> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof judgeOwn>>> {
  const found = await ownApplication(tx, request.params, ctx)
  if (!found.ok) return found
  const { application, round } = found.value
  const register = await registerFactsOf(tx, await applicantOf(tx, application.personId))
  const evidence = await listEvidence(tx, application)
  const { dossier } = assembleDossier({ draft: request.body.draft, register, evidence, seenOnSite: [], editionId: round.editionId })
  const edition = editionOf(round.editionId)
  return ok({
    levels: judgeLevels(roundLevels(edition, round.levels), dossier, round.referenceDate, levelNames(editionLevelNames(edition))),
  })
}
