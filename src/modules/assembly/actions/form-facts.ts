import type { ParamsOf, QueryOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { PaperPackage } from '../../delivery/contract.ts'
import { IMPORTANCES, levelsFor, theoryAreas } from '../../item-bank/contract.ts'
import { itemVersionsOf, publicContentsOf } from '../../item-bank/index.ts'
import type { listForms, showForm } from '../contract.ts'
import { checkForm } from '../core/form/check-form.ts'
import { formPackage } from '../core/form/form-package.ts'
import { type KeptForm, findForm, listForms as formsIn } from '../store/forms.ts'
import { sha256 } from './assemble-form.ts'

/** The package of a form as `delivery` plays it: public contents only. The digest is the one kept with the form. */
export async function packageOfForm(tx: Tx, formId: string): Promise<PaperPackage> {
  const form = await findForm(tx, formId)
  if (form === undefined) throw new Error(`no form ${formId}`)
  const ids = form.places.map(place => place.itemVersionId)
  const built = formPackage(form, await itemVersionsOf(tx, ids), await publicContentsOf(tx, ids), sha256)
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
  const areas = theoryAreas(form)
  const levels = levelsFor(form)
  if (!areas.ok) return areas
  if (!levels.ok) return levels
  const items = await itemVersionsOf(
    tx,
    form.places.map(place => place.itemVersionId),
  )
  const proof = checkForm({ areas: areas.value, items, levels: levels.value })
  const importance = IMPORTANCES.map(each => ({ importance: each, items: items.filter(item => item.importance === each).length }))
  const difficulty = [1, 2, 3, 4, 5].map(each => ({ difficulty: each, items: items.filter(item => item.difficulty === each).length }))
  return ok({ form: summaryOf(form), rows: proof.rows, total: proof.total, faults: proof.faults, importance, difficulty })
}

function summaryOf(form: KeptForm) {
  const { formId, editionId, level, workType, title, minutes, digest, assembledAt, assembledBy, places } = form
  return { formId, editionId, level, workType, title, minutes, digest, assembledAt, assembledBy, items: places.length }
}
