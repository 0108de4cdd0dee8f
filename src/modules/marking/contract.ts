import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { CRITERIA } from './core/practical-criteria.ts'

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
const DraftMark = z.object({ mark: z.number(), comment: z.string().max(500, '不超过500个字。|At most 500 characters.') })
const DraftSheet = z.partialRecord(z.enum(CRITERIA), DraftMark)

/** The assessor's queue: scripts waiting within their reach, and their own finished ones. Anonymous. */
export const listQueue = endpoint({
  method: 'GET',
  path: '/api/marking/queue',
  summary: '我的评分任务 / scripts that wait for my marks',
  reply: z.object({
    waiting: z.array(ScriptView.extend({ openedAt: z.number() })),
    /** Scripts not shown because the candidate comes from the assessor's own institution. */
    withheld: z.number(),
    done: z.array(ScriptView.extend({ markedAt: z.number(), total: z.number(), sheet: SheetView })),
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
  refusals: ['script-unknown', 'already-marked', 'assessor-of-institution', 'assessor-is-candidate', 'mark-sheet-invalid'],
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
        marked: z.object({ at: z.number(), total: z.number(), sheet: SheetView, assessor: z.string() }).nullable(),
      }),
    ),
  }),
})
