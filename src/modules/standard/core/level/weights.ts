import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { LevelCode } from '../clause.ts'
import type { Part, WeightKey, WeightRow, WeightTables } from '../edition.ts'
import type { ResolvedEdition } from '../resolve.ts'
import { chosenWorkType, levelOf } from './levels.ts'

/** What a whole table must add up to, in percent. */
export const WHOLE = 100

/** Something wrong with a table: it does not add up, a row's children do not, an area stands twice, or a weight is no whole percent. */
export type WeightFault =
  | { readonly kind: 'total'; readonly total: number }
  | { readonly kind: 'children'; readonly area: string; readonly weight: number; readonly sum: number }
  | { readonly kind: 'repeated'; readonly area: string }
  | { readonly kind: 'not-a-percentage'; readonly area: string; readonly weight: number }

/** A smallest part of a table with its path from the top, in whole percent. */
export type WeightLeaf = { readonly path: readonly string[]; readonly weight: number }

/**
 * The weight table (比重表) of a part at a level. Where tables are kept by work type, the type must be chosen;
 * where the level has a common table, a chosen type does not matter.
 * Refuses `level-unknown`, `work-type-needed`, `work-type-unknown`, `weights-not-stated`.
 */
export function weightTable(edition: ResolvedEdition, code: LevelCode, workType: string | null, part: Part): Result<readonly WeightRow[]> {
  const level = levelOf(edition, code)
  if (!level.ok) return level
  const choice = chosenWorkType(edition, code, workType)
  if (!choice.ok) return choice
  const tables = (workType === null ? undefined : edition.weights[`${code}:${workType}`]) ?? edition.weights[code]
  const rows = tables?.[part] ?? []
  return rows.length > 0
    ? ok(rows)
    : refuse('weights-not-stated', { edition: edition.id, level: code, part, partZh: part === 'theory' ? '理论知识' : '操作技能' })
}

/** Every table of an edition that has rows, with its key and part. */
export function weightTables(
  edition: ResolvedEdition,
): readonly { readonly key: WeightKey; readonly part: Part; readonly rows: readonly WeightRow[] }[] {
  const entries = Object.entries(edition.weights) as [WeightKey, WeightTables][]
  return entries.flatMap(([key, tables]) =>
    (['theory', 'skill'] as const).filter(part => tables[part].length > 0).map(part => ({ key, part, rows: tables[part] })),
  )
}

/** Sum of the rows, in percent. */
export function totalWeight(rows: readonly { readonly weight: number }[]): number {
  return rows.reduce((sum, row) => sum + row.weight, 0)
}

/** Everything wrong with a table; empty for a sound one. A weight of 0 is sound: a node may be absent at one level. */
export function weightFaults(rows: readonly WeightRow[]): readonly WeightFault[] {
  const faults: WeightFault[] = []
  if (totalWeight(rows) !== WHOLE) faults.push({ kind: 'total', total: totalWeight(rows) })
  for (const row of rows) {
    if (row.children === undefined) continue
    const sum = totalWeight(row.children)
    if (sum !== row.weight) faults.push({ kind: 'children', area: row.area, weight: row.weight, sum })
    faults.push(...rowFaults(row.children))
  }
  return [...faults, ...rowFaults(rows)]
}

function rowFaults(rows: readonly { readonly area: string; readonly weight: number }[]): readonly WeightFault[] {
  const names = rows.map(row => row.area)
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  return [
    ...repeated.map(area => ({ kind: 'repeated' as const, area })),
    ...rows
      .filter(row => !isPercentage(row.weight))
      .map(row => ({ kind: 'not-a-percentage' as const, area: row.area, weight: row.weight })),
  ]
}

function isPercentage(weight: number): boolean {
  return Number.isInteger(weight) && weight >= 0 && weight <= WHOLE
}

/** The table cut into its smallest parts; their weights add up to the total of a sound table. */
export function weightLeaves(rows: readonly WeightRow[]): readonly WeightLeaf[] {
  return rows.flatMap(row =>
    row.children === undefined
      ? [{ path: [row.area], weight: row.weight }]
      : row.children.map(child => ({ path: [row.area, child.area], weight: child.weight })),
  )
}
