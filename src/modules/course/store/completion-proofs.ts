import { z } from 'zod'
import { instant } from '../../../kernel/instant.ts'
import { localDate, yearOf } from '../../../kernel/local-date.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { type CompletionProof, completionNumber } from '../core/completion-proof.ts'

const sql = sqlFile(import.meta.url, './completion-proof.sql')
const SerialRow = z.object({ last_serial: z.number().int() })
const CompletionRow = z
  .object({
    person_id: z.string(),
    completion_id: z.string(),
    number: z.string(),
    edition_id: z.string(),
    level: z.string(),
    institution: z.string(),
    hours: z.number().int(),
    completed_on: z.string(),
    quizzes_passed: z.array(z.string()),
    issued_at: z.number(),
  })
  .transform((row): CompletionProof => ({
    personId: row.person_id,
    completionId: row.completion_id,
    number: row.number,
    editionId: row.edition_id,
    level: row.level,
    institution: row.institution,
    hours: row.hours,
    completedOn: localDate(row.completed_on),
    quizzesPassed: row.quizzes_passed,
    issuedAt: instant(row.issued_at),
  }))

/** Keeps a proof under the next number of its institution and year. */
export async function insertCompletion(tx: Tx, proof: Omit<CompletionProof, 'number'>, issuedBy: string): Promise<CompletionProof> {
  const { last_serial } = await sql.one(tx, 'next-serial', { institution: proof.institution, year: yearOf(proof.completedOn) }, SerialRow)
  const numbered = { ...proof, number: completionNumber(proof.institution, proof.completedOn, last_serial) }
  await sql.run(tx, 'insert-completion', { ...numbered, quizzesPassed: JSON.stringify(proof.quizzesPassed), issuedBy })
  return numbered
}

export function listCompletions(tx: Tx, personId: string): Promise<CompletionProof[]> {
  return sql.many(tx, 'list-completions', { personId }, CompletionRow)
}
