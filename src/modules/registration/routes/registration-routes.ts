import { type Route, route } from '../../../platform/http/route.ts'
import { addEvidence, putPhoto, takeEvidenceBack } from '../actions/applying/attach-document.ts'
import { judgeDraft } from '../actions/applying/judge-own.ts'
import { showOwnApplications, showRounds } from '../actions/applying/list-own.ts'
import { keepDraft } from '../actions/applying/save-draft.ts'
import { start } from '../actions/applying/start-application.ts'
import { handApplicationIn } from '../actions/applying/submit-application.ts'
import { takeApplicationBack } from '../actions/applying/withdraw-application.ts'
import { showApplication } from '../actions/read-application.ts'
import { showForReview } from '../actions/reviewing/list-for-review.ts'
import { review } from '../actions/reviewing/review-application.ts'
import { serveEvidence, servePhoto } from '../actions/serve-document.ts'
import * as endpoints from '../contract.ts'
import { mayApply, mayReadApplication, mayReadRounds, mayReviewApplications } from '../core/policy.ts'

export const registrationRoutes: readonly Route[] = [
  route(endpoints.listRounds, { policy: mayReadRounds, action: showRounds }),
  route(endpoints.startApplication, { policy: mayApply, action: start }),
  route(endpoints.listOwnApplications, { policy: mayApply, action: showOwnApplications }),
  route(endpoints.readApplication, { policy: mayReadApplication, action: showApplication }),
  route(endpoints.saveDraft, { policy: mayApply, action: keepDraft }),
  route(endpoints.judgeOwn, { policy: mayApply, action: judgeDraft }),
  route(endpoints.attachEvidence, { policy: mayApply, action: addEvidence, limit: { max: 60, perSeconds: 60, by: 'caller' } }),
  route(endpoints.removeEvidence, { policy: mayApply, action: takeEvidenceBack }),
  route(endpoints.attachPhoto, { policy: mayApply, action: putPhoto, limit: { max: 30, perSeconds: 60, by: 'caller' } }),
  route(endpoints.showPhoto, { policy: mayReadApplication, action: servePhoto }),
  route(endpoints.showEvidence, { policy: mayReadApplication, action: serveEvidence }),
  route(endpoints.submitApplication, { policy: mayApply, action: handApplicationIn }),
  route(endpoints.withdrawApplication, { policy: mayApply, action: takeApplicationBack }),
  route(endpoints.listForReview, { policy: mayReviewApplications, action: showForReview }),
  route(endpoints.reviewApplication, { policy: mayReviewApplications, action: review }),
]
