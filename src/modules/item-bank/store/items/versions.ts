import { z } from 'zod'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import type { BankItem } from '../../core/item.ts'
import { VERSION_STATES, type VersionState } from '../../core/versions/states.ts'
import type { KeptVersion, Placing } from '../../core/versions/version.ts'
import { textNoOf } from '../search/words.ts'
import { VersionRow } from './version-rows.ts'

const sql = sqlFile(import.meta.url, './versions.sql')
const ItemIdRow = z.object({ item_id: z.string(), code: z.string() })
const SourceRow = z.object({
  item_id: z.string(),
  code: z.string(),
  item_version_id: z.string(),
  number: z.number().int(),
  source_mac: z.string(),
  state: z.enum(VERSION_STATES),
})
const placingColumns = z.object({
  edition_id: z.string(),
  level: z.string(),
  code: z.string(),
  area_path: z.string(),
  importance: z.string(),
  is_home: z.boolean(),
})
const PointRow = placingColumns.transform(placingOf)
const VersionPointRow = placingColumns
  .extend({ item_version_id: z.string() })
  .transform((row): Placing & { readonly itemVersionId: string } => ({ ...placingOf(row), itemVersionId: row.item_version_id }))

function placingOf(row: z.infer<typeof placingColumns>): Placing {
  const { edition_id: editionId, level, code, area_path: areaPath, importance, is_home: isHome } = row
  return { editionId, level, code, areaPath, importance, isHome }
}

type Document = Readonly<Record<string, unknown>>
/** What a version says: documents, the sealed key, and the words for search. */
export type NewContent = {
  readonly content: Document
  readonly rubric: Document | null
  readonly keySealed: string
  readonly plain: string
}
/** The facts of a version that its writer states. */
export type Stated = Pick<
  BankItem,
  'type' | 'marks' | 'area' | 'difficulty' | 'importance' | 'points' | 'seconds' | 'stimulusVersionId'
