import type { Instant } from '../../../../kernel/instant.ts'
import type { LocalDate } from '../../../../kernel/local-date.ts'
import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Eligibility } from '../eligibility.ts'
import { formFaults } from './application-form.ts'
import { type Application, type ApplicationState, mayChange, timesSubmitted } from './application.ts'
import { DOCUMENT_WORDS, type Evidence, missingDocuments } from './evidence.ts'
import { type Round, requireLevel, requireSite } from './round.ts'

export type SubmissionFacts = {
  readonly round: Round
  readonly birth: LocalDate
  readonly partValidityMonths: number
  readonly evidence: readonly Pick<Evidence, 'kind'>[]
  /** the verdict on the level applied for */
  readonly eligibility: Eligibility
  readonly now: Instant
}

/**
 * Hands a form in, for the first time or after a return. An application may lack scans of what its clause rests on: the
 * originals are then shown on site. It may not rest on a clause that is untrue even as stated.
 * Refuses `application-wrong-state`, `round-not-open`, `round-closed`, `correction-closed`, `level-not-in-round`,
 * `site-not-in-round`, `application-incomplete` (with every field), `clause-unknown` and `clause-not-met` (with the first day).
 */
export function submit(application: Application, facts: SubmissionFacts): Result<ApplicationState & { readonly kind: 'submitted' }> {
  const { round, now, eligibility } = facts
  const { draft } = application
  const open = mayChange(application, round, now)
  if (!open.ok) return open
  const level = requireLevel(round, draft.level)
  if (!level.ok) return level
  const faults = submissionFaults(application, facts)
  if (faults.length > 0) return refuse('application-incomplete', { count: faults.length }, faults)
  const site = requireSite(round, draft.siteCode)
  if (!site.ok) return site
  const finding = eligibility.findings.find(f => f.clauseId === draft.clauseId)
  if (finding === undefined) return refuse('clause-unknown', { clause: draft.clauseId })
  if (finding.verdict === 'not-met')
    return refuse('clause-not-met', { clause: finding.clauseId, number: finding.number, metOn: finding.metOn ?? '—' })
  return ok({ kind: 'submitted', at: now, times: timesSubmitted(application.state) + 1 })
}

/** Everything still to be done on the form, each at its field; documents under `documents.<kind>`, the photo under `photo`. */
export function submissionFaults(
  application: Pick<Application, 'draft' | 'photo'>,
  facts: Pick<SubmissionFacts, 'birth' | 'partValidityMonths' | 'evidence'> & { readonly round: Pick<Round, 'referenceDate'> },
): FieldFault[] {
  const { birth, partValidityMonths, evidence, round } = facts
  const documents = missingDocuments(application.draft, evidence).map(kind => ({
    path: `documents.${kind}`,
    zh: `请上传${DOCUMENT_WORDS[kind].zh}。`,
    en: `Upload the ${DOCUMENT_WORDS[kind].en}.`,
  }))
  const photo = application.photo === null ? [{ path: 'photo', zh: '请上传证件照片。', en: 'Upload the photo.' }] : []
  return [...formFaults(application.draft, { birth, on: round.referenceDate, partValidityMonths }), ...photo, ...documents]
}
