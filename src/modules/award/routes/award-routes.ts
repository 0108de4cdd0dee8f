import { type Route, route } from '../../../platform/http/route.ts'
import { issueNext } from '../actions/issue-certificates.ts'
import { listForOfficers, listOwn } from '../actions/read-results.ts'
import { decideForOfficer, decideOnProposal, listSessions, proposeForOfficer } from '../actions/run-session.ts'
import {
  decideOnPublication,
  decideSessionResults,
  issueSessionCertificates,
  listAwardSessions,
  listOwnResults,
  listResults,
  proposeToPublish,
} from '../contract.ts'
import { mayPublish, mayReadOwn, mayReadResults } from '../core/policy.ts'

export const awardRoutes: readonly Route[] = [
  route(listOwnResults, { policy: mayReadOwn, action: listOwn }),
  route(listAwardSessions, { policy: mayReadResults, action: listSessions }),
  route(listResults, { policy: mayReadResults, action: listForOfficers }),
  route(decideSessionResults, { policy: mayPublish, action: decideForOfficer }),
  route(proposeToPublish, { policy: mayPublish, action: proposeForOfficer }),
  route(decideOnPublication, { policy: mayPublish, action: decideOnProposal }),
  route(issueSessionCertificates, { policy: mayPublish, action: (tx, request, ctx) => issueNext(tx, ctx, request.params) }),
]
