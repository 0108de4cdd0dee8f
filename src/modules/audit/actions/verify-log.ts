import type { Keys } from '../../../platform/keys.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type ChainFault, type Mac, verifyChain } from '../core/chain.ts'
import type { AuditEntry, ChainHead } from '../core/entry.ts'
import { holdSnapshot, listChains, listEntries, listHeads } from '../store/audit-store.ts'

const PAGE = 5000

/** The outcome of reading the whole log. */
export type Verification = { readonly entries: number; readonly chains: number; readonly faults: readonly ChainFault[] }

/** As `verifyLog`, but of one moment: entries written meanwhile are not seen. Must come first in its transaction. */
export async function verifySnapshot(tx: Tx, keys: Keys, checkpoints: readonly ChainHead[]): Promise<Verification> {
  await holdSnapshot(tx)
  return verifyLog(tx, keys, checkpoints)
}

/** Reads every chain from its first entry and reports each changed, dropped or inserted row. */
export async function verifyLog(tx: Tx, keys: Keys, checkpoints: readonly ChainHead[]): Promise<Verification> {
  const mac: Mac = text => keys.mac('audit', text)
  const heads = new Map((await listHeads(tx)).map(head => [head.chain, head]))
  const chains = new Set([...heads.keys(), ...(await listChains(tx)), ...checkpoints.map(c => c.chain)])
  const faults: ChainFault[] = []
  let entries = 0
  for (const chain of [...chains].sort()) {
    const all = await readChain(tx, chain)
    entries += all.length
    faults.push(
      ...verifyChain({
        chain,
        entries: all,
        head: heads.get(chain) ?? null,
        checkpoint: checkpoints.find(c => c.chain === chain) ?? null,
        mac,
      }),
    )
  }
  return { entries, chains: chains.size, faults }
}

async function readChain(tx: Tx, chain: string): Promise<AuditEntry[]> {
  const all: AuditEntry[] = []
  for (;;) {
    const page = await listEntries(tx, { chain, after: all.at(-1)?.seq ?? 0, most: PAGE })
    all.push(...page)
    if (page.length < PAGE) return all
  }
}
