import { scoreGaps } from '../../core/gaps/fill.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { Score } from '../../core/score.ts'
import type { TableFillContent, TableFillKey, TableFillResponse, TableFillRubric } from './type.ts'

/** Gap by gap: numbers by value and unit, texts by their form. */
export function score(facts: ScoreFacts<TableFillContent, TableFillKey, TableFillResponse, TableFillRubric>): Score {
  return scoreGaps(facts)
}
