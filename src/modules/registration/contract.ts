import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { applicationDraftSchema } from './core/application/application-draft.ts'
import { STATE_KINDS } from './core/application/application.ts'
import { DOCUMENT_KINDS } from './core/application/evidence.ts'
import {
  applicationView,
  evidenceView,
  ownApplicationRow,
  reviewRow,
  roundView,
  stateView,
  toldVerdictView,
} from './core/application/views.ts'

export { type ApplicationDraft, applicationDraftSchema, emptyDraft } from './core/application/application-draft.ts'
export { type ApplicationStateKind, STATE_WORDS } from './core/application/application.ts'
export { type DocumentKind, DOCUMENT_WORDS } from './core/application/evidence.ts'
export { type Paper, PAPER_WORDS } from './core/application/personal-lists.ts'
export type { Round, RoundOrder, RoundSite } from './core/application/round.ts'
export type { Dossier } from './core/dossier.ts'
export { type EligibilityDecision } from './core/eligibility-decision.ts'
export { registrationRefusals } from './core/refusals.ts'

const key = z.object({ personId: z.string().min(1).max(60), applicationId: z.string().min(1).max(60) })
const version = z.coerce.number().int().min(1).max(2_147_483_647)
const PLACE = '/api/registration/applications/:personId/:applicationId'
const CHANGE_REFUSALS = ['application-unknown', 'application-wrong-state', 'round-not-open', 'round-closed', 'correction-closed'] as const
const UPLOAD_REFUSALS = [
  'file-missing',
  'file-too-large',
  'file-type-refused',
  'file-disguised',
  'file-damaged',
  'file-active',
  'picture-too-small',
  'picture-too-large',
] as const

