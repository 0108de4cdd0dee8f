import { marks } from '../../../kernel/marks.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { findEdition, isLevelCode, isSkillOnly, passRule } from '../../standard/contract.ts'
import type { PassRule } from './award-decision.ts'

const REVIEW_MINIMUM = marks(60) // where an edition demands a review without naming its least mark

/** The pass rule of a level as its edition states it. Refuses `pass-rule-missing`. */
export function passLine(editionId: string, level: string): Result<PassRule> {
  const edition = findEdition(editionId)
  if (!edition.ok || !isLevelCode(level)) return refuse('pass-rule-missing', { edition: editionId, level })
  const stated = passRule(edition.value, level)
  if (!stated.ok || stated.value.scale !== marks(100)) return refuse('pass-rule-missing', { edition: editionId, level })
  const { theory, skill, review } = stated.value
  const required: PassRule['required'][number][] = [{ paper: 'skill', minimum: skill }]
  if (!isSkillOnly(edition.value)) required.unshift({ paper: 'theory', minimum: theory })
  if (review.kind !== 'no-review') required.push({ paper: 'review', minimum: review.kind === 'least' ? review.marks : REVIEW_MINIMUM })
  return ok({ required })
}
