import { gapScore } from '../../core/gaps/fill.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { Score } from '../../core/score.ts'
import type { InlineChoiceContent, InlineChoiceKey, InlineChoiceResponse, InlineChoiceRubric } from './type.ts'

type Facts = ScoreFacts<InlineChoiceContent, InlineChoiceKey, InlineChoiceResponse, InlineChoiceRubric>

/** Gap by gap. */
export function score(facts: Facts): Score {
  const chosen = new Map(facts.response.gaps.map(gap => [gap.id, gap.optionId]))
  const idsOf = (which: (optionId: string | undefined, right: string) => boolean) =>
    facts.key.gaps.filter(gap => which(chosen.get(gap.id), gap.optionId)).map(gap => gap.id)
  return gapScore(facts, {
    right: idsOf((optionId, right) => optionId === right),
    wrong: idsOf((optionId, right) => optionId !== undefined && optionId !== right),
    missed: idsOf(optionId => optionId === undefined),
  })
}
