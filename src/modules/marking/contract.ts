import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { CRITERIA } from './core/practical-criteria.ts'

export type { SkillScore } from './core/lab/skill-scores.ts'
export { type Ask, type CheckMarkDraft, checkMarks } from './core/lab/check-marks.ts'
export type { AreaScore, MachineScore } from './core/machine-score.ts'
export type { PaperResult, PaperScore } from './core/paper-result.ts'
export {
  COMMENT_BELOW,
  CRITERIA,
  CRITERION_MAXIMUM,
  CRITERION_NAMES,
  type Criterion,
  MARK_STEP,
  type MarkSheet,
  type MarkSheetDraft,
  markSheet,
  totalOf,
} from './core/practical-criteria.ts'
export { markingRefusals } from './core/refusals.ts'

const MarkView = z.object({ mark: z.number(), comment: z.string() })
const SheetView = z.object({ accuracy: MarkView, procedure: MarkView, result: MarkView, conduct: MarkView })
const ScriptView = z.object({ sittingId: z.string(), scriptId: z.string(), number: z.string(), level: z.string() })
const AskView = z.object({
  itemId: z.string(),
  task: z.string(),
  checkId: z.string(),
  say: z.string(),
  /** What full marks look like. */
  best: z.string(),
  most: z.number(),
})
const EvidenceView = z.object({
  id: z.string(),
  got: z.number(),
  max: z.number(),
  status: z.enum(['full', 'partial', 'none', 'gated', 'manual', 'not-asked']),
  expected: z.string(),
  actual: z.string(),
  /** Events of the world that show it, and those that speak against it. */
  witness: z.array(z.number()),
  counter: z.array(z.number()),
  say: z.string(),
  hint: z.string().nullable(),
  claim: z.string().nullable(),
})
const scriptPlace = z.object({ sittingId: z.uuid(), scriptId: z.uuid() })
const DraftMark = z.object({ mark: z.number(), comment: z.string().max(500, '不超过500个字。|At most 500 characters.') })
const DraftSheet = z.partialRecord(z.enum(CRITERIA), DraftMark)

/** The assessor's queue: scripts waiting within their reach, and their own finished ones. Anonymous. */
export const listQueue = endpoint({
  method: 'GET',
  path: '/api/marking/queue',
  summary: '我的评分任务 / scripts that wait for my marks',
  reply: z.object({
    /** `asks`: what of a paper marked by the laboratory is asked of a person; null: the whole paper, by the four criteria. */
    waiting: z.array(ScriptView.extend({ openedAt: z.number(), asks: z.array(AskView).nullable() })),
    /** Scripts not shown because the candidate comes from the assessor's own institution. */
    withheld: z.number(),
    done: z.array(ScriptView.extend({ markedAt: z.number(), total: z.number(), sheet: SheetView })),
    /** Scripts that the laboratory marked, whose evidence may be read. */
    laboratory: z.array(ScriptView.extend({ openedAt: z.number(), waits: z.boolean() })),
  }),
})
/** Enters the marks of the four criteria; they stand once entered. */
export const submitMarks = endpoint({
  method: 'POST',
  path: '/api/marking/sittings/:sittingId/scripts/:scriptId/marks',
  summary: '提交操作技能评分 / enter the marks of a practical script',
  params: z.object({ sittingId: z.uuid(), scriptId: z.uuid() }),
  body: z.strictObject({ sheet: DraftSheet }),
  reply: z.object({ number: z.string(), total: z.number(), maximum: z.number() }),
  refusals: ['script-unknown', 'nothing-asked', 'already-marked', 'assessor-of-institution', 'assessor-is-candidate', 'mark-sheet-invalid'],
})
/** Enters the marks of what no machine could judge of a script that the laboratory marked; they stand once entered. */
export const submitCheckMarks = endpoint({
  method: 'POST',
  path: '/api/marking/sittings/:sittingId/scripts/:scriptId/check-marks',
  summary: '提交人工检查项评分 / enter the marks of checks that a person judges',
  params: scriptPlace,
  body: z.strictObject({
    marks: z
      .array(
        z.strictObject({
          itemId: z.string().max(64),
          checkId: z.string().max(64),
          got: z.number(),
          comment: z.string().max(500, '不超过500个字。|At most 500 characters.'),
        }),
      )
      .max(200),
  }),
  reply: z.object({ number: z.string(), total: z.number(), maximum: z.number() }),
  refusals: [
    'script-unknown',
    'nothing-asked',
    'already-marked',
    'assessor-of-institution',
    'assessor-is-candidate',
    'check-marks-invalid',
    'item-needs-person',
  ],
})
/** What the laboratory found in the worlds of a script. Marks of an item in hundredths of the paper, those of checks in hundredths of its task. */
export const readEvidence = endpoint({
  method: 'GET',
  path: '/api/marking/sittings/:sittingId/scripts/:scriptId/evidence',
  summary: '实验操作评分依据（匿名）/ evidence of a script, anonymous',
  params: scriptPlace,
  reply: z.object({
    number: z.string(),
    level: z.string(),
    total: z.number().nullable(),
    maximum: z.number(),
    items: z.array(
      z.object({
        itemId: z.string(),
        task: z.string(),
        title: z.string(),
        marks: z.number(),
        /** Null while the paper waits for its score. */
        earned: z.number().nullable(),
        got: z.number(),
        most: z.number(),
        /** What gates and deductions took off. */
        taken: z.number(),
        checks: z.array(EvidenceView),
        /** Where the laboratory plays the world back; null where nothing was done. */
        replay: z.object({ ownerId: z.string(), worldId: z.string() }).nullable(),
      }),
    ),
  }),
  refusals: ['script-unknown', 'assessor-of-institution'],
})
/** The chief assessor's view of the marking. */
export const listMarking = endpoint({
  method: 'GET',
  path: '/api/marking/scripts',
  summary: '评分进度 / progress of the marking',
  query: z.object({ sittingId: z.uuid().optional(), most: z.coerce.number().int().min(1).max(500).default(500) }),
  reply: z.object({
    total: z.number(),
    waiting: z.number(),
    scripts: z.array(
      ScriptView.extend({
        site: z.string(),
        roomLabel: z.string(),
        seatLabel: z.string(),
        openedAt: z.number(),
        /** `sheet` is null where only what no machine could judge was marked; `total` is then the sum of those marks. */
        marked: z.object({ at: z.number(), total: z.number(), sheet: SheetView.nullable(), assessor: z.string() }).nullable(),
      }),
    ),
  }),
})
