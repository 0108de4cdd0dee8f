import { existsSync, readFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '../../../platform/db/database.ts'
import type { ChainHead } from '../core/entry.ts'
import { listHeads } from '../store/audit-store.ts'

const FILE = 'audit-checkpoints.jsonl'

/** Writes the heads of all chains to a file outside the database, so that cutting a chain back shows. */
export async function checkpointLog(tx: Tx, dataFolder: string): Promise<number> {
  const heads = await listHeads(tx)
  const known = new Map(readCheckpoints(dataFolder).map(c => [c.chain, c.seq]))
  const grown = heads.filter(head => head.seq > (known.get(head.chain) ?? 0))
  if (grown.length > 0)
    await appendFile(join(dataFolder, FILE), grown.map(({ chain, seq, hash }) => `${JSON.stringify({ chain, seq, hash })}\n`).join(''))
  return grown.length
}

/** The last checkpoint of each chain. */
export function readCheckpoints(dataFolder: string): ChainHead[] {
  const path = join(dataFolder, FILE)
  if (!existsSync(path)) return []
  const last = new Map<string, ChainHead>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const head = JSON.parse(line) as ChainHead
    last.set(head.chain, head)
  }
  return [...last.values()]
}
