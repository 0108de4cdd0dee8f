import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { ApprenticeshipPredicate } from '../../../standard/contract.ts'
import type { Apprenticeship } from '../dossier.ts'
import type { Gap, Ground } from './finding.ts'
import { type Reading, type Standing, stands } from './reading.ts'
import { NEVER, type Span } from './span.ts'

/** From the day an apprenticeship was finished. */
export function apprenticeshipSpans(predicate: ApprenticeshipPredicate, reading: Reading, standing: Standing): Span[] {
  const spans: Span[] = []
  for (const a of reading.apprenticeships) {
    if (fits(a, predicate) && a.completedOn !== null && stands(a, standing)) spans.push({ from: a.completedOn, before: NEVER })
  }
  return spans
}

/** The first finished apprenticeship. */
export function apprenticeshipGround(predicate: ApprenticeshipPredicate, reading: Reading, standing: Standing): Ground {
  for (const a of reading.apprenticeships) {
    if (!fits(a, predicate) || a.completedOn === null || !stands(a, standing)) continue
    return {
      basis: { p: 'apprenticeship', occupation: a.occupation, completedOn: a.completedOn },
      evidenceIds: a.evidenceId === null ? [] : [a.evidenceId],
      unproven: a.evidenceId === null ? [{ fact: 'apprenticeship', on: a.completedOn }] : [],
    }
  }
  throw new Error('no apprenticeship on which the predicate is true')
}

/** Why no apprenticeship counts on a day: unfinished, of a related occupation only, or none. */
export function apprenticeshipGap(predicate: ApprenticeshipPredicate, reading: Reading, on: LocalDate): Gap {
  if (reading.apprenticeships.some(a => fits(a, predicate))) return { p: 'apprenticeship', lacks: 'completion' }
  const related = reading.apprenticeships.some(a => a.completedOn !== null && a.completedOn <= on)
  return { p: 'apprenticeship', lacks: related ? 'own-occupation' : 'apprenticeship' }
}

function fits(apprenticeship: Apprenticeship, predicate: ApprenticeshipPredicate): boolean {
  return apprenticeship.occupation === 'own' || predicate.scope === 'related'
}
