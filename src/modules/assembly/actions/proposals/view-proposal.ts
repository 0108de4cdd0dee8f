import type { ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { listCandidates, showProposal } from '../../contract.ts'
import { checkAssembly } from '../../core/check/check-assembly.ts'
import { formFacts, placeFacts } from '../../core/facts/form-facts.ts'
import { swapCandidates } from '../../core/proposal/swap.ts'
import { keptFindings } from '../../core/run/run-end.ts'
import { factsOf } from '../pool/bank-facts.ts'
import { proposalView } from '../runs/view-runs.ts'
import { loadProposal } from './load-proposal.ts'

/** A form of a run with its facts and the checker's table over the bank as it is now. */
export async function viewProposal(
  tx: Tx,
  { params }: { params: ParamsOf<typeof showProposal> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof showProposal>>> {
  const found = await loadProposal(tx, ctx, params)
  if (!found.ok) return found
  const { run, proposal, places, items, forms, at, loaded } = found.value
  const facts = formFacts({ items, facts: await factsOf(tx, items), areas: run.body.areas, minutes: run.body.minutes })
  const verdict = checkAssembly({ ...loaded.problem, forms: forms.length }, forms)
  const own = verdict.findings.filter(finding => finding.form === null || finding.form === at + 1)
  const findings = keptFindings(own, loaded.said).map(line => ({ ...line, form: line.form === null ? null : proposal.number }))
  return ok({ proposal: proposalView(proposal, places), facts, findings })
}

/** What could stand at a place instead, and what each would break. */
export async function viewCandidates(
  tx: Tx,
  { params, query }: { params: ParamsOf<typeof listCandidates>; query: QueryOf<typeof listCandidates> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listCandidates>>> {
  const found = await loadProposal(tx, ctx, params)
  if (!found.ok) return found
  const { proposal, items, forms, at, loaded } = found.value
  const current = items[params.place - 1]
  if (current === undefined) return refuse('place-unknown')
  const candidates = swapCandidates(loaded, { forms, form: at, place: params.place - 1 })
  return ok({
    guard: proposal.guard,
    current: placeFacts(current, params.place, await factsOf(tx, [current])),
    candidates: candidates
      .slice(0, query.most)
      .map(({ item, breaks, gain }) => ({ item: placeFacts(item, params.place, loaded.facts), breaks: [...breaks], gain })),
    more: Math.max(0, candidates.length - query.most),
  })
}
