import { type Hundredths, hundredths } from '../../../../kernel/marks.ts'
import type { ScoreFacts } from '../../core/interaction-spec.ts'
import type { PartScore, Score, ScoreReason } from '../../core/score.ts'
import { type KindOf, marksOfParts, ofPart } from './parts.ts'
import type { CaseContent, CaseEvidence, CaseKey, CaseResponse, CaseRubric, Part } from './type.ts'

type Facts = ScoreFacts<CaseContent, CaseKey, CaseResponse, CaseRubric, CaseEvidence | null>

/** Adds the parts up; pending while one of them waits for its marks. */
export function scoreCase(kindOf: KindOf, facts: Facts): Score {
  const most = marksOfParts(facts.content, facts.max)
  const parts = facts.content.parts.map(part => ({
    id: part.id,
    score: scorePart(kindOf, facts, part, most.get(part.id) ?? hundredths(0)),
  }))
  return { ...sumOf(parts, facts.max), parts }
}

function scorePart(kindOf: KindOf, facts: Facts, part: Part, max: Hundredths): Score {
  const rubric = ofPart(facts.rubric.parts, part.id)?.rubric
  return kindOf(part.type).score({
    content: part.content,
    key: ofPart(facts.key.parts, part.id)?.key,
    ...(rubric === undefined ? {} : { rubric }),
    response: ofPart(facts.response.parts, part.id)?.response ?? null,
    evidence: ofPart(facts.evidence?.parts ?? [], part.id)?.evidence ?? null,
    max,
  })
}

function sumOf(parts: readonly PartScore[], max: Hundredths): Score {
  const idsOf = (...outcomes: readonly Score['outcome'][]) =>
    parts.filter(part => outcomes.includes(part.score.outcome)).map(part => part.id)
  const pending = idsOf('pending')
  if (pending.length > 0) return { earned: hundredths(0), max, outcome: 'pending', reasons: [{ code: 'needs-person', optionIds: pending }] }
  const earned = hundredths(parts.reduce((sum, part) => sum + part.score.earned, 0))
  const reasons: ScoreReason[] = [
    { code: 'right', optionIds: idsOf('full') },
    { code: 'partly', optionIds: idsOf('partial') },
    { code: 'wrong', optionIds: idsOf('none', 'invalid') },
    { code: 'missed', optionIds: idsOf('unanswered') },
  ]
  const isFull = idsOf('full').length === parts.length
  return {
    earned,
    max,
    outcome: isFull ? 'full' : earned === 0 ? 'none' : 'partial',
    reasons: reasons.filter(reason => reason.optionIds.length > 0),
  }
}
