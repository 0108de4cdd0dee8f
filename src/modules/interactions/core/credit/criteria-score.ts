import type { Hundredths } from '../../../../kernel/marks.ts'
import { type Score, type ScoreReason, shareScore } from '../score.ts'
import type { CriteriaEvidence, CriteriaKey } from './criteria.ts'

/** One thing that was looked at: what it can bring and what it brought. */
export type Found = { readonly id: string; readonly of: number; readonly got: number }

/** Adds up what was found, as shares of the marks of the item; `taken` is what is taken off the sum, not below 0. */
export function scoreFound(found: readonly Found[], max: Hundredths, taken = 0): Score {
  const sum = (pick: (one: Found) => number) => found.reduce((total, one) => total + pick(one), 0)
  const share = { of: sum(one => one.of), got: Math.max(0, sum(one => one.got) - taken) }
  const idsOf = (which: (one: Found) => boolean) => found.filter(which).map(one => one.id)
  const reasons: ScoreReason[] = [
    { code: 'right', optionIds: idsOf(one => one.got >= one.of) },
    { code: 'partly', optionIds: idsOf(one => one.got > 0 && one.got < one.of) },
    { code: 'missed', optionIds: idsOf(one => one.got === 0) },
  ]
  return shareScore(max, share, reasons)
}

/** Scores by the marks a person gave. */
export function scoreCriteria(key: CriteriaKey, evidence: CriteriaEvidence, max: Hundredths): Score {
  const given = new Map(evidence.criteria.map(one => [one.id, one.marks]))
  return scoreFound(
    key.criteria.map(criterion => ({ id: criterion.id, of: criterion.marks, got: given.get(criterion.id) ?? 0 })),
    max,
  )
}

/** Every criterion is marked once and none above its maximum. */
export function criteriaFault(_content: unknown, key: CriteriaKey, evidence: CriteriaEvidence): string | undefined {
  return foundFault(
    key.criteria.map(one => ({ id: one.id, most: one.marks })),
    evidence.criteria.map(one => ({ id: one.id, got: one.marks })),
  )
}

/** Undefined when every asked one was found once and none above its most. */
export function foundFault(
  asked: readonly { readonly id: string; readonly most: number }[],
  found: readonly { readonly id: string; readonly got: number }[],
): string | undefined {
  const most = new Map(asked.map(one => [one.id, one.most]))
  const stranger = found.find(one => !most.has(one.id))
  if (stranger !== undefined) return `${stranger.id} is not asked for`
  const above = found.find(one => one.got > (most.get(one.id) ?? 0))
  if (above !== undefined) return `${above.id} has more than its maximum`
  return found.length === asked.length ? undefined : 'not everything asked for has its marks'
}

/** The marks that bring everything. */
export function fullCriteria(_content: unknown, key: CriteriaKey): CriteriaEvidence {
  return { version: 1, criteria: key.criteria.map(one => ({ id: one.id, marks: one.marks })) }
}
