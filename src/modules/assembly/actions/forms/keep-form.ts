import { createHash } from 'node:crypto'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { PackageMedia, PaperPackage } from '../../../delivery/contract.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import { itemVersionsOf, labReleasesOf, mediaOfVersions, publicContentsOf, recordExposure, stimuliOf } from '../../../item-bank/index.ts'
import type { Form } from '../../core/form/form.ts'
import { formPackage } from '../../core/form/form-package.ts'
import { type KeptForm, insertForm } from '../../store/forms/forms.ts'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Writes a form down: its package is built for the digest, its items count as used, and it goes on record. */
export async function keepForm(tx: Tx, ctx: Ctx, form: Form): Promise<KeptForm> {
  const itemVersionIds = form.places.map(place => place.itemVersionId)
  const { digest } = await buildPackage(tx, ctx, form, await itemVersionsOf(tx, itemVersionIds))
  const kept = { ...form, digest }
  await insertForm(tx, kept)
  await recordExposure(tx, ctx, { itemVersionIds, usedIn: `form:${form.formId}` })
  const facts = { edition: form.editionId, level: form.level, items: itemVersionIds.length, digest, run: form.runId }
  await record(tx, ctx, { type: 'form-assembled', subject: { kind: 'form', id: form.formId }, facts })
  return kept
}

/** The package of a form, with the pictures and the material its items show and the documents their worlds are played with. */
export async function buildPackage(tx: Tx, ctx: Ctx, form: Form, items: readonly BankItem[]): Promise<PaperPackage> {
  const ids = form.places.map(place => place.itemVersionId)
  const shown = await mediaOfVersions(tx, ids)
  const media: PackageMedia[] = []
  for (const { mediaId, mediaType } of shown)
    media.push({ media: mediaId, mediaType, base64: (await ctx.ports.files.get(mediaId)).toString('base64') })
  const parts = {
    contents: await publicContentsOf(tx, ids),
    stimuli: await stimuliOf(tx, ids),
    media,
    laboratory: await labReleasesOf(tx, ids),
  }
  return formPackage(form, items, parts, sha256)
}
