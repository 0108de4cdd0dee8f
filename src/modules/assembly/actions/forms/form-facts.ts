import type { ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { PaperPackage } from '../../../delivery/contract.ts'
import { type BankItem, IMPORTANCES, levelsFor } from '../../../item-bank/contract.ts'
import { itemVersionsOf } from '../../../item-bank/index.ts'
import type { listForms, showForm, showFormFacts } from '../../contract.ts'
import { areasOfPlace } from '../../core/blueprint/areas-of-place.ts'
import { formFacts } from '../../core/facts/form-facts.ts'
import { checkForm } from '../../core/form/check-form.ts'
import { type KeptForm, findForm, listForms as formsIn } from '../../store/forms/forms.ts'
import { factsOf } from '../pool/bank-facts.ts'
import { buildPackage } from './keep-form.ts'

/** The package of a form as `delivery` plays it: public contents only. The digest is the one kept with the form. */
export async function packageOfForm(tx: Tx, ctx: Ctx, formId: string): Promise<PaperPackage> {
  const form = await findForm(tx, formId)
  if (form === undefined) throw new Error(`no form ${formId}`)
  const built = await buildPackage(tx, ctx, form, await itemsOfForm(tx, form))
  if (built.digest !== form.digest) throw new Error(`form ${formId} no longer gives the package it was assembled with`)
  return built
}

export async function viewForms(tx: Tx, request: { query: QueryOf<typeof listForms> }): Promise<Result<ReplyOf<typeof listForms>>> {
  return ok(await formsIn(tx, request.query))
}

/** A form with the proof that it keeps its weight table, checked anew each time. */
export async function viewForm(tx: Tx, request: { params: ParamsOf<typeof showForm> }): Promise<Result<ReplyOf<typeof showForm>>> {
  const form = await findForm(tx, request.params.formId)
  if (form === undefined) return refuse('form-unknown')
  const areas = areasOfPlace(form)
  const levels = levelsFor(form)
  if (!areas.ok) return areas
  if (!levels.ok) return levels
  const items = await itemsOfForm(tx, form)
  const proof = checkForm({ areas: areas.value, items, levels: levels.value })
  const importance = IMPORTANCES.map(each => ({ importance: each, items: items.filter(item => item.importance === each).length }))
  const difficulty = [1, 2, 3, 4, 5].map(each => ({ difficulty: each, items: items.filter(item => item.difficulty === each).length }))
  return ok({ form: summaryOf(form), rows: proof.rows, total: proof.total, faults: proof.faults, importance, difficulty })
}

/** The facts of a form: coverage, curves, time, and the items in their places. */
export async function viewFormFacts(
  tx: Tx,
  request: { params: ParamsOf<typeof showFormFacts> },
): Promise<Result<ReplyOf<typeof showFormFacts>>> {
  const form = await findForm(tx, request.params.formId)
  if (form === undefined) return refuse('form-unknown')
  const areas = areasOfPlace(form)
  if (!areas.ok) return areas
  const items = await itemsOfForm(tx, form)
  const weights = areas.value.map(area => ({ path: area.path, marks: area.weight * 100 }))
  const facts = formFacts({ items, facts: await factsOf(tx, items), areas: weights, minutes: form.minutes })
  return ok({ form: summaryOf(form), facts })
}

/** The items of a form in their places. */
async function itemsOfForm(tx: Tx, form: KeptForm): Promise<readonly BankItem[]> {
  const ids = form.places.map(place => place.itemVersionId)
  const known = new Map((await itemVersionsOf(tx, ids)).map(item => [item.itemVersionId as string, item]))
  return ids.flatMap(id => known.get(id) ?? [])
}

function summaryOf({ places, seed: _seed, ...form }: KeptForm) {
  return { ...form, items: places.length }
}
