import { type LocalDate, plusYears, yearsBetween } from '../../../../kernel/local-date.ts'
import type { AgePredicate } from '../../../standard/contract.ts'
import type { Gap, Ground } from './finding.ts'
import { type Reading, type Standing, stands } from './reading.ts'
import { NEVER, type Span } from './span.ts'

/** From the birthday on which the years are full; who was born on 29 February has it on 28 February in a common year. */
export function ageSpans(predicate: AgePredicate, reading: Reading, standing: Standing): Span[] {
  return stands(reading.birth, standing) ? [{ from: plusYears(reading.birth.on, predicate.min), before: NEVER }] : []
}

/** The age in full years. */
export function ageGround(reading: Reading, on: LocalDate): Ground {
  const { on: birth, evidenceId } = reading.birth
  return {
    basis: { p: 'age', age: yearsBetween(birth, on) },
    evidenceIds: evidenceId === null ? [] : [evidenceId],
    unproven: evidenceId === null ? [{ fact: 'birth', on: birth }] : [],
  }
}

/** The age in full years beside the age needed. */
export function ageGap(predicate: AgePredicate, reading: Reading, on: LocalDate): Gap {
  return { p: 'age', lacks: 'years', have: yearsBetween(reading.birth.on, on), need: predicate.min }
}
