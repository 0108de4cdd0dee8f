import type { InteractionType } from '../../../interactions/contract.ts'

/** So many operational items of a type and a difficulty at an assessment point. */
export type CoverageCell = { readonly point: string; readonly type: InteractionType; readonly difficulty: number; readonly items: number }
/** Which cells are meant: those of a range or a point, of a difficulty, of a type; left out means all. */
export type CellWish = { readonly code?: string; readonly difficulty?: number; readonly type?: InteractionType }

/** Shades of a heat map beside “none”. */
export const SHADES = 4

/** Items in the cells meant. An item placed at several points counts at each of them. */
export function itemsIn(cells: readonly CoverageCell[], { code, difficulty, type }: CellWish): number {
  return cells
    .filter(cell => code === undefined || cell.point === code || cell.point.startsWith(`${code}-`))
    .filter(cell => (difficulty === undefined || cell.difficulty === difficulty) && (type === undefined || cell.type === type))
    .reduce((sum, cell) => sum + cell.items, 0)
}

/** 0 for none, else 1…`SHADES` by the share of the greatest number beside it. */
export function shadeOf(items: number, most: number): number {
  return items <= 0 ? 0 : Math.min(SHADES, Math.max(1, Math.ceil((items * SHADES) / Math.max(most, 1))))
}

/** Marks one paper takes from some areas, in hundredths; null where the areas are in no weight table. */
export function weightOf(
  areas: readonly { readonly path: readonly string[]; readonly needed: number }[],
  paths: readonly (readonly string[])[],
): number | null {
  const wanted = new Set(paths.map(path => path.join('\n')))
  const found = areas.filter(area => wanted.has(area.path.join('\n')))
  return found.length === 0 ? null : found.reduce((sum, area) => sum + area.needed, 0)
}
