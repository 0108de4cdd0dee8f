import { z } from 'zod'
import { PROPOSAL_STATES, RUN_STAGES, RUN_STATES } from '../run/run-states.ts'
import { BlueprintField } from '../blueprint/blueprint-field.ts'
import { BlueprintPlace } from '../blueprint/blueprint.ts'
import { SaidView } from './blueprint-views.ts'

const at = z.number()

/** How far a run has come. `best` and `bound` in millionths of the objective, null while there is none; `gap` in basis points. */
export const RunProgressView = z.object({
  stage: z.enum(RUN_STAGES),
  /** The form at work from 1; null when all are. */
  form: z.number().nullable(),
  forms: z.number(),
  milliseconds: z.number(),
  best: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
})

/** What is proved, and by what. Objective and bound in millionths, gap in basis points; null where nothing is proved. */
export const CertificateView = z.object({
  status: z.enum(['proved-best', 'within-gap', 'feasible', 'infeasible', 'not-found']),
  said: SaidView,
  goal: z.string(),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  /** Who vouches for the bound: own arithmetic over the multipliers, or the solver's branch and bound. */
  boundBy: z.enum(['own-arithmetic', 'solver']).nullable(),
  gap: z.number().nullable(),
  way: z.string().nullable(),
  /** SHA-256 of the whole problem: pool, constraints, goal. The same digest is the same problem. */
  problemDigest: z.string(),
  /** Size of the problem. */
  items: z.number(),
  constraints: z.number(),
  forms: z.number(),
  solver: z.string(),
  milliseconds: z.number(),
  seed: z.string(),
})

/** One line of the checker's table: what a constraint asks and what a form gives. `form` is null for all forms together. */
export const FindingView = z.object({
  constraintId: z.string(),
  said: SaidView,
  form: z.number().nullable(),
  part: z.string(),
  amount: z.number(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  holds: z.boolean(),
})

/** Constraints that cannot hold together; `minimal`: proved that they can without any one of them. */
export const ConflictView = z.object({
  minimal: z.boolean(),
  constraints: z.array(
    z.object({
      constraintId: z.string(),
      said: SaidView,
      /** The field of the blueprint it comes from; null: from the order of the run, or kept before fields were. */
      field: BlueprintField.nullable().default(null),
      /** The field as blueprint faults name it, such as `types.single-choice.marks`. */
      path: z.string().nullable().default(null),
    }),
  ),
})

/** A form of a run: its number from 1, what became of it, and its figures in short. */
export const ProposalView = z.object({
  number: z.number(),
  state: z.enum(PROPOSAL_STATES),
  guard: z.number(),
  items: z.number(),
  marks: z.number(),
  /** The form it became; null until it is accepted. */
  formId: z.string().nullable(),
  decidedAt: at.nullable(),
  decidedBy: z.string().nullable(),
  /** How many items were swapped since the run. */
  swaps: z.number(),
})

/** Persons who will sit a paper, such as the candidates of a session. */
export const CandidateGroupView = z.object({ groupId: z.string(), name: SaidView, persons: z.number() })

export const RunView = z.object({
  runId: z.string(),
  blueprintId: z.string(),
  blueprintVersionId: z.string(),
  blueprintNumber: z.number(),
  title: z.string(),
  place: BlueprintPlace,
  state: z.enum(RUN_STATES),
  forms: z.number(),
  /** Items kept out because persons who will sit have met them before. */
  seenItems: z.number(),
  startedBy: z.string(),
  /** Started by whoever asks: then somebody else has to accept. */
  isMine: z.boolean(),
  orderedAt: at,
  begunAt: at.nullable(),
  endedAt: at.nullable(),
  isCancelAsked: z.boolean(),
  progress: RunProgressView.nullable(),
  /** Why it failed, in words; null otherwise. */
  failure: SaidView.nullable(),
})
