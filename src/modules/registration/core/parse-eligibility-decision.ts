import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import { type LocalDate, isLocalDate } from '../../../kernel/local-date.ts'
import type { EditionId, Predicate } from '../../standard/contract.ts'
import type { EvidenceId } from './dossier.ts'
import type { EligibilityDecision } from './eligibility-decision.ts'

/*
 * The stored form of version 1, written out on its own: what was stored once stays readable whatever the predicates and
 * findings of later versions look like. A later version adds its own schema and a step that lifts version 1 to it.
 */
const day = z
  .string()
  .refine(isLocalDate)
  .transform(text => text as LocalDate)
const evidenceIds = z.array(
  z
    .string()
    .min(1)
    .transform(text => text as EvidenceId),
)
const graded = z.enum(['L5', 'L4', 'L3', 'L2', 'L1'])
const scope = z.enum(['occupation', 'related'])
const degree = z.enum(['secondary', 'associate', 'bachelor', 'master'])
const rank = z.enum(['junior', 'intermediate', 'senior'])
const occupation = z.enum(['own', 'related'])
const count = z.int().min(0)

const predicate = z
  .discriminatedUnion('p', [
    z.strictObject({
      p: z.literal('work'),
      minYears: count,
      continuous: z.boolean(),
      scope,
      since: z.string().nullable(),
      mode: z.enum(['regular', 'probation']),
    }),
    z.strictObject({ p: z.literal('certificate'), level: graded, scope }),
    z.strictObject({ p: z.literal('training'), level: graded, hours: z.literal('standard'), completion: z.literal(true) }),
    z.strictObject({
      p: z.literal('education'),
      min: degree,
      major: z.enum(['own', 'other', 'ownOrRelated', 'any']),
      aim: z.enum(['intermediate', 'advanced']).nullable(),
      institutions: z.array(z.string()).nullable(),
      approvedBy: z.enum(['labourAuthority', 'evaluation']).nullable(),
      status: z.enum(['graduate', 'graduateOrFinalYear', 'graduateOrFinalTerm', 'finalYear']),
    }),
    z.strictObject({ p: z.literal('apprenticeship'), scope, completed: z.literal(true) }),
    z.strictObject({ p: z.literal('title'), rank, match: z.literal('profession') }),
    z.strictObject({ p: z.literal('age'), min: count }),
  ])
  .transform(value => value as Predicate)

const diplomaFacts = {
  degree,
  major: z.enum(['own', 'related', 'other']),
  institution: z.string(),
  completesOn: day,
  completed: z.boolean(),
}

const basis = z.discriminatedUnion('p', [
  z.strictObject({ p: z.literal('work'), countedFrom: day, countedDays: count }),
  z.strictObject({ p: z.literal('certificate'), number: z.string(), occupation, issuedOn: day }),
  z.strictObject({ p: z.literal('training'), hours: count, completedOn: day, proofNumber: z.string() }),
  z.strictObject({ p: z.literal('education'), ...diplomaFacts }),
  z.strictObject({ p: z.literal('apprenticeship'), occupation, completedOn: day }),
  z.strictObject({ p: z.literal('title'), rank, obtainedOn: day }),
  z.strictObject({ p: z.literal('age'), age: z.int() }),
])

const uncounted = z.array(z.enum(['related', 'other', 'probation', 'before-since']))
const parts = z.array(z.enum(['degree', 'major', 'aim', 'institution', 'approval', 'status']))
const gap = z.union([
  z.strictObject({ p: z.literal('work'), lacks: z.enum(['since', 'work']), uncounted }),
  z.strictObject({ p: z.literal('work'), lacks: z.literal('time'), countedFrom: day, countedDays: count, neededDays: count, uncounted }),
  z.strictObject({ p: z.literal('certificate'), lacks: z.enum(['certificate', 'own-occupation']) }),
  z.strictObject({ p: z.literal('certificate'), lacks: z.enum(['issue', 'validity', 'standing']), number: z.string(), on: day }),
  z.strictObject({ p: z.literal('training'), lacks: z.enum(['training', 'edition', 'proof']) }),
  z.strictObject({ p: z.literal('training'), lacks: z.literal('hours'), have: count, need: count }),
  z.strictObject({ p: z.literal('training'), lacks: z.literal('completion'), on: day }),
  z.strictObject({ p: z.literal('education'), lacks: z.literal('diploma') }),
  z.strictObject({ p: z.literal('education'), lacks: z.literal('parts'), parts, ...diplomaFacts }),
  z.strictObject({ p: z.literal('apprenticeship'), lacks: z.enum(['apprenticeship', 'own-occupation', 'completion']) }),
  z.strictObject({ p: z.literal('title'), lacks: z.enum(['title', 'match']) }),
  z.strictObject({ p: z.literal('title'), lacks: z.enum(['rank', 'award']), have: rank, on: day }),
  z.strictObject({ p: z.literal('age'), lacks: z.literal('years'), have: z.int(), need: count }),
])

const fact = z.enum(['birth', 'employment', 'certificate', 'training', 'diploma', 'graduation', 'apprenticeship', 'title'])
const unproven = z.array(z.strictObject({ fact, on: day }))
const predicateFinding = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('met'), predicate, basis, evidenceIds }),
  z.strictObject({ verdict: z.literal('needs-evidence'), predicate, basis, evidenceIds, unproven }),
  z.strictObject({ verdict: z.literal('not-met'), predicate, gap, becomesTrueOn: day.nullable() }),
])

const head = { clauseId: z.string(), number: z.int().min(1), text: z.string(), predicates: z.array(predicateFinding), evidenceIds }
const finding = z.discriminatedUnion('verdict', [
  z.strictObject({ ...head, verdict: z.literal('met') }),
  z.strictObject({ ...head, verdict: z.literal('needs-evidence') }),
  z.strictObject({
    ...head,
    verdict: z.literal('not-met'),
    metOn: day.nullable(),
    verdictThen: z.enum(['met', 'needs-evidence']).nullable(),
  }),
])

const reasons = z.array(z.strictObject({ clauseId: z.string().nullable(), text: z.string().min(1) })).min(1)
const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approved'), clauseId: z.string(), evidenceIds }),
  z.strictObject({ kind: z.literal('rejected'), reasons }),
  z.strictObject({ kind: z.literal('returned'), reasons }),
])

const version1 = z.strictObject({
  version: z.literal(1),
  // an edition is never withdrawn from the registry, but a decision must stay readable even without it
  editionId: z.string().transform(text => text as EditionId),
  level: z.enum(['L5', 'L4', 'L3', 'L2', 'L1', 'S']),
  referenceDate: day,
  verdict: z.enum(['met', 'needs-evidence', 'not-met']),
  findings: z.array(finding),
  outcome,
  decidedBy: z.string().min(1),
  decidedAt: z.int().transform(ms => ms as Instant),
})

/** Reads a stored decision of any version. Throws on anything else: what was stored was valid when it was stored. */
export function parseEligibilityDecision(stored: unknown): EligibilityDecision {
  return version1.parse(stored)
}
