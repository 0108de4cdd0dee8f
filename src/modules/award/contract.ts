import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

export type { AwardState, Paper } from './core/award-decision.ts'
export { awardRefusals } from './core/refusals.ts'
export { sessionToShow } from './core/session-to-show.ts'

const Paper = z.enum(['theory', 'skill', 'review'])
const State = z.enum(['pending', 'passed', 'failed', 'absent', 'voided'])
const Kind = z.enum(['marked', 'absent', 'voided', 'carried', 'withheld', 'none'])
const PaperMark = z.object({ kind: Kind, mark: z.number().nullable() })
const Reason = z.object({ paper: Paper, code: z.string(), zh: z.string(), en: z.string() })
const Counts = z.object({ pending: z.number(), passed: z.number(), failed: z.number(), absent: z.number(), voided: z.number() })
const Bins = z.array(z.object({ from: z.number(), count: z.number() }))
const ofSession = z.object({ sessionId: z.string().min(1).max(64) })

const OwnResult = z.object({
  sessionId: z.string(),
  sessionCode: z.string(),
  level: z.string(),
  title: z.string(),
  edition: z.string(),
  ticketNumber: z.string(),
  state: State,
  papers: z.array(z.object({ paper: Paper, kind: Kind, mark: z.number().nullable(), minimum: z.number().nullable() })),
  areas: z.array(z.object({ paper: Paper, label: z.string(), outOf100: z.number() })),
  /** By 工作内容 of the edition, where the practical paper was worked on in the laboratory. */
  skills: z.array(
    z.object({
      code: z.string(),
      function: z.string(),
      name: z.string(),
      outOf100: z.number(),
      skills: z.array(z.object({ name: z.string(), outOf100: z.number() })),
    }),
  ),
  reasons: z.array(Reason),
  carries: z.array(z.object({ paper: Paper, until: z.string() })),
  certificateNumber: z.string().nullable(),
})
export type OwnResultView = z.output<typeof OwnResult>

/** The results of the person who asks, once they are published. Marks are hundredths. */
export const listOwnResults = endpoint({
  method: 'GET',
  path: '/api/award/own-results',
  summary: '我的成绩 / my results',
  reply: z.object({
    results: z.array(OwnResult),
    waiting: z.array(z.object({ sessionCode: z.string(), level: z.string(), title: z.string() })),
  }),
})

const PublicationView = z.object({
  publicationId: z.string(),
  state: z.enum(['proposed', 'approved', 'returned']),
  proposedAt: z.number(),
  decidedAt: z.number().nullable(),
  visibleFrom: z.number().nullable(),
  reason: z.string().nullable(),
  candidates: z.number(),
  digest: z.string(),
  own: z.boolean(),
})
export type PublicationRow = z.output<typeof PublicationView>

const SessionView = z.object({
  sessionId: z.string(),
  sessionCode: z.string(),
  day: z.string(),
  levels: z.array(z.string()),
  counts: Counts,
  certified: z.number(),
  publications: z.array(PublicationView),
})
export type AwardSession = z.output<typeof SessionView>

export const listAwardSessions = endpoint({
  method: 'GET',
  path: '/api/award/sessions',
  summary: '各考次的评定与公布 / decisions and publications by session',
  reply: z.object({ sessions: z.array(SessionView) }),
})

const ResultRow = z.object({
  ticketNumber: z.string(),
  name: z.string(),
  idMasked: z.string(),
  level: z.string(),
  title: z.string(),
  siteCode: z.string(),
  state: State,
  theory: PaperMark,
  practical: PaperMark,
  reasons: z.array(Reason),
  certificateNumber: z.string().nullable(),
})
export type ResultRowView = z.output<typeof ResultRow>

export const listResults = endpoint({
  method: 'GET',
  path: '/api/award/sessions/:sessionId/results',
  summary: '考次成绩表 / results of a session',
  params: ofSession,
  query: z.object({
    search: z.string().trim().max(64).default(''),
    level: z.string().max(8).default(''),
    state: z.union([State, z.literal('')]).default(''),
    most: z.coerce.number().int().min(1).max(500).default(100),
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    results: z.array(ResultRow),
    total: z.number(),
    counts: Counts,
    certified: z.number(),
    spread: z.object({ theory: Bins, skill: Bins }),
    minima: z.object({ theory: z.number().nullable(), skill: z.number().nullable() }),
  }),
})

/** Decides by the edition's pass rule; may be repeated until the results are proposed. */
export const decideSessionResults = endpoint({
  method: 'POST',
  path: '/api/award/sessions/:sessionId/decisions',
  summary: '合格判定 / decide on the results of a session',
  params: ofSession,
  reply: z.object({ counts: Counts, digest: z.string() }),
  refusals: ['session-unknown', 'pass-rule-missing', 'publication-open'],
})

export const proposeToPublish = endpoint({
  method: 'POST',
  path: '/api/award/sessions/:sessionId/publications',
  summary: '提出公布成绩 / propose the publication of results',
  params: ofSession,
  reply: PublicationView,
  refusals: ['session-unknown', 'pass-rule-missing', 'publication-open', 'results-open'],
})

export const decideOnPublication = endpoint({
  method: 'POST',
  path: '/api/award/sessions/:sessionId/publications/:publicationId/decisions',
  summary: '审批公布（另一人） / decide on a publication, by another officer',
  params: ofSession.extend({ publicationId: z.string().min(1).max(64) }),
  body: z.discriminatedUnion('approve', [
    z.object({ approve: z.literal(true), visibleFrom: z.number().int().nullable().default(null) }),
    z.object({ approve: z.literal(false), reason: z.string().max(500) }),
  ]),
  reply: PublicationView,
  refusals: [
    'session-unknown',
    'publication-unknown',
    'wrong-state',
    'same-person',
    'results-changed',
    'return-reason-missing',
    'changed-meanwhile',
  ],
})

/** Issues the certificates of the next passed candidates; repeat until nothing remains. */
export const issueSessionCertificates = endpoint({
  method: 'POST',
  path: '/api/award/sessions/:sessionId/certificate-issues',
  summary: '签发证书（分批，可重复） / issue the next certificates',
  params: ofSession,
  reply: z.object({ issued: z.number(), remaining: z.number() }),
  refusals: ['not-published', 'number-format-not-kept', 'issue-institution-malformed', 'issue-level-unknown', 'certificate-number-part'],
})
