import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { liesIn } from '../../../item-bank/contract.ts'
import type { previewSwap, swapItem } from '../../contract.ts'
import { placeFacts } from '../../core/facts/form-facts.ts'
import { swapPreview } from '../../core/proposal/swap-preview.ts'
import { swapOutcome } from '../../core/proposal/swap.ts'
import { swapProposedItem } from '../../store/runs/proposals.ts'
import { factsOf } from '../pool/bank-facts.ts'
import { type LoadedProposal, loadProposal, stillOpen } from './load-proposal.ts'

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
  const { run, forms, at, loaded } = found.value
  const pair = pairOf(found.value, body)
  if (!pair.ok) return pair
  const { current, item } = pair.value
  const breaks = swapOutcome(loaded, { forms, form: at, place: body.place - 1 }, item).breaks
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

/** What a swap would break and alter; nothing is kept. */
export async function viewSwap(
  tx: Tx,
  { params }: { params: ParamsOf<typeof previewSwap> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof previewSwap>>> {
  const found = await loadProposal(tx, ctx, params)
  if (!found.ok) return found
  const pair = pairOf(found.value, { place: params.place, itemId: params.candidateId })
  if (!pair.ok) return pair
  const { current, item } = pair.value
  const { run, proposal, items, forms, numbers, at, loaded } = found.value
  const place = params.place - 1
  const { breaks, gain } = swapOutcome(loaded, { forms, form: at, place }, item)
  const facts = await factsOf(tx, [...items, item])
  const others = forms.flatMap((codes, n) => (n === at ? [] : [{ number: numbers[n] ?? 0, codes }]))
  return ok({
    guard: proposal.guard,
    current: placeFacts(current, params.place, facts),
    item: placeFacts(item, params.place, facts),
    breaks: [...breaks],
    gain,
    changes: swapPreview({ items, place, item, facts, body: run.body, others }),
  })
}

/** The item at a place and the one that could stand there. Refuses `place-unknown`, `candidate-unknown`. */
function pairOf({ items, loaded }: LoadedProposal, { place, itemId }: { readonly place: number; readonly itemId: string }) {
  const current = items[place - 1]
  if (current === undefined) return refuse('place-unknown')
  const item = [...loaded.items.values()].find(each => each.itemId === itemId)
  if (item === undefined || items.some(each => each.itemId === itemId)) return refuse('candidate-unknown')
  return ok({ current, item })
}
