import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { hundredths } from '../../../kernel/marks.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { CheckEvidence } from '../../lab/contract.ts'
import type { CheckMark } from '../core/lab/check-marks.ts'

const sql = sqlFile(import.meta.url, './lab.sql')
const Marks = z
  .number()
  .int()
  .transform(n => hundredths(n))
const Check = z.object({
  id: z.string(),
  got: Marks,
  max: Marks,
  status: z.enum(['full', 'partial', 'none', 'gated', 'manual', 'not-asked']),
  expected: z.string(),
  actual: z.string(),
  witness: z.array(z.number()),
  counter: z.array(z.number()),
  say: z.string(),
  hint: z.string().nullable(),
  claim: z.string().nullable(),
})
const EvidenceRow = z
  .object({
    item_id: z.string(),
    task: z.string(),
    got: Marks,
    most: Marks,
    taken: Marks,
    last_seq: z.number(),
    head: z.string(),
    checks: z.array(Check),
  })
  .transform(({ item_id: itemId, last_seq: lastSeq, ...row }): ItemEvidence => ({ ...row, itemId, lastSeq }))
const MarkRow = z
  .object({
    sitting_id: z.string(),
    script_id: z.string(),
    item_id: z.string(),
    check_id: z.string(),
    assessor_id: z.string(),
    got: Marks,
    comment: z.string(),
    marked_at: z.number(),
  })
  .transform((row): KeptCheckMark => ({
    sittingId: row.sitting_id,
    scriptId: row.script_id,
    itemId: row.item_id,
    checkId: row.check_id,
    assessorId: row.assessor_id,
    got: row.got,
    comment: row.comment,
    markedAt: instant(row.marked_at),
  }))

/** What the laboratory found in the world of an item, as it was scored. `head` is the hash of the world's last event, `lastSeq` its number. */
export type ItemEvidence = {
  readonly itemId: string
  readonly task: string
  readonly got: number
  readonly most: number
  readonly taken: number
  readonly lastSeq: number
  readonly head: string
  readonly checks: readonly CheckEvidence[]
}
type AttemptPlace = { readonly sittingId: string; readonly attemptId: string }
export type KeptCheckMark = CheckMark & {
  readonly sittingId: string
  readonly scriptId: string
  readonly assessorId: string
  readonly markedAt: Instant
}

/** Keeps the evidence of an item; what a paper was scored by never changes. */
export async function insertEvidence(tx: Tx, place: AttemptPlace, evidence: ItemEvidence): Promise<void> {
  await sql.run(tx, 'insert-evidence', { ...place, ...evidence, checks: JSON.stringify(evidence.checks) })
}

export function evidenceOfAttempt(tx: Tx, place: AttemptPlace): Promise<ItemEvidence[]> {
  const { sittingId, attemptId } = place
  return sql.many(tx, 'evidence-of-attempt', { sittingId, attemptId }, EvidenceRow)
}

/** False when the check has its mark already. */
export async function insertCheckMark(tx: Tx, mark: Omit<KeptCheckMark, 'markedAt'>, at: Instant): Promise<boolean> {
  return (await sql.run(tx, 'insert-check-mark', { ...mark, at })) === 1
}

export function checkMarksOfSittings(tx: Tx, sittingIds: readonly string[]): Promise<KeptCheckMark[]> {
  return sql.many(tx, 'check-marks-of-sittings', { sittingIds }, MarkRow)
}

export function checkMarksOfAttempt(tx: Tx, { sittingId, attemptId }: AttemptPlace): Promise<KeptCheckMark[]> {
  return sql.many(tx, 'check-marks-of-attempt', { sittingId, attemptId }, MarkRow)
}
