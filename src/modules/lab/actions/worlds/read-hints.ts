import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import type { readHints } from '../../contract.ts'
import { openedHints } from '../../core/task/hints/hint-cost.ts'
import { type Hint, hintsOf } from '../../core/task/hints/hints-of.ts'
import { sellsHints } from '../../core/modes.ts'
import { isOwner } from '../../core/policy.ts'
import type { Params } from '../../core/task/variant.ts'
import { eventsAfter } from '../../store/history.ts'
import { taskByHash } from '../../store/worlds.ts'
import { labEngine, labValidators } from '../engine.ts'
import { heldFor } from './read-worlds.ts'
import { type Shelf, openShelf } from './shelf.ts'
import type { HeldWorld } from './hold-world.ts'

/** Bytes for hints that were worked out: the reference is played once a world, not at every look. */
const MOST_BYTES = 8 * 1024 * 1024
const shelves = new WeakMap<Database, Shelf<readonly Hint[]>>()

/**
 * The hints of one's own world: what each is about and costs, and the text of those that were opened. That they were is in the chain of the
 * world (`desk.hinted`). Refusals: those of `heldFor`, `world-closed-book`.
 */
export async function readOwnHints(
  tx: Tx,
  { params }: { params: ParamsOf<typeof readHints> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readHints>>> {
  const held = await heldFor(tx, { params, query: {} }, ctx)
  if (!held.ok) return held
  const { head } = held.value
  if (!isOwner(ctx.actor, head) || !sellsHints(head.mode)) return refuse('world-closed-book')
  const opened = openedHints(await eventsAfter(tx, head, 0))
  const hints = await hintsFor(ctx.ports.database, tx, held.value)
  return ok({
    hints: hints.map(({ check, say, cost, tips, steps }) => ({ check, say, cost, text: opened.has(check) ? { tips, steps } : null })),
  })
}

async function hintsFor(database: Database, tx: Tx, { head, world: { setup } }: HeldWorld): Promise<readonly Hint[]> {
  const shelf = shelves.get(database) ?? openShelf<readonly Hint[]>(MOST_BYTES)
  shelves.set(database, shelf)
  const known = shelf.get(head.worldId)
  if (known !== undefined) return known
  const marking = { engine: labEngine, task: await taskByHash(tx, head.taskHash), validators: labValidators }
  const hints = hintsOf(marking, { setup, params: setup.params as Params, brief: '' })
  shelf.put(head.worldId, hints, JSON.stringify(hints).length * 2)
  return hints
}
