import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import { hundredths } from '../../../kernel/marks.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { type BankItem, IMPORTANCES, type ItemDraft, type ItemId, type ItemVersionId, THEORY_TYPES, VERSION_STATES } from '../core/item.ts'

const sql = sqlFile(import.meta.url, './items.sql')
const Document = z.record(z.string(), z.unknown())
const ItemRow = z
  .object({
    item_id: z.string(),
    code: z.string(),
    edition_id: z.string(),
    level: z.string(),
    item_version_id: z.string(),
    number: z.number().int(),
    state: z.enum(VERSION_STATES),
    type: z.enum(THEORY_TYPES),
    marks: z.number().int(),
    area: z.array(z.string()),
    difficulty: z.number().int(),
    importance: z.enum(IMPORTANCES),
    writer: z.string(),
    reviewer: z.string().nullable(),
    exposure: z.number().int(),
  })
  .transform((row): BankItem => ({
    itemId: row.item_id as ItemId,
    itemVersionId: row.item_version_id as ItemVersionId,
    code: row.code,
    version: row.number,
    state: row.state,
    type: row.type,
    marks: hundredths(row.marks),
    editionId: row.edition_id,
    level: row.level,
    area: row.area,
    difficulty: row.difficulty,
    importance: row.importance,
    writer: row.writer,
    reviewer: row.reviewer ?? '',
    exposure: row.exposure,
  }))
const SecretRow = z.object({ item_version_id: z.string(), content: Document, key_sealed: z.string() })
const VersionIdRow = z.object({ item_version_id: z.string() })
const SourceRow = z.object({
  item_id: z.string(),
  code: z.string(),
  item_version_id: z.string(),
  number: z.number().int(),
  source_mac: z.string(),
  state: z.enum(VERSION_STATES),
})

/** A version to be kept: its key sealed, its source remembered by a MAC. */
export type NewVersion = {
  readonly itemId: string
  readonly itemVersionId: string
  readonly number: number
  readonly draft: ItemDraft
  readonly keySealed: string
  readonly sourceMac: string
}
/** A version as a file may bring it again. */
export type KnownVersion = {
  readonly itemId: string
  readonly itemVersionId: string
  readonly code: string
  readonly number: number
  readonly sourceMac: string
  readonly operational: boolean
}

/** The operational items of an edition at some levels, in the order of their numbers. */
export function listItems(tx: Tx, where: { editionId: string; levels: readonly string[] }): Promise<BankItem[]> {
  return sql.many(tx, 'list-items', where, ItemRow)
}

/** Versions by id, operational or not. */
export function listVersions(tx: Tx, itemVersionIds: readonly string[]): Promise<BankItem[]> {
  return sql.many(tx, 'list-versions', { itemVersionIds }, ItemRow)
}

export async function listSecrets(
  tx: Tx,
  itemVersionIds: readonly string[],
): Promise<{ itemVersionId: string; content: Record<string, unknown>; keySealed: string }[]> {
  const rows = await sql.many(tx, 'list-secrets', { itemVersionIds }, SecretRow)
  return rows.map(row => ({ itemVersionId: row.item_version_id, content: row.content, keySealed: row.key_sealed }))
}

/** The operational version of an item. */
export async function findCurrentVersion(tx: Tx, itemId: string): Promise<string | undefined> {
  return (await sql.maybe(tx, 'find-current-version', { itemId }, VersionIdRow))?.item_version_id
}

export async function listSources(tx: Tx, codes: readonly string[]): Promise<KnownVersion[]> {
  const rows = await sql.many(tx, 'list-sources', { codes }, SourceRow)
  return rows.map(row => ({
    itemId: row.item_id,
    itemVersionId: row.item_version_id,
    code: row.code,
    number: row.number,
    sourceMac: row.source_mac,
    operational: row.state === 'operational',
  }))
}

/** Items and versions of one file, in one statement each; items known already are only given the new version. */
export async function insertVersions(tx: Tx, versions: readonly NewVersion[], fresh: readonly NewVersion[], at: Instant): Promise<void> {
  const items = fresh.map(v => ({ item_id: v.itemId, code: v.draft.code, edition_id: v.draft.editionId, level: v.draft.level }))
  await sql.run(tx, 'insert-items', { rows: JSON.stringify(items), at })
  const rows = versions.map(({ draft, ...v }) => ({
    item_version_id: v.itemVersionId,
    item_id: v.itemId,
    number: v.number,
    type: draft.type,
    marks: draft.marks,
    area: draft.area,
    difficulty: draft.difficulty,
    importance: draft.importance,
    writer: draft.writer,
    content: draft.content,
    key_sealed: v.keySealed,
    source_mac: v.sourceMac,
  }))
  await sql.run(tx, 'insert-versions', { rows: JSON.stringify(rows), at })
}

/** Notes who passed each version. */
export async function insertReviews(tx: Tx, versions: readonly NewVersion[], at: Instant): Promise<void> {
  await sql.run(tx, 'insert-reviews', {
    itemVersionIds: versions.map(v => v.itemVersionId),
    reviewers: versions.map(v => v.draft.reviewer),
    at,
  })
}

export async function retireVersions(tx: Tx, itemVersionIds: readonly string[]): Promise<void> {
  await sql.run(tx, 'retire-versions', { itemVersionIds })
}

/** Counts each item once for one use, however often it is told. */
export async function insertExposures(tx: Tx, use: { itemVersionIds: readonly string[]; usedIn: string; at: Instant }): Promise<void> {
  await sql.run(tx, 'insert-exposures', use)
}