export const listRounds = endpoint({
  method: 'GET',
  path: '/api/registration/rounds',
  summary: '报名批次 / registration rounds, with my application in each',
  reply: z.object({
    rounds: z.array(roundView.extend({ ownApplicationId: z.string().nullable(), ownState: z.enum(STATE_KINDS).nullable() })),
  }),
})
export const startApplication = endpoint({
  method: 'POST',
  path: '/api/registration/applications',
  summary: '开始申报 / start an application',
  body: z.object({ roundId: z.string().min(1).max(60), level: z.string().min(1).max(4) }),
  reply: z.object({ personId: z.string(), applicationId: z.string(), version: z.number() }),
  refusals: ['round-unknown', 'round-not-open', 'round-closed', 'level-not-in-round', 'application-duplicate'],
})
export const listOwnApplications = endpoint({
  method: 'GET',
  path: '/api/registration/own-applications',
  summary: '我的报名 / my applications',
  reply: z.object({ applications: z.array(ownApplicationRow) }),
})
export const readApplication = endpoint({
  method: 'GET',
  path: PLACE,
  summary: '一份申报的全部内容 / one application, for its applicant and its reviewers',
  params: key,
  reply: applicationView,
  refusals: ['application-unknown'],
})
/** Keeps the form as it stands, however unfinished. */
export const saveDraft = endpoint({
  method: 'PUT',
  path: `${PLACE}/draft`,
  summary: '保存申报表 / save the form',
  params: key,
  body: z.object({ version, draft: applicationDraftSchema }),
  reply: z.object({ version: z.number(), savedAt: z.number() }),
  refusals: [...CHANGE_REFUSALS, 'changed-meanwhile', 'level-not-in-round'],
})
/** What the standard says to a form, before it is saved or handed in: every level of the round. */
export const judgeOwn = endpoint({
  method: 'POST',
  path: `${PLACE}/judgements`,
  summary: '试算申报条件 / judge a form',
  params: key,
  body: z.object({ draft: applicationDraftSchema }),
  reply: z.object({ levels: z.array(toldVerdictView) }),
  refusals: ['application-unknown'],
})
export const attachEvidence = endpoint({
  method: 'POST',
  path: `${PLACE}/evidence`,
  summary: '上传证明材料 / add a document',
  upload: true,
  params: key,
  body: z.object({ kind: z.enum(DOCUMENT_KINDS), factId: z.string().max(40).default('') }),
  reply: evidenceView,
  refusals: [...CHANGE_REFUSALS, ...UPLOAD_REFUSALS, 'documents-too-many', 'fact-unknown', 'document-wrong-kind'],
})
export const removeEvidence = endpoint({
  method: 'DELETE',
  path: `${PLACE}/evidence/:evidenceId`,
  summary: '删除证明材料 / remove a document',
  params: key.extend({ evidenceId: z.string().max(60) }),
  refusals: [...CHANGE_REFUSALS, 'document-unknown'],
})
export const attachPhoto = endpoint({
  method: 'POST',
  path: `${PLACE}/photo`,
  summary: '上传证件照片 / put the photo',
  upload: true,
  params: key,
  body: z.object({}),
  reply: z.object({ photo: z.string() }),
  refusals: [...CHANGE_REFUSALS, ...UPLOAD_REFUSALS],
})
export const showPhoto = endpoint({
  method: 'GET',
  path: `${PLACE}/photo`,
  summary: '证件照片 / the photo',
  params: key,
  query: z.object({ v: z.string().max(64).default('') }),
  replies: 'file',
  refusals: ['application-unknown', 'document-unknown'],
})
export const showEvidence = endpoint({
  method: 'GET',
  path: `${PLACE}/evidence/:evidenceId/file`,
  summary: '证明材料原件 / a document',
  params: key.extend({ evidenceId: z.string().max(60) }),
  replies: 'file',
  refusals: ['application-unknown', 'document-unknown'],
})
export const submitApplication = endpoint({
  method: 'POST',
  path: `${PLACE}/submissions`,
  summary: '提交申报 / hand the application in',
  params: key,
  body: z.object({ version }),
  reply: z.object({ state: stateView, version: z.number() }),
  refusals: [
    ...CHANGE_REFUSALS,
    'changed-meanwhile',
    'level-not-in-round',
    'site-not-in-round',
    'application-incomplete',
    'clause-unknown',
    'clause-not-met',
  ],
})
export const withdrawApplication = endpoint({
  method: 'POST',
  path: `${PLACE}/withdrawals`,
  summary: '撤回申报 / withdraw the application',
  params: key,
  body: z.object({ reason: z.string().trim().max(200).default('') }),
  reply: z.object({ state: stateView }),
  refusals: ['application-unknown', 'application-wrong-state', 'withdrawal-closed', 'changed-meanwhile'],
})
export const listForReview = endpoint({
  method: 'GET',
  path: '/api/registration/applications',
  summary: '资格审查列表 / applications to review, within my scope',
  query: z.object({
    state: z.enum(['', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn']).default(''),
    roundId: z.string().max(60).default(''),
    level: z.string().max(4).default(''),
    province: z.string().max(2).default(''),
    siteCode: z.string().max(8).default(''),
    name: z.string().trim().max(50).default(''),
    most: z.coerce.number().int().min(1).max(500).default(50),
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({ total: z.number(), waiting: z.number(), oldestWaitingDays: z.number().nullable(), applications: z.array(reviewRow) }),
})
/** The eligibility review: approve under a clause, return for correction, or reject. `seenOnSite` names facts whose originals the reviewer saw. */
export const reviewApplication = endpoint({
  method: 'POST',
  path: `${PLACE}/reviews`,
  summary: '资格审查决定 / decide on an application',
  params: key,
  body: z.object({
    version,
    choice: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('approve'), clauseId: z.string().min(1, '请选择审核通过所依据的条件。|Choose the clause.').max(80) }),
      z.object({
        kind: z.enum(['return', 'reject']),
        reasons: z.array(z.object({ clauseId: z.string().max(80).nullable(), text: z.string().trim().max(500) })).max(20),
      }),
    ]),
    seenOnSite: z.array(z.string().max(40)).max(60).default([]),
  }),
  reply: z.object({ state: stateView, version: z.number() }),
  refusals: [
    'application-unknown',
    'application-wrong-state',
    'own-application',
    'changed-meanwhile',
    'clause-unknown',
    'clause-not-met',
    'clause-needs-evidence',
    'reasons-missing',
  ],
})
