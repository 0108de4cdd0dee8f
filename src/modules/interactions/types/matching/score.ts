import type { ScoreFacts } from '../../core/interaction-spec.ts'
import { type Score, shareScore } from '../../core/score.ts'
import type { MatchingContent, MatchingKey, MatchingResponse, MatchingRubric } from './type.ts'

type Facts = ScoreFacts<MatchingContent, MatchingKey, MatchingResponse, MatchingRubric>

/** Pair by pair; reasons name the entries on the left. */
export function score({ key, response, rubric, max }: Facts): Score {
  const chosen = new Map(response.pairs.map(pair => [pair.left, pair.right]))
  const leftOf = (which: (partner: string | undefined, right: string) => boolean) =>
    key.pairs.filter(pair => which(chosen.get(pair.left), pair.right)).map(pair => pair.left)
  const right = leftOf((partner, wanted) => partner === wanted)
  const wrong = leftOf((partner, wanted) => partner !== undefined && partner !== wanted)
  const missed = leftOf(partner => partner === undefined)
  const of = key.pairs.length
  const credit = {
    'per-pair': right.length,
    'per-pair-minus-wrong': right.length - wrong.length,
    'all-or-nothing': right.length === of ? of : 0,
  }
  return shareScore(max, { of, got: credit[rubric.credit] }, [
    { code: 'right', optionIds: right },
    { code: 'wrong', optionIds: wrong },
    { code: 'missed', optionIds: missed },
  ])
}
