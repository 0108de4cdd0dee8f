import { scoreCriteria } from '../../core/credit/criteria-score.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { Score } from '../../core/score.ts'
import type { EssayContent, EssayEvidence, EssayKey, EssayResponse, EssayRubric } from './type.ts'

/** By the marks a person gave. */
export function score(facts: ScoreFacts<EssayContent, EssayKey, EssayResponse, EssayRubric, EssayEvidence>): Score {
  return scoreCriteria(facts.key, facts.evidence, facts.max)
}
