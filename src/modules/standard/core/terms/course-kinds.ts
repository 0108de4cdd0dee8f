import type { ProvenanceText } from '../provenance.ts'
import type { HoursDemand } from '../level/hours.ts'
import { hoursMissing } from '../level/hours.ts'

/**
 * Two kinds of course that sources both call 培训. A short pre-exam course lasts weeks and prepares for the exam only;
 * a full course runs the level's standard hours and ends with a completion proof that eligibility clauses accept.
 */
export type CourseKind = 'pre-exam' | 'full'

/** Length of a course: in weeks, or by the level's standard hours. */
export type CourseLength = { readonly kind: 'weeks'; readonly least: number; readonly most: number } | { readonly kind: 'standard-hours' }

export const COURSE_KINDS: {
  readonly [K in CourseKind]: {
    readonly zh: string
    readonly en: string
    readonly length: CourseLength
    readonly provenance: ProvenanceText
  }
} = {
  'pre-exam': { zh: '考前培训', en: 'pre-exam course', length: { kind: 'weeks', least: 1, most: 2 }, provenance: 'seed' },
  full: { zh: '标准学时培训', en: 'full course of standard hours', length: { kind: 'standard-hours' }, provenance: 'seed' },
}

/** May a trainee of this kind of course receive a completion proof (结业证书) for the standard hours? */
export function earnsCompletionProof(kind: CourseKind, demand: HoursDemand, earnedHours: number): boolean {
  return COURSE_KINDS[kind].length.kind === 'standard-hours' && hoursMissing(demand, earnedHours) === 0
}
