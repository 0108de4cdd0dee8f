import type { ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { demonstrateWay } from '../../contract.ts'
import { mistaken, rehearse } from '../../core/task/gates/rehearse.ts'
import type { Params } from '../../core/task/variant.ts'
import { findWorld, groundOfWorld, taskByHash } from '../../store/worlds.ts'
import { labEngine } from '../engine.ts'

type Request = { readonly params: ParamsOf<typeof demonstrateWay>; readonly query: QueryOf<typeof demonstrateWay> }

/**
 * The solution of a world, or a mistake people make in it, as commands, for the invented people of the demonstration: they cannot read.
 * A real installation tells nobody. Refusals: `demonstration-only`, `world-not-found`, `way-not-found`.
 */
export async function demonstrate(tx: Tx, { params, query }: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof demonstrateWay>>> {
  if (!ctx.ports.clock.settable) return refuse('demonstration-only')
  const head = await findWorld(tx, params)
  if (head === undefined) return refuse('world-not-found')
  const [{ setup }, task] = [await groundOfWorld(tx, params), await taskByHash(tx, head.taskHash)]
  const variant = { setup, params: setup.params as Params, brief: '' }
  const mistake = task.mistakes.find(each => each.name === query.mistake)
  if (mistake === undefined && query.mistake !== '') return refuse('way-not-found', { mistake: query.mistake })
  const { given } = mistake === undefined ? rehearse(labEngine, variant, task.reference) : mistaken(task, mistake, variant, labEngine)
  return ok({ task: head.task, commands: given.map(({ type, data, from }) => ({ type, data, expectedSeq: from })) })
}
