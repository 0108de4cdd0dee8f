import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { saveDraft } from '../../contract.ts'
import { requireLevel } from '../../core/application/round.ts'
import { saveDraftOf } from '../../store/applications.ts'
import { changeableApplication } from './own-application.ts'

/** Keeps the form as it stands. Level, site and clause are copied out of it, so that lists can select by them. */
export async function keepDraft(
  tx: Tx,
  request: { params: ParamsOf<typeof saveDraft>; body: BodyOf<typeof saveDraft> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof saveDraft>>> {
  const found = await changeableApplication(tx, request.params, ctx)
  if (!found.ok) return found
  const { application, round } = found.value
  const { version, draft } = request.body
  const level = requireLevel(round, draft.level)
  if (!level.ok) return level
  const site = round.sites.find(s => s.code === draft.siteCode)
  const next = {
    ...application,
    draft,
    level: level.value,
    siteCode: site?.code ?? null,
    province: site?.province ?? null,
    clauseId: draft.clauseId || null,
  }
  if (!(await saveDraftOf(tx, next, version, ctx.now))) return refuse('changed-meanwhile')
  return ok({ version: version + 1, savedAt: ctx.now })
}
