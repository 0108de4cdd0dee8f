import { z } from 'zod'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { UploadClaim } from '../../core/record/upload.ts'

const sql = sqlFile(import.meta.url, './uploads.sql')
const UploadRow = z
  .object({ claim: UploadClaim, done_at: z.number().nullable() })
  .transform(row => ({ claim: row.claim, done: row.done_at !== null }))
export type Upload = z.output<typeof UploadRow>
const PartRow = z.object({ part: z.number(), sha256: z.string() })
export type UploadPart = z.infer<typeof PartRow>

/** An upload that is there already stays as it is. */
export async function openUpload(tx: Tx, uploadId: string, claim: UploadClaim, now: Instant): Promise<void> {
  const { siteCode, sittingId } = claim
  await sql.run(tx, 'open-upload', { uploadId, siteCode, sittingId, claim: JSON.stringify(claim), now })
}

export function findUpload(tx: Tx, uploadId: string): Promise<Upload | undefined> {
  return sql.maybe(tx, 'find-upload', { uploadId }, UploadRow)
}

export function lockUpload(tx: Tx, uploadId: string): Promise<Upload | undefined> {
  return sql.maybe(tx, 'lock-upload', { uploadId }, UploadRow)
}

export async function putPart(tx: Tx, uploadId: string, part: UploadPart & { readonly byteLength: number }): Promise<void> {
  await sql.run(tx, 'put-part', { uploadId, ...part })
}

/** In the order of the file. */
export function partsOfUpload(tx: Tx, uploadId: string): Promise<UploadPart[]> {
  return sql.many(tx, 'parts-of-upload', { uploadId }, PartRow)
}

/** For a file that turned out to be another one than was claimed. */
export async function dropParts(tx: Tx, uploadId: string): Promise<void> {
  await sql.run(tx, 'drop-parts', { uploadId })
}

export async function endUpload(tx: Tx, uploadId: string, now: Instant): Promise<void> {
  await sql.run(tx, 'end-upload', { uploadId, now })
}
