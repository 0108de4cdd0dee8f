import type { LocalDate } from '../../../kernel/local-date.ts'
import type { Predicate } from '../../standard/contract.ts'
import { ageGap, ageGround, ageSpans } from './predicates/age.ts'
import { apprenticeshipGap, apprenticeshipGround, apprenticeshipSpans } from './predicates/apprenticeship.ts'
import { certificateGap, certificateGround, certificateSpans } from './predicates/certificate.ts'
import { educationGap, educationGround, educationSpans } from './predicates/education.ts'
import type { Gap, Ground, PredicateFinding } from './predicates/finding.ts'
import type { Reading, Standing } from './predicates/reading.ts'
import { type Span, firstDayIn } from './predicates/span.ts'
import { titleGap, titleGround, titleSpans } from './predicates/title.ts'
import { trainingGap, trainingGround, trainingSpans } from './predicates/training.ts'
import { workGap, workGround, workSpans } from './predicates/work.ts'

/** A predicate with the days on which the facts make it true, as stated and as proven, and the finding on one day. */
export type JudgedPredicate = { readonly finding: PredicateFinding; readonly stated: readonly Span[]; readonly proven: readonly Span[] }

/** Judges one predicate on one day. `becomesTrueOn` supposes that the present situation continues and every stated fact is true. */
export function judgePredicate(predicate: Predicate, reading: Reading, on: LocalDate): JudgedPredicate {
  const stated = spansOf(predicate, reading, 'stated')
  const proven = reading.allProven ? stated : spansOf(predicate, reading, 'proven')
  if (firstDayIn(proven, on) === on) {
    const { basis, evidenceIds } = groundOf(predicate, reading, 'proven', on)
    return { finding: { verdict: 'met', predicate, basis, evidenceIds }, stated, proven }
  }
  const becomesTrueOn = firstDayIn(stated, on)
  if (becomesTrueOn === on) {
    return { finding: { verdict: 'needs-evidence', predicate, ...groundOf(predicate, reading, 'stated', on) }, stated, proven }
  }
  return { finding: { verdict: 'not-met', predicate, gap: gapOf(predicate, reading, on), becomesTrueOn }, stated, proven }
}

function spansOf(predicate: Predicate, reading: Reading, standing: Standing): readonly Span[] {
  switch (predicate.p) {
    case 'work':
      return workSpans(predicate, reading, standing)
    case 'certificate':
      return certificateSpans(predicate, reading, standing)
    case 'training':
      return trainingSpans(predicate, reading, standing)
    case 'education':
      return educationSpans(predicate, reading, standing)
    case 'apprenticeship':
      return apprenticeshipSpans(predicate, reading, standing)
    case 'title':
      return titleSpans(predicate, reading, standing)
    case 'age':
      return ageSpans(predicate, reading, standing)
  }
}

function groundOf(predicate: Predicate, reading: Reading, standing: Standing, on: LocalDate): Ground {
  switch (predicate.p) {
    case 'work':
      return workGround(predicate, reading, standing, on)
    case 'certificate':
      return certificateGround(predicate, reading, standing, on)
    case 'training':
      return trainingGround(predicate, reading, standing)
    case 'education':
      return educationGround(predicate, reading, standing, on)
    case 'apprenticeship':
      return apprenticeshipGround(predicate, reading, standing)
    case 'title':
      return titleGround(predicate, reading, standing)
    case 'age':
      return ageGround(reading, on)
  }
}

function gapOf(predicate: Predicate, reading: Reading, on: LocalDate): Gap {
  switch (predicate.p) {
    case 'work':
      return workGap(predicate, reading, on)
    case 'certificate':
      return certificateGap(predicate, reading, on)
    case 'training':
      return trainingGap(predicate, reading, on)
    case 'education':
      return educationGap(predicate, reading, on)
    case 'apprenticeship':
      return apprenticeshipGap(predicate, reading, on)
    case 'title':
      return titleGap(predicate, reading)
    case 'age':
      return ageGap(predicate, reading, on)
  }
}
