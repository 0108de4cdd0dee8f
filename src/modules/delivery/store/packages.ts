import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { PaperPackage } from '../core/paper/package.ts'

const sql = sqlFile(import.meta.url, './packages.sql')
const PackageRow = z.object({ digest: z.string(), content: PaperPackage.nullable(), content_file: z.string().nullable() })

/** False when a package of this id stands already. */
export async function insertPackage(tx: Tx, paper: PaperPackage, now: Instant): Promise<boolean> {
  const row = { packageId: paper.packageId, digest: paper.digest, content: JSON.stringify(paper), contentFile: null, now }
  return (await sql.run(tx, 'insert-package', row)) === 1
}

/** As `insertPackage`, for a paper that lies in the file store, sealed with the keys of this server. */
export async function insertSealedPackage(
  tx: Tx,
  paper: { readonly packageId: string; readonly digest: string; readonly contentFile: string },
  now: Instant,
): Promise<boolean> {
  return (await sql.run(tx, 'insert-package', { ...paper, content: null, now })) === 1
}

/** The digest of a package that stands here, whatever way it is kept. */
export async function digestOfPackage(tx: Tx, packageId: string): Promise<string | undefined> {
  const row = await sql.maybe(tx, 'find-package', { packageId }, PackageRow.omit({ content: true }))
  return row?.digest
}

const installed = new Map<string, PaperPackage>()
const MOST_KEPT = 20

/** Installed packages never change, so the few in use are kept parsed. `files` is where a site keeps its papers; the centre has none. */
export async function findPackage(tx: Tx, packageId: string, files?: Pick<FileStore, 'get'>): Promise<PaperPackage | undefined> {
  const known = installed.get(packageId)
  if (known) return known
  const row = await sql.maybe(tx, 'find-package', { packageId }, PackageRow)
  if (!row) return undefined
  const paper = row.content ?? (await unsealed(row.content_file ?? '', files))
  if (installed.size >= MOST_KEPT) installed.clear()
  installed.set(packageId, paper)
  return paper
}

async function unsealed(contentFile: string, files: Pick<FileStore, 'get'> | undefined): Promise<PaperPackage> {
  if (files === undefined) throw new Error('a paper that a site keeps sealed was asked for without its file store')
  return PaperPackage.parse(JSON.parse((await files.get(contentFile)).toString()))
}

/** After a purge nothing of a paper stays in memory either. */
export function forgetPackage(packageId: string): void {
  installed.delete(packageId)
}
