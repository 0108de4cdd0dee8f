import { type Route, route } from '../../../platform/http/route.ts'
import { submitSheet } from '../actions/enter-marks.ts'
import { viewMarking, viewQueue } from '../actions/view-scripts.ts'
import { listMarking, listQueue, submitMarks } from '../contract.ts'
import { mayLeadMarking, mayMark } from '../core/policy.ts'

export const markingRoutes: readonly Route[] = [
  route(listQueue, { policy: mayMark, action: viewQueue }),
  route(submitMarks, { policy: mayMark, action: submitSheet }),
  route(listMarking, { policy: mayLeadMarking, action: viewMarking }),
]
