import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type Application, mayChange } from '../../core/application/application.ts'
import { readerOf } from '../../core/application/review.ts'
import type { Round } from '../../core/application/round.ts'
import { type ApplicationKey, lockApplication } from '../../store/applications.ts'
import { roundBehind } from '../gather-facts.ts'

/** The application of the person who asks, held for the transaction. Reviewers and strangers hear `application-unknown`. */
export async function ownApplication(tx: Tx, key: ApplicationKey, ctx: Ctx): Promise<Result<{ application: Application; round: Round }>> {
  const application = await lockApplication(tx, key)
  if (application === undefined) return refuse('application-unknown')
  const reader = readerOf(ctx.actor, application)
  if (!reader.ok || reader.value !== 'applicant') return refuse('application-unknown')
  return ok({ application, round: await roundBehind(tx, application) })
}

/** The same, when its form may still be changed. */
export async function changeableApplication(
  tx: Tx,
  key: ApplicationKey,
  ctx: Ctx,
): Promise<Result<{ application: Application; round: Round }>> {
  const own = await ownApplication(tx, key, ctx)
  if (!own.ok) return own
  const open = mayChange(own.value.application, own.value.round, ctx.now)
  return open.ok ? own : open
}
