import { type Dice, roll } from '../../../../kernel/dice.ts'
import { COMMENT_BELOW, CRITERIA, CRITERION_MAXIMUM, MARK_STEP, type MarkSheetDraft } from '../../../../modules/marking/contract.ts'

/**
 * What an assessor gives somebody of an ability: each criterion around a logistic share of its marks, in steps of half a mark,
 * with a reason where one is due. The practical paper is a little easier than the theory paper.
 */
export function markSheetFor(ability: number, dice: Dice): MarkSheetDraft {
  const steps = CRITERION_MAXIMUM / MARK_STEP
  const entries = CRITERIA.map(criterion => {
    const share = 1 / (1 + Math.exp(-(ability * 0.8 + 1.0)))
    const mark = Math.min(steps, Math.max(0, Math.round(share * steps) + roll(dice, 7) - 3)) * MARK_STEP
    return [criterion, { mark, comment: mark < COMMENT_BELOW ? '操作步骤有遗漏，结果不完整。' : '' }] as const
  })
  return Object.fromEntries(entries)
}

/** Hundredths on a whole sheet. */
export function totalOfDraft(sheet: MarkSheetDraft): number {
  return CRITERIA.reduce((sum, criterion) => sum + (sheet[criterion]?.mark ?? 0), 0)
}
