import { scoreCriteria } from '../../core/credit/criteria-score.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { Score } from '../../core/score.ts'
import type { ShortAnswerContent, ShortAnswerEvidence, ShortAnswerKey, ShortAnswerResponse, ShortAnswerRubric } from './type.ts'

/** By the marks a person gave. */
export function score(
  facts: ScoreFacts<ShortAnswerContent, ShortAnswerKey, ShortAnswerResponse, ShortAnswerRubric, ShortAnswerEvidence>,
): Score {
  return scoreCriteria(facts.key, facts.evidence, facts.max)
}
