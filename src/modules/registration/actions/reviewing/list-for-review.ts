import type { QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { daysBetween } from '../../../../kernel/local-date.ts'
import { type Result, ok } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { listForReview } from '../../contract.ts'
import { reviewScopeOf, waitingDays } from '../../core/application/review.ts'
import type { Round } from '../../core/application/round.ts'
import { countWaiting, listForReviewRows } from '../../store/applications.ts'
import { findRound } from '../../store/rounds.ts'
import { levelNameIn } from '../application-views.ts'

/** Applications within the reviewer's scope; those that wait come first, the longest waiting before the others. */
export async function showForReview(
  tx: Tx,
  request: { query: QueryOf<typeof listForReview> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listForReview>>> {
  const scope = reviewScopeOf(ctx.actor)
  const rows = await listForReviewRows(tx, scope, request.query)
  const rounds = new Map<string, Round | undefined>()
  for (const { roundId } of rows) if (!rounds.has(roundId)) rounds.set(roundId, await findRound(tx, roundId))
  const { waiting, oldest } = await countWaiting(tx, scope)
  return ok({
    total: rows[0]?.total ?? 0,
    waiting,
    oldestWaitingDays: oldest === null ? null : daysBetween(dayOf(oldest), dayOf(ctx.now)),
    applications: rows.map(({ total: _total, state, applicantName: name, ...row }) => {
      const round = rounds.get(row.roundId)
      return {
        ...row,
        name,
        state: state.kind,
        roundCode: round?.code ?? '',
        levelName: round ? levelNameIn(round, row.level) : row.level,
        siteName: round?.sites.find(s => s.code === row.siteCode)?.name ?? null,
        waitingDays: waitingDays(state, ctx.now),
      }
    }),
  })
}
