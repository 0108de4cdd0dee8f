import { type Result, ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { PackageItem, PaperPackage } from '../../../delivery/contract.ts'
import type { TaskScore } from '../../../lab/contract.ts'
import { type WorldSummary, scoreExamWorld, summariesOfWorlds } from '../../../lab/index.ts'
import { laboratoryItems } from '../../core/lab/laboratory-paper.ts'

/** The world of an item as its candidate left it, and what the laboratory says of it. */
export type LookedAt = { readonly item: PackageItem; readonly world: WorldSummary; readonly score: TaskScore }

/**
 * Every world of an attempt in which something was done, scored as it was left; an item without one was not worked on. Refusals are those
 * of the laboratory: `version-changed` where this build does not play the versions of a world.
 */
export async function lookAtWorlds(tx: Tx, attemptId: string, paper: PaperPackage): Promise<Result<readonly LookedAt[]>> {
  const items = laboratoryItems(paper)
  if (items.length === 0) return ok([])
  const worlds = new Map((await summariesOfWorlds(tx, attemptId)).map(world => [world.worldId, world]))
  const looked: LookedAt[] = []
  for (const item of items) {
    const world = worlds.get(item.itemId)
    if (world === undefined || world.commands === 0) continue
    const score = await scoreExamWorld(tx, { ownerId: attemptId, worldId: item.itemId })
    if (!score.ok) return score
    if (score.value.faults.length > 0) throw new Error(`the rubric of ${world.task} cannot be computed: ${score.value.faults.join('; ')}`)
    looked.push({ item, world, score: score.value })
  }
  return ok(looked)
}
