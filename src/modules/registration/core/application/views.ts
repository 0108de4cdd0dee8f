import { z } from 'zod'
import type { Clause, GradedLevel } from '../../../standard/contract.ts'
import type { LocalDate } from '../../../../kernel/local-date.ts'
import { applicationDraftSchema } from './application-draft.ts'
import { STATE_KINDS } from './application.ts'
import { DOCUMENT_KINDS } from './evidence.ts'

/** What leaves the module: nothing but what stands here. */
const verdict = z.enum(['met', 'needs-evidence', 'not-met'])
const bilingual = z.object({ zh: z.string(), en: z.string() })
const date = z.string() as unknown as z.ZodType<LocalDate, LocalDate>
const gradedLevel = z.string() as unknown as z.ZodType<GradedLevel, GradedLevel>
const clause = z.object({
  id: z.string(),
  text: z.string(),
  all: z.array(z.looseObject({ p: z.string() })),
  provenance: z.string(),
}) as unknown as z.ZodType<Clause, Clause>

export const reasonView = z.object({ clauseId: z.string().nullable(), text: z.string() })
export const stateView = z.object({
  kind: z.enum(STATE_KINDS),
  at: z.number().nullable(),
  reasons: z.array(reasonView),
  clauseId: z.string().nullable(),
  reason: z.string().nullable(),
})

export const roundView = z.object({
  roundId: z.string(),
  code: z.string(),
  scheme: z.string(),
  editionId: z.string(),
  editionTitle: z.string(),
  flag: z.enum(['national', 'trial']),
  referenceDate: date,
  opensAt: z.number(),
  closesAt: z.number(),
  standing: z.enum(['before', 'open', 'closed']),
  levels: z.array(z.object({ code: z.string(), name: z.string() })),
  sites: z.array(z.object({ code: z.string(), name: z.string(), province: z.string() })),
})

export const toldVerdictView = z.object({
  level: z.string(),
  on: date,
  verdict,
  opensOn: date.nullable(),
  told: bilingual,
  clauses: z.array(
    z.object({
      clauseId: z.string(),
      number: z.number(),
      text: z.string(),
      verdict,
      told: bilingual,
      metOn: date.nullable(),
      parts: z.array(z.object({ verdict, zh: z.string(), en: z.string() })),
      evidenceIds: z.array(z.string()),
    }),
  ),
})

export const evidenceView = z.object({
  evidenceId: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  factId: z.string().nullable(),
  fileName: z.string(),
  mediaType: z.enum(['image/jpeg', 'application/pdf']),
  bytes: z.number(),
  addedAt: z.number(),
})

const roundLevelView = z.object({
  code: z.string(),
  name: z.string(),
  clauses: z.array(clause),
  standardHours: z.record(z.string(), z.number().nullable()),
  trainingUnder: z.array(z.string()),
})

const registerView = z.object({
  personId: z.string(),
  birth: date,
  certificates: z.array(z.object({ number: z.string(), level: gradedLevel, issuedOn: date, revokedOn: date.nullable() })),
  completions: z.array(z.object({ number: z.string(), editionId: z.string(), level: gradedLevel, hours: z.number(), completedOn: date })),
})

const decisionView = z.object({
  decidedAt: z.number(),
  outcome: z.enum(['approved', 'rejected', 'returned']),
  clauseId: z.string().nullable(),
  reasons: z.array(reasonView),
  editionId: z.string(),
  referenceDate: date,
  verdict: toldVerdictView,
  evidenceIds: z.array(z.string()),
  seenOnSite: z.array(z.string()),
})

export const happeningView = z.object({
  at: z.number(),
  type: z.string(),
  by: z.enum(['applicant', 'reviewer', 'system']),
  note: z.string().nullable(),
})

/** Everything about one application, for its applicant and its reviewers alike. */
export const applicationView = z.object({
  as: z.enum(['applicant', 'reviewer']),
  applicationId: z.string(),
  personId: z.string(),
  person: z.object({
    name: z.string(),
    idKind: z.string(),
    idMasked: z.string(),
    sex: z.enum(['male', 'female']),
    birthDate: date,
    mobileMasked: z.string(),
  }),
  level: z.string(),
  siteCode: z.string().nullable(),
  clauseId: z.string().nullable(),
  state: stateView,
  version: z.number(),
  draft: applicationDraftSchema,
  /** SHA-256 of the photo, so that a new one is fetched anew; null without one */
  photo: z.string().nullable(),
  startedAt: z.number(),
  changedAt: z.number(),
  /** first instant at which the form can no longer be changed; null when it cannot now */
  changeableUntil: z.number().nullable(),
  partValidityMonths: z.number(),
  round: roundView,
  /** what each level of the round asks for: the browser judges with the same code while one types */
  terms: z.array(roundLevelView),
  levelNames: z.record(z.string(), z.string()),
  register: registerView,
  evidence: z.array(evidenceView),
  /** the verdict on the level applied for, today */
  verdict: toldVerdictView,
  decisions: z.array(decisionView),
  history: z.array(happeningView),
})
export type ApplicationView = z.output<typeof applicationView>
export type RoundView = z.output<typeof roundView>
export type EvidenceView = z.output<typeof evidenceView>
export type DecisionView = z.output<typeof decisionView>

export const ownApplicationRow = z.object({
  applicationId: z.string(),
  personId: z.string(),
  roundId: z.string(),
  roundCode: z.string(),
  level: z.string(),
  levelName: z.string(),
  siteName: z.string().nullable(),
  state: stateView,
  closesAt: z.number(),
  changedAt: z.number(),
})

export const reviewRow = z.object({
  applicationId: z.string(),
  personId: z.string(),
  name: z.string(),
  roundId: z.string(),
  roundCode: z.string(),
  level: z.string(),
  levelName: z.string(),
  province: z.string().nullable(),
  siteCode: z.string().nullable(),
  siteName: z.string().nullable(),
  state: z.enum(STATE_KINDS),
  submittedAt: z.number(),
  /** whole days it has waited; null when it does not */
  waitingDays: z.number().nullable(),
})
export type ReviewRowView = z.output<typeof reviewRow>
