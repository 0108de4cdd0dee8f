import { refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { keepsHall, watchesHall } from '../../core/policy.ts'
import { type AllocatedSeat, lockSeat } from '../../store/seats.ts'
import { findSitting, type Sitting } from '../../store/sittings.ts'

/** A sitting that whoever asks may look at. Refuses `sitting-unknown`, also where it is out of reach. */
export async function watchedSitting(tx: Tx, ctx: Ctx, sittingId: string): Promise<Result<Sitting>> {
  const sitting = await findSitting(tx, sittingId)
  return sitting && watchesHall(ctx.actor, sitting) ? { ok: true, value: sitting } : refuse('sitting-unknown')
}

/** A sitting that whoever asks keeps. The staff of another site is told nothing of it. */
export async function keptSitting(tx: Tx, ctx: Ctx, sittingId: string): Promise<Result<Sitting>> {
  const sitting = await findSitting(tx, sittingId)
  return sitting && keepsHall(ctx.actor, sitting) ? { ok: true, value: sitting } : refuse('sitting-unknown')
}

export type KeptSeat = { readonly sitting: Sitting; readonly seat: AllocatedSeat }

/** A seat of a sitting still open, locked. Refuses `sitting-unknown`, `sitting-closed-already`, `seat-unknown`. */
export async function lockKeptSeat(
  tx: Tx,
  ctx: Ctx,
  key: { readonly sittingId: string; readonly applicationId: string },
): Promise<Result<KeptSeat>> {
  const sitting = await keptSitting(tx, ctx, key.sittingId)
  if (!sitting.ok) return sitting
  if (sitting.value.closedAt !== null) return refuse('sitting-closed-already')
  const seat = await lockSeat(tx, key)
  return seat ? { ok: true, value: { sitting: sitting.value, seat } } : refuse('seat-unknown')
}
