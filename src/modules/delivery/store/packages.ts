import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { PaperPackage } from '../core/paper/package.ts'

const sql = sqlFile(import.meta.url, './packages.sql')
const PackageRow = z.object({ digest: z.string(), content: PaperPackage })

/** False when a package of this id stands already. */
export async function insertPackage(tx: Tx, paper: PaperPackage, now: Instant): Promise<boolean> {
  return (
    (await sql.run(tx, 'insert-package', { packageId: paper.packageId, digest: paper.digest, content: JSON.stringify(paper), now })) === 1
  )
}

const installed = new Map<string, PaperPackage>()
const MOST_KEPT = 20

/** Installed packages never change, so the few in use are kept parsed. */
export async function findPackage(tx: Tx, packageId: string): Promise<PaperPackage | undefined> {
  const known = installed.get(packageId)
  if (known) return known
  const row = await sql.maybe(tx, 'find-package', { packageId }, PackageRow)
  if (row) {
    if (installed.size >= MOST_KEPT) installed.clear()
    installed.set(packageId, row.content)
  }
  return row?.content
}
