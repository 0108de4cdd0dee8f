import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { demonstrateWays } from '../../contract.ts'
import { type Rehearsal, mistaken, rehearse } from '../../core/task/gates/rehearse.ts'
import type { Params } from '../../core/task/variant.ts'
import { findWorld, groundOfWorld, taskByHash } from '../../store/worlds.ts'
import { labEngine } from '../engine.ts'

type Ways = ReplyOf<typeof demonstrateWays>['ways']

/**
 * The solution of a world and the mistakes people make in it, as commands, for the invented people of the demonstration: they cannot read.
 * A real installation tells nobody. Refusals: `demonstration-only`, `world-not-found`.
 */
export async function demonstrate(
  tx: Tx,
  { params }: { params: ParamsOf<typeof demonstrateWays> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof demonstrateWays>>> {
  if (!ctx.ports.clock.settable) return refuse('demonstration-only')
  const head = await findWorld(tx, params)
  if (head === undefined) return refuse('world-not-found')
  const [{ setup }, task] = [await groundOfWorld(tx, params), await taskByHash(tx, head.taskHash)]
  const variant = { setup, params: setup.params as Params, brief: '' }
  const ways: Ways = [
    { mistake: null, commands: commandsOf(rehearse(labEngine, variant, task.reference)) },
    ...task.mistakes.map(each => ({ mistake: each.name, commands: commandsOf(mistaken(task, each, variant, labEngine)) })),
  ]
  return ok({ task: head.task, ways })
}

function commandsOf({ given }: Rehearsal): Ways[number]['commands'] {
  return given.map(({ type, data, from }) => ({ type, data, expectedSeq: from }))
}
