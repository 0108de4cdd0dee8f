import type { Instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { EVIDENCE_WORDS, type EvidenceKind, type Predicate, evidenceFor } from '../../../standard/contract.ts'
import type { EvidenceId } from '../dossier.ts'
import { type ApplicationDraft, type FactSection, type StatedFact, factOf } from './application-draft.ts'
import type { KeptFile } from './application.ts'
import { PAPERS } from './personal-lists.ts'

/** What a document is: the kinds of the standard, and the notice of an earlier result for an exempt paper. */
export type DocumentKind = EvidenceKind | 'result-notice'
export const DOCUMENT_WORDS: { readonly [K in DocumentKind]: { readonly zh: string; readonly en: string } } = {
  ...EVIDENCE_WORDS,
  'result-notice': { zh: '单科成绩通知单', en: 'notice of an earlier result' },
}
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_WORDS) as DocumentKind[]

/** One document handed in with an application; `factId` names the stated fact it proves, null for the person as such. */
export type Evidence = {
  readonly evidenceId: EvidenceId
  readonly kind: DocumentKind
  readonly factId: string | null
  readonly fileName: string
  readonly file: KeptFile
  readonly addedAt: Instant
}

/** More than so many files of one application are refused: nobody can review them. */
export const MOST_DOCUMENTS = 30

/** The kind of document that proves a stated fact. */
export function kindProving(section: FactSection, fact: StatedFact): EvidenceKind {
  switch (section) {
    case 'employments':
      return 'employment-statement'
    case 'diplomas':
      return 'studying' in fact && fact.studying ? 'enrolment-proof' : 'diploma'
    case 'certificates':
      return 'certificate-record'
    case 'trainings':
      return 'completion-proof'
    case 'apprenticeships':
      return 'apprenticeship-proof'
    case 'titles':
      return 'title-certificate'
  }
}

/** The kinds of predicate a kind of document can help to prove. */
export function predicatesProvenBy(kind: DocumentKind, predicates: readonly Predicate[]): Predicate[] {
  return predicates.filter(predicate => evidenceFor(predicate).some(way => way.some(k => k === kind)))
}

/**
 * May this document be added? Refuses `documents-too-many`, `fact-unknown` (the row is not in the saved form) and
 * `document-wrong-kind` with the kind that would prove the fact.
 */
export function mayAttach(
  draft: ApplicationDraft,
  held: number,
  document: { readonly kind: DocumentKind; readonly factId: string | null },
): Result<true> {
  if (held >= MOST_DOCUMENTS) return refuse('documents-too-many', { most: MOST_DOCUMENTS })
  const { kind, factId } = document
  if (factId === null) return kind === 'identity-document' || kind === 'result-notice' ? ok(true) : refuse('fact-unknown')
  const found = factOf(draft, factId)
  if (found === undefined) return refuse('fact-unknown')
  const wanted = kindProving(found.section, found.fact)
  return kind === wanted
    ? ok(true)
    : refuse('document-wrong-kind', { wanted: DOCUMENT_WORDS[wanted].zh, wantedEn: DOCUMENT_WORDS[wanted].en })
}

/** Documents every application needs whatever its clause: the ID document, and the result of a paper that is carried over. */
export function missingDocuments(draft: ApplicationDraft, held: readonly Pick<Evidence, 'kind'>[]): DocumentKind[] {
  const exempt = PAPERS.some(paper => draft.papers[paper].sitting === 'exempt')
  const needed: DocumentKind[] = exempt ? ['identity-document', 'result-notice'] : ['identity-document']
  return needed.filter(kind => !held.some(h => h.kind === kind))
}
