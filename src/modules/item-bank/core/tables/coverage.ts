import { type Hundredths, hundredths, marks } from '../../../../kernel/marks.ts'
import type { BankItem } from '../item.ts'

/** An area of a weight table with its marks on a paper of 100. */
export type WeightedArea = { readonly path: readonly string[]; readonly weight: number }

/** How well the bank covers one area: marks at hand against marks needed. */
export type AreaCoverage = {
  readonly path: readonly string[]
  /** Marks one paper takes from the area. */
  readonly needed: Hundredths
  /** Marks of all operational items of the area. */
  readonly have: Hundredths
  readonly items: number
  /** How many papers without a common item the area could feed, rounded down; null where a paper takes nothing. */
  readonly papers: number | null
}

/** Does an item belong to an area? Its path begins with the area's path. */
export function liesIn(itemArea: readonly string[], area: readonly string[]): boolean {
  return area.every((name, at) => itemArea[at] === name)
}

/** Coverage of each area of a weight table by the operational items given. */
export function coverageOf(areas: readonly WeightedArea[], items: readonly BankItem[]): readonly AreaCoverage[] {
  return areas.map(area => {
    const inside = items.filter(item => item.state === 'operational' && liesIn(item.area, area.path))
    const have = hundredths(inside.reduce((sum, item) => sum + item.marks, 0))
    const needed = marks(area.weight)
    return { path: area.path, needed, have, items: inside.length, papers: needed === 0 ? null : Math.floor(have / needed) }
  })
}
