import { type Hundredths, hundredths } from '../../../kernel/marks.ts'

/** Why marks were given or not; `optionIds` names the options the reason speaks of. */
export type ScoreReason = {
  readonly code: 'right' | 'wrong' | 'missed' | 'unanswered' | 'invalid'
  readonly optionIds: readonly string[]
}

/** A machine score: `earned` in 0…`max`, both integer hundredths of a mark. */
export type Score = {
  readonly earned: Hundredths
  readonly max: Hundredths
  readonly outcome: 'full' | 'partial' | 'none' | 'unanswered' | 'invalid'
  readonly reasons: readonly ScoreReason[]
}

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
