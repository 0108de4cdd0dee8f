import { z } from 'zod'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import type { Gram } from '../../core/search/grams.ts'
import type { KeptVersion } from '../../core/versions/version.ts'
import { VersionRow } from '../items/version-rows.ts'

const sql = sqlFile(import.meta.url, './search.sql')
const TotalRow = z.object({ total: z.number().int() })
const FoundRow = z.object({ plain: z.string(), total: z.number().int() }).loose()

/** What is asked for; an empty text leaves a column out. `personId` and `everybody` say whose drafts may be seen. */
export type Search = {
  readonly editionId: string
  readonly level: string
  readonly areaPath: string
  readonly point: string
  readonly type: string
  readonly states: readonly string[]
  readonly easiest: number
  readonly hardest: number
  readonly importance: string
  readonly writer: string
  readonly code: string
  readonly used: '' | 'used' | 'unused'
  readonly personId: string
  readonly everybody: boolean
  readonly from: number
  readonly most: number
}
export type Found = { readonly total: number; readonly versions: readonly KeptVersion[] }

export async function listFound(tx: Tx, search: Search): Promise<Found> {
  const versions = await sql.many(tx, 'list-found', search, VersionRow)
  const all = search.from === 0 && versions.length < search.most
  const total = all ? versions.length : (await sql.one(tx, 'count-found', search, TotalRow)).total
  return { total, versions }
}

/** Versions whose words hold the needle, with those words. `grams` are some of the needle's; none when it is a single character. */
export async function listFoundByWords(
  tx: Tx,
  search: Search,
  { needle, grams }: { needle: string; grams: readonly Gram[] },
): Promise<Found & { readonly plains: ReadonlyMap<string, string> }> {
  const rows =
    grams.length === 0
      ? await sql.many(tx, 'list-found-by-character', { ...search, needle }, FoundRow)
      : await sql.many(tx, 'list-found-by-words', { ...search, needle, grams, gramCount: grams.length }, FoundRow)
  const versions = rows.map(row => VersionRow.parse(row))
  const plains = new Map(rows.map((row, at) => [versions[at]?.itemVersionId ?? '', row.plain]))
  return { total: rows[0]?.total ?? 0, versions, plains }
}
