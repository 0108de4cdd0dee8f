import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { BlueprintPart, type BlueprintPlace } from '../../core/blueprint/blueprint.ts'
import type { Form, FormId, FormPlace } from '../../core/form/form.ts'

const sql = sqlFile(import.meta.url, './forms.sql')
const head = {
  form_id: z.string(),
  edition_id: z.string(),
  level: z.string(),
  work_type: z.string().nullable(),
  part: BlueprintPart,
  title: z.string(),
  minutes: z.number().int(),
  digest: z.string(),
  assembled_at: z.number().int(),
  assembled_by: z.string(),
  run_id: z.string().nullable(),
  blueprint_version_id: z.string().nullable(),
}
const FormRow = z.object({ ...head, seed: z.string() })
const PlaceRow = z
  .object({ place: z.number().int(), item_id: z.string(), item_version_id: z.string(), area: z.array(z.string()), marks: z.number().int() })
  .transform((row): FormPlace => ({
    place: row.place,
    itemId: row.item_id,
    itemVersionId: row.item_version_id,
    path: row.area,
    marks: hundredths(row.marks),
  }))
const ListedRow = z.object({ ...head, items: z.number().int() }).transform(row => ({ ...headOf(row), items: row.items }))
const TotalRow = z.object({ total: z.number().int() })

/** A form as lists show it. */
export type ListedForm = z.output<typeof ListedRow>
/** A form with the digest of its package. */
export type KeptForm = Form & { readonly digest: string }

export async function insertForm(tx: Tx, { places, ...form }: KeptForm): Promise<void> {
  await sql.run(tx, 'insert-form', form)
  const rows = places.map(place => ({
    place: place.place,
    item_id: place.itemId,
    item_version_id: place.itemVersionId,
    area: place.path,
    marks: place.marks,
  }))
  await sql.run(tx, 'insert-places', { formId: form.formId, rows: JSON.stringify(rows) })
}

export async function findForm(tx: Tx, formId: string): Promise<KeptForm | undefined> {
  const row = await sql.maybe(tx, 'find-form', { formId }, FormRow)
  if (row === undefined) return undefined
  return { ...headOf(row), seed: row.seed, places: await sql.many(tx, 'list-places', { formId }, PlaceRow) }
}

/** Newest first; empty texts select everything. */
export async function listForms(
  tx: Tx,
  where: { editionId: string; level: string; most: number },
): Promise<{ forms: ListedForm[]; total: number }> {
  const { total } = await sql.one(tx, 'count-forms', where, TotalRow)
  return { total, forms: await sql.many(tx, 'list-forms', where, ListedRow) }
}

const RecentRow = z.object({ form_id: z.string(), item_id: z.string() })

/** Items of the last forms of a place, newest form first; those of one run, if told, are left out. */
export async function listRecentItems(
  tx: Tx,
  where: BlueprintPlace & { readonly most: number; readonly runId: string },
): Promise<readonly (readonly string[])[]> {
  const rows = await sql.many(tx, 'list-recent-items', where, RecentRow)
  return [...Map.groupBy(rows, row => row.form_id).values()].map(form => form.map(row => row.item_id))
}

function headOf(row: z.output<z.ZodObject<typeof head>>) {
  const assembledAt: Instant = instant(row.assembled_at)
  return {
    formId: row.form_id as FormId,
    editionId: row.edition_id,
    level: row.level,
    workType: row.work_type,
    part: row.part,
    title: row.title,
    minutes: row.minutes,
    digest: row.digest,
    assembledAt,
    assembledBy: row.assembled_by,
    runId: row.run_id,
    blueprintVersionId: row.blueprint_version_id,
  }
}
