import type { ParamsOf, QueryOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { readReport } from '../contract.ts'
import { provincesRead, readsSmallGroups } from '../core/policy.ts'
import { findReport, type ReportId, REPORTS } from '../core/registry.ts'
import { maskSmallGroups } from '../core/small-groups.ts'
import { countSeason } from '../reports/season-funnel/store/count-season.ts'

/** What each report reads; exhaustive, so that a report without its query does not compile. */
const QUERIES: { readonly [Id in ReportId]: typeof countSeason } = { 'season-funnel': countSeason }

/** Runs a report within the reader's scope. Refuses `report-unknown`. */
export async function runReport(
  tx: Tx,
  request: { params: ParamsOf<typeof readReport>; query: QueryOf<typeof readReport> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readReport>>> {
  const id = findReport(request.params.reportId)
  if (!id.ok) return id
  const report = REPORTS[id.value]
  const smallest = readsSmallGroups(ctx.actor) ? 1 : report.smallestGroup
  const counts = await QUERIES[id.value](tx, { sessionId: request.query.sessionId, provinces: provincesRead(ctx.actor) })
  const { title, purpose } = report
  return ok({
    reportId: id.value,
    title,
    purpose,
    smallestGroup: smallest,
    ...report.compute(counts, groups => maskSmallGroups(groups, smallest)),
  })
}
