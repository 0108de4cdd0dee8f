import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { acceptProposal, discardProposal } from '../../contract.ts'
import { checkAssembly } from '../../core/check/check-assembly.ts'
import type { Form, FormId } from '../../core/form/form.ts'
import { mayAccept } from '../../core/policy.ts'
import { decideProposal } from '../../store/runs/proposals.ts'
import { keepForm } from '../forms/keep-form.ts'
import { proposalView } from '../runs/view-runs.ts'
import { personIn } from '../who.ts'
import { type LoadedProposal, loadProposal, stillOpen } from './load-proposal.ts'

/**
 * Makes a form of a proposed one: it is proved once more over the bank of the day, its package is built, its items count as used.
 * Whoever started the run does not accept. Refuses `own-run`, `bank-moved-on` with the sentences that hold no more.
 */
export async function accept(
  tx: Tx,
  { params, body }: { params: ParamsOf<typeof acceptProposal>; body: BodyOf<typeof acceptProposal> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof acceptProposal>>> {
  const found = await loadProposal(tx, ctx, params)
  if (!found.ok) return found
  const open = stillOpen(found.value, body.guard)
  if (!open.ok) return open
  const { personId, name } = personIn(ctx)
  const permitted = mayAccept(found.value.run, personId)
  if (!permitted.ok) return permitted
  const moved = movedOn(found.value)
  if (!moved.ok) return moved
  const form = formOf(found.value, ctx)
  const decision = { state: 'accepted' as const, formId: form.formId, person: name, reason: null, now: ctx.now }
  if (!(await decideProposal(tx, { ...params, guard: body.guard }, decision))) return refuse('changed-meanwhile')
  const { digest } = await keepForm(tx, ctx, form)
  const facts = { form: params.number, formId: form.formId, digest }
  await record(tx, ctx, { type: 'proposed-form-accepted', subject: { kind: 'assembly-run', id: params.runId }, facts })
  return ok({ formId: form.formId, digest })
}

/** What of the form alone holds no more: items that are gone, and constraints that the bank of the day breaks. */
function movedOn({ items, forms, at, loaded }: LoadedProposal): Result<true> {
  const gone = items.filter(item => loaded.items.get(item.code)?.itemVersionId !== item.itemVersionId)
  const verdict = checkAssembly({ ...loaded.problem, forms: forms.length }, forms)
  const broken = verdict.findings.filter(each => !each.holds && (each.form === null || each.form === at + 1))
  if (gone.length === 0 && broken.length === 0) return ok(true)
  const fields = [
    ...gone.map(({ code }) => ({ path: code, zh: `试题${code}已停用或换了版本。`, en: `Item ${code} is retired or has another version.` })),
    ...broken.map(each => ({
      path: each.part,
      ...(loaded.said.get(each.constraintId) ?? { zh: each.constraintId, en: each.constraintId }),
    })),
  ]
  return refuse('bank-moved-on', { count: fields.length }, fields.slice(0, 20))
}

function formOf({ run, places }: LoadedProposal, ctx: Ctx): Form {
  const { place, title, minutes } = run.body
  return {
    formId: newId() as FormId,
    ...place,
    title,
    minutes,
    seed: run.seed,
    assembledAt: ctx.now,
    assembledBy: personIn(ctx).name,
    runId: run.runId,
    blueprintVersionId: run.blueprintVersionId,
    places: places.map(({ number: _number, ...each }) => each),
  }
}

export async function discard(
  tx: Tx,
  { params, body }: { params: ParamsOf<typeof discardProposal>; body: BodyOf<typeof discardProposal> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof discardProposal>>> {
  const found = await loadProposal(tx, ctx, params)
  if (!found.ok) return found
  const open = stillOpen(found.value, body.guard)
  if (!open.ok) return open
  const { proposal, places } = found.value
  const { name: person } = personIn(ctx)
  const decision = { state: 'discarded' as const, formId: null, person, reason: body.reason, now: ctx.now }
  if (!(await decideProposal(tx, { ...params, guard: body.guard }, decision))) return refuse('changed-meanwhile')
  const facts = { form: params.number, reason: body.reason }
  await record(tx, ctx, { type: 'proposed-form-discarded', subject: { kind: 'assembly-run', id: params.runId }, facts })
  const decided = { ...proposal, state: 'discarded' as const, guard: body.guard + 1, decidedAt: ctx.now, decidedBy: person }
  return ok(proposalView(decided, places))
}
