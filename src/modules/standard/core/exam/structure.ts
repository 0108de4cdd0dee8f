import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { LevelCode } from '../clause.ts'
import type { CalendarRule, Part, Stated, TrainingModule } from '../edition.ts'
import type { ResolvedEdition } from '../resolve.ts'
import { isSkillOnly, reviewLevels } from './exam-times.ts'

/**
 * How an exam is built. `quizzes-and-final`: a quiz after each training module, and a national final which only those may sit
 * who passed all modules. `parts`: the papers alone, with a review at some levels.
 */
export type ExamStructure =
  | {
      readonly kind: 'quizzes-and-final'
      readonly trainingModules: readonly TrainingModule[]
      readonly quizParts: readonly Part[]
      readonly gate: Stated<string>
      readonly quizSkillItems: readonly string[]
      readonly finalSkillItems: readonly string[]
    }
  | { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly reviewLevels: readonly LevelCode[] }

/** Days before the exam on which registration closes. */
export type RegistrationDeadlines = { readonly moduleQuiz: Stated<number>; readonly final: Stated<number> }

/** People needed per candidates: invigilators in theory rooms, assessors of skill, reviewers of a 综合评审. */
export type StaffRatios = {
  readonly theory: { readonly candidatesPerInvigilator: number; readonly leastPerRoom: number }
  readonly skill: { readonly candidatesPerAssessor: number; readonly least: number; readonly odd: boolean }
  readonly review: { readonly least: number; readonly odd: boolean }
  readonly provenance: string
  readonly note: string | null
}

/** The structure of an edition's exam; the gate of passed modules is what makes it `quizzes-and-final`. */
export function examStructure(edition: ResolvedEdition): ExamStructure {
  const process = edition.exam?.process
  const parts: readonly Part[] = isSkillOnly(edition) ? ['skill'] : ['theory', 'skill']
  if (process?.gate === undefined) return { kind: 'parts', parts, reviewLevels: reviewLevels(edition) }
  return {
    kind: 'quizzes-and-final',
    trainingModules: process.modules.value,
    quizParts: process.moduleParts?.value ?? parts,
    gate: process.gate,
    quizSkillItems: process.skillItemTypes?.value ?? [],
    finalSkillItems: edition.exam?.final?.skillItemTypes.value ?? [],
  }
}

/** The training modules of an edition, also where no gate makes them part of the exam; empty when it names none. */
export function trainingModules(edition: ResolvedEdition): readonly TrainingModule[] {
  return edition.exam?.process?.modules.value ?? []
}

/** Registration closes this many days before module quiz and final; refuses `deadlines-not-stated`. */
export function registrationDeadlines(edition: ResolvedEdition): Result<RegistrationDeadlines> {
  const moduleQuiz = edition.exam?.process?.registrationDeadlineDaysBefore
  const final = edition.exam?.final?.registrationDeadlineDaysBefore
  return moduleQuiz && final ? ok({ moduleQuiz, final }) : refuse('deadlines-not-stated', { edition: edition.id })
}

/** When exams of a year fall by the edition's own text; refuses `calendar-not-stated`. */
export function calendarRule(edition: ResolvedEdition): Result<CalendarRule> {
  const calendar = edition.exam?.calendar
  return calendar ? ok(calendar.value) : refuse('calendar-not-stated', { edition: edition.id })
}

/** The people an exam needs; refuses `ratios-not-stated`. */
export function staffRatios(edition: ResolvedEdition): Result<StaffRatios> {
  const stated = edition.exam?.ratios
  if (stated === undefined) return refuse('ratios-not-stated', { edition: edition.id })
  const ratios = stated.value
  return ok({
    theory: { candidatesPerInvigilator: perOne(ratios.theoryInvigilatorsPerCandidates), leastPerRoom: ratios.minInvigilatorsPerRoom },
    skill: {
      candidatesPerAssessor: perOne(ratios.skillAssessorsPerCandidates),
      least: ratios.minSkillAssessors,
      odd: ratios.skillAssessorsOdd,
    },
    review: { least: ratios.minReviewers, odd: ratios.reviewersOdd },
    provenance: stated.provenance,
    note: edition.exam?.ratiosNote?.value ?? null,
  })
}

/** `1:15` → 15; a ratio that does not start with one person is an error of the edition. */
function perOne(ratio: string): number {
  const match = /^1:(\d+)$/.exec(ratio)
  if (match === null) throw new Error(`not a ratio of one to many: ${ratio}`)
  return Number(match[1])
}
