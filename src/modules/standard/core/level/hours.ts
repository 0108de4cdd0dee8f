import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { LevelCode } from '../clause.ts'
import type { Stated } from '../edition.ts'
import type { ResolvedEdition } from '../resolve.ts'
import { levelOf } from './levels.ts'

/** How a trainee is taught: by a course of standard hours, or by the plan of a full-time vocational school. */
export type TrainingTrack = 'course' | 'full-time-school'

/** What the hours rule asks of a trainee: so many standard hours, or nothing because the school follows its own plan. */
export type HoursDemand =
  | { readonly kind: 'standard-hours'; readonly hours: Stated<number> }
  | { readonly kind: 'exempt'; readonly because: 'full-time-school' }

/** The training hours (标准学时) of a level, as the edition states them; refuses `level-unknown`, `hours-not-stated`. */
export function trainingHours(edition: ResolvedEdition, code: LevelCode): Result<Stated<number>> {
  const level = levelOf(edition, code)
  if (!level.ok) return level
  const { value, provenance } = level.value.trainingHours
  return value === null ? refuse('hours-not-stated', { edition: edition.id, level: code }) : ok({ value, provenance })
}

/**
 * What a track must show (seed line 270: 全日制职业学校教育 sets its own duration by its aim and plan;
 * the course of a level takes at least the standard hours).
 */
export function hoursDemand(edition: ResolvedEdition, code: LevelCode, track: TrainingTrack): Result<HoursDemand> {
  if (track === 'full-time-school') {
    const level = levelOf(edition, code)
    return level.ok ? ok({ kind: 'exempt', because: 'full-time-school' }) : level
  }
  const hours = trainingHours(edition, code)
  return hours.ok ? ok({ kind: 'standard-hours', hours: hours.value }) : hours
}

/** Standard hours still missing; 0 when the demand is met. `earned` may carry fractions of an hour. */
export function hoursMissing(demand: HoursDemand, earned: number): number {
  return demand.kind === 'exempt' ? 0 : Math.max(0, demand.hours.value - earned)
}
