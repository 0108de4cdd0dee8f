import { scoreFound } from '../../core/credit/criteria-score.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { Score } from '../../core/score.ts'
import type { LabTaskContent, LabTaskEvidence, LabTaskKey, LabTaskResponse, LabTaskRubric } from './type.ts'

/** By what the laboratory found in the world that was left, without what gates and deductions take off. */
export function score(facts: ScoreFacts<LabTaskContent, LabTaskKey, LabTaskResponse, LabTaskRubric, LabTaskEvidence>): Score {
  const found = new Map(facts.evidence.checks.map(check => [check.id, check.share]))
  return scoreFound(
    facts.key.checks.map(check => ({ id: check.id, of: check.share, got: found.get(check.id) ?? 0 })),
    facts.max,
    facts.evidence.taken,
  )
}
