import type { Instant } from '../../../kernel/instant.ts'
import { type LocalDate, yearOf } from '../../../kernel/local-date.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** A completion proof (结业证书): training finished with the hours that the edition asks for. */
export type CompletionProof = {
  readonly completionId: string
  readonly personId: string
  readonly number: string
  readonly editionId: string
  readonly level: string
  readonly institution: string
  /** whole standard hours */
  readonly hours: number
  readonly completedOn: LocalDate
  /** codes of the training modules whose quizzes were passed */
  readonly quizzesPassed: readonly string[]
  readonly issuedAt: Instant
}

/** What the edition demands of a completed course. */
export type CourseDemand = { readonly standardHours: number | null; readonly trainingModules: readonly string[] }
export type CompletionClaim = Pick<CompletionProof, 'hours' | 'completedOn' | 'quizzesPassed'>

/** May a completion proof be issued? Refuses `hours-short`, `quizzes-open`, `completion-in-future`, `no-standard-hours`. */
export function mayComplete(claim: CompletionClaim, demand: CourseDemand, today: LocalDate): Result<true, Refusal> {
  if (demand.standardHours === null) return refuse('no-standard-hours')
  if (claim.completedOn > today) return refuse('completion-in-future', { completedOn: claim.completedOn })
  if (claim.hours < demand.standardHours) return refuse('hours-short', { hours: claim.hours, standardHours: demand.standardHours })
  const open = demand.trainingModules.filter(code => !claim.quizzesPassed.includes(code))
  return open.length > 0 ? refuse('quizzes-open', { trainingModules: open }) : ok(true)
}

/** `JY` + institution 8 digits + year 4 + serial 5: unique per institution and year. */
export function completionNumber(institution: string, completedOn: LocalDate, serial: number): string {
  if (!/^\d{8}$/.test(institution)) throw new RangeError(`not an institution code: ${institution}`)
  if (!Number.isInteger(serial) || serial < 1 || serial > 99_999) throw new RangeError(`serial out of range: ${serial}`)
  return `JY${institution}${yearOf(completedOn)}${String(serial).padStart(5, '0')}`
}
