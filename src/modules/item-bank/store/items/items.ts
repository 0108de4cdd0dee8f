import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { Prose } from '../../../interactions/contract.ts'
import type { BankItem } from '../../core/item.ts'
import { ItemRow } from './version-rows.ts'

const sql = sqlFile(import.meta.url, './items.sql')
const Document = z.record(z.string(), z.unknown())
const SecretRow = z.object({ item_version_id: z.string(), content: Document, rubric: Document.nullable(), key_sealed: z.string() })
const TotalRow = z.object({ total: z.number().int() })
const VersionIdRow = z.object({ item_version_id: z.string() })
const StimulusRow = z.object({ item_version_id: z.string(), stimulus_version_id: z.string(), prose: Prose })
const EnemyRow = z.object({ code: z.string(), enemy_code: z.string() })
const ExposureRow = z
  .object({ used_in: z.string(), kind: z.string(), item_version_id: z.string(), at: z.number().int() })
  .transform(row => ({ usedIn: row.used_in, kind: row.kind, itemVersionId: row.item_version_id, at: instant(row.at) }))

/** Content and sealed key as they lie in the database. */
export type SealedSecret = {
  readonly itemVersionId: string
  readonly content: Readonly<Record<string, unknown>>
  readonly rubric: Readonly<Record<string, unknown>> | null
  readonly keySealed: string
}

/** The operational items of an edition at some levels, in the order of their numbers. */
export function listItems(tx: Tx, where: { editionId: string; levels: readonly string[] }): Promise<BankItem[]> {
  return sql.many(tx, 'list-items', where, ItemRow)
}

export type ItemsAsked = {
  readonly editionId: string
  readonly level: string
  /** Empty for every type. */
  readonly type: string
  /** Stands in number, names of people or area; empty for everything. */
  readonly search: string
}

/**
 * A page of the operational items of a level: those behind a number, in order. A page goes on from a number and not from a count, so
 * that nothing is left out when an item is retired between two pages.
 */
export function listItemsPage(tx: Tx, asked: ItemsAsked & { readonly after: string; readonly most: number }): Promise<BankItem[]> {
  return sql.many(tx, 'list-items-page', asked, ItemRow)
}

/** How many operational items there are, over all pages. */
export async function countItems(tx: Tx, asked: ItemsAsked): Promise<number> {
  return (await sql.one(tx, 'count-items', asked, TotalRow)).total
}

/** Versions by id, in whatever state. */
export function listVersions(tx: Tx, itemVersionIds: readonly string[]): Promise<BankItem[]> {
  return sql.many(tx, 'list-versions', { itemVersionIds }, ItemRow)
}

export async function listSecrets(tx: Tx, itemVersionIds: readonly string[]): Promise<SealedSecret[]> {
  const rows = await sql.many(tx, 'list-secrets', { itemVersionIds }, SecretRow)
  return rows.map(row => ({ itemVersionId: row.item_version_id, content: row.content, rubric: row.rubric, keySealed: row.key_sealed }))
}

/** The operational version of an item. */
export async function findCurrentVersion(tx: Tx, itemId: string): Promise<string | undefined> {
  return (await sql.maybe(tx, 'find-current-version', { itemId }, VersionIdRow))?.item_version_id
}

/** The shared stimuli of versions; those without one are missing. */
export async function listStimuliOf(
  tx: Tx,
  itemVersionIds: readonly string[],
): Promise<{ itemVersionId: string; stimulusVersionId: string; prose: Prose }[]> {
  const rows = await sql.many(tx, 'list-stimuli', { itemVersionIds }, StimulusRow)
  return rows.map(row => ({ itemVersionId: row.item_version_id, stimulusVersionId: row.stimulus_version_id, prose: row.prose }))
}

/** Enemies by code: a pair is told from both sides. */
export async function listEnemies(tx: Tx, codes: readonly string[]): Promise<{ code: string; enemy: string }[]> {
  const rows = await sql.many(tx, 'list-enemies', { codes }, EnemyRow)
  return rows.map(row => ({ code: row.code, enemy: row.enemy_code }))
}

/** Adds pairs; each stands in both directions. */
export async function insertEnemies(tx: Tx, pairs: readonly { readonly code: string; readonly enemy: string }[]): Promise<void> {
  if (pairs.length === 0) return
  const both = pairs
    .filter(pair => pair.code !== pair.enemy)
    .flatMap(({ code, enemy }) => [
      [code, enemy],
      [enemy, code],
    ])
  await sql.run(tx, 'insert-enemies', { codes: both.map(pair => pair[0]), enemies: both.map(pair => pair[1]) })
}

export async function removeEnemies(tx: Tx, code: string): Promise<void> {
  await sql.run(tx, 'remove-enemies', { code })
}

/** A use of items: what they were used in, and of what kind that is. */
export type Use = { readonly itemVersionIds: readonly string[]; readonly usedIn: string; readonly kind: string; readonly at: Instant }

/** Counts each item once for one use, however often it is told. */
export async function insertExposures(tx: Tx, use: Use): Promise<void> {
  await sql.run(tx, 'insert-exposures', use)
}

/** Every use of an item over all its versions, newest first. */
export function listExposures(tx: Tx, itemId: string) {
  return sql.many(tx, 'list-exposures', { itemId }, ExposureRow)
}
