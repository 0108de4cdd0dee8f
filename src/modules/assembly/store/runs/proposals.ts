import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import type { FormPlace } from '../../core/form/form.ts'
import { PROPOSAL_STATES } from '../../core/run/run-states.ts'

const sql = sqlFile(import.meta.url, './proposals.sql')
const ProposalRow = z
  .object({
    run_id: z.string(),
    number: z.number().int(),
    state: z.enum(PROPOSAL_STATES),
    guard: z.number().int(),
    swaps: z.number().int(),
    form_id: z.string().nullable(),
    decided_at: z.number().int().transform(instant).nullable(),
    decided_by: z.string().nullable(),
  })
  .transform(row => ({
    runId: row.run_id,
    number: row.number,
    state: row.state,
    guard: row.guard,
    swaps: row.swaps,
    formId: row.form_id,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }))
const PlaceRow = z
  .object({
    number: z.number().int(),
    place: z.number().int(),
    item_id: z.string(),
    item_version_id: z.string(),
    area: z.array(z.string()),
    marks: z.number().int(),
  })
  .transform(row => ({
    number: row.number,
    place: row.place,
    itemId: row.item_id,
    itemVersionId: row.item_version_id,
    path: row.area,
    marks: hundredths(row.marks),
  }))

export type KeptProposal = z.output<typeof ProposalRow>
/** A place of a proposed form; `number` is that of the form. */
export type ProposedPlace = z.output<typeof PlaceRow>
/** A form of a run as its row is found. */
export type ProposalKey = { readonly runId: string; readonly number: number }

export async function insertProposal(tx: Tx, key: ProposalKey, places: readonly FormPlace[]): Promise<void> {
  await sql.run(tx, 'insert-proposal', key)
  const rows = places.map(place => ({
    place: place.place,
    item_id: place.itemId,
    item_version_id: place.itemVersionId,
    area: place.path,
    marks: place.marks,
  }))
  await sql.run(tx, 'insert-proposed-items', { ...key, rows: JSON.stringify(rows) })
}

export function listProposals(tx: Tx, runId: string): Promise<KeptProposal[]> {
  return sql.many(tx, 'list-proposals', { runId }, ProposalRow)
}

/** Places of all forms of a run, by form and place. */
export function listProposedPlaces(tx: Tx, runId: string): Promise<ProposedPlace[]> {
  return sql.many(tx, 'list-proposed-items', { runId }, PlaceRow)
}

/** Puts another item at a place; false when the form has changed or was decided on meanwhile. */
export async function swapProposedItem(tx: Tx, key: ProposalKey & { readonly guard: number }, place: FormPlace): Promise<boolean> {
  if ((await sql.run(tx, 'count-swap', key)) !== 1) return false
  const { itemId, itemVersionId, marks } = place
  const row = { runId: key.runId, number: key.number, place: place.place, itemId, itemVersionId, area: JSON.stringify(place.path), marks }
  return (await sql.run(tx, 'swap-proposed-item', row)) === 1
}

export type Decision = {
  readonly state: 'accepted' | 'discarded'
  readonly formId: string | null
  readonly person: string
  readonly reason: string | null
  readonly now: Instant
}

/** False when the form has changed or was decided on meanwhile. */
export async function decideProposal(tx: Tx, key: ProposalKey & { readonly guard: number }, decision: Decision): Promise<boolean> {
  return (await sql.run(tx, 'decide-proposal', { ...key, ...decision })) === 1
}
