import type { Tx } from '../../../platform/db/database.ts'
import type { AuditEntry } from '../core/entry.ts'
import { listEntries, listHeads } from '../store/audit-store.ts'

/**
 * Entries that stand behind a place in each chain, for somebody who keeps a second copy of the log: chain after chain, each without a gap.
 * `after`: the last number that is known of a chain, 0 for one that is not named. At most `most` entries in all.
 */
export async function entriesAfter(tx: Tx, after: ReadonlyMap<string, number>, most: number): Promise<AuditEntry[]> {
  const found: AuditEntry[] = []
  for (const { chain, seq } of await listHeads(tx)) {
    const known = after.get(chain) ?? 0
    if (seq <= known || found.length >= most) continue
    found.push(...(await listEntries(tx, { chain, after: known, most: most - found.length })))
  }
  return found
}
