import { z } from 'zod'
import { instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { Publication, PublicationState } from '../core/publication.ts'

const sql = sqlFile(import.meta.url, './publications.sql')
const IdRow = z.object({ publication_id: z.string() })
const PublicationRow = z.object({
  session_id: z.string(),
  publication_id: z.string(),
  digest: z.string(),
  candidates: z.number().int(),
  proposed_by: z.string(),
  proposed_at: z.number(),
  state: z.enum(['proposed', 'approved', 'returned']),
  decided_by: z.string().nullable(),
  decided_at: z.number().nullable(),
  visible_from: z.number().nullable(),
  reason: z.string().nullable(),
})
type PublicationRow = z.infer<typeof PublicationRow>

/** A publication as it is kept. `candidates`: how many results were proposed. */
export type KeptPublication = Publication & { readonly publicationId: string; readonly candidates: number }

function publicationOf(row: PublicationRow): KeptPublication {
  return {
    sessionId: row.session_id,
    publicationId: row.publication_id,
    digest: row.digest,
    candidates: row.candidates,
    proposedBy: row.proposed_by,
    proposedAt: instant(row.proposed_at),
    state: stateOf(row),
  }
}

function stateOf(row: PublicationRow): PublicationState {
  const by = row.decided_by ?? ''
  const at = instant(row.decided_at ?? 0)
  switch (row.state) {
    case 'proposed':
      return { kind: 'proposed' }
    case 'approved':
      return { kind: 'approved', by, at, visibleFrom: instant(row.visible_from ?? 0) }
    case 'returned':
      return { kind: 'returned', by, at, reason: row.reason ?? '' }
  }
}

/** False when the session has an open or approved publication already; then nothing was written. */
export async function insertPublication(tx: Tx, publication: KeptPublication): Promise<boolean> {
  const { state: _, ...row } = publication
  await sql.run(tx, 'open-slot', { sessionId: row.sessionId })
  if ((await sql.run(tx, 'take-slot', { sessionId: row.sessionId, publicationId: row.publicationId })) === 0) return false
  await sql.run(tx, 'insert-publication', row)
  return true
}

/** False when it was decided meanwhile. A returned one frees the session for another proposal. */
export async function savePublication(tx: Tx, publication: KeptPublication): Promise<boolean> {
  const { sessionId, publicationId, state } = publication
  if (state.kind === 'proposed') throw new Error('a proposal is not a decision')
  const [visibleFrom, reason] = state.kind === 'approved' ? [state.visibleFrom, null] : [null, state.reason]
  const saved = await sql.run(tx, 'decide-publication', {
    sessionId,
    publicationId,
    state: state.kind,
    decidedBy: state.by,
    decidedAt: state.at,
    visibleFrom,
    reason,
  })
  if (state.kind === 'returned') await sql.run(tx, 'free-slot', { sessionId, publicationId })
  return saved === 1
}

/** Every publication of these sessions, oldest first. */
export async function listPublications(tx: Tx, sessionIds: readonly string[]): Promise<KeptPublication[]> {
  return (await sql.many(tx, 'list-publications', { sessionIds }, PublicationRow)).map(publicationOf)
}

/** Two officers who decide at once stand in line. */
export async function lockPublication(tx: Tx, sessionId: string, publicationId: string): Promise<void> {
  await sql.maybe(tx, 'lock-publication', { sessionId, publicationId }, IdRow)
}
