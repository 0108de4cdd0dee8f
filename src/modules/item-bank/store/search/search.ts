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
/** What was found. `more`: there is more than `total`, which counts only so far; the asking should be narrowed. */
export type Found = { readonly total: number; readonly more: boolean; readonly versions: readonly KeptVersion[] }

/** What is found is counted up to here. */
const MOST_COUNTED = 1_000

function counted(total: number): Pick<Found, 'total' | 'more'> {
  return { total: Math.min(total, MOST_COUNTED), more: total > MOST_COUNTED }
}

/** Versions by their facts, in the order of their codes. */
export async function listFound(tx: Tx, search: Search): Promise<Found> {
  const cap = MOST_COUNTED + 1
  if (search.point !== '') return foundOf(await sql.many(tx, 'list-found-at-point', { ...search, cap }, FoundRow))
  const versions = await sql.many(tx, 'list-found', search, VersionRow)
  const all = search.from === 0 && versions.length < search.most
  const total = all ? versions.length : (await sql.one(tx, 'count-found', { ...search, cap }, TotalRow)).total
  return { ...counted(total), versions }
}

/**
 * Versions whose words hold the needle, with those words. `gram` is the rarest of the needle's; undefined when it has none, being a
 * single character. Where there are more than are counted, some of them are shown, not all.
 */
export async function listFoundByWords(
  tx: Tx,
  search: Search,
  { needle, gram }: { needle: string; gram: Gram | undefined },
): Promise<Found & { readonly plains: ReadonlyMap<string, string> }> {
  const values = { ...search, needle, cap: MOST_COUNTED + 1 }
  const rows =
    gram === undefined
      ? await sql.many(tx, 'list-found-by-character', values, FoundRow)
      : await sql.many(tx, 'list-found-by-words', { ...values, gram }, FoundRow)
  const found = foundOf(rows)
  return { ...found, plains: new Map(rows.map((row, at) => [found.versions[at]?.itemVersionId ?? '', row.plain])) }
}

function foundOf(rows: readonly z.infer<typeof FoundRow>[]): Found {
  return { ...counted(rows[0]?.total ?? 0), versions: rows.map(row => VersionRow.parse(row)) }
}
