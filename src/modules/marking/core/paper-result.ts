import type { Hundredths } from '../../../kernel/marks.ts'
import type { Attempt, Paper } from '../../delivery/contract.ts'
import type { SkillScore } from './lab/skill-scores.ts'
import type { AreaScore } from './machine-score.ts'
import { CRITERIA, CRITERION_MAXIMUM, CRITERION_NAMES, type MarkSheet, totalOf } from './practical-criteria.ts'
import type { ScoredItem } from './score-paper.ts'

/** The marks of one paper as they are kept: by the machine with its items, or by an assessor with the four criteria. */
export type PaperScore = {
  readonly sittingId: string
  readonly attemptId: string
  readonly candidateRef: string
  readonly paper: Paper
  readonly by: 'machine' | 'assessor'
  readonly editionId: string | null
  readonly level: string
  readonly score: Hundredths
  readonly maximum: Hundredths
  readonly areas: readonly AreaScore[]
  readonly items: readonly ScoredItem[]
  /** By skill of the edition, where the items say which skills they show. */
  readonly skills: readonly SkillScore[]
}

/** A paper as the award sees it. Only `scored` and `marked` have marks. */
export type PaperResult = {
  readonly attemptId: string
  readonly personRef: string
  readonly paper: Paper
  readonly state: 'scored' | 'marked' | 'absent' | 'pending'
  readonly score: Hundredths | null
  readonly maximum: Hundredths | null
  readonly byArea: readonly AreaScore[]
  readonly bySkill: readonly SkillScore[]
  /** Why the attempt ended, where it was not the candidate's own hand-in: `time-up`, `stopped`, `malpractice`, `absent`. */
  readonly closing: string | null
}

/** The four criteria of a sheet as areas of the practical paper. */
export function criterionAreas(sheet: MarkSheet): readonly AreaScore[] {
  return CRITERIA.map(criterion => ({
    area: CRITERION_NAMES[criterion].zh,
    score: sheet[criterion].mark,
    maximum: CRITERION_MAXIMUM,
    items: 1,
  }))
}

/** Marks of a practical paper from its sheet. */
export function practicalMarks(sheet: MarkSheet): Pick<PaperScore, 'score' | 'maximum' | 'areas'> {
  return { score: totalOf(sheet), maximum: (CRITERION_MAXIMUM * CRITERIA.length) as Hundredths, areas: criterionAreas(sheet) }
}

/** Joins the attempts of a sitting with the marks there are. An absent candidate never has marks. */
export function paperResultOf(attempt: Attempt, score: PaperScore | undefined): PaperResult {
  const closing = attempt.state === 'closed' ? attempt.reason : null
  const base = { attemptId: attempt.attemptId, personRef: attempt.candidateRef, paper: attempt.paper, closing }
  if (closing === 'absent') return { ...base, state: 'absent', score: null, maximum: null, byArea: [], bySkill: [] }
  if (score === undefined) return { ...base, state: 'pending', score: null, maximum: null, byArea: [], bySkill: [] }
  const { maximum, areas: byArea, skills: bySkill } = score
  return { ...base, state: score.by === 'machine' ? 'scored' : 'marked', score: score.score, maximum, byArea, bySkill }
}
