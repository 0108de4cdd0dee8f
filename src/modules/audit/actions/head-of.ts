import type { Tx } from '../../../platform/db/database.ts'
import { chainOf } from '../core/chain.ts'
import type { ChainHead } from '../core/entry.ts'
import { listHeads } from '../store/audit-store.ts'

/** The head of the chain in which a subject's entries stand: written down elsewhere, it holds the log to what it says now. Null before the first entry. */
export async function headOf(tx: Tx, subjectId: string): Promise<ChainHead | null> {
  const chain = chainOf(subjectId)
  const head = (await listHeads(tx)).find(one => one.chain === chain)
  return head ? { chain, seq: head.seq, hash: head.hash } : null
}
