import { allRoutes } from '../../../src/apps/centre/mounted.ts'
import type { Route } from '../../../src/platform/http/route.ts'
import { fieldsOf } from './samples.ts'

/** Three candidates: whose things are asked for, somebody of the same site, somebody of the other province. */
export const CANDIDATES = ['owner', 'neighbour', 'stranger'] as const
export const STAFF = [
  'national-1',
  'province-91',
  'province-92',
  'registrar-91',
  'registrar-92',
  'institution-91012001',
  'institution-91003002',
  'institution-92012001',
  'teacher-91012001',
  'site-91012001',
  'site-92012001',
  'invigilator-91012001',
  'invigilator-91003002',
  'invigilator-92012001',
  'assessor-1',
  'chief-assessor',
  'verifier',
  'item-writer',
  'item-reviewer',
  'auditor',
] as const
export const CALLERS = ['public', ...CANDIDATES, ...STAFF] as const
export type CallerName = (typeof CALLERS)[number]

const NATION: readonly CallerName[] = ['national-1']
const OFFICERS: readonly CallerName[] = [...NATION, 'province-91']
const KEEPERS: readonly CallerName[] = ['site-91012001', 'invigilator-91012001']
const WATCHERS: readonly CallerName[] = [...OFFICERS, 'verifier', ...KEEPERS]
const REVIEWERS: readonly CallerName[] = [...OFFICERS, 'registrar-91']
const OWNER: readonly CallerName[] = ['owner']
const REPORT_READERS: readonly CallerName[] = [...OFFICERS, 'province-92', 'auditor']
const BANK: readonly CallerName[] = [...NATION, 'item-writer', 'item-reviewer']
const WRITERS: readonly CallerName[] = ['item-writer']
const SESSION_READERS: readonly CallerName[] = [
  ...WATCHERS,
  'province-92',
  'site-92012001',
  'invigilator-91003002',
  'invigilator-92012001',
  'institution-91012001',
  'institution-91003002',
  'institution-92012001',
  'registrar-91',
  'registrar-92',
  'auditor',
]
const APPLICATION = '/api/registration/applications/:personId/:applicationId'
const SITTING = '/api/exam/sittings/:sittingId'
const SESSION = '/api/exam/sessions/:sessionId'
const AWARD = '/api/award/sessions/:sessionId'
const CERTIFICATE = '/api/certificate/certificates/:number'
const ATTEMPT = '/api/delivery/attempts/:attemptId'
const BLUEPRINT = '/api/assembly/blueprint-versions/:blueprintVersionId'
const RUN = '/api/assembly/runs/:runId'
const SEALING = '/api/exam/sealings/:sealingId'
const WORLD = '/api/lab/worlds/:worldId'
const ITEM_VERSION = '/api/item-bank/versions/:itemVersionId'

/**
 * Who is let through when a route is asked for a thing of the owner, whose site lies in province 91. Everybody else must hear
 * 401, 403 or 404, whatever the state of the thing. A new route that names a thing has to be entered here.
 */
