import { type Hundredths, marks } from '../../../../kernel/marks.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { LevelCode } from '../clause.ts'
import { levelOf } from '../level/levels.ts'
import type { ResolvedEdition } from '../resolve.ts'
import { reviewLevels } from './exam-times.ts'

/** What a review must reach: there is none, it has a least mark, or the edition demands it without naming one. */
export type ReviewMinimum =
  | { readonly kind: 'no-review' }
  | { readonly kind: 'least'; readonly marks: Hundredths }
  | { readonly kind: 'not-stated' }

/** The least marks of each part out of `scale`, in hundredths; every part must reach its own. */
export type PassRule = {
  readonly scale: Hundredths
  readonly theory: Hundredths
  readonly skill: Hundredths
  readonly review: ReviewMinimum
  readonly provenance: string
}

/** How the items of a theory paper divide, with marks in hundredths each. */
export type ItemPattern = { readonly single: number; readonly judge: number; readonly marksEach: Hundredths; readonly total: Hundredths }

/** The pass rule (合格标准) of a level. Refuses `level-unknown`, `pass-rule-not-stated`. */
export function passRule(edition: ResolvedEdition, code: LevelCode): Result<PassRule> {
  const level = levelOf(edition, code)
  if (!level.ok) return level
  const stated = edition.exam?.passRule
  if (stated === undefined) return refuse('pass-rule-not-stated', { edition: edition.id })
  const { scale, theoryMin, skillMin, reviewMin } = stated.value
  return ok({
    scale: marks(scale),
    theory: marks(theoryMin),
    skill: marks(skillMin),
    review: reviewMinimum(reviewLevels(edition).includes(code), reviewMin),
    provenance: stated.provenance,
  })
}

function reviewMinimum(demanded: boolean, least: number | undefined): ReviewMinimum {
  if (!demanded) return { kind: 'no-review' }
  return least === undefined ? { kind: 'not-stated' } : { kind: 'least', marks: marks(least) }
}

/** The patterns of theory papers the edition allows; empty when it names none. */
export function itemPatterns(edition: ResolvedEdition): readonly ItemPattern[] {
  return (edition.exam?.theoryItemPatterns?.value ?? []).map(({ single, judge, pointsEach }) => ({
    single,
    judge,
    marksEach: marks(pointsEach),
    total: marks((single + judge) * pointsEach),
  }))
}
