import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { TrainingPredicate } from '../../../standard/contract.ts'
import type { Training } from '../dossier.ts'
import type { Gap, Ground } from './finding.ts'
import { type Reading, type Standing, stands } from './reading.ts'
import { NEVER, type Span } from './span.ts'

/** From the day of completion on, for a class of that level under the edition, with the standard hours and a completion proof. */
export function trainingSpans(predicate: TrainingPredicate, reading: Reading, standing: Standing): Span[] {
  const spans: Span[] = []
  for (const t of reading.trainings) {
    if (shortcoming(t, predicate, reading) === null && stands(t, standing)) spans.push({ from: t.completedOn, before: NEVER })
  }
  return spans
}

/** The first completed class. */
export function trainingGround(predicate: TrainingPredicate, reading: Reading, standing: Standing): Ground {
  const done = reading.trainings.find(t => shortcoming(t, predicate, reading) === null && stands(t, standing))
  if (done === undefined || done.completionProofNumber === null) throw new Error('no training on which the predicate is true')
  const { hours, completedOn, completionProofNumber: proofNumber, evidenceId } = done
  return {
    basis: { p: 'training', hours, completedOn, proofNumber },
    evidenceIds: evidenceId === null ? [] : [evidenceId],
    unproven: evidenceId === null ? [{ fact: 'training', on: completedOn }] : [],
  }
}

const NEAREST = ['completion', 'proof', 'hours', 'edition'] as const

/** Why no class counts on a day: the nearest miss first. */
export function trainingGap(predicate: TrainingPredicate, reading: Reading, on: LocalDate): Gap {
  const misses = reading.trainings
    .filter(t => t.level === predicate.level)
    .map(training => ({ training, lacks: shortcoming(training, predicate, reading) ?? ('completion' as const) }))
    .toSorted((a, b) => NEAREST.indexOf(a.lacks) - NEAREST.indexOf(b.lacks) || b.training.hours - a.training.hours)
  const [nearest] = misses
  if (nearest === undefined) return { p: 'training', lacks: 'training' }
  const { training, lacks } = nearest
  if (lacks === 'completion') return { p: 'training', lacks, on: training.completedOn }
  if (lacks === 'hours')
    return { p: 'training', lacks, have: training.completedOn <= on ? training.hours : 0, need: standardHoursOf(predicate, reading) }
  return { p: 'training', lacks }
}

/** An edition that states no hours asks for the completion proof alone. */
function standardHoursOf(predicate: TrainingPredicate, reading: Reading): number {
  return reading.standardHours(predicate.level) ?? 0
}

function shortcoming(training: Training, predicate: TrainingPredicate, reading: Reading): 'edition' | 'hours' | 'proof' | null {
  if (training.level !== predicate.level || !reading.trainingUnder.includes(training.editionId)) return 'edition'
  if (training.hours < standardHoursOf(predicate, reading)) return 'hours'
  return training.completionProofNumber === null ? 'proof' : null
}
