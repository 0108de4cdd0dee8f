import type { BodyOf, ParamsOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import type { decideAuthorisation } from '../contract.ts'
import { changeAuthorisation } from '../core/authorisation.ts'
import { supervisesInstitution } from '../core/policy.ts'
import { findInstitution, listAuthorisations, saveAuthorisationState } from '../store/institutions.ts'

type Request = { readonly params: ParamsOf<typeof decideAuthorisation>; readonly body: BodyOf<typeof decideAuthorisation> }

/** Suspends, resumes or withdraws an authorisation, with the reason on record. */
export async function decideOnAuthorisation(tx: Tx, request: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof decideAuthorisation>>> {
  const { institution: code, authorisationId } = request.params
  const institution = await findInstitution(tx, code)
  if (!institution || !supervisesInstitution(ctx.actor, institution)) return refuse('institution-unknown', { code })
  const authorisation = (await listAuthorisations(tx, [code])).find(a => a.id === authorisationId)
  if (!authorisation) return refuse('not-found')
  const changed = changeAuthorisation(authorisation, request.body.decision, request.body.reason)
  if (!changed.ok) return changed
  if (!(await saveAuthorisationState(tx, changed.value, authorisation.state))) return refuse('changed-meanwhile')
  const { state, reason } = changed.value
  const facts = { authorisation: authorisationId, decision: request.body.decision, reason: request.body.reason, state }
  await record(tx, ctx, { type: 'authorisation-changed', subject: { kind: 'institution', id: code }, facts })
  return ok({ state, reason })
}
