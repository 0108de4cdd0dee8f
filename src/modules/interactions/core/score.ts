import { type Hundredths, hundredths } from '../../../kernel/marks.ts'

/** Why marks were given or not; `optionIds` names what the reason speaks of: options, gaps, entries on the left, areas, criteria or checks. */
export type ScoreReason = {
  readonly code: 'right' | 'wrong' | 'missed' | 'partly' | 'unanswered' | 'invalid' | 'needs-person' | 'needs-laboratory'
  readonly optionIds: readonly string[]
}

/**
 * A score: `earned` in 0…`max`, both integer hundredths of a mark. `pending`: a person or the laboratory has not given their marks yet;
 * its `earned` of 0 is a place holder and no mark. `parts` are there where an item has any.
 */
export type Score = {
  readonly earned: Hundredths
  readonly max: Hundredths
  readonly outcome: 'full' | 'partial' | 'none' | 'unanswered' | 'invalid' | 'pending'
  readonly reasons: readonly ScoreReason[]
  readonly parts?: readonly PartScore[]
}
export type PartScore = { readonly id: string; readonly score: Score }

export function fullScore(max: Hundredths, optionIds: readonly string[]): Score {
  return { earned: max, max, outcome: 'full', reasons: [{ code: 'right', optionIds }] }
}

/** Part of the marks, rounded down to the hundredth so that parts never add up to more than the whole. */
export function partialScore(
  max: Hundredths,
  share: { readonly of: number; readonly got: number },
  reasons: readonly ScoreReason[],
): Score {
  const earned = hundredths(Math.floor((max * share.got) / share.of))
  return { earned, max, outcome: earned === 0 ? 'none' : 'partial', reasons }
}

export function noScore(max: Hundredths, outcome: 'none' | 'unanswered' | 'invalid', reasons: readonly ScoreReason[]): Score {
  return { earned: hundredths(0), max, outcome, reasons }
}

/** The marks wait for somebody. */
export function pendingScore(max: Hundredths, code: 'needs-person' | 'needs-laboratory'): Score {
  return { earned: hundredths(0), max, outcome: 'pending', reasons: [{ code, optionIds: [] }] }
}

/** Full, part or nothing of the marks by the share that was earned; reasons that speak of nothing are left out. */
export function shareScore(max: Hundredths, share: { readonly of: number; readonly got: number }, reasons: readonly ScoreReason[]): Score {
  const telling = reasons.filter(reason => reason.optionIds.length > 0)
  if (share.got >= share.of) return { earned: max, max, outcome: 'full', reasons: telling }
  return share.got <= 0 ? noScore(max, 'none', telling) : partialScore(max, share, telling)
}
