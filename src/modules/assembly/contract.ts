import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { BlueprintBody, BlueprintPlace } from './core/blueprint/blueprint.ts'
import { BlueprintFaultView, BlueprintVersionView, SaidView, SupplyView } from './core/views/blueprint-views.ts'
import { CountsView, FormFactsView, FormFaultView, FormView, PlaceView, SideView } from './core/views/form-views.ts'
import { CandidateGroupView, CertificateView, ConflictView, FindingView, ProposalView, RunView } from './core/views/run-views.ts'

export {
  BLUEPRINT_PARTS,
  BlueprintBody,
  BlueprintGoal,
  BlueprintPlace,
  BlueprintPart,
  type BlueprintState,
} from './core/blueprint/blueprint.ts'
export { BlueprintField, fieldPath } from './core/blueprint/blueprint-field.ts'
export { PROPOSAL_STATES, type ProposalState, RUN_STATES, type RunStage, type RunState } from './core/run/run-states.ts'
export { type FormFault, type FormProof, type ProofRow, checkForm } from './core/form/check-form.ts'
export type { Form, FormId, FormPlace } from './core/form/form.ts'
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

const guard = z.number().int().min(1).max(2_147_483_647)
const itemId = z.string().min(1).max(64)
const versionOf = z.object({ blueprintVersionId: z.uuid() })
const versionParams = { params: versionOf }
const run = z.object({ runId: z.uuid() })
const runParams = { params: run }
const proposal = run.extend({ number: z.coerce.number().int().min(1).max(50) })
const proposalParams = { params: proposal }
const placeParams = { params: proposal.extend({ place: z.coerce.number().int().min(1).max(1000) }) }
const PLACE_REFUSALS = ['edition-unknown', 'level-unknown', 'work-type-needed', 'work-type-unknown', 'weights-not-stated'] as const
const DRAFT_REFUSALS = [...PLACE_REFUSALS, 'theory-not-examined', 'practical-not-examined', 'weights-not-whole'] as const

/** The blueprints of an edition and level, the last one edited first; each with its newest version. */
export const listBlueprints = endpoint({
  method: 'GET',
  path: '/api/assembly/blueprints',
  summary: '组卷方案目录 / blueprints with their newest version',
  query: z.object({ editionId: z.string().max(64).default(''), level: z.string().max(8).default('') }),
  reply: z.object({ blueprints: z.array(z.object({ newest: BlueprintVersionView, versions: z.number(), isUsable: z.boolean() })) }),
})
/** A new blueprint, derived from the weight table of the edition, as a first draft. */
export const createBlueprint = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprints',
  summary: '由比重表新建组卷方案 / a new blueprint from the weight table',
  body: BlueprintPlace,
  reply: z.object({ version: BlueprintVersionView, body: BlueprintBody }),
  refusals: DRAFT_REFUSALS,
})
/** All versions of a blueprint, the newest first. */
export const showBlueprint = endpoint({
  method: 'GET',
  path: '/api/assembly/blueprints/:blueprintId',
  summary: '组卷方案的各个版本 / the versions of a blueprint',
  params: z.object({ blueprintId: z.uuid() }),
  reply: z.object({ versions: z.array(BlueprintVersionView) }),
  refusals: ['blueprint-unknown'],
})
export const showBlueprintVersion = endpoint({
  method: 'GET',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId',
  summary: '组卷方案的一个版本、校验与题源 / a version with its faults and what the bank has for it',
  ...versionParams,
  reply: z.object({ version: BlueprintVersionView, body: BlueprintBody, faults: z.array(BlueprintFaultView), supply: SupplyView }),
  refusals: ['blueprint-unknown'],
})
/** Saves a draft, faulty or not; `guard` is the one of the last save. The place of a blueprint does not change. */
export const saveBlueprint = endpoint({
  method: 'PUT',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId',
  summary: '保存组卷方案草稿 / save a draft',
  ...versionParams,
  body: z.strictObject({ guard, body: BlueprintBody }),
  reply: z.object({ version: BlueprintVersionView, faults: z.array(BlueprintFaultView) }),
  refusals: ['blueprint-unknown', 'blueprint-fixed', 'blueprint-place-fixed', 'changed-meanwhile'],
})
/** Judges a blueprint while it is written; nothing is kept. */
export const checkBlueprint = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprint-checks',
  summary: '即时校验组卷方案 / check a blueprint while writing',
  body: BlueprintBody,
  reply: z.object({ faults: z.array(BlueprintFaultView), supply: SupplyView }),
})
/** From here on the version never changes. Refuses a faulty one with every fault. Not by the person who wrote the draft last. */
export const approveBlueprint = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId/approvals',
  summary: '批准组卷方案（另一人）/ approve a version, by another person',
  ...versionParams,
  body: z.strictObject({ guard }),
  reply: z.object({ version: BlueprintVersionView }),
  refusals: ['blueprint-unknown', 'blueprint-fixed', 'own-blueprint', 'blueprint-faulty', 'changed-meanwhile'],
})
/** A new draft that begins as a copy of any version. A blueprint has one draft at a time. */
export const makeNextBlueprint = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId/drafts',
  summary: '由某一版本另建草稿 / a new draft from a version',
  ...versionParams,
  body: z.strictObject({}),
  reply: z.object({ version: BlueprintVersionView, body: BlueprintBody }),
  refusals: ['blueprint-unknown', 'blueprint-draft-open'],
})
const groupId = z.string().min(1).max(80)

