import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { seasonFunnel } from '../reports/season-funnel/report.ts'

/** Every report; a new one adds its line here and its query in `actions/report-queries.ts`. */
export const REPORTS = { 'season-funnel': seasonFunnel } as const
export type ReportId = keyof typeof REPORTS

/** Refuses `report-unknown`. */
export function findReport(id: string): Result<ReportId> {
  return Object.hasOwn(REPORTS, id) ? ok(id as ReportId) : refuse('report-unknown', { report: id })
}
