import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { GradedLevel, Predicate } from '../../../standard/contract.ts'
import type { Basis, Gap, UnprovenFact } from '../predicates/finding.ts'

/** A sentence or a name in both languages. */
export type Bilingual = { readonly zh: string; readonly en: string }
/** How the edition calls a level. */
export type LevelName = (level: GradedLevel) => string

/** What a language must be able to say about findings; the sentences carry no full stop. */
export type FindingWords = {
  /** between what is said of two predicates */
  readonly between: string
  /** between a basis and what is unproven of it */
  readonly but: string
  readonly basis: (basis: Basis, predicate: Predicate, level: LevelName) => string
  readonly gap: (gap: Gap, predicate: Predicate, level: LevelName) => string
  /** added to a gap: when it closes by itself, or that it does not */
  readonly becomes: (gap: Gap, on: LocalDate | null) => string
  readonly unproven: (facts: readonly UnprovenFact[]) => string
}

/** The predicate of the same kind as a basis or gap; findings never pair different kinds. */
export function same<P extends Predicate['p']>(predicate: Predicate, p: P): Extract<Predicate, { p: P }> {
  if (predicate.p !== p) throw new Error(`a finding about ${p} for a predicate about ${predicate.p}`)
  return predicate as Extract<Predicate, { p: P }>
}

/** Does the sentence about a gap already name the day on which it closes? */
export function namesItsDay(gap: Gap): boolean {
  return gap.lacks === 'issue' || gap.lacks === 'award' || (gap.p === 'training' && gap.lacks === 'completion')
}