/** Groups of candidates who will sit this paper; what they have met before can be kept out of a run. */
export const listCandidateGroups = endpoint({
  method: 'GET',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId/candidate-groups',
  summary: '将参加考试的考生组 / groups of candidates to come',
  params: versionOf,
  reply: z.object({ groups: z.array(CandidateGroupView) }),
  refusals: ['blueprint-unknown'],
})
/** What it would mean to keep out what a group has met; nothing is kept. */
export const showCandidateGroup = endpoint({
  method: 'GET',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId/candidate-groups/:groupId',
  summary: '排除一组考生见过的试题后的题源 / the bank without what a group has met',
  params: versionOf.extend({ groupId }),
  reply: z.object({
    group: CandidateGroupView,
    /** Persons of the group who have begun a paper before. */
    met: z.number(),
    /** Items of the bank for this blueprint that would stay out. */
    items: z.number(),
    /** What the bank has without them. */
    supply: SupplyView,
  }),
  refusals: ['blueprint-unknown', 'candidate-group-unknown'],
})
/**
 * Orders a run: forms of an approved version are assembled by a job. What the persons of `candidateGroupIds` have met before, in
 * exams and module quizzes, stays out, as it stands when the run is ordered; so do `seenItemIds`.
 */
export const startRun = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId/runs',
  summary: '开始组卷运行 / start a run',
  ...versionParams,
  body: z.strictObject({
    forms: z.number().int().min(1).max(50).nullable().default(null),
    seenItemIds: z.array(itemId).max(5000).default([]),
    candidateGroupIds: z.array(groupId).max(20).default([]),
  }),
  reply: z.object({ runId: z.string() }),
  refusals: ['blueprint-unknown', 'blueprint-not-approved', 'candidate-group-unknown'],
})
/** Runs, the newest first; empty texts ask for all. */
export const listRuns = endpoint({
  method: 'GET',
  path: '/api/assembly/runs',
  summary: '组卷运行目录 / runs, newest first',
  query: z.object({
    editionId: z.string().max(64).default(''),
    level: z.string().max(8).default(''),
    blueprintId: z.string().max(64).default(''),
    most: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ runs: z.array(RunView) }),
})
/** A run as it stands; asked again every second while it is queued or running. */
export const showRun = endpoint({
  method: 'GET',
  path: '/api/assembly/runs/:runId',
  summary: '组卷运行：进度、证明、拟定试卷 / a run with progress, proof and forms',
  ...runParams,
  reply: z.object({
    run: RunView,
    certificate: CertificateView.nullable(),
    conflict: ConflictView.nullable(),
    /** The checker's table of the forms as they came out of the run; first the lines that do not hold. */
    findings: z.array(FindingView),
    proposals: z.array(ProposalView),
  }),
  refusals: ['run-unknown'],
})
/** Asks a run to stop; it does so within a second or two. */
export const cancelRun = endpoint({
  method: 'POST',
  path: '/api/assembly/runs/:runId/cancellations',
  summary: '取消组卷运行 / cancel a run',
  ...runParams,
  body: z.strictObject({}),
  refusals: ['run-unknown', 'run-ended'],
})
/** Orders a run that ended without forms once more, with the same blueprint and exclusions, over the bank as it is now. */
export const repeatRun = endpoint({
  method: 'POST',
  path: '/api/assembly/runs/:runId/repeats',
  summary: '重新运行 / order the same run again',
  ...runParams,
  body: z.strictObject({}),
  reply: z.object({ runId: z.string() }),
  refusals: ['run-unknown', 'run-not-ended'],
})
/** The forms of a run side by side; `common` counts the items that two forms share. */
export const compareForms = endpoint({
  method: 'GET',
  path: '/api/assembly/runs/:runId/comparison',
  summary: '平行卷对照 / the forms of a run side by side',
  ...runParams,
  reply: z.object({
    forms: z.array(SideView),
    overlaps: z.array(z.object({ one: z.number(), other: z.number(), common: z.number() })),
  }),
  refusals: ['run-unknown'],
})
/** A form of a run with everything but contents, and the checker's table for it as it is now. */
export const showProposal = endpoint({
  method: 'GET',
  path: '/api/assembly/runs/:runId/forms/:number',
  summary: '拟定试卷的事实与核验 / a proposed form with its facts and check',
  ...proposalParams,
  reply: z.object({ proposal: ProposalView, facts: FormFactsView, findings: z.array(FindingView) }),
  refusals: ['run-unknown', 'proposal-unknown'],
})
/** Items that could stand at a place instead, those that break nothing first; `breaks` are new faults only. */
export const listCandidates = endpoint({
  method: 'GET',
  path: '/api/assembly/runs/:runId/forms/:number/places/:place/candidates',
  summary: '可替换的试题及其后果 / candidates for a place with what each would break',
  ...placeParams,
  query: z.object({ most: z.coerce.number().int().min(1).max(100).default(30) }),
  reply: z.object({
    guard: z.number(),
    current: PlaceView,
    candidates: z.array(
      z.object({
        item: PlaceView,
        breaks: z.array(SaidView),
        /** Change of the objective in millionths; positive is better. */ gain: z.number(),
      }),
    ),
    /** How many more there are beyond `most`. */
    more: z.number(),
  }),
  refusals: ['run-unknown', 'proposal-unknown', 'place-unknown'],
})
/** Puts another item at a place. Refuses what would break a constraint, with the sentences. */
export const swapItem = endpoint({
  method: 'POST',
  path: '/api/assembly/runs/:runId/forms/:number/swaps',
  summary: '替换试题（重新核验，留痕）/ swap an item, checked anew',
  ...proposalParams,
  body: z.strictObject({ guard, place: z.number().int().min(1).max(1000), itemId }),
  reply: z.object({ guard: z.number() }),
  refusals: [
    'run-unknown',
    'proposal-unknown',
    'proposal-decided',
    'place-unknown',
    'candidate-unknown',
    'swap-breaks',
    'changed-meanwhile',
  ],
})
/** Makes a form of it: exposure is counted, the package built and its digest kept. Not by the person who started the run. */
export const acceptProposal = endpoint({
  method: 'POST',
  path: '/api/assembly/runs/:runId/forms/:number/acceptances',
  summary: '接受为正式试卷（另一人）/ accept as a form, by another person',
  ...proposalParams,
  body: z.strictObject({ guard }),
  reply: z.object({ formId: z.string(), digest: z.string() }),
  refusals: ['run-unknown', 'proposal-unknown', 'proposal-decided', 'own-run', 'bank-moved-on', 'changed-meanwhile'],
})
export const discardProposal = endpoint({
  method: 'POST',
  path: '/api/assembly/runs/:runId/forms/:number/discards',
  summary: '放弃拟定试卷 / discard a proposed form',
  ...proposalParams,
  body: z.strictObject({ guard, reason: z.string().trim().min(1, '请写明理由。|Say why.').max(400) }),
  reply: ProposalView,
  refusals: ['run-unknown', 'proposal-unknown', 'proposal-decided', 'changed-meanwhile'],
})
const form = { params: z.object({ formId: z.uuid() }) }

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
/** Assembles a theory form by the weight table of a level at once, without a blueprint. */
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
  refusals: [...PLACE_REFUSALS, 'theory-not-examined', 'weights-not-whole', 'bank-too-small', 'form-impossible', 'solver-failed'],
})
/** A form with its proof: for each area of the table the weight, the marks and the items; marks in hundredths. No item content. */
export const showForm = endpoint({
  method: 'GET',
  path: '/api/assembly/forms/:formId',
  summary: '试卷与比重证明 / a form with the proof of its weights',
  ...form,
  reply: z.object({
    form: FormView,
    rows: z.array(z.object({ path: z.array(z.string()), weight: z.number(), marks: z.number(), counts: CountsView })),
    total: z.number(),
    faults: z.array(FormFaultView),
    importance: z.array(z.object({ importance: z.string(), items: z.number() })),
    difficulty: z.array(z.object({ difficulty: z.number(), items: z.number() })),
  }),
  refusals: ['form-unknown'],
})
/** Coverage, curves, time and the list of items of a form; no contents. */
export const showFormFacts = endpoint({
  method: 'GET',
  path: '/api/assembly/forms/:formId/facts',
  summary: '试卷的各项事实 / the facts of a form',
  ...form,
  reply: z.object({ form: FormView, facts: FormFactsView }),
  refusals: ['form-unknown'],
})
