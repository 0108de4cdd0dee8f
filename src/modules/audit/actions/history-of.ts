import type { Tx } from '../../../platform/db/database.ts'
import { chainOf } from '../core/chain.ts'
import type { AuditEntry } from '../core/entry.ts'
import { listOfSubject } from '../store/audit-store.ts'

/** Everything that was decided about one thing, oldest first. */
export function historyOf(tx: Tx, subject: { kind: string; id: string }): Promise<AuditEntry[]> {
  return listOfSubject(tx, { chain: chainOf(subject.id), kind: subject.kind, id: subject.id })
}
