import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { FormFactsView, PlaceView, SideView } from '../views/form-views.ts'
import { SaidView } from '../views/blueprint-views.ts'
import { CertificateView, ConflictView, FindingView, ProposalView, RunView } from '../views/run-views.ts'
import { guard, itemId, placeParams, proposalParams, runParams, versionParams } from './parameters.ts'

/**
 * Orders a run: forms of an approved version are assembled by a job. `seenItemIds` are items that persons who will sit have met
 * in module quizzes; they stay out.
 */
export const startRun = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId/runs',
  summary: '开始组卷运行 / start a run',
  ...versionParams,
  body: z.strictObject({
    forms: z.number().int().min(1).max(50).nullable().default(null),
    seenItemIds: z.array(itemId).max(5000).default([]),
  }),
  reply: z.object({ runId: z.string() }),
  refusals: ['blueprint-unknown', 'blueprint-not-approved'],
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
