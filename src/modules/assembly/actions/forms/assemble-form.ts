import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId, newToken } from '../../../../platform/id.ts'
import { type BankItem, type LevelPlace, levelsFor, liesIn } from '../../../item-bank/contract.ts'
import type { requestForm } from '../../contract.ts'
import type { BlueprintBody, BlueprintPart } from '../../core/blueprint/blueprint.ts'
import { draftBlueprint } from '../../core/blueprint/draft-blueprint.ts'
import { checkForm } from '../../core/form/check-form.ts'
import type { Form, FormId } from '../../core/form/form.ts'
import { bankFacts } from '../pool/bank-facts.ts'
import { chooseItems } from './choose-items.ts'
import { keepForm } from './keep-form.ts'

/** Which paper of which level, the theory paper where nothing is said, and the seed that decides among equals. */
export type FormOrder = LevelPlace & { readonly seed: string; readonly part?: BlueprintPart }

/**
 * Assembles a form by the edition's weight table of its part, checks it anew, counts the exposure of its items and records it. The same
 * seed over the same bank gives the same form. The solver works inside the transaction: it takes well under a second and
 * touches nothing.
 * Refusals: `bank-too-small`, `form-impossible`, `weights-not-whole`, `theory-not-examined`, `practical-not-examined`, `solver-failed`,
 * `no-practical-items` where the bank has no task of the laboratory for the level, and those of the standard for an unknown
 * place.
 */
export async function assembleForm(tx: Tx, ctx: Ctx, order: FormOrder): Promise<Result<{ readonly formId: FormId }>> {
  const { editionId, level, workType, seed, part = 'theory' } = order
  const drafted = draftBlueprint({ editionId, level, workType, part })
  if (!drafted.ok) return drafted
  const body = part === 'theory' ? drafted.value : ofTasks(drafted.value)
  const levels = levelsFor(order)
  if (!levels.ok) return levels
  const facts = await bankFacts(tx, { editionId, levels: levels.value })
  if (part === 'practical' && !facts.items.some(item => item.level === level && item.type === 'lab-task'))
    return refuse('no-practical-items', { level })
  const chosen = await chooseItems(ctx.ports.solver, { body, facts, levels: levels.value, seed, now: ctx.now })
  if (!chosen.ok) return chosen
  const areas = body.areas.map(area => ({ path: area.path, weight: area.marks / 100 }))
  const proof = checkForm({ areas, items: chosen.value, levels: levels.value })
  if (proof.faults.length > 0) throw new Error(`an assembled form failed its check: ${JSON.stringify(proof.faults)}`)
  const form = await keepForm(tx, ctx, formOf(ctx, order, body, chosen.value))
  return ok({ formId: form.formId })
}

/** What is assembled at once for a sitting waits for no person: cases and files are for blueprints that somebody writes. */
function ofTasks(body: BlueprintBody): BlueprintBody {
  return { ...body, types: body.types.filter(each => each.type === 'lab-task') }
}

function formOf(ctx: Ctx, order: FormOrder, body: BlueprintBody, items: readonly BankItem[]): Form {
  return {
    formId: newId() as FormId,
    editionId: order.editionId,
    level: order.level,
    workType: order.workType,
    part: order.part ?? 'theory',
    title: body.title,
    minutes: body.minutes,
    seed: order.seed,
    assembledAt: ctx.now,
    assembledBy: ctx.actor.kind === 'person' ? ctx.actor.name : '系统',
    runId: null,
    blueprintVersionId: null,
    places: items.map((item, at) => ({
      place: at + 1,
      itemId: item.itemId,
      itemVersionId: item.itemVersionId,
      path: body.areas.find(area => liesIn(item.area, area.path))?.path ?? item.area,
      marks: item.marks,
    })),
  }
}

/** The endpoint: the seed is thrown by the server, so that nobody chooses a form by choosing its seed. */
export function assembleRequestedForm(
  tx: Tx,
  request: { body: BodyOf<typeof requestForm> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof requestForm>>> {
  return assembleForm(tx, ctx, { ...request.body, seed: newToken() })
}
