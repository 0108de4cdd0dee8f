import { type Route, route } from '../../../platform/http/route.ts'
import {
  type EnrolledSites,
  completeResultUploadAction,
  openResultUploadAction,
  putResultPartAction,
} from '../actions/record/receive-result.ts'
import { completeResultUpload, openResultUpload, putResultPart } from '../contract.ts'
import { mayKnock } from '../core/policy.ts'
import { PART_BYTES } from '../core/record/upload.ts'

/** The centre's door for results: mounted there, with what it knows of its sites. Whoever sends shows it by signatures, not by signing in. */
export const resultRoutes = (sites: EnrolledSites): readonly Route[] => [
  route(openResultUpload, { policy: mayKnock, action: openResultUploadAction(sites), limit: { max: 60, perSeconds: 60 } }),
  route(putResultPart, {
    policy: mayKnock,
    outside: putResultPartAction,
    maxBytes: PART_BYTES + 64 * 1024,
    limit: { max: 600, perSeconds: 60 },
  }),
  route(completeResultUpload, { policy: mayKnock, outside: completeResultUploadAction(sites), limit: { max: 60, perSeconds: 60 } }),
]
