import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { Result } from '../../../../kernel/result.ts'
import { examTimes, type LevelCode, type PartTime, type ResolvedEdition } from '../../../standard/contract.ts'
import { type ExamTime, type PlannedSitting, plannedSittings } from '../session-template.ts'

/** Where an edition states minutes but no clock: theory at half past eight, practical at half past ten (Anhui 2017). */
const USUAL_CLOCK: readonly ExamTime[] = [
  { paper: 'theory', start: '08:30', minutes: null },
  { paper: 'skill', start: '10:30', minutes: null },
]

/**
 * The papers that a level sits in halls on a day, by the edition's exam times. A review is arranged by its panel, not here.
 * Refuses as the edition does (`level-unknown`, `exam-times-not-stated`) and as the plan does (`exam-times-missing` …).
 */
export function hallTimes(edition: ResolvedEdition, level: LevelCode, day: LocalDate): Result<readonly PlannedSitting[]> {
  const stated = examTimes(edition, level)
  if (!stated.ok) return stated
  const times = [timeOf('theory', stated.value.theory), timeOf('skill', stated.value.skill)].filter(t => t !== null)
  return plannedSittings({ day, level, times, fallback: USUAL_CLOCK })
}

function timeOf(paper: 'theory' | 'skill', time: PartTime): ExamTime | null {
  if (time.kind === 'not-examined') return null
  if (time.kind === 'not-stated') return { paper, start: null, minutes: null }
  return { paper, start: time.clock?.from ?? null, minutes: time.minutes }
}
