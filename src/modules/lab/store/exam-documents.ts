import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'

const sql = sqlFile(import.meta.url, './exam-documents.sql')

type Kept = { readonly sha256: string; readonly task: string; readonly sealed: string; readonly now: Instant }

/** Keeps a sealed text under its digest; the same one is kept once. */
export async function putExamDocument(tx: Tx, document: Kept): Promise<void> {
  await sql.run(tx, 'put-exam-document', document)
}

/** The sealed text, if it is here. */
export async function findExamDocument(tx: Tx, sha256: string): Promise<string | undefined> {
  return (await sql.maybe(tx, 'exam-document', { sha256 }, z.object({ sealed: z.string() })))?.sealed
}

/** Which of these are here. */
export async function knownExamDocuments(tx: Tx, sha256s: readonly string[]): Promise<Set<string>> {
  const rows = await sql.many(tx, 'known-exam-documents', { sha256s }, z.object({ sha256: z.string() }))
  return new Set(rows.map(row => row.sha256))
}

export async function dropExamDocuments(tx: Tx, sha256s: readonly string[]): Promise<void> {
  await sql.run(tx, 'drop-exam-documents', { sha256s })
}
