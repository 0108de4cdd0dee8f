import type { ScoreFacts } from '../../core/interaction.ts'
import { type Score, type ScoreReason, fullScore, noScore, partialScore } from '../../core/score.ts'
import type { MultipleChoiceContent, MultipleChoiceKey, MultipleChoiceResponse, MultipleChoiceRubric } from './type.ts'

type Facts = ScoreFacts<MultipleChoiceContent, MultipleChoiceKey, MultipleChoiceResponse, MultipleChoiceRubric>

/** Exactly the right set earns everything; a right subset earns its share only under `partial-no-wrong`. */
export function score({ key, response, rubric, max }: Facts): Score {
  const right = response.optionIds.filter(id => key.optionIds.includes(id))
  const wrong = response.optionIds.filter(id => !key.optionIds.includes(id))
  const missed = key.optionIds.filter(id => !response.optionIds.includes(id))
  if (wrong.length === 0 && missed.length === 0) return fullScore(max, key.optionIds)
  const all: ScoreReason[] = [
    { code: 'right', optionIds: right },
    { code: 'wrong', optionIds: wrong },
    { code: 'missed', optionIds: missed },
  ]
  const reasons = all.filter(reason => reason.optionIds.length > 0)
  if (wrong.length > 0 || rubric.credit === 'all-or-nothing') return noScore(max, 'none', reasons)
  return partialScore(max, { got: right.length, of: key.optionIds.length }, reasons)
}
