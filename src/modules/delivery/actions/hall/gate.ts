import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Attempt } from '../../core/attempt/attempt.ts'
import { isPaused } from '../../core/hall/halt.ts'
import { findHallSitting } from '../../store/hall/hall.ts'
import { readPackage } from '../../store/hall/site.ts'
import { openHalts } from './halts.ts'

/**
 * May papers be started in the hall of this attempt? Where no site keeps the sitting (halls of the centre) nothing is in the way.
 * Refusals: `sitting-closed`, `site-not-armed`, `hall-paused`.
 */
export async function hallGate(tx: Tx, attempt: Attempt): Promise<Result<true>> {
  const sitting = await findHallSitting(tx, attempt.sittingId)
  if (!sitting) return ok(true)
  if (sitting.closedAt !== null) return refuse('sitting-closed')
  if ((await readPackage(tx, sitting.sitePackageId)).armedAt === null) return refuse('site-not-armed')
  return isPaused(await openHalts(tx, attempt.sittingId), attempt.roomLabel) ? refuse('hall-paused') : ok(true)
}
