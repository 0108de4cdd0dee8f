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

const NewsRow = FileRow.extend({ attempt_id: z.string(), peer_news: z.number() })
/** A file of a response as one server tells the other; its bytes go with it. */
export type FileNews = AttemptFile & { readonly attemptId: string; readonly addedAt: number; readonly news: number }

/** Files that the peer has not confirmed, the oldest first. */
export async function filesWithNews(tx: Tx, sittingId: string, most: number): Promise<FileNews[]> {
  const rows = await sql.many(tx, 'files-with-news', { sittingId, most }, NewsRow)
  return rows.map(({ attempt_id, item_id, media_type, added_at, peer_news, ...row }) => {
    return { ...row, attemptId: attempt_id, itemId: item_id, mediaType: media_type, addedAt: added_at, news: peer_news }
  })
}

export async function toldFile(tx: Tx, sittingId: string, { attemptId, itemId, sha256, news }: FileNews): Promise<void> {
  await sql.run(tx, 'told-file', { sittingId, attemptId, itemId, sha256, news })
}

/** A file of the peer whose bytes are kept here. */
export async function takeFile(tx: Tx, sittingId: string, { news: _told, ...file }: FileNews): Promise<void> {
  await sql.run(tx, 'take-file', { sittingId, ...file })
}

/** The peer came back with an empty disk. */
export async function forgetFiles(tx: Tx, sittingId: string): Promise<void> {
  await sql.run(tx, 'forget-files', { sittingId })
}

/** Files of these attempts that the peer does not hold. */
export async function untoldFiles(
  tx: Tx,
  sittingId: string,
  attemptIds: readonly string[],
): Promise<{ readonly attemptId: string; readonly sha256: string }[]> {
  const rows = JSON.stringify([...new Set(attemptIds)].map(id => ({ attempt_id: id })))
  const found = await sql.many(tx, 'untold-files', { sittingId, rows }, z.object({ attempt_id: z.string(), sha256: z.string() }))
  return found.map(row => ({ attemptId: row.attempt_id, sha256: row.sha256 }))
}
