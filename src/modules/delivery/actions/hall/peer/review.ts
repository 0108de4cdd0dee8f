import type { ReplyOf } from '../../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../../kernel/result.ts'
import type { Ctx } from '../../../../../platform/context.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import type { readReview } from '../../../contract.ts'
import { type HallReview, reviewActs } from '../../../core/protocol/pair/hall-review.ts'
import { seating } from '../../../core/protocol/pair/seating.ts'
import { reviewOf } from '../../../core/protocol/server/union.ts'
import { attemptsOfSitting } from '../../../store/attempts.ts'
import { actsOfSitting } from '../../../store/hall/acts.ts'
import { candidatesOfSitting, findHallSitting } from '../../../store/hall/hall.ts'
import { loadBook } from '../../../store/hall/peer/book.ts'
import { movesOfSitting, seatsInOrder } from '../../../store/hall/peer/take.ts'
import { byOne } from '../keepers.ts'

/** Everything that contradicts itself between the servers of a site; it follows from the rows, so both servers say the same. Refusal: `not-found`. */
export async function readReviewAction(
  tx: Tx,
  { params }: { readonly params: { readonly sittingId: string } },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readReview>>> {
  const keepers = await byOne(tx, ctx, 'watch')
  if (!keepers.ok) return keepers
  const sitting = await findHallSitting(tx, params.sittingId)
  if (!sitting) return refuse('not-found')
  const { sittingId } = sitting
  const found: HallReview[] = []
  for (const attempt of await attemptsOfSitting(tx, sittingId)) {
    if (attempt.epoch === 0) continue
    const { book } = await loadBook(tx, attempt)
    for (const one of reviewOf(book)) found.push({ attemptId: attempt.attemptId, found: one })
  }
  const { conflicts } = seating(
    await candidatesOfSitting(tx, sittingId),
    await movesOfSitting(tx, sittingId),
    await seatsInOrder(tx, sittingId),
  )
  const seats = conflicts.map(conflict => ({ found: { kind: 'two-at-seat' as const, ...conflict } }))
  const all = [...found, ...reviewActs(await actsOfSitting(tx, sittingId)), ...seats]
  return ok({ serverTime: ctx.now, found: all.map(one => ({ attemptId: 'attemptId' in one ? one.attemptId : null, found: one.found })) })
}
