import type { ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { compareForms, listRuns, showRun } from '../../contract.ts'
import { sideFacts } from '../../core/facts/form-facts.ts'
import { overlapsOf } from '../../core/facts/overlaps.ts'
import { type KeptProposal, type ProposedPlace, listProposals, listProposedPlaces } from '../../store/runs/proposals.ts'
import { type KeptRun, findOutcome, findRun, listRunsAt } from '../../store/runs/runs.ts'
import { factsOf } from '../pool/bank-facts.ts'
import { personIn } from '../who.ts'
import { itemsInOrder } from './problem-of-run.ts'
import { sweepRuns } from './sweep-runs.ts'

export async function viewRuns(
  tx: Tx,
  { query }: { query: QueryOf<typeof listRuns> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listRuns>>> {
  await sweepRuns(tx, ctx)
  return ok({ runs: (await listRunsAt(tx, query)).map(run => runView(run, ctx)) })
}

/** A run as it stands, with its proof and its forms. */
export async function viewRun(
  tx: Tx,
  { params: { runId } }: { params: ParamsOf<typeof showRun> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof showRun>>> {
  await sweepRuns(tx, ctx)
  const run = await findRun(tx, runId)
  if (run === undefined) return refuse('run-unknown')
  const { certificate, conflict, findings } = await findOutcome(tx, runId)
  const places = await listProposedPlaces(tx, runId)
  const proposals = (await listProposals(tx, runId)).map(each => proposalView(each, places))
  return ok({ run: runView(run, ctx), certificate, conflict, findings: findings ?? [], proposals })
}

/** The forms of a run side by side. */
export async function viewComparison(
  tx: Tx,
  { params: { runId } }: { params: ParamsOf<typeof compareForms> },
): Promise<Result<ReplyOf<typeof compareForms>>> {
  const run = await findRun(tx, runId)
  if (run === undefined) return refuse('run-unknown')
  const byForm = Map.groupBy(await listProposedPlaces(tx, runId), place => place.number)
  const areas = run.body.areas
  const forms = []
  for (const [number, places] of byForm) {
    const items = await itemsInOrder(
      tx,
      places.map(place => place.itemVersionId),
    )
    forms.push(sideFacts(number, { items, facts: await factsOf(tx, items), areas, minutes: run.body.minutes }))
  }
  const overlaps = overlapsOf([...byForm.values()].map(places => places.map(place => place.itemId)))
  return ok({ forms, overlaps })
}

export function runView(run: KeptRun, ctx: Ctx) {
  const { body, seed: _seed, startedById, seenItems, beatAt: _beat, ...rest } = run
  return { ...rest, title: body.title, place: body.place, seenItems: seenItems.length, isMine: startedById === personIn(ctx).personId }
}

export function proposalView({ runId: _run, ...proposal }: KeptProposal, places: readonly ProposedPlace[]) {
  const own = places.filter(place => place.number === proposal.number)
  return { ...proposal, items: own.length, marks: own.reduce((sum, place) => sum + place.marks, 0) }
}
