import type { Hundredths } from '../../../../kernel/marks.ts'
import { type Score, fullScore, noScore, shareScore } from '../score.ts'
import type { ChoiceRubric } from './choice-credit.ts'

/** Scores a set of chosen ids against the right ones by the credit rule. */
export function scoreChoice(
  key: readonly string[],
  chosen: readonly string[],
  { rubric, max }: { readonly rubric: ChoiceRubric; readonly max: Hundredths },
): Score {
  const right = chosen.filter(id => key.includes(id))
  const wrong = chosen.filter(id => !key.includes(id))
  const missed = key.filter(id => !chosen.includes(id))
  if (wrong.length === 0 && missed.length === 0) return fullScore(max, key)
  const reasons = [
    { code: 'right' as const, optionIds: right },
    { code: 'wrong' as const, optionIds: wrong },
    { code: 'missed' as const, optionIds: missed },
  ]
  switch (rubric.credit) {
    case 'all-or-nothing':
      return noScore(
        max,
        'none',
        reasons.filter(reason => reason.optionIds.length > 0),
      )
    case 'partial-no-wrong':
      return shareScore(max, { got: wrong.length > 0 ? 0 : right.length, of: key.length }, reasons)
    case 'per-option':
      return shareScore(max, { got: right.length - wrong.length, of: key.length }, reasons)
    case 'right-minus-wrong':
      // in percent of a share, so that the cost stays a whole number
      return shareScore(max, { got: 100 * right.length - rubric.wrongCost * wrong.length, of: 100 * key.length }, reasons)
  }
}
