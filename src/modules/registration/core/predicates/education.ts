import { type LocalDate, plusMonths } from '../../../../kernel/local-date.ts'
import type { EducationDegree, EducationPredicate } from '../../../standard/contract.ts'
import type { Diploma } from '../dossier.ts'
import type { DiplomaFacts, DiplomaPart, Gap, Ground } from './finding.ts'
import { isNamed } from './institution-kinds.ts'
import { type Reading, type Standing, completesOn, stands } from './reading.ts'
import { NEVER, type Span } from './span.ts'

/** The final year (应届、毕业班前一学年) begins this many months before graduation. */
export const FINAL_YEAR_MONTHS = 12
/** The final term (毕业班前一学期) begins this many months before graduation. */
export const FINAL_TERM_MONTHS = 6

const DEGREES: readonly EducationDegree[] = ['secondary', 'associate', 'bachelor', 'master']

/**
 * The days on which one diploma meets every part. A student counts as graduated from the expected day on, but only as
 * stated: proof of enrolment does not prove graduation. `finalYear` alone ends with graduation.
 */
export function educationSpans(predicate: EducationPredicate, reading: Reading, standing: Standing): Span[] {
  const spans: Span[] = []
  for (const diploma of reading.diplomas) {
    if (stands(diploma, standing) && shortcomings(diploma, predicate).length === 0) spans.push(spanOf(diploma, predicate, standing))
  }
  return spans
}

/** The first diploma that meets every part on a day. */
export function educationGround(predicate: EducationPredicate, reading: Reading, standing: Standing, on: LocalDate): Ground {
  const held = reading.diplomas.find(d => {
    if (!stands(d, standing) || shortcomings(d, predicate).length > 0) return false
    const span = spanOf(d, predicate, standing)
    return span.from <= on && span.before > on
  })
  if (held === undefined) throw new Error('no diploma on which the predicate is true')
  const basis = { p: 'education' as const, ...factsOf(held, on) }
  const awaited = held.status.kind === 'studying' && basis.completed
  const { evidenceId } = held
  return {
    basis,
    evidenceIds: evidenceId === null ? [] : [evidenceId],
    unproven: awaited
      ? [{ fact: 'graduation', on: basis.completesOn }]
      : evidenceId === null
        ? [{ fact: 'diploma', on: basis.completesOn }]
        : [],
  }
}

/** The diploma that misses the fewest parts, and which. */
export function educationGap(predicate: EducationPredicate, reading: Reading, on: LocalDate): Gap {
  let nearest: { readonly diploma: Diploma; readonly parts: readonly DiplomaPart[] } | undefined
  for (const diploma of reading.diplomas) {
    const span = spanOf(diploma, predicate, 'stated')
    const timely = span.from <= on && span.before > on
    const parts = timely ? shortcomings(diploma, predicate) : [...shortcomings(diploma, predicate), 'status' as const]
    if (nearest === undefined || parts.length < nearest.parts.length) nearest = { diploma, parts }
  }
  if (nearest === undefined) return { p: 'education', lacks: 'diploma' }
  return { p: 'education', lacks: 'parts', parts: nearest.parts, ...factsOf(nearest.diploma, on) }
}

function spanOf(diploma: Diploma, predicate: EducationPredicate, standing: Standing): Span {
  const done = completesOn(diploma)
  const { status } = predicate
  const lead = status === 'graduate' ? 0 : status === 'graduateOrFinalTerm' ? FINAL_TERM_MONTHS : FINAL_YEAR_MONTHS
  const ends = status === 'finalYear' || (standing === 'proven' && diploma.status.kind === 'studying')
  return { from: lead === 0 ? done : plusMonths(done, -lead), before: ends ? done : NEVER }
}

/** All parts but the status, which depends on the day. */
function shortcomings(diploma: Diploma, predicate: EducationPredicate): DiplomaPart[] {
  const parts: DiplomaPart[] = []
  if (DEGREES.indexOf(diploma.degree) < DEGREES.indexOf(predicate.min)) parts.push('degree')
  if (!majorFits(diploma, predicate)) parts.push('major')
  if (predicate.aim !== null && diploma.aim !== predicate.aim && diploma.aim !== 'advanced') parts.push('aim')
  if (predicate.institutions !== null && !isNamed(diploma.institution, predicate.institutions)) parts.push('institution')
  if (predicate.approvedBy !== null && diploma.recognisedBy !== predicate.approvedBy) parts.push('approval')
  return parts
}

/** A related field is another field where a clause asks for 非本专业. */
function majorFits(diploma: Diploma, predicate: EducationPredicate): boolean {
  switch (predicate.major) {
    case 'any':
      return true
    case 'own':
      return diploma.major === 'own'
    case 'ownOrRelated':
      return diploma.major !== 'other'
    case 'other':
      return diploma.major !== 'own'
  }
}

function factsOf(diploma: Diploma, on: LocalDate): DiplomaFacts {
  const done = completesOn(diploma)
  return { degree: diploma.degree, major: diploma.major, institution: diploma.institution, completesOn: done, completed: done <= on }
}
