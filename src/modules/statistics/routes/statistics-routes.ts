import { type Route, route } from '../../../platform/http/route.ts'
import { runReport } from '../actions/run-report.ts'
import { readReport } from '../contract.ts'
import { mayReadReports } from '../core/policy.ts'

export const statisticsRoutes: readonly Route[] = [route(readReport, { policy: mayReadReports, action: runReport })]
