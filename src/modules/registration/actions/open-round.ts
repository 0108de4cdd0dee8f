import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import { type Round, type RoundOrder, planRound } from '../core/application/round.ts'
import { findRound, insertRound } from '../store/rounds.ts'

/** Opens the registration round of a session that was published. Refuses as `planRound`, and `round-exists`. */
export async function openRound(tx: Tx, ctx: Ctx, order: RoundOrder): Promise<Result<Round>> {
  const round = planRound(order)
  if (!round.ok) return round
  if (!(await insertRound(tx, round.value, ctx.now))) return refuse('round-exists', { code: order.code })
  const { roundId, code, editionId, levels, opensAt, closesAt } = round.value
  await record(tx, ctx, {
    type: 'round-opened',
    subject: { kind: 'round', id: roundId },
    facts: { code, editionId, levels, opensAt, closesAt },
  })
  return ok(round.value)
}

/** A round by its id, which is that of its session. */
export function roundOf(tx: Tx, roundId: string): Promise<Round | undefined> {
  return findRound(tx, roundId)
}
