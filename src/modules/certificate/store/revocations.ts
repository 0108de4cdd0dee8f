import { z } from 'zod'
import { instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { Revocation } from '../core/revocation-order.ts'

const sql = sqlFile(import.meta.url, './revocations.sql')
const LockRow = z.object({ version: z.number() })
const RevocationRow = z
  .object({
    certificate_number: z.string(),
    revocation_id: z.string(),
    reason: z.string(),
    proposed_by: z.string(),
    proposed_at: z.number(),
    state: z.enum(['proposed', 'approved', 'declined']),
    decided_by: z.string().nullable(),
    decided_at: z.number().nullable(),
  })
  .transform((row): Revocation => ({
    revocationId: row.revocation_id,
    number: row.certificate_number,
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedAt: instant(row.proposed_at),
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at === null ? null : instant(row.decided_at),
  }))

export async function insertRevocation(tx: Tx, revocation: Revocation): Promise<void> {
  await sql.run(tx, 'insert-revocation', revocation)
}

/** Two officers who propose at once stand in line: one certificate, one open proposal. */
export async function lockCertificate(tx: Tx, number: string): Promise<void> {
  await sql.maybe(tx, 'lock-certificate', { number }, LockRow)
}

export function listRevocations(tx: Tx, number: string): Promise<Revocation[]> {
  return sql.many(tx, 'list-revocations', { number }, RevocationRow)
}

export function listOpenRevocations(tx: Tx, most: number): Promise<Revocation[]> {
  return sql.many(tx, 'list-open-revocations', { most }, RevocationRow)
}

/** False when it was decided meanwhile. */
export async function saveDecision(tx: Tx, revocation: Revocation): Promise<boolean> {
  return (await sql.run(tx, 'decide-revocation', revocation)) === 1
}
