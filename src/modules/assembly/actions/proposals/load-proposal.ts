import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import { type KeptProposal, type ProposalKey, type ProposedPlace, listProposals, listProposedPlaces } from '../../store/runs/proposals.ts'
import { type KeptRun, findRun } from '../../store/runs/runs.ts'
import { type RunProblem, itemsInOrder, problemOfRun } from '../runs/problem-of-run.ts'

/** A form of a run with everything that decides what may be done with it. */
export type LoadedProposal = {
  readonly run: KeptRun
  readonly proposal: KeptProposal
  readonly places: readonly ProposedPlace[]
  readonly items: readonly BankItem[]
  /** Codes of the items of the forms of the run that were not discarded, and their numbers; `at` is this form among them. */
  readonly forms: readonly (readonly string[])[]
  readonly numbers: readonly number[]
  readonly at: number
  readonly loaded: RunProblem
}

/** Refuses `run-unknown`, `proposal-unknown`, and what stands against the problem of the run today. */
export async function loadProposal(tx: Tx, ctx: Ctx, key: ProposalKey): Promise<Result<LoadedProposal>> {
  const run = await findRun(tx, key.runId)
  if (run === undefined) return refuse('run-unknown')
  const all = await listProposals(tx, key.runId)
  const proposal = all.find(each => each.number === key.number)
  if (proposal === undefined) return refuse('proposal-unknown')
  const standing = all.filter(each => each.state !== 'discarded' || each.number === key.number)
  const byForm = Map.groupBy(await listProposedPlaces(tx, key.runId), place => place.number)
  const items = new Map<number, readonly BankItem[]>()
  for (const { number } of standing)
    items.set(
      number,
      await itemsInOrder(
        tx,
        (byForm.get(number) ?? []).map(place => place.itemVersionId),
      ),
    )
  const accepted = standing.filter(each => each.state === 'accepted').flatMap(each => items.get(each.number) ?? [])
  const siblings = new Set(accepted.map(item => item.itemVersionId as string))
  const loaded = await problemOfRun(tx, run, ctx.now, siblings)
  if (!loaded.ok) return loaded
  return ok({
    run,
    proposal,
    places: byForm.get(key.number) ?? [],
    items: items.get(key.number) ?? [],
    forms: standing.map(each => (items.get(each.number) ?? []).map(item => item.code)),
    numbers: standing.map(each => each.number),
    at: standing.findIndex(each => each.number === key.number),
    loaded: loaded.value,
  })
}

export function stillOpen({ proposal }: LoadedProposal, guard: number): Result<true> {
  if (proposal.state !== 'proposed') return refuse('proposal-decided')
  return proposal.guard === guard ? ok(true) : refuse('changed-meanwhile')
}
