import type { Tx } from '../../../../../platform/db/database.ts'
import { summariesOfWorlds } from '../../../../lab/index.ts'
import type { StoredResponse } from '../../../store/epochs.ts'

type Given = { readonly itemId: string; readonly value: Readonly<Record<string, unknown>>; readonly epoch: number; readonly seq: number }

/**
 * The responses to items of the laboratory: the world itself is the work, and the response names it by how much was done in it and the hash
 * of its last event. `derived` are the latest events of the attempt; a world in which nothing was done is no response.
 */
export async function worldResponses(tx: Tx, attemptId: string, derived: readonly StoredResponse[]): Promise<Given[]> {
  const worked = derived.filter(one => one.kind === 'command')
  if (worked.length === 0) return []
  const worlds = new Map((await summariesOfWorlds(tx, attemptId)).map(world => [world.worldId, world]))
  return worked.flatMap(({ itemId, epoch, seq }) => {
    const world = worlds.get(itemId)
    if (world === undefined) return []
    const worldRun = { id: itemId, commands: world.commands, digest: world.head }
    return [{ itemId, value: { version: 1, worldRun }, epoch, seq }]
  })
}
