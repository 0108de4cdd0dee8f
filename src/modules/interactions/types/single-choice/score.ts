import type { ScoreFacts } from '../../core/interaction-spec.ts'
import { type Score, fullScore, noScore } from '../../core/score.ts'
import type { SingleChoiceContent, SingleChoiceKey, SingleChoiceResponse } from './type.ts'

/** All or nothing. */
export function score(facts: ScoreFacts<SingleChoiceContent, SingleChoiceKey, SingleChoiceResponse, object>): Score {
  const { key, response, max } = facts
  if (response.optionId === key.optionId) return fullScore(max, [key.optionId])
  return noScore(max, 'none', [{ code: 'wrong', optionIds: [response.optionId] }])
}
