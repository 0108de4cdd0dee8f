import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { WorkPredicate } from '../../../standard/contract.ts'
import type { Diploma, Dossier, Employment, EvidenceId, HeldCertificate } from '../dossier.ts'
import type { StandardHours } from './finding.ts'
import { type Span, dayAfter } from './span.ts'

/** stated: every fact of the dossier · proven: only those with evidence. What is proven is always also stated. */
export type Standing = 'stated' | 'proven'

/** An employment with the days it covers. */
export type WorkedSpan = Span & { readonly employment: Employment }
/** A certificate with the days on which it stands. */
export type StandingCertificate = Span & { readonly certificate: HeldCertificate }

/**
 * A dossier as it is read for one judgement: facts in an order that does not depend on how they were entered,
 * and what several clauses ask for again and again worked out once.
 */
export type Reading = Omit<Dossier, 'employments' | 'certificates'> & {
  readonly worked: readonly WorkedSpan[]
  readonly certificates: readonly StandingCertificate[]
  /** ids of the editions whose training counts */
  readonly trainingUnder: readonly string[]
  readonly standardHours: StandardHours
  /** nothing is only stated, so that one look serves for both standings */
  readonly allProven: boolean
  /** stretches of work by kind; filled on first use */
  readonly stretches: Map<string, readonly Span[]>
}

export function readDossier(dossier: Dossier, trainingUnder: readonly string[], standardHours: StandardHours): Reading {
  return {
    birth: dossier.birth,
    worked: inOrder(dossier.employments, e => e.from).map(e => ({ employment: e, from: e.from, before: dayAfter(e.until) })),
    certificates: inOrder(dossier.certificates, c => c.issuedOn).map(standing),
    trainings: inOrder(dossier.trainings, t => t.completedOn),
    diplomas: inOrder(dossier.diplomas, completesOn),
    apprenticeships: inOrder(dossier.apprenticeships, a => a.completedOn ?? '9'),
    titles: inOrder(dossier.titles, t => t.obtainedOn),
    trainingUnder,
    standardHours,
    allProven: isAllProven(dossier),
    stretches: new Map(),
  }
}

/** The day on which a diploma was or will be obtained. */
export function completesOn(diploma: Diploma): LocalDate {
  return diploma.status.kind === 'graduated' ? diploma.status.on : diploma.status.expectedOn
}

/** Does a fact count under this standing? */
export function stands(fact: { readonly evidenceId: EvidenceId | null }, standing: Standing): boolean {
  return standing === 'stated' || fact.evidenceId !== null
}

/** Does an employment count for a work predicate? Regular work satisfies probation, never the reverse. */
export function counts(employment: Employment, predicate: WorkPredicate): boolean {
  const scope = employment.occupation === 'own' || (employment.occupation === 'related' && predicate.scope === 'related')
  return scope && (employment.mode === 'regular' || predicate.mode === 'probation')
}

/**
 * The unbroken stretches of work that count for a predicate, in order. Work that overlaps or follows on the very
 * next day is one stretch; one day between two employments breaks it.
 */
export function stretchesOf(reading: Reading, predicate: WorkPredicate, standing: Standing): readonly Span[] {
  const key = predicate.scope + predicate.mode + standing
  const known = reading.stretches.get(key)
  if (known !== undefined) return known
  const stretches: { from: LocalDate; before: LocalDate }[] = []
  for (const { employment, from, before } of reading.worked) {
    if (!counts(employment, predicate) || !stands(employment, standing)) continue
    const last = stretches.at(-1)
    if (last === undefined || from > last.before) stretches.push({ from, before })
    else if (before > last.before) last.before = before
  }
  reading.stretches.set(key, stretches)
  return stretches
}

function standing(certificate: HeldCertificate): StandingCertificate {
  const expires = dayAfter(certificate.validUntil)
  const { revokedOn } = certificate
  return { certificate, from: certificate.issuedOn, before: revokedOn !== null && revokedOn < expires ? revokedOn : expires }
}

/** A student's graduation is never proven in advance. */
function isAllProven(dossier: Dossier): boolean {
  const { birth, employments, certificates, trainings, diplomas, apprenticeships, titles } = dossier
  const lists: readonly (readonly { readonly evidenceId: EvidenceId | null }[])[] = [
    [birth],
    employments,
    certificates,
    trainings,
    diplomas,
    apprenticeships,
    titles,
  ]
  return lists.every(facts => facts.every(f => f.evidenceId !== null)) && diplomas.every(d => d.status.kind === 'graduated')
}

/** By day, then by evidence, then by content. */
function inOrder<F extends { readonly evidenceId: EvidenceId | null }>(facts: readonly F[], on: (fact: F) => string): readonly F[] {
  if (facts.length < 2) return facts
  return facts.toSorted(
    (a, b) => compare(on(a), on(b)) || compare(a.evidenceId ?? '', b.evidenceId ?? '') || compare(JSON.stringify(a), JSON.stringify(b)),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
