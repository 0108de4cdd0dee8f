import type { Minutes } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { LevelCode } from '../clause.ts'
import type { EditionLevel, LevelReview, Part, Stated } from '../edition.ts'
import { levelOf } from '../level/levels.ts'
import type { ResolvedEdition } from '../resolve.ts'

/** Beijing clock times `HH:MM`. */
export type ClockSpan = { readonly from: string; readonly until: string }

/** The time of a part: stated in minutes (with clock times where the edition gives them), not stated, or the part is not examined at all. */
export type PartTime =
  | { readonly kind: 'timed'; readonly minutes: Minutes; readonly clock: ClockSpan | null; readonly provenance: string }
  | { readonly kind: 'not-stated' }
  | { readonly kind: 'not-examined' }

/** 综合评审 of a level, with its least minutes, or none. */
export type ReviewTime =
  | {
      readonly kind: 'review'
      readonly form: LevelReview['kind']['value']
      readonly minutes: Minutes
      readonly clock: ClockSpan | null
      readonly required: boolean
      readonly provenance: string
    }
  | { readonly kind: 'none' }

export type ExamTimes = { readonly [P in Part]: PartTime } & { readonly review: ReviewTime }

/**
 * How long the parts of a level's exam take, and when they stand in the day.
 * Where an edition's `levelsNote` says so, minutes are least values. Refuses `level-unknown`, `exam-times-not-stated`.
 */
export function examTimes(edition: ResolvedEdition, code: LevelCode): Result<ExamTimes> {
  const level = levelOf(edition, code)
  if (!level.ok) return level
  const theory = isSkillOnly(edition) ? { kind: 'not-examined' as const } : partTime(level.value.theoryMinutes, level.value.theoryTime)
  const skill = partTime(level.value.skillMinutes, level.value.skillTime)
  if (theory.kind !== 'timed' && skill.kind !== 'timed') return refuse('exam-times-not-stated', { edition: edition.id, level: code })
  return ok({ theory, skill, review: reviewTime(level.value) })
}

/** Does the edition examine skill only? A special ability has no theory paper. */
export function isSkillOnly(edition: ResolvedEdition): boolean {
  return edition.exam?.delivery.value === 'skillOnly'
}

/** The levels that demand a 综合评审, low to high as the edition lists them. */
export function reviewLevels(edition: ResolvedEdition): readonly LevelCode[] {
  return edition.levels.filter(level => level.review?.required.value === true).map(level => level.code.value)
}

function partTime(minutes: Stated<number | null>, time: Stated<string | null>): PartTime {
  if (minutes.value === null) return { kind: 'not-stated' }
  return { kind: 'timed', minutes: minutes.value as Minutes, clock: clockSpan(time.value), provenance: minutes.provenance }
}

function reviewTime(level: EditionLevel): ReviewTime {
  const review = level.review
  if (review === undefined) return { kind: 'none' }
  const { kind, minutes, required } = review
  return {
    kind: 'review',
    form: kind.value,
    minutes: minutes.value as Minutes,
    clock: clockSpan(review.time?.value ?? null),
    required: required.value,
    provenance: minutes.provenance,
  }
}

/** Reads `HH:MM-HH:MM`; null stays null. */
function clockSpan(text: string | null): ClockSpan | null {
  if (text === null) return null
  const match = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) throw new Error(`not a span of clock times: ${text}`)
  return { from: match[1], until: match[2] }
}
