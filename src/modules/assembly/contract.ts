import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

export { type Blueprint, type BlueprintLeaf, type ItemCounts, TYPE_SHARES, blueprintOf } from './core/draw/blueprint.ts'
export { type FormFault, type FormProof, type ProofRow, checkForm } from './core/check-form.ts'
export type { Form, FormId, FormPlace } from './core/form.ts'
export { assemblyRefusals } from './core/refusals.ts'
export { type Finding, type Verdict, checkAssembly } from './core/check/check-assembly.ts'
export { type Constraint, type ConstraintBody } from './core/problem/constraint.ts'
export { type Condition, holdsFor } from './core/problem/condition.ts'
export { parseCondition } from './core/problem/parse-condition.ts'
export { type Goal, MILLION } from './core/problem/goal.ts'
export { type Irt, informationAt, irtOfDifficulty } from './core/problem/irt.ts'
export type { Pool, PoolItem, PoolStimulus, Selection } from './core/problem/pool.ts'
export { type AssemblyProblem, type ProblemFault, problemFaults } from './core/problem/problem.ts'
export { readConstraints } from './core/tables/constraint-table.ts'
export { type TableFault } from './core/tables/csv.ts'
export { type PoolFault, type PoolTexts, readPool } from './core/tables/pool-tables.ts'
export type { Said } from './core/words/say-condition.ts'
export { sayConstraint } from './core/words/say-constraint.ts'
export { percent as showPercent, show as showMillionths } from './core/words/say-outcome.ts'

const PlaceRefusals = ['edition-unknown', 'level-unknown', 'work-type-needed', 'work-type-unknown', 'weights-not-stated'] as const
const Path = z.array(z.string())
const FormView = z.object({
  formId: z.string(),
  editionId: z.string(),
  level: z.string(),
  workType: z.string().nullable(),
  title: z.string(),
  minutes: z.number(),
  digest: z.string(),
  assembledAt: z.number(),
  assembledBy: z.string(),
  items: z.number(),
})
const CountsView = z.object({ 'single-choice': z.number(), 'multiple-choice': z.number(), 'true-false': z.number() })
const FaultView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('total'), total: z.number() }),
  z.object({ kind: z.literal('area'), path: Path, weight: z.number(), marks: z.number() }),
  z.object({ kind: z.literal('outside'), code: z.string() }),
  z.object({ kind: z.literal('twice'), code: z.string() }),
  z.object({ kind: z.literal('not-operational'), code: z.string() }),
  z.object({ kind: z.literal('level'), code: z.string(), level: z.string() }),
])

/** The forms of an edition and level, newest first; empty texts ask for all. */
export const listForms = endpoint({
  method: 'GET',
  path: '/api/assembly/forms',
  summary: '试卷目录 / forms, newest first',
  query: z.object({
    editionId: z.string().max(64).default(''),
    level: z.string().max(8).default(''),
    most: z.coerce.number().int().min(1).max(500).default(200),
  }),
  reply: z.object({ total: z.number(), forms: z.array(FormView) }),
})
/** Assembles a theory form by the weight table of a level. */
export const requestForm = endpoint({
  method: 'POST',
  path: '/api/assembly/forms',
  summary: '按比重表组卷 / assemble a form by the weight table',
  body: z.strictObject({
    editionId: z.string().min(1).max(64),
    level: z.string().min(1).max(8),
    workType: z.string().min(1).max(40).nullable().default(null),
  }),
  reply: z.object({ formId: z.string() }),
  refusals: [...PlaceRefusals, 'theory-not-examined', 'weights-not-whole', 'bank-too-small'],
})
/** A form with its proof: for each area of the table the weight, the marks and the items; marks in hundredths. No item content. */
export const showForm = endpoint({
  method: 'GET',
  path: '/api/assembly/forms/:formId',
  summary: '试卷与比重证明 / a form with the proof of its weights',
  params: z.object({ formId: z.uuid() }),
  reply: z.object({
    form: FormView,
    rows: z.array(z.object({ path: Path, weight: z.number(), marks: z.number(), counts: CountsView })),
    total: z.number(),
    faults: z.array(FaultView),
    importance: z.array(z.object({ importance: z.string(), items: z.number() })),
    difficulty: z.array(z.object({ difficulty: z.number(), items: z.number() })),
  }),
  refusals: ['form-unknown'],
})
