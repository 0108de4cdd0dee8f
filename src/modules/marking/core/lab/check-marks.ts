import { type Hundredths, hundredths, showMarks } from '../../../../kernel/marks.ts'
import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import { MARK_STEP } from '../practical-criteria.ts'

/** A check that no machine can judge: what is asked, what full marks look like, and the most it brings, in hundredths of the task's rubric. */
export type Ask = {
  readonly itemId: string
  readonly task: string
  readonly checkId: string
  readonly say: string
  readonly best: string
  readonly most: Hundredths
}
/** The mark of one person for one check; `comment` says why where marks were taken off. */
export type CheckMark = { readonly itemId: string; readonly checkId: string; readonly got: Hundredths; readonly comment: string }
export type CheckMarkDraft = { readonly itemId: string; readonly checkId: string; readonly got: number; readonly comment: string }

/**
 * The marks for everything that is asked of a script, all at once. Refuses `check-marks-invalid` with one fault a field, paths
 * `<itemId>.<checkId>.got` and `.comment`: missing, asked twice or not at all, not in halves, outside 0 to its most, or a comment missing
 * below full marks.
 */
export function checkMarks(asks: readonly Ask[], drafts: readonly CheckMarkDraft[]): Result<readonly CheckMark[]> {
  const strange = drafts.filter(draft => !asks.some(ask => isFor(ask, draft)))
  const faults = [
    ...strange.map(draft => fault(draft, 'got', '没有要求评这一项。', 'is not asked for.')),
    ...asks.flatMap(ask => faultsOf(ask, drafts)),
  ]
  if (faults.length > 0) return refuse('check-marks-invalid', { faults: faults.length }, faults)
  return ok(drafts.map(({ itemId, checkId, got, comment }) => ({ itemId, checkId, got: hundredths(got), comment: comment.trim() })))
}

function isFor(ask: Ask, draft: CheckMarkDraft): boolean {
  return ask.itemId === draft.itemId && ask.checkId === draft.checkId
}

function faultsOf(ask: Ask, drafts: readonly CheckMarkDraft[]): FieldFault[] {
  const given = drafts.filter(draft => isFor(ask, draft))
  const [one] = given
  if (one === undefined) return [fault(ask, 'got', '尚未评分。', 'has no mark yet.')]
  if (given.length > 1) return [fault(ask, 'got', '评了两次。', 'is marked twice.')]
  if (!Number.isInteger(one.got) || one.got % MARK_STEP !== 0) return [fault(ask, 'got', '须以0.5分为单位。', 'goes in steps of 0.5.')]
  const most = showMarks(ask.most)
  if (one.got < 0 || one.got > ask.most) return [fault(ask, 'got', `须在0至${most}分之间。`, `lies between 0 and ${most}.`)]
  if (one.got < ask.most && one.comment.trim() === '')
    return [fault(ask, 'comment', '没有给满分，须写明扣分理由。', 'is below full marks, so state why.')]
  return []
}

function fault(at: { readonly itemId: string; readonly checkId: string }, field: 'got' | 'comment', zh: string, en: string): FieldFault {
  return { path: `${at.itemId}.${at.checkId}.${field}`, zh: `${at.checkId}${zh}`, en: `${at.checkId} ${en}` }
}
