import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { Seal } from '../../../delivery/contract.ts'

const sql = sqlFile(import.meta.url, './packages.sql')
const moment = z.number().transform(ms => instant(ms))
const Parts = z.array(z.object({ name: z.enum(['roster.age', 'papers.age']), fileId: z.string() }))

const PackageRow = z
  .object({
    sealing_id: z.string(),
    site_code: z.string(),
    site_name: z.string(),
    site_package_id: z.string(),
    manifest: z.string(),
    digest: z.string(),
    parts: Parts,
    seals: z.array(Seal),
    candidates: z.number(),
    faces: z.number(),
    file_id: z.string().nullable(),
    file_bytes: z.number().nullable(),
    fetched_at: moment.nullable(),
    key_fetched_at: moment.nullable(),
  })
  .transform(row => ({
    sealingId: row.sealing_id,
    siteCode: row.site_code,
    siteName: row.site_name,
    sitePackageId: row.site_package_id,
    manifest: row.manifest,
    digest: row.digest,
    parts: row.parts,
    seals: row.seals,
    candidates: row.candidates,
    faces: row.faces,
    fileId: row.file_id,
    fileBytes: row.file_bytes,
    fetchedAt: row.fetched_at,
    keyFetchedAt: row.key_fetched_at,
  }))
/** The package of one site; it is a file once two persons have sealed it. */
export type SealedPackage = z.output<typeof PackageRow>
export type MadePackage = Omit<SealedPackage, 'seals' | 'fileId' | 'fileBytes' | 'fetchedAt' | 'keyFetchedAt'>

/** A run that begins anew has another opening key: what an earlier one made is good for nothing. */
export async function deletePackages(tx: Tx, sealingId: string): Promise<void> {
  await sql.run(tx, 'delete-packages', { sealingId })
}

export async function insertPackage(tx: Tx, made: MadePackage): Promise<void> {
  await sql.run(tx, 'insert-package', { ...made, parts: JSON.stringify(made.parts) })
}

export function packagesOf(tx: Tx, sealingId: string): Promise<SealedPackage[]> {
  return sql.many(tx, 'packages-of', { sealingId }, PackageRow)
}

export function findSealedPackage(
  tx: Tx,
  of: { readonly sealingId: string; readonly siteCode: string },
): Promise<SealedPackage | undefined> {
  return sql.maybe(tx, 'find-package', of, PackageRow)
}

export function packageById(tx: Tx, sitePackageId: string): Promise<SealedPackage | undefined> {
  return sql.maybe(tx, 'find-by-id', { sitePackageId }, PackageRow)
}

/** Puts a seal on each package of a sealing, all in one statement. */
export async function addSeals(
  tx: Tx,
  sealingId: string,
  seals: readonly { readonly siteCode: string; readonly seal: Seal }[],
): Promise<void> {
  const rows = seals.map(({ siteCode, seal }) => ({ site_code: siteCode, seal: [seal] }))
  await sql.run(tx, 'add-seals', { sealingId, rows: JSON.stringify(rows) })
}

export async function putPackageFile(
  tx: Tx,
  file: { readonly sealingId: string; readonly siteCode: string; readonly fileId: string; readonly fileBytes: number },
): Promise<void> {
  await sql.run(tx, 'put-file', file)
}

/** The first time counts. */
export async function markFetched(tx: Tx, what: 'package' | 'opening-key', of: { readonly sitePackageId: string; readonly now: Instant }) {
  await sql.run(tx, what === 'package' ? 'mark-fetched' : 'mark-key-fetched', of)
}
