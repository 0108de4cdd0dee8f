import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { withdrawApplication } from '../../contract.ts'
import { withdraw } from '../../core/application/application.ts'
import { giveBackPlace, withdrawState } from '../../store/applications.ts'
import { showState } from '../application-views.ts'
import { ownApplication } from './own-application.ts'

/** Withdraws an application and gives the place in the round back. */
export async function takeApplicationBack(
  tx: Tx,
  request: { params: ParamsOf<typeof withdrawApplication>; body: BodyOf<typeof withdrawApplication> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof withdrawApplication>>> {
  const found = await ownApplication(tx, request.params, ctx)
  if (!found.ok) return found
  const { application, round } = found.value
  const state = withdraw(application, round, { reason: request.body.reason, now: ctx.now })
  if (!state.ok) return state
  if (!(await withdrawState(tx, application, state.value, ctx.now))) return refuse('changed-meanwhile')
  await giveBackPlace(tx, application)
  await record(tx, ctx, {
    type: 'application-withdrawn',
    subject: { kind: 'application', id: application.applicationId },
    facts: { note: request.body.reason },
  })
  return ok({ state: showState(state.value) })
}
