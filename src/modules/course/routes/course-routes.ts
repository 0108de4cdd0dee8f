import { type Route, route } from '../../../platform/http/route.ts'
import { issueForTrainee, listOwn } from '../actions/issue-completion-proof.ts'
import { issueCompletion, listOwnCompletions } from '../contract.ts'
import { mayIssueCompletion, mayReadOwnCompletions } from '../core/policy.ts'

export const courseRoutes: readonly Route[] = [
  route(listOwnCompletions, { policy: mayReadOwnCompletions, action: listOwn }),
  route(issueCompletion, { policy: mayIssueCompletion, action: issueForTrainee }),
]
