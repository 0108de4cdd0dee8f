import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { BLUEPRINT_STATES, BlueprintBody, type BlueprintPlace } from '../../core/blueprint/blueprint.ts'

const sql = sqlFile(import.meta.url, './blueprints.sql')
const at = z.number().int().transform(instant)
const VersionRow = z
  .object({
    blueprint_version_id: z.string(),
    blueprint_id: z.string(),
    number: z.number().int(),
    state: z.enum(BLUEPRINT_STATES),
    guard: z.number().int(),
    body: BlueprintBody,
    edited_at: at,
    edited_by: z.string(),
    edited_by_id: z.string().nullable(),
    approved_at: at.nullable(),
    approved_by: z.string().nullable(),
  })
  .transform(row => ({
    blueprintVersionId: row.blueprint_version_id,
    blueprintId: row.blueprint_id,
    number: row.number,
    state: row.state,
    guard: row.guard,
    body: row.body,
    editedAt: row.edited_at,
    editedBy: row.edited_by,
    editedById: row.edited_by_id,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
  }))
const IdRow = z.object({ blueprint_id: z.string() })

/** A version of a blueprint with what it says. */
export type KeptBlueprint = z.output<typeof VersionRow>
/** Who changes something, and when. */
export type Change = { readonly person: string; readonly personId: string; readonly now: Instant }

export async function insertBlueprint(tx: Tx, blueprintId: string, place: BlueprintPlace, change: Change): Promise<void> {
  await sql.run(tx, 'insert-blueprint', { blueprintId, ...place, ...change })
}

export async function insertBlueprintVersion(
  tx: Tx,
  version: Pick<KeptBlueprint, 'blueprintVersionId' | 'blueprintId' | 'number' | 'body'>,
  change: Change,
): Promise<void> {
  await sql.run(tx, 'insert-version', { ...version, body: JSON.stringify(version.body), ...change })
}

/** False when it is no draft any more or was saved meanwhile. */
export async function saveDraft(
  tx: Tx,
  draft: Pick<KeptBlueprint, 'blueprintVersionId' | 'guard' | 'body'>,
  change: Change,
): Promise<boolean> {
  return (await sql.run(tx, 'save-draft', { ...draft, body: JSON.stringify(draft.body), ...change })) === 1
}

/** False when it is no draft any more or was saved meanwhile. */
export async function approveDraft(tx: Tx, draft: Pick<KeptBlueprint, 'blueprintVersionId' | 'guard'>, change: Change): Promise<boolean> {
  return (await sql.run(tx, 'approve-draft', { ...draft, ...change })) === 1
}

export function findBlueprintVersion(tx: Tx, blueprintVersionId: string): Promise<KeptBlueprint | undefined> {
  return sql.maybe(tx, 'find-version', { blueprintVersionId }, VersionRow)
}

/** Newest first. */
export function listVersionsOf(tx: Tx, blueprintId: string): Promise<KeptBlueprint[]> {
  return sql.many(tx, 'list-versions-of', { blueprintId }, VersionRow)
}

/** Holds a blueprint, so that no two drafts of it are opened at once. */
export async function lockBlueprint(tx: Tx, blueprintId: string): Promise<boolean> {
  return (await sql.maybe(tx, 'lock-blueprint', { blueprintId }, IdRow)) !== undefined
}

/** All versions of the blueprints of a place, each blueprint's newest first; empty texts select everything. */
export function listBlueprintsAt(tx: Tx, where: { readonly editionId: string; readonly level: string }): Promise<KeptBlueprint[]> {
  return sql.many(tx, 'list-blueprints', where, VersionRow)
}
