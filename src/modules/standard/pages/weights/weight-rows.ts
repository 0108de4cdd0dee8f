import {
  LEVEL_CODES,
  type LevelCode,
  type Part,
  type ProvenanceText,
  type ResolvedEdition,
  type WeightKey,
  type WeightRow,
} from '../../contract.ts'

/** One choice of table: a level, and a work type where tables are kept by it. */
export type WeightChoice = { readonly key: WeightKey; readonly level: LevelCode; readonly workType: string | null }

export const PARTS: readonly Part[] = ['theory', 'skill']

/** The tables of an edition, low levels first, work types in the order of the data. */
export function weightChoices(edition: ResolvedEdition): readonly WeightChoice[] {
  const choices = (Object.keys(edition.weights) as WeightKey[]).map(key => {
    const [level, workType] = key.split(':') as [LevelCode, string?]
    return { key, level, workType: workType ?? null }
  })
  return LEVEL_CODES.flatMap(level => choices.filter(choice => choice.level === level))
}

/** A row of the table as printed: 0 the area, 1 a part of it. */
export type FlatRow = { readonly area: string; readonly weight: number; readonly provenance: ProvenanceText; readonly depth: 0 | 1 }

/** Areas with their parts below them. */
export function flatRows(rows: readonly WeightRow[]): readonly FlatRow[] {
  return rows.flatMap(({ area, weight, provenance, children = [] }) => [
    { area, weight, provenance, depth: 0 as const },
    ...children.map(child => ({ area: child.area, weight: child.weight, provenance: child.provenance, depth: 1 as const })),
  ])
}

/** Rows for the chart, in basis points. */
export function chartRows(rows: readonly WeightRow[]): readonly { readonly label: string; readonly weights: readonly number[] }[] {
  return rows.map(row => ({ label: row.area, weights: [row.weight * 100] }))
}
