import { scoreChoice } from '../../core/credit/choice-score.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { Score } from '../../core/score.ts'
import type { MultipleChoiceContent, MultipleChoiceKey, MultipleChoiceResponse, MultipleChoiceRubric } from './type.ts'

type Facts = ScoreFacts<MultipleChoiceContent, MultipleChoiceKey, MultipleChoiceResponse, MultipleChoiceRubric>

/** By the credit rule of the rubric; exactly the right set earns everything under each of them. */
export function score(facts: Facts): Score {
  return scoreChoice(facts.key.optionIds, facts.response.optionIds, facts)
}
