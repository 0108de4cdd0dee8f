import { type Hundredths, hundredths, marks, showMarks } from '../../../kernel/marks.ts'
import { type FieldFault, ok, refuse, type Result } from '../../../kernel/result.ts'

/** The four criteria (评分项目) of the practical form, 25 marks each. */
export const CRITERIA = ['accuracy', 'procedure', 'result', 'conduct'] as const
export type Criterion = (typeof CRITERIA)[number]
export const CRITERION_NAMES: Readonly<Record<Criterion, { readonly zh: string; readonly en: string }>> = {
  accuracy: { zh: '信息处理与准确性', en: 'Handling of information and accuracy' },
  procedure: { zh: '操作规范与流程完整', en: 'Correct procedure and complete process' },
  result: { zh: '结果质量与呈现', en: 'Quality and presentation of the result' },
  conduct: { zh: '安全与职业规范', en: 'Safety and professional conduct' },
}

export const CRITERION_MAXIMUM: Hundredths = marks(25)
/** Marks are given in halves. */
export const MARK_STEP: Hundredths = hundredths(50)
/** Below this mark (60 % of 25) the assessor must say why. */
export const COMMENT_BELOW: Hundredths = marks(15)

/** One assessor's judgement of one criterion. */
export type CriterionMark = { readonly mark: Hundredths; readonly comment: string }
export type MarkSheet = Readonly<Record<Criterion, CriterionMark>>
/** As it comes from the form: numbers that nobody has checked. */
export type MarkSheetDraft = Readonly<Partial<Record<Criterion, { readonly mark: number; readonly comment: string }>>>

/**
 * Checks a whole sheet at once. Refuses `mark-sheet-invalid` with one fault a field, paths `<criterion>.mark` and `<criterion>.comment`:
 * missing, not in steps of half a mark, outside 0–25, or a comment missing below 60 %.
 */
export function markSheet(draft: MarkSheetDraft): Result<MarkSheet> {
  const faults = CRITERIA.flatMap(criterion => faultOf(criterion, draft[criterion]) ?? [])
  if (faults.length > 0) return refuse('mark-sheet-invalid', { faults: faults.length }, faults)
  const checked = (criterion: Criterion): CriterionMark => {
    const given = draft[criterion]
    if (!given) throw new Error(`unchecked ${criterion}`)
    return { mark: hundredths(given.mark), comment: given.comment.trim() }
  }
  return ok({ accuracy: checked('accuracy'), procedure: checked('procedure'), result: checked('result'), conduct: checked('conduct') })
}

/** Sum of the four criteria, 0–10000 hundredths. */
export function totalOf(sheet: MarkSheet): Hundredths {
  return hundredths(CRITERIA.reduce((sum, criterion) => sum + sheet[criterion].mark, 0))
}

function faultOf(criterion: Criterion, given: { readonly mark: number; readonly comment: string } | undefined): FieldFault | undefined {
  const { zh, en } = CRITERION_NAMES[criterion]
  const fault = (field: 'mark' | 'comment', zhText: string, enText: string): FieldFault => ({
    path: `${criterion}.${field}`,
    zh: `“${zh}”${zhText}`,
    en: `${en}: ${enText}`,
  })
  if (!given) return fault('mark', '尚未评分。', 'no mark yet.')
  const most = showMarks(CRITERION_MAXIMUM)
  if (!Number.isInteger(given.mark) || given.mark % MARK_STEP !== 0) return fault('mark', '须以0.5分为单位。', 'marks go in steps of 0.5.')
  if (given.mark < 0 || given.mark > CRITERION_MAXIMUM) return fault('mark', `须在0至${most}分之间。`, `marks lie between 0 and ${most}.`)
  if (given.mark < COMMENT_BELOW && given.comment.trim() === '') {
    return fault(
      'comment',
      `低于${showMarks(COMMENT_BELOW)}分，须写明扣分理由。`,
      `below ${showMarks(COMMENT_BELOW)}, so state why marks were taken off.`,
    )
  }
  return undefined
}
