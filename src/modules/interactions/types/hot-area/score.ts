import { scoreChoice } from '../../core/credit/choice-score.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { Score } from '../../core/score.ts'
import type { HotAreaContent, HotAreaKey, HotAreaResponse, HotAreaRubric } from './type.ts'

/** As a set of chosen options. */
export function score(facts: ScoreFacts<HotAreaContent, HotAreaKey, HotAreaResponse, HotAreaRubric>): Score {
  return scoreChoice(facts.key.areaIds, facts.response.areaIds, facts)
}
