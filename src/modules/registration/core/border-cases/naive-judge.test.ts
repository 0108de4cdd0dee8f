import { type LocalDate, daysBetween, plusDays, plusMonths, plusYears } from '../../../../kernel/local-date.ts'
import type { Predicate } from '../../../standard/contract.ts'
import type { Diploma, Dossier } from '../dossier.ts'
import type { LevelTerms } from '../eligibility.ts'
import { isNamed } from '../predicates/institution-kinds.ts'

type Of<P extends Predicate['p']> = Extract<Predicate, { p: P }>
type Case = { readonly dossier: Dossier; readonly terms: LevelTerms; readonly on: LocalDate; readonly proven: boolean }

/**
 * Does a predicate hold on one day? A second, slow judge that shares nothing with the first but the words: it counts days
 * one by one and knows no spans, so that the tests compare two independent answers.
 */
export function holdsNaively(predicate: Predicate, given: Case): boolean {
  const { on } = given
  const dossier = given.proven ? onlyProven(given.dossier) : given.dossier
  const ranks = ['junior', 'intermediate', 'senior']
  switch (predicate.p) {
    case 'age':
      return (!given.proven || dossier.birth.evidenceId !== null) && plusYears(dossier.birth.on, predicate.min) <= on
    case 'title':
      return dossier.titles.some(t => t.match && t.obtainedOn <= on && ranks.indexOf(t.rank) >= ranks.indexOf(predicate.rank))
    case 'apprenticeship':
      return dossier.apprenticeships.some(
        a => (a.occupation === 'own' || predicate.scope === 'related') && a.completedOn !== null && a.completedOn <= on,
      )
    case 'training':
      return dossier.trainings.some(
        t =>
          t.level === predicate.level &&
          given.terms.trainingUnder.includes(t.editionId) &&
          t.hours >= (given.terms.standardHours(t.level) ?? 0) &&
          t.completionProofNumber !== null &&
          t.completedOn <= on,
      )
    case 'certificate':
      return certificates(predicate.level, predicate.scope, dossier, on).length > 0
    case 'education':
      return dossier.diplomas.some(d => diplomaFits(d, predicate) && statusFits(d, predicate, on, given.proven))
    case 'work':
      return workHolds(predicate, dossier, on)
  }
}

function onlyProven(dossier: Dossier): Dossier {
  const proven = <F extends { readonly evidenceId: unknown }>(facts: readonly F[]) => facts.filter(f => f.evidenceId !== null)
  return {
    birth: dossier.birth,
    employments: proven(dossier.employments),
    certificates: proven(dossier.certificates),
    trainings: proven(dossier.trainings),
    diplomas: proven(dossier.diplomas),
    apprenticeships: proven(dossier.apprenticeships),
    titles: proven(dossier.titles),
  }
}

function certificates(level: string, scope: 'occupation' | 'related', dossier: Dossier, on: LocalDate): LocalDate[] {
  return dossier.certificates
    .filter(c => c.level === level && (scope === 'related' || c.occupation === 'own'))
    .filter(c => c.issuedOn <= on && (c.validUntil ?? on) >= on && (c.revokedOn === null || c.revokedOn > on))
    .map(c => c.issuedOn)
}

function diplomaFits(d: Diploma, predicate: Of<'education'>): boolean {
  const degrees = ['secondary', 'associate', 'bachelor', 'master']
  const majors = { own: ['own'], other: ['related', 'other'], ownOrRelated: ['own', 'related'], any: ['own', 'related', 'other'] }
  const aims = { intermediate: ['intermediate', 'advanced'], advanced: ['advanced'] }
  return (
    degrees.indexOf(d.degree) >= degrees.indexOf(predicate.min) &&
    majors[predicate.major].includes(d.major) &&
    (predicate.aim === null || aims[predicate.aim].includes(d.aim ?? '')) &&
    (predicate.institutions === null || isNamed(d.institution, predicate.institutions)) &&
    (predicate.approvedBy === null || d.recognisedBy === predicate.approvedBy)
  )
}

function statusFits(d: Diploma, predicate: Of<'education'>, on: LocalDate, proven: boolean): boolean {
  const done = d.status.kind === 'graduated' ? d.status.on : d.status.expectedOn
  const graduated = on >= done && (d.status.kind === 'graduated' || !proven)
  const within = (months: number) => on < done && on >= plusMonths(done, -months)
  switch (predicate.status) {
    case 'graduate':
      return graduated
    case 'graduateOrFinalYear':
      return graduated || within(12)
    case 'graduateOrFinalTerm':
      return graduated || within(6)
    case 'finalYear':
      return within(12)
  }
}

function workHolds(predicate: Of<'work'>, dossier: Dossier, on: LocalDate): boolean {
  const since = sinceOf(predicate, dossier, on)
  if (since === undefined) return false
  const counted = dossier.employments
    .filter(e => e.occupation === 'own' || (e.occupation === 'related' && predicate.scope === 'related'))
    .filter(e => e.mode === 'regular' || predicate.mode === 'probation')
  if (predicate.minYears === 0) return counted.some(e => e.from <= on && (e.until === null || e.until >= since))
  const days = new Set<LocalDate>()
  for (const e of counted) {
    for (let day = e.from; day < on && day <= (e.until ?? on); day = plusDays(day, 1)) if (day >= since) days.add(day)
  }
  const inOrder = [...days].toSorted()
  const [first] = inOrder
  if (first === undefined) return false
  if (!predicate.continuous) return inOrder.length >= daysBetween(first, plusYears(first, predicate.minYears))
  let start = first
  return inOrder.some((day, i) => {
    const before = inOrder[i - 1]
    if (before !== undefined && plusDays(before, 1) !== day) start = day
    return plusYears(start, predicate.minYears) <= plusDays(day, 1)
  })
}

/** The earliest day from which work counts; undefined when nothing stands on the day that it could count from. */
function sinceOf(predicate: Of<'work'>, dossier: Dossier, on: LocalDate): LocalDate | undefined {
  if (predicate.since === null) return '0001-01-01' as LocalDate
  const [kind, what = ''] = predicate.since.split(':')
  if (kind === 'cert') return certificates(what, predicate.scope, dossier, on).toSorted()[0]
  const ranks = ['junior', 'intermediate', 'senior']
  return dossier.titles
    .filter(t => t.match && t.obtainedOn <= on && ranks.indexOf(t.rank) >= ranks.indexOf(what))
    .map(t => t.obtainedOn)
    .toSorted()[0]
}
