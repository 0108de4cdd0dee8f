import { type Route, route } from '../../../platform/http/route.ts'
import { confirmEnrolmentAction, listEnrolmentsAction, sendEnrolmentAction } from '../actions/centre/enrolments.ts'
import { readStandingAction, sendSiteReportAction } from '../actions/centre/site-reports.ts'
import { confirmEnrolment, listSiteEnrolments, readStanding, sendEnrolment, sendSiteReport } from '../contract.ts'
import { mayKnock } from '../core/policy.ts'
import { mayEnrolSites, mayReadSites } from '../core/site/centre-policy.ts'

/** What only the centre offers: sites let in, their reports. */
export const centreRoutes: readonly Route[] = [
  // sites have no account: what they say is believed by its signature, and what is not signed waits for a person
  route(sendEnrolment, { policy: mayKnock, action: sendEnrolmentAction, limit: { max: 10, perSeconds: 60 } }),
  route(listSiteEnrolments, { policy: mayReadSites, action: listEnrolmentsAction }),
  route(confirmEnrolment, { policy: mayEnrolSites, action: confirmEnrolmentAction }),
  route(sendSiteReport, { policy: mayKnock, action: sendSiteReportAction, limit: { max: 60, perSeconds: 60 } }),
]

/** What a site tells whoever sends its report; it names nobody. */
export const standingRoutes: readonly Route[] = [route(readStanding, { policy: mayKnock, action: readStandingAction, priority: 3 })]
