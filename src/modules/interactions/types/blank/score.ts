import { scoreGaps } from '../../core/gaps/fill.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { Score } from '../../core/score.ts'
import type { BlankContent, BlankKey, BlankResponse, BlankRubric } from './type.ts'

/** Gap by gap: numbers by value and unit, texts by their form. */
export function score(facts: ScoreFacts<BlankContent, BlankKey, BlankResponse, BlankRubric>): Score {
  return scoreGaps(facts)
}
