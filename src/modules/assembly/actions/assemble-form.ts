import { createHash } from 'node:crypto'
import type { BodyOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId, newToken } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import { type LevelPlace, levelsFor, theoryAreas } from '../../item-bank/contract.ts'
import { operationalItems, publicContentsOf, recordExposure } from '../../item-bank/index.ts'
import type { requestForm } from '../contract.ts'
import { blueprintOf } from '../core/draw/blueprint.ts'
import { checkForm } from '../core/form/check-form.ts'
import { type Pick, drawForm } from '../core/draw/draw-form.ts'
import type { Form, FormId } from '../core/form/form.ts'
import { type FormHead, formHead } from '../core/form/form-head.ts'
import { formPackage } from '../core/form/form-package.ts'
import { insertForm } from '../store/forms.ts'

/** Which level's theory paper, and the seed of the draw. */
export type FormOrder = LevelPlace & { readonly seed: string }

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Assembles a theory form by the edition's weight table, checks it anew, counts the exposure of its items and records it.
 * Refusals: `bank-too-small`, `weights-not-whole`, `theory-not-examined`, and those of the standard for an unknown place.
 */
export async function assembleForm(tx: Tx, ctx: Ctx, order: FormOrder): Promise<Result<{ readonly formId: FormId }>> {
  const head = formHead(order.editionId, order.level)
  if (!head.ok) return head
  const areas = theoryAreas(order)
  if (!areas.ok) return areas
  const levels = levelsFor(order)
  if (!levels.ok) return levels
  const blueprint = blueprintOf(areas.value)
  if (!blueprint.ok) return blueprint
  const items = await operationalItems(tx, { editionId: order.editionId, levels: levels.value })
  const picks = drawForm({ blueprint: blueprint.value, items, levels: levels.value, seed: order.seed })
  if (!picks.ok) return picks
  const proof = checkForm({ areas: areas.value, items: picks.value.map(pick => pick.item), levels: levels.value })
  if (proof.faults.length > 0) throw new Error(`a drawn form failed its check: ${JSON.stringify(proof.faults)}`)
  const form = formOf(ctx, order, head.value, picks.value)
  await keep(tx, ctx, form, picks.value)
  return ok({ formId: form.formId })
}

function formOf(ctx: Ctx, order: FormOrder, head: FormHead, picks: readonly Pick[]): Form {
  const places = picks.map(({ item, path }, at) => ({
    place: at + 1,
    itemId: item.itemId,
    itemVersionId: item.itemVersionId,
    path,
    marks: item.marks,
  }))
  const assembledBy = ctx.actor.kind === 'person' ? ctx.actor.name : '系统'
  return {
    ...head,
    formId: newId() as FormId,
    editionId: order.editionId,
    level: order.level,
    workType: order.workType,
    seed: order.seed,
    assembledAt: ctx.now,
    assembledBy,
    places,
  }
}

async function keep(tx: Tx, ctx: Ctx, form: Form, picks: readonly Pick[]): Promise<void> {
  const items = picks.map(pick => pick.item)
  const itemVersionIds = items.map(item => item.itemVersionId)
  const { digest } = formPackage(form, items, await publicContentsOf(tx, itemVersionIds), sha256)
  await insertForm(tx, { ...form, digest })
  await recordExposure(tx, ctx, { itemVersionIds, usedIn: `form:${form.formId}` })
  const facts = { edition: form.editionId, level: form.level, items: items.length, digest }
  await record(tx, ctx, { type: 'form-assembled', subject: { kind: 'form', id: form.formId }, facts })
}

/** The endpoint: the seed is thrown by the server, so that nobody chooses a form by choosing its seed. */
export function assembleRequestedForm(
  tx: Tx,
  request: { body: BodyOf<typeof requestForm> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof requestForm>>> {
  return assembleForm(tx, ctx, { ...request.body, seed: newToken() })
}
