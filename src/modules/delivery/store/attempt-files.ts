import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { AttemptFile } from '../core/paper/attempt-file.ts'
import type { AttemptPlace } from './attempts.ts'

const sql = sqlFile(import.meta.url, './attempt-files.sql')
const FileRow = z.object({
  item_id: z.string(),
  sha256: z.string(),
  name: z.string(),
  media_type: z.string(),
  bytes: z.number(),
  added_at: z.number(),
})

/** The same file again for the same item only takes its new name. */
export async function insertFile(tx: Tx, place: AttemptPlace, file: AttemptFile, addedAt: Instant): Promise<void> {
  await sql.run(tx, 'insert-file', { ...place, ...file, addedAt })
}

/** Every file that was added in an attempt, in the order in which they came. */
export async function filesOfAttempt(tx: Tx, place: AttemptPlace): Promise<(AttemptFile & { readonly addedAt: Instant })[]> {
  const rows = await sql.many(tx, 'files-of-attempt', { sittingId: place.sittingId, attemptId: place.attemptId }, FileRow)
  return rows.map(row => ({
    itemId: row.item_id,
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    addedAt: instant(row.added_at),
  }))
}
