import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { liesIn } from '../../../item-bank/contract.ts'
import type { swapItem } from '../../contract.ts'
import { swapBreaks } from '../../core/proposal/swap.ts'
import { swapProposedItem } from '../../store/runs/proposals.ts'
import { loadProposal, stillOpen } from './load-proposal.ts'

/** Puts another item at a place of a proposed form, when the checker finds nothing that this would break. */
export async function swapProposed(
  tx: Tx,
  { params, body }: { params: ParamsOf<typeof swapItem>; body: BodyOf<typeof swapItem> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof swapItem>>> {
  const found = await loadProposal(tx, ctx, params)
  if (!found.ok) return found
  const open = stillOpen(found.value, body.guard)
  if (!open.ok) return open
  const { run, items, forms, at, loaded } = found.value
  const current = items[body.place - 1]
  if (current === undefined) return refuse('place-unknown')
  const item = [...loaded.items.values()].find(each => each.itemId === body.itemId)
  if (item === undefined || items.some(each => each.itemId === body.itemId)) return refuse('candidate-unknown')
  const breaks = swapBreaks(loaded, { forms, form: at, place: body.place - 1 }, item)
  if (breaks.length > 0)
    return refuse(
      'swap-breaks',
      { count: breaks.length },
      breaks.map(said => ({ path: item.code, ...said })),
    )
  const path = run.body.areas.find(area => liesIn(item.area, area.path))?.path ?? item.area
  const place = { place: body.place, itemId: item.itemId, itemVersionId: item.itemVersionId, path, marks: item.marks }
  if (!(await swapProposedItem(tx, { ...params, guard: body.guard }, place))) return refuse('changed-meanwhile')
  const facts = { form: params.number, place: body.place, from: current.code, to: item.code }
  await record(tx, ctx, { type: 'item-swapped', subject: { kind: 'assembly-run', id: params.runId }, facts })
  return ok({ guard: body.guard + 1 })
}
