import { scoreCriteria } from '../../core/credit/criteria-score.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { Score } from '../../core/score.ts'
import type { FileAnswerContent, FileAnswerEvidence, FileAnswerKey, FileAnswerResponse, FileAnswerRubric } from './type.ts'

/** By the marks a person gave. */
export function score(
  facts: ScoreFacts<FileAnswerContent, FileAnswerKey, FileAnswerResponse, FileAnswerRubric, FileAnswerEvidence>,
): Score {
  return scoreCriteria(facts.key, facts.evidence, facts.max)
}
