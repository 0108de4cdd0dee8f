import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { GradedLevel } from '../../../standard/contract.ts'
import type { Apprenticeship, Diploma, Dossier, Employment, EvidenceId, HeldCertificate, Title, Training } from '../dossier.ts'
import { type ApplicationDraft, FACT_SECTIONS, type FactSection } from './application-draft.ts'
import { factSchemas } from './application-form.ts'
import { type Evidence, kindProving } from './evidence.ts'

/** What the platform itself knows of a person; such facts need no scan. */
export type RegisterFacts = {
  readonly personId: string
  readonly birth: LocalDate
  readonly certificates: readonly {
    readonly number: string
    readonly level: GradedLevel
    readonly issuedOn: LocalDate
    readonly revokedOn: LocalDate | null
  }[]
  readonly completions: readonly {
    readonly number: string
    readonly editionId: string
    readonly level: GradedLevel
    readonly hours: number
    readonly completedOn: LocalDate
  }[]
}

/** A stated row that is not yet complete enough to count. */
export type IncompleteFact = { readonly section: FactSection; readonly factId: string }

export type FactSources = {
  readonly draft: ApplicationDraft
  readonly register: RegisterFacts
  readonly evidence: readonly Pick<Evidence, 'evidenceId' | 'kind' | 'factId'>[]
  /** stated facts whose original papers the registrar has seen himself */
  readonly seenOnSite: readonly string[]
  /** the edition under which stated trainings are taken to have been held */
  readonly editionId: string
}

/** Marks of facts that rest on no uploaded document. */
export const identityEvidence = (personId: string) => `identity:${personId}` as EvidenceId
export const registerEvidence = (kind: 'certificate' | 'completion', number: string) => `register:${kind}:${number}` as EvidenceId
export const onSiteEvidence = (factId: string) => `on-site:${factId}` as EvidenceId

/**
 * Puts a dossier together: stated facts with the documents that prove them, and what the register knows.
 * A stated certificate or training that stands in the register gives way to the register. Incomplete rows are left out and named.
 */
export function assembleDossier(sources: FactSources): { readonly dossier: Dossier; readonly incomplete: readonly IncompleteFact[] } {
  const { draft, register } = sources
  const incomplete: IncompleteFact[] = []
  const read = <S extends FactSection, T>(section: S, make: (fact: ReadFact<S>, evidenceId: EvidenceId | null) => T): T[] =>
    draft[section].flatMap(row => {
      const parsed = factSchemas[section].safeParse(row)
      if (parsed.success) return [make(parsed.data as ReadFact<S>, proofOf(sources, section, row))]
      incomplete.push({ section, factId: row.factId })
      return []
    })
  const known = new Set([...register.certificates, ...register.completions].map(r => r.number))
  const dossier: Dossier = {
    birth: { on: register.birth, evidenceId: identityEvidence(register.personId) },
    employments: read('employments', (e, evidenceId): Employment => ({
      from: e.from,
      until: e.until,
      occupation: e.occupation,
      mode: e.mode,
      evidenceId,
    })),
    diplomas: read('diplomas', diplomaOf),
    certificates: [...read('certificates', certificateOf).filter(c => !known.has(c.number)), ...register.certificates.map(registered)],
    trainings: [
      ...read('trainings', (t, evidenceId) => trainingOf(t, evidenceId, sources.editionId)).filter(
        t => !known.has(t.completionProofNumber ?? ''),
      ),
      ...register.completions.map(completed),
    ],
    apprenticeships: read('apprenticeships', (a, evidenceId): Apprenticeship => ({
      occupation: a.occupation,
      completedOn: a.completedOn,
      evidenceId,
    })),
    titles: read('titles', (t, evidenceId): Title => ({ rank: t.rank, match: t.match, obtainedOn: t.obtainedOn, evidenceId })),
  }
  return { dossier, incomplete }
}

type ReadFact<S extends FactSection> = ReturnType<(typeof factSchemas)[S]['parse']>

/** The first document of the right kind tied to the row, or the registrar's word that he saw the original. */
function proofOf(
  { evidence, seenOnSite }: FactSources,
  section: FactSection,
  row: ApplicationDraft[FactSection][number],
): EvidenceId | null {
  const kind = kindProving(section, row)
  const document = evidence.find(e => e.factId === row.factId && e.kind === kind)
  if (document) return document.evidenceId
  return seenOnSite.includes(row.factId) ? onSiteEvidence(row.factId) : null
}

function diplomaOf(d: ReadFact<'diplomas'>, evidenceId: EvidenceId | null): Diploma {
  const { degree, major, aim, institution, recognisedBy, on } = d
  return {
    degree,
    major,
    aim,
    institution,
    recognisedBy,
    status: d.studying ? { kind: 'studying', expectedOn: on } : { kind: 'graduated', on },
    evidenceId,
  }
}

function certificateOf(c: ReadFact<'certificates'>, evidenceId: EvidenceId | null): HeldCertificate {
  return {
    occupation: c.occupation,
    level: c.level,
    issuedOn: c.issuedOn,
    validUntil: c.validUntil,
    revokedOn: null,
    number: c.number,
    evidenceId,
  }
}

function registered(c: RegisterFacts['certificates'][number]): HeldCertificate {
  return {
    occupation: 'own',
    level: c.level,
    issuedOn: c.issuedOn,
    validUntil: null,
    revokedOn: c.revokedOn,
    number: c.number,
    evidenceId: registerEvidence('certificate', c.number),
  }
}

function trainingOf(t: ReadFact<'trainings'>, evidenceId: EvidenceId | null, editionId: string): Training {
  return { level: t.level, editionId, hours: t.hours, completedOn: t.completedOn, completionProofNumber: t.proofNumber, evidenceId }
}

function completed(c: RegisterFacts['completions'][number]): Training {
  return {
    level: c.level,
    editionId: c.editionId,
    hours: c.hours,
    completedOn: c.completedOn,
    completionProofNumber: c.number,
    evidenceId: registerEvidence('completion', c.number),
  }
}

/** Every stated fact that carries neither a document nor a registrar's word, with the kind that would prove it. */
export function unprovenFacts(
  sources: Pick<FactSources, 'draft' | 'evidence' | 'seenOnSite'>,
): { readonly section: FactSection; readonly factId: string }[] {
  return FACT_SECTIONS.flatMap(section =>
    sources.draft[section]
      .filter(row => proofOf(sources as FactSources, section, row) === null)
      .map(row => ({ section, factId: row.factId })),
  )
}
