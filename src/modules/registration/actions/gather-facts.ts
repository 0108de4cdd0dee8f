import { dayOf } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { certificatesOf } from '../../certificate/index.ts'
import { completionsOf } from '../../course/index.ts'
import { personOf } from '../../identity/index.ts'
import type { Person } from '../../identity/contract.ts'
import { type GradedLevel, editionOf, findScheme, isLevelCode } from '../../standard/contract.ts'
import type { ApplicationDraft } from '../core/application/application-draft.ts'
import type { Application } from '../core/application/application.ts'
import type { Evidence } from '../core/application/evidence.ts'
import { type RegisterFacts, assembleDossier } from '../core/application/facts.ts'
import type { Round } from '../core/application/round.ts'
import type { Dossier } from '../core/dossier.ts'
import { type Eligibility, judgeEligibility, levelTerms } from '../core/eligibility.ts'
import { findRound } from '../store/rounds.ts'

/** What the registers of the platform hold about a person. */
export async function registerFactsOf(tx: Tx, person: Person): Promise<RegisterFacts> {
  const certificates = await certificatesOf(tx, person.personId)
  const completions = await completionsOf(tx, person.personId)
  return {
    personId: person.personId,
    birth: person.birthDate,
    certificates: certificates.flatMap(c => {
      if (!isGraded(c.level)) return []
      return [{ number: c.number, level: c.level, issuedOn: c.issuedOn, revokedOn: c.state.kind === 'revoked' ? dayOf(c.state.at) : null }]
    }),
    completions: completions.flatMap(c =>
      isGraded(c.level) ? [{ number: c.number, editionId: c.editionId, level: c.level, hours: c.hours, completedOn: c.completedOn }] : [],
    ),
  }
}

function isGraded(level: string): level is GradedLevel {
  return isLevelCode(level) && level !== 'S'
}

/** The person behind an application. Throws when there is none: an application cannot be without one. */
export async function applicantOf(tx: Tx, personId: string): Promise<Person> {
  const person = await personOf(tx, personId)
  if (person === undefined) throw new Error('an application without a person')
  return person
}

/** The round of an application; its row is kept by a foreign key. */
export async function roundBehind(tx: Tx, application: Pick<Application, 'roundId'>): Promise<Round> {
  const round = await findRound(tx, application.roundId)
  if (round === undefined) throw new Error('an application without a round')
  return round
}

export type Judged = { readonly dossier: Dossier; readonly eligibility: Eligibility }

/** Judges a form for a level on the reference date of its round. */
export function judgeForm(input: {
  readonly draft: ApplicationDraft
  readonly level: Application['level']
  readonly round: Round
  readonly register: RegisterFacts
  readonly evidence: readonly Evidence[]
  readonly seenOnSite: readonly string[]
}): Judged {
  const { draft, level, round, register, evidence, seenOnSite } = input
  const { dossier } = assembleDossier({ draft, register, evidence, seenOnSite, editionId: round.editionId })
  return { dossier, eligibility: judgeEligibility({ ...levelTerms(editionOf(round.editionId), level), dossier, on: round.referenceDate }) }
}

const USUAL_VALIDITY_MONTHS = 12

/** For how many months a passed paper is carried under the scheme of a round. */
export function partValidityOf(round: Pick<Round, 'scheme'>): number {
  const scheme = findScheme(round.scheme)
  return scheme.ok && scheme.value.run === 'examined-here' ? scheme.value.parameters.partValidityMonths : USUAL_VALIDITY_MONTHS
}
