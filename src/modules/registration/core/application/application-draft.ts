import { z } from 'zod'
import { PAPERS, SITTING_KINDS } from './personal-lists.ts'

/*
 * A form as it is being filled: everything may still be blank ('' or null), nothing may be too long.
 * What a finished form must hold is judged in application-form.ts.
 */
const text = (max: number) => z.string().max(max)
const few = <S extends z.ZodType>(row: S) => z.array(row).max(30).readonly()
/** Made by the form; ties evidence to the row it proves. */
const factId = z.string().regex(/^[\w-]{1,40}$/)

const employment = z
  .strictObject({ factId, employer: text(100), post: text(60), from: text(10), until: text(10), occupation: text(10), mode: text(10) })
  .readonly()
const diploma = z
  .strictObject({
    factId,
    name: text(100),
    degree: text(12),
    major: text(10),
    aim: text(14),
    institution: text(40),
    recognisedBy: text(20),
    studying: z.boolean(),
    on: text(10),
  })
  .readonly()
const certificate = z
  .strictObject({
    factId,
    occupation: text(10),
    level: text(4),
    number: text(64),
    issuedOn: text(10),
    validUntil: text(10),
    issuer: text(100),
  })
  .readonly()
const training = z
  .strictObject({
    factId,
    level: text(4),
    hours: z.int().min(0).max(10_000).nullable(),
    completedOn: text(10),
    proofNumber: text(64),
    provider: text(100),
  })
  .readonly()
const apprenticeship = z.strictObject({ factId, employer: text(100), occupation: text(10), completedOn: text(10) }).readonly()
const title = z.strictObject({ factId, name: text(60), rank: text(14), match: z.boolean(), obtainedOn: text(10) }).readonly()
const paper = z.strictObject({ sitting: z.enum(SITTING_KINDS), passedOn: text(10), ticketNumber: text(40) }).readonly()

export const applicationDraftSchema = z
  .strictObject({
    level: text(4),
    siteCode: text(8),
    clauseId: text(80),
    nation: text(20),
    education: text(24),
    source: text(16),
    employer: text(100),
    address: text(200),
    yearsInOccupation: z.int().min(0).max(70).nullable(),
    email: text(100),
    earlierCertificateNumber: text(64),
    earlierCertificateOccupation: text(60),
    papers: z.strictObject({ theory: paper, practical: paper }).readonly(),
    employments: few(employment),
    diplomas: few(diploma),
    certificates: few(certificate),
    trainings: few(training),
    apprenticeships: few(apprenticeship),
    titles: few(title),
  })
  .readonly()

export type ApplicationDraft = z.output<typeof applicationDraftSchema>
/** The lists of facts that an applicant states. */
export const FACT_SECTIONS = ['employments', 'diplomas', 'certificates', 'trainings', 'apprenticeships', 'titles'] as const
export type FactSection = (typeof FACT_SECTIONS)[number]
export type StatedFact<S extends FactSection = FactSection> = ApplicationDraft[S][number]

const firstSitting = { sitting: 'first', passedOn: '', ticketNumber: '' } as const

/** The empty form for a level. */
export function emptyDraft(level: string): ApplicationDraft {
  const blank = { siteCode: '', clauseId: '', nation: '', education: '', source: '', employer: '', address: '', email: '' }
  const none = { employments: [], diplomas: [], certificates: [], trainings: [], apprenticeships: [], titles: [] }
  const papers = { theory: firstSitting, practical: firstSitting }
  return { level, ...blank, yearsInOccupation: null, earlierCertificateNumber: '', earlierCertificateOccupation: '', papers, ...none }
}

/** The person's own facts and data taken over from an earlier form; round, clause and papers are chosen anew. */
export function draftAfter(earlier: ApplicationDraft, level: string): ApplicationDraft {
  const { siteCode, clauseId, papers } = emptyDraft(level)
  return { ...earlier, level, siteCode, clauseId, papers }
}

/** A blank row of a section, under an id the form gives. */
export function blankFact<S extends FactSection>(section: S, id: string): StatedFact<S> {
  const blanks: { readonly [K in FactSection]: StatedFact<K> } = {
    employments: { factId: id, employer: '', post: '', from: '', until: '', occupation: 'own', mode: 'regular' },
    diplomas: { factId: id, name: '', degree: '', major: '', aim: '', institution: '', recognisedBy: '', studying: false, on: '' },
    certificates: { factId: id, occupation: 'own', level: '', number: '', issuedOn: '', validUntil: '', issuer: '' },
    trainings: { factId: id, level: '', hours: null, completedOn: '', proofNumber: '', provider: '' },
    apprenticeships: { factId: id, employer: '', occupation: 'own', completedOn: '' },
    titles: { factId: id, name: '', rank: '', match: true, obtainedOn: '' },
  }
  return blanks[section]
}

/** Where a fact of this id stands in the form. */
export function factOf(draft: ApplicationDraft, id: string): { readonly section: FactSection; readonly fact: StatedFact } | undefined {
  for (const section of FACT_SECTIONS) {
    const fact = draft[section].find(f => f.factId === id)
    if (fact) return { section, fact }
  }
  return undefined
}

/** The papers that will be sat; an exempt one is left out. */
export function papersToSit(draft: Pick<ApplicationDraft, 'papers'>): ('theory' | 'practical')[] {
  return PAPERS.filter(paper => draft.papers[paper].sitting !== 'exempt')
}
