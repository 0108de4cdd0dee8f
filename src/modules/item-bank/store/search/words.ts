import { z } from 'zod'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { type Gram, gramsOf } from '../../core/search/grams.ts'
import { VERSION_STATES } from '../../core/versions/states.ts'

const sql = sqlFile(import.meta.url, './words.sql')
const WordsRow = z.object({ item_version_id: z.string(), plain: z.string() })
const UnindexedRow = z.object({ item_version_id: z.string(), content: z.record(z.string(), z.unknown()) })
const CountRow = z.object({ gram: z.number().int(), versions: z.number().int() })
const TextNoRow = z.object({ text_no: z.number().int() })
const AlikeRow = z.object({
  plain: z.string(),
  item_version_id: z.string(),
  item_id: z.string(),
  code: z.string(),
  number: z.number().int(),
  state: z.enum(VERSION_STATES),
})

/** The number under which a version stands in the index of grams: 48 random bits of its id. */
export function textNoOf(itemVersionId: string): number {
  return Number.parseInt(itemVersionId.replaceAll('-', '').slice(0, 12), 16)
}

/** Words of versions that have just been entered. */
export async function insertWords(tx: Tx, texts: readonly { readonly itemVersionId: string; readonly plain: string }[]): Promise<void> {
  const postings = texts.flatMap(({ itemVersionId, plain }) => gramsOf(plain).map(gram => ({ gram, textNo: textNoOf(itemVersionId) })))
  if (postings.length === 0) return
  const grams = postings.map(posting => posting.gram)
  await sql.run(tx, 'insert-grams', { grams, textNos: postings.map(posting => posting.textNo) })
  await sql.run(tx, 'raise-counts', { grams })
}

/** Moves the index from the words kept so far to new ones; only what differs is touched. Call it before the new words are kept. */
export async function changeWords(tx: Tx, { itemVersionId, plain }: { itemVersionId: string; plain: string }): Promise<void> {
  const known = await sql.maybe(tx, 'find-words', { itemVersionId }, WordsRow)
  const [before, after] = [new Set(gramsOf(known?.plain ?? '')), new Set(gramsOf(plain))]
  const gone = [...before].filter(gram => !after.has(gram))
  const come = [...after].filter(gram => !before.has(gram))
  const textNo = textNoOf(itemVersionId)
  if (gone.length > 0) {
    await sql.run(tx, 'remove-grams', { grams: gone, textNo })
    await sql.run(tx, 'lower-counts', { grams: gone })
  }
  if (come.length === 0) return
  await sql.run(tx, 'insert-grams', { grams: come, textNos: come.map(() => textNo) })
  await sql.run(tx, 'raise-counts', { grams: come })
}

/** Contents that were entered before there was an index. */
export async function listUnindexed(
  tx: Tx,
  most: number,
): Promise<{ itemVersionId: string; content: Readonly<Record<string, unknown>> }[]> {
  const rows = await sql.many(tx, 'list-unindexed', { most }, UnindexedRow)
  return rows.map(row => ({ itemVersionId: row.item_version_id, content: row.content }))
}

export async function setWords(tx: Tx, { itemVersionId, plain }: { itemVersionId: string; plain: string }): Promise<void> {
  await sql.run(tx, 'set-words', { itemVersionId, plain })
  await sql.run(tx, 'set-text-no', { itemVersionId, textNo: textNoOf(itemVersionId) })
}

/** In how many versions each gram stands; grams that stand nowhere are missing. */
export async function countGrams(tx: Tx, grams: readonly Gram[]): Promise<ReadonlyMap<Gram, number>> {
  const rows = await sql.many(tx, 'count-grams', { grams }, CountRow)
  return new Map(rows.map(row => [row.gram, row.versions]))
}

/** Numbers of the versions that share most of the grams. */
export async function listSharing(tx: Tx, where: { grams: readonly Gram[]; most: number }): Promise<number[]> {
  return (await sql.many(tx, 'list-sharing', where, TextNoRow)).map(row => row.text_no)
}

/** A version that may be alike, with its words. */
export type AlikeText = {
  readonly plain: string
  readonly itemVersionId: string
  readonly itemId: string
  readonly code: string
  readonly version: number
  readonly state: (typeof VERSION_STATES)[number]
}

/** Versions by their number in the index, without those of one item and without other people's drafts. */
export async function listAlike(
  tx: Tx,
  where: { textNos: readonly number[]; exceptItemId: string; personId: string },
): Promise<AlikeText[]> {
  const rows = await sql.many(tx, 'list-alike', where, AlikeRow)
  return rows.map(row => ({
    plain: row.plain,
    itemVersionId: row.item_version_id,
    itemId: row.item_id,
    code: row.code,
    version: row.number,
    state: row.state,
  }))
}