export const LET_THROUGH: Readonly<Record<string, readonly CallerName[]>> = {
  'GET /api/assembly/forms': NATION,
  'POST /api/assembly/forms': NATION,
  'GET /api/assembly/forms/:formId': NATION,
  'GET /api/assembly/forms/:formId/facts': NATION,
  'GET /api/assembly/blueprints': NATION,
  'POST /api/assembly/blueprints': NATION,
  'GET /api/assembly/blueprints/:blueprintId': NATION,
  [`GET ${BLUEPRINT}`]: NATION,
  [`PUT ${BLUEPRINT}`]: NATION,
  [`POST ${BLUEPRINT}/approvals`]: NATION,
  [`POST ${BLUEPRINT}/drafts`]: NATION,
  [`GET ${BLUEPRINT}/candidate-groups`]: NATION,
  // the session of this world has been held: its group is gone
  [`GET ${BLUEPRINT}/candidate-groups/:groupId`]: [],
  [`POST ${BLUEPRINT}/runs`]: NATION,
  'GET /api/assembly/runs': NATION,
  [`GET ${RUN}`]: NATION,
  [`POST ${RUN}/cancellations`]: NATION,
  [`POST ${RUN}/repeats`]: NATION,
  [`GET ${RUN}/comparison`]: NATION,
  [`GET ${RUN}/forms/:number`]: NATION,
  [`GET ${RUN}/forms/:number/places/:place/candidates`]: NATION,
  [`GET ${RUN}/forms/:number/places/:place/candidates/:candidateId`]: NATION,
  [`POST ${RUN}/forms/:number/swaps`]: NATION,
  [`POST ${RUN}/forms/:number/acceptances`]: NATION,
  [`POST ${RUN}/forms/:number/discards`]: NATION,
  [`GET ${AWARD}/results`]: REPORT_READERS,
  [`POST ${AWARD}/decisions`]: NATION,
  [`POST ${AWARD}/publications`]: NATION,
  [`POST ${AWARD}/publications/:publicationId/decisions`]: NATION,
  [`POST ${AWARD}/certificate-issues`]: NATION,
  'POST /api/certificate/look-ups': CALLERS,
  'GET /api/certificate/verifications/:code': CALLERS,
  [`GET ${CERTIFICATE}`]: [...OFFICERS, 'auditor'],
  [`GET ${CERTIFICATE}/document`]: [...OFFICERS, 'auditor', 'owner'],
  [`POST ${CERTIFICATE}/sheets`]: NATION,
  [`POST ${CERTIFICATE}/revocations`]: NATION,
  [`POST ${CERTIFICATE}/revocations/:revocationId/decisions`]: NATION,
  'POST /api/course/completions': [...OFFICERS, 'institution-91012001'],
  [`GET ${ATTEMPT}/paper`]: [],
  [`GET ${ATTEMPT}/state`]: [],
  [`GET ${ATTEMPT}/form`]: [],
  [`GET ${ATTEMPT}/form-key`]: [],
  [`POST ${ATTEMPT}/start`]: [],
  [`POST ${ATTEMPT}/events`]: [],
  [`POST ${ATTEMPT}/hand-in`]: [],
  [`POST ${ATTEMPT}/files`]: [],
  [`POST ${ATTEMPT}/beats`]: [],
  [`POST ${ATTEMPT}/help-calls`]: [],
  [`POST ${ATTEMPT}/seb-nonces`]: [],
  [`POST ${ATTEMPT}/sit/:nonce`]: [],
  [`POST ${ATTEMPT}/worlds/:itemId`]: [],
  [`POST ${ATTEMPT}/worlds/:itemId/turns`]: [],
  [`GET ${ATTEMPT}/worlds/:itemId/files/:app/:file`]: [],
  // nobody sent the keys of a site or sealed anything in this world, and nobody here can sign as a site
  'POST /api/delivery/site-enrolments/:siteCode/confirmations': [],
  [`DELETE ${SEALING}`]: [],
  [`POST ${SEALING}/seals`]: NATION,
  [`GET ${SEALING}/packages/:siteCode/file`]: [],
  [`GET ${SEALING}/file`]: [],
  [`POST ${SEALING}/hand-outs`]: [],
  [`POST ${SEALING}/key-readings`]: [],
  [`POST ${SEALING}/own-share`]: [],
  [`GET ${SITTING}/receipt`]: [],
  [`GET ${SESSION}/sealings`]: [...OFFICERS, 'province-92'],
  [`POST ${SESSION}/sealings`]: NATION,
  [`GET ${SESSION}/board`]: [...OFFICERS, 'province-92'],
  [`GET ${SESSION}/results-in`]: [...OFFICERS, 'province-92'],
  [`POST ${SESSION}/results-in`]: NATION,
  'POST /api/delivery/enter': [],
  'POST /api/delivery/results/:uploadId/parts/:part': [],
  'POST /api/delivery/results/:uploadId/completions': [],
  [`GET ${SESSION}`]: SESSION_READERS,
  [`POST ${SESSION}/publications`]: NATION,
  [`POST ${SESSION}/closings`]: NATION,
  [`POST ${SESSION}/arrangements`]: NATION,
  [`DELETE ${SESSION}/arrangements`]: NATION,
  [`GET ${SITTING}/hall`]: WATCHERS,
  [`GET ${SITTING}/seats/:applicationId/ticket`]: WATCHERS,
  [`GET ${SITTING}/seats/:applicationId/photo`]: KEEPERS,
  [`POST ${SITTING}/check-ins`]: KEEPERS,
  [`POST ${SITTING}/entry-codes`]: KEEPERS,
  [`POST ${SITTING}/absences`]: KEEPERS,
  [`POST ${SITTING}/closings`]: KEEPERS,
  'GET /api/exam/own-tickets/:sessionId/file': CANDIDATES,
  'GET /api/exam/own-tickets/:sessionId/photo': CANDIDATES,
  'POST /api/identity/people/:personId/unmaskings': REVIEWERS,
  'POST /api/identity/people/:personId/grants': OFFICERS,
  'GET /api/institution/institutions': [
    ...WATCHERS,
    'province-92',
    'site-92012001',
    'registrar-91',
    'registrar-92',
    'institution-91012001',
    'institution-91003002',
    'institution-92012001',
    'auditor',
  ].filter(who => who !== 'invigilator-91012001') as CallerName[],
  'GET /api/institution/institutions/:institution': [...REVIEWERS, 'institution-91012001', 'site-91012001', 'verifier', 'auditor'],
  'POST /api/institution/institutions/:institution/authorisations/:authorisationId/decisions': OFFICERS,
  'GET /api/item-bank/coverage': BANK,
  'GET /api/item-bank/items': BANK,
  'POST /api/item-bank/items/:itemId/readings': BANK,
  'GET /api/item-bank/items/:itemId/history': BANK,
  'PUT /api/item-bank/items/:itemId/enemies': BANK,
  'GET /api/item-bank/dashboard': BANK,
  'GET /api/item-bank/specification': BANK,
  'GET /api/item-bank/specification-workbook': BANK,
  'GET /api/item-bank/specification-pattern': NATION,
  'POST /api/item-bank/specifications': NATION,
  'GET /api/item-bank/stimuli': BANK,
  'POST /api/item-bank/stimuli': WRITERS,
  'POST /api/item-bank/stimuli/:stimulusId/versions': WRITERS,
  'GET /api/item-bank/stimuli/:stimulusId/uses': BANK,
  'POST /api/item-bank/stimulus-versions/:stimulusVersionId/readings': BANK,
  'GET /api/item-bank/media/:mediaId': BANK,
  'POST /api/item-bank/imports': WRITERS,
  'POST /api/item-bank/checks': BANK,
  'POST /api/item-bank/searches': BANK,
  'POST /api/item-bank/similar': BANK,
  'PUT /api/item-bank/drafts/:itemVersionId': WRITERS,
  [`GET ${ITEM_VERSION}`]: BANK,
  [`POST ${ITEM_VERSION}/readings`]: BANK,
  [`POST ${ITEM_VERSION}/previews`]: BANK,
  [`POST ${ITEM_VERSION}/comments`]: BANK,
  [`POST ${ITEM_VERSION}/comments/:commentId/resolutions`]: BANK,
  [`POST ${ITEM_VERSION}/statistics`]: BANK,
  [`POST ${ITEM_VERSION}/drafts`]: WRITERS,
  [`POST ${ITEM_VERSION}/item-reviews`]: WRITERS,
  [`POST ${ITEM_VERSION}/withdrawals`]: WRITERS,
  [`POST ${ITEM_VERSION}/verdicts`]: ['item-reviewer'],
  [`POST ${ITEM_VERSION}/approvals`]: NATION,
  [`POST ${ITEM_VERSION}/returns`]: NATION,
  [`POST ${ITEM_VERSION}/trials`]: NATION,
  [`PUT ${ITEM_VERSION}/operational`]: NATION,
  [`POST ${ITEM_VERSION}/retirements`]: NATION,
  // nobody has opened a world of the laboratory here: each is its owner's alone, and of the teachers of an institution it was opened for
  'GET /api/lab/worlds': [],
  // there is no such world in this country
  'GET /api/lab/demonstration/:ownerId/:worldId': [],
  [`GET ${WORLD}`]: [],
  [`GET ${WORLD}/apps/:app`]: [],
  [`POST ${WORLD}/commands`]: [],
  [`POST ${WORLD}/submissions`]: [],
  [`POST ${WORLD}/self-checks`]: [],
  [`GET ${WORLD}/scores`]: [],
  [`GET ${WORLD}/trace`]: [],
  [`GET ${WORLD}/replay`]: [],
  [`GET ${WORLD}/replay/:seq`]: [],
  [`GET ${WORLD}/guide`]: [],
  [`GET ${WORLD}/files/:app/:file`]: [],
  'GET /api/marking/scripts': [...NATION, 'chief-assessor'],
  'POST /api/marking/sittings/:sittingId/scripts/:scriptId/marks': ['assessor-1', 'chief-assessor'],
  'POST /api/marking/sittings/:sittingId/scripts/:scriptId/check-marks': ['assessor-1', 'chief-assessor'],
  'GET /api/marking/sittings/:sittingId/scripts/:scriptId/evidence': [...NATION, 'assessor-1', 'chief-assessor'],
  'GET /api/registration/applications': [...REVIEWERS, 'province-92', 'registrar-92'],
  'POST /api/registration/applications': CANDIDATES,
  [`GET ${APPLICATION}`]: [...REVIEWERS, 'owner'],
  [`GET ${APPLICATION}/photo`]: [...REVIEWERS, 'owner'],
  [`GET ${APPLICATION}/evidence/:evidenceId/file`]: [...REVIEWERS, 'owner'],
  [`PUT ${APPLICATION}/draft`]: OWNER,
  [`POST ${APPLICATION}/judgements`]: OWNER,
  [`POST ${APPLICATION}/evidence`]: OWNER,
  [`DELETE ${APPLICATION}/evidence/:evidenceId`]: OWNER,
  [`POST ${APPLICATION}/photo`]: OWNER,
  [`POST ${APPLICATION}/submissions`]: OWNER,
  [`POST ${APPLICATION}/withdrawals`]: OWNER,
  [`POST ${APPLICATION}/reviews`]: REVIEWERS,
  'GET /api/standard/editions/:editionId': CALLERS,
  'GET /api/statistics/reports/:reportId': REPORT_READERS,
}

const NAMES_A_THING = /Id$|^(?:institution|siteCode|province|number|ticketNumber)$/

/** The routes that name a thing somebody may not be meant to reach: in the path, in the query or in the body. */
export function routesNamingThings(): readonly Route[] {
  return allRoutes.filter(
    ({ endpoint: { path, query, body } }) =>
      path.includes(':') || [...fieldsOf(query), ...fieldsOf(body)].some(name => NAMES_A_THING.test(name)),
  )
}

export function keyOf({ endpoint: { method, path } }: Pick<Route, 'endpoint'>): string {
  return `${method} ${path}`
}
