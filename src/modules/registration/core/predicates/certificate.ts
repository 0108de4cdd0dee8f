import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { CertificatePredicate } from '../../../standard/contract.ts'
import type { Gap, Ground } from './finding.ts'
import { type Reading, type Standing, type StandingCertificate, stands } from './reading.ts'
import type { Span } from './span.ts'

/** From the day of issue to the last day of validity, or to the day before the revocation. */
export function certificateSpans(predicate: CertificatePredicate, reading: Reading, standing: Standing): readonly Span[] {
  return reading.certificates.filter(c => fits(c, predicate) && stands(c.certificate, standing))
}

/** The earliest certificate that stands on a day. */
export function certificateGround(predicate: CertificatePredicate, reading: Reading, standing: Standing, on: LocalDate): Ground {
  const held = reading.certificates.find(c => fits(c, predicate) && stands(c.certificate, standing) && c.from <= on && c.before > on)
  if (held === undefined) throw new Error('no certificate on which the predicate is true')
  const { number, occupation, issuedOn, evidenceId } = held.certificate
  return {
    basis: { p: 'certificate', number, occupation, issuedOn },
    evidenceIds: evidenceId === null ? [] : [evidenceId],
    unproven: evidenceId === null ? [{ fact: 'certificate', on: issuedOn }] : [],
  }
}

/** Why no certificate stands on a day: the nearest miss first. */
export function certificateGap(predicate: CertificatePredicate, reading: Reading, on: LocalDate): Gap {
  const answering = reading.certificates.filter(c => fits(c, predicate))
  const coming = answering.find(c => c.from > on)
  if (coming) return { p: 'certificate', lacks: 'issue', number: coming.certificate.number, on: coming.from }
  for (const { certificate: c } of answering.toReversed()) {
    if (c.revokedOn !== null && c.revokedOn <= on) return { p: 'certificate', lacks: 'standing', number: c.number, on: c.revokedOn }
    if (c.validUntil !== null && c.validUntil < on) return { p: 'certificate', lacks: 'validity', number: c.number, on: c.validUntil }
  }
  const related = reading.certificates.some(c => c.certificate.level === predicate.level && c.from <= on && c.before > on)
  return { p: 'certificate', lacks: related ? 'own-occupation' : 'certificate' }
}

function fits({ certificate }: StandingCertificate, predicate: CertificatePredicate): boolean {
  return certificate.level === predicate.level && (certificate.occupation === 'own' || predicate.scope === 'related')
}
