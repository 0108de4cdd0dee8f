import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { DOCUMENT_KINDS, type Evidence } from '../core/application/evidence.ts'
import type { EvidenceId } from '../core/dossier.ts'
import type { EligibilityDecision } from '../core/eligibility-decision.ts'
import { parseEligibilityDecision } from '../core/parse-eligibility-decision.ts'
import type { ApplicationKey } from './applications.ts'

const sql = sqlFile(import.meta.url, './registration.sql')
const EvidenceRow = z
  .object({
    evidence_id: z.string(),
    kind: z.enum(DOCUMENT_KINDS),
    fact_id: z.string().nullable(),
    file_name: z.string(),
    file_id: z.string(),
    media_type: z.enum(['image/jpeg', 'application/pdf']),
    bytes: z.number(),
    added_at: z.number(),
  })
  .transform((row): Evidence => ({
    evidenceId: row.evidence_id as EvidenceId,
    kind: row.kind,
    factId: row.fact_id,
    fileName: row.file_name,
    file: { fileId: row.file_id, mediaType: row.media_type, bytes: row.bytes },
    addedAt: instant(row.added_at),
  }))
const DecisionRow = z
  .object({ version: z.number().int(), decided_at: z.number(), decision: z.unknown(), seen_on_site: z.array(z.string()) })
  .transform(row => ({
    version: row.version,
    decidedAt: instant(row.decided_at),
    decision: parseEligibilityDecision(row.decision),
    seenOnSite: row.seen_on_site,
  }))

/** A decision as it was written. */
export type KeptReview = z.output<typeof DecisionRow>

export async function insertEvidence(tx: Tx, { personId, applicationId }: ApplicationKey, evidence: Evidence): Promise<void> {
  const { file, ...row } = evidence
  await sql.run(tx, 'insert-evidence', { personId, applicationId, ...row, ...file })
}

export function listEvidence(tx: Tx, { personId, applicationId }: ApplicationKey): Promise<Evidence[]> {
  return sql.many(tx, 'list-evidence', { personId, applicationId }, EvidenceRow)
}

/** False when there was none of this id. */
export async function removeEvidenceOf(tx: Tx, { personId, applicationId }: ApplicationKey, evidenceId: string): Promise<boolean> {
  return (await sql.run(tx, 'remove-evidence', { personId, applicationId, evidenceId })) > 0
}

export type ReviewToKeep = {
  readonly version: number
  readonly decidedAt: Instant
  readonly decision: EligibilityDecision
  readonly seenOnSite: readonly string[]
}

export async function insertReview(tx: Tx, { personId, applicationId }: ApplicationKey, review: ReviewToKeep): Promise<void> {
  const { version, decidedAt, decision, seenOnSite } = review
  await sql.run(tx, 'insert-review', {
    personId,
    applicationId,
    version,
    decidedAt,
    decision: JSON.stringify(decision),
    seenOnSite: JSON.stringify(seenOnSite),
  })
}

/** Every decision on an application, oldest first. */
export function listReviews(tx: Tx, { personId, applicationId }: ApplicationKey): Promise<KeptReview[]> {
  return sql.many(tx, 'list-reviews', { personId, applicationId }, DecisionRow)
}
