import { type Route, route } from '../../../platform/http/route.ts'
import { submitSheet } from '../actions/enter-marks.ts'
import { enterCheckMarks } from '../actions/lab/enter-check-marks.ts'
import { showEvidence } from '../actions/lab/read-evidence.ts'
import { viewMarking, viewQueue } from '../actions/view-scripts.ts'
import { listMarking, listQueue, readEvidence, submitCheckMarks, submitMarks } from '../contract.ts'
import { mayLeadMarking, mayMark, mayReadMarking } from '../core/policy.ts'

export const markingRoutes: readonly Route[] = [
  route(listQueue, { policy: mayMark, action: viewQueue }),
  route(submitMarks, { policy: mayMark, action: submitSheet }),
  route(submitCheckMarks, { policy: mayMark, action: enterCheckMarks }),
  route(readEvidence, { policy: mayReadMarking, action: showEvidence }),
  route(listMarking, { policy: mayLeadMarking, action: viewMarking }),
]
