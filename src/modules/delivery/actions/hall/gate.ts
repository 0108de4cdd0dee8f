import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Attempt } from '../../core/attempt/attempt.ts'
import { isPaused } from '../../core/hall/halt.ts'
import { findGate } from '../../store/hall/hall.ts'

/**
 * May papers be started in the hall of this attempt? Where no site keeps the sitting (halls of the centre) nothing is in the way.
 * Refusals: `sitting-closed`, `site-not-armed`, `hall-paused`.
 */
export async function hallGate(tx: Tx, attempt: Attempt): Promise<Result<true>> {
  const gate = await findGate(tx, attempt.sittingId)
  if (!gate) return ok(true)
  if (gate.isClosed) return refuse('sitting-closed')
  if (!gate.isArmed) return refuse('site-not-armed')
  return isPaused(gate.halts, attempt.roomLabel) ? refuse('hall-paused') : ok(true)
}
