import type { Tx } from '../../../../platform/db/database.ts'
import { historyOf } from '../../../audit/index.ts'
import type { AttemptLine } from '../../core/record/record.ts'
import { keptHistory } from '../../store/hall/peer/log.ts'
import { findSelf, knownDisks } from '../../store/hall/peer/self.ts'

type Entries = AttemptLine['audit']

/**
 * What the audit logs say of an attempt. At a site those of both servers, each chain under the name of its server and the number of its disk
 * (`A1/7`), so that both servers give the same once each has told the other; elsewhere the own log.
 */
export async function auditOf(tx: Tx, attemptId: string): Promise<Entries> {
  const subject = { kind: 'attempt', id: attemptId }
  const own = (await historyOf(tx, subject)) as Entries
  const self = await findSelf(tx)
  if (!self) return own
  const disks = new Map((await knownDisks(tx)).map(disk => [disk.diskId, `${disk.name}${disk.number}`]))
  const named = (diskId: string, entry: Entries[number]) => ({ ...entry, chain: `${disks.get(diskId) ?? diskId}/${entry.chain}` })
  const kept = (await keptHistory(tx, subject)).map(one => named(one.diskId, one.entry))
  return [...own.map(entry => named(self.diskId, entry)), ...kept].toSorted(inOrder)
}

function inOrder(a: Entries[number], b: Entries[number]): number {
  return a.chain === b.chain ? a.seq - b.seq : a.chain < b.chain ? -1 : 1
}