> & { readonly areaPath: string; readonly source: string | null }
/** A version to be kept. `sourceMac` remembers the file it came from; empty for one written here. */
export type NewVersion = Stated &
  NewContent & {
    readonly itemId: string
    readonly itemVersionId: string
    readonly number: number
    readonly state: VersionState
    readonly code: string
    readonly editionId: string
    readonly level: string
    readonly writer: string
    readonly writerId: string | null
    readonly reviewer: string
    readonly madeFrom: string | null
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

export function findVersion(tx: Tx, itemVersionId: string): Promise<KeptVersion | undefined> {
  return sql.maybe(tx, 'find-version', { itemVersionId }, VersionRow)
}

/** Every version of an item, oldest first. */
export function listOfItem(tx: Tx, itemId: string): Promise<KeptVersion[]> {
  return sql.many(tx, 'list-of-item', { itemId }, VersionRow)
}

/** Every version that stands with a stimulus, in any version of it. */
export function listOfStimulus(tx: Tx, stimulusId: string): Promise<KeptVersion[]> {
  return sql.many(tx, 'list-of-stimulus', { stimulusId }, VersionRow)
}

/** Versions that wait in some states, longest first. */
export function listWaiting(tx: Tx, where: { states: readonly VersionState[]; most: number }): Promise<KeptVersion[]> {
  return sql.many(tx, 'list-waiting', where, VersionRow)
}

/** Locks an item, so that two steps of its versions stand one after the other. */
export async function lockItem(tx: Tx, itemId: string): Promise<boolean> {
  return (await sql.maybe(tx, 'lock-item', { itemId }, ItemIdRow)) !== undefined
}

/** Every number that has been given, whatever became of its item. */
export async function listCodes(tx: Tx): Promise<string[]> {
  return (await sql.many(tx, 'list-codes', {}, z.object({ code: z.string() }))).map(row => row.code)
}

export async function findItemByCode(tx: Tx, code: string): Promise<string | undefined> {
  return (await sql.maybe(tx, 'find-item-by-code', { code }, ItemIdRow))?.item_id
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

/** Enters items that are new, versions and their contents, in one statement each. */
export async function insertVersions(
  tx: Tx,
  { versions, fresh, at }: { versions: readonly NewVersion[]; fresh: readonly NewVersion[]; at: Instant },
): Promise<void> {
  const items = fresh.map(v => ({ item_id: v.itemId, code: v.code, edition_id: v.editionId, level: v.level }))
  await sql.run(tx, 'insert-items', { rows: JSON.stringify(items), at })
  await sql.run(tx, 'insert-versions', { rows: JSON.stringify(versions.map(versionRow)), at })
  const contents = versions.map(v => ({
    item_version_id: v.itemVersionId,
    content: v.content,
    rubric: v.rubric,
    key_sealed: v.keySealed,
    plain: v.plain,
  }))
  await sql.run(tx, 'insert-contents', { rows: JSON.stringify(contents) })
}

function versionRow(v: NewVersion): Readonly<Record<string, unknown>> {
  return {
    item_version_id: v.itemVersionId,
    item_id: v.itemId,
    number: v.number,
    state: v.state,
    type: v.type,
    marks: v.marks,
    area: v.area,
    area_path: v.areaPath,
    difficulty: v.difficulty,
    importance: v.importance,
    points: v.points,
    seconds: v.seconds,
    source: v.source,
    writer: v.writer,
    writer_id: v.writerId,
    reviewer: v.reviewer,
    stimulus_version_id: v.stimulusVersionId,
    made_from: v.madeFrom,
    code: v.code,
    edition_id: v.editionId,
    level: v.level,
    source_mac: v.sourceMac,
    text_no: textNoOf(v.itemVersionId),
  }
}

/** Changes the facts of a draft; false when somebody changed it meanwhile or it is no draft any more. */
export async function updateDraft(
  tx: Tx,
  where: { readonly itemVersionId: string; readonly guard: number },
  stated: Stated,
): Promise<boolean> {
  const values = { ...stated, ...where, area: JSON.stringify(stated.area), points: JSON.stringify(stated.points) }
  return (await sql.run(tx, 'update-draft', values)) === 1
}

/** Writes the content of a draft anew; only ever called for a draft whose facts were just changed under its guard. */
export async function updateContent(tx: Tx, itemVersionId: string, content: NewContent): Promise<void> {
  await sql.run(tx, 'update-content', {
    itemVersionId,
    content: JSON.stringify(content.content),
    rubric: content.rubric === null ? null : JSON.stringify(content.rubric),
    keySealed: content.keySealed,
    plain: content.plain,
  })
}

/** A step of a version, with the people it names from now on. */
export type Move = {
  readonly itemVersionId: string
  readonly guard: number
  readonly state: VersionState
  readonly at: Instant
  readonly reviewer?: { readonly name: string; readonly personId: string }
  readonly approver?: { readonly name: string; readonly personId: string }
}

/** False when somebody moved the version meanwhile. */
export async function moveVersion(tx: Tx, { reviewer, approver, ...move }: Move): Promise<boolean> {
  const people = {
    reviewer: reviewer?.name ?? null,
    reviewerId: reviewer?.personId ?? null,
    approver: approver?.name ?? null,
    approverId: approver?.personId ?? null,
  }
  return (await sql.run(tx, 'move-version', { ...move, ...people })) === 1
}

export async function retireVersions(tx: Tx, itemVersionIds: readonly string[], at: Instant): Promise<void> {
  await sql.run(tx, 'retire-versions', { itemVersionIds, at })
}

export type NewPlacing = Placing & { readonly itemVersionId: string }

export async function insertPlacings(tx: Tx, placings: readonly NewPlacing[]): Promise<void> {
  if (placings.length === 0) return
  const rows = placings.map(p => ({
    item_version_id: p.itemVersionId,
    edition_id: p.editionId,
    level: p.level,
    code: p.code,
    area_path: p.areaPath,
    importance: p.importance,
    is_home: p.isHome,
  }))
  await sql.run(tx, 'insert-points', { rows: JSON.stringify(rows) })
}

/** Replaces where a version is placed. */
export async function replacePlacings(tx: Tx, itemVersionId: string, placings: readonly Placing[]): Promise<void> {
  await sql.run(tx, 'remove-points', { itemVersionId })
  await insertPlacings(
    tx,
    placings.map(placing => ({ ...placing, itemVersionId })),
  )
}

export function listPlacings(tx: Tx, itemVersionId: string): Promise<Placing[]> {
  return sql.many(tx, 'list-points', { itemVersionId }, PointRow)
}

/** Where each of some versions is placed, its home first. */
export function listPlacingsOf(tx: Tx, itemVersionIds: readonly string[]) {
  return sql.many(tx, 'list-points-of-versions', { itemVersionIds }, VersionPointRow)
}

/** Notes which pictures versions show; pictures the bank does not hold are left out. */
export async function insertShownMedia(
  tx: Tx,
  shown: readonly { readonly itemVersionId: string; readonly mediaId: string }[],
): Promise<void> {
  if (shown.length === 0) return
  await sql.run(tx, 'insert-media', { itemVersionIds: shown.map(s => s.itemVersionId), mediaIds: shown.map(s => s.mediaId) })
}

export async function replaceShownMedia(tx: Tx, itemVersionId: string, mediaIds: readonly string[]): Promise<void> {
  await sql.run(tx, 'remove-media', { itemVersionId })
  await insertShownMedia(
    tx,
    mediaIds.map(mediaId => ({ itemVersionId, mediaId })),
  )
}

const OWN_STATES: readonly VersionState[] = ['draft', 'returned', 'item-review', 'passed', 'approved', 'trial']
const MOST_OWN = 500

/** A writer's own versions that are not over, newest step first; a returned one only as long as no newer version was made from it. */
export function listOwn(tx: Tx, personId: string): Promise<KeptVersion[]> {
  return sql.many(tx, 'list-own', { personId, states: OWN_STATES, most: MOST_OWN }, VersionRow)
}
