import type { ScoreFacts } from '../../core/interaction-spec.ts'
import { type Score, fullScore, noScore } from '../../core/score.ts'
import type { TrueFalseContent, TrueFalseKey, TrueFalseResponse } from './type.ts'

/** All or nothing; a wrong verdict takes nothing away from other items. */
export function score({ key, response, max }: ScoreFacts<TrueFalseContent, TrueFalseKey, TrueFalseResponse, object>): Score {
  if (response.verdict === key.verdict) return fullScore(max, [key.verdict])
  return noScore(max, 'none', [{ code: 'wrong', optionIds: [response.verdict] }])
}
