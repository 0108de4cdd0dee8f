import { type Hundredths, marks } from '../../../../kernel/marks.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { MARKS_OF_TYPE, THEORY_TYPES, type TheoryType, type WeightedArea } from '../../../item-bank/contract.ts'

/** How many items of each interaction. */
export type ItemCounts = Readonly<Record<TheoryType, number>>
/** One area of the weight table: its marks, and the items that shall bring them. */
export type BlueprintLeaf = { readonly path: readonly string[]; readonly marks: Hundredths; readonly counts: ItemCounts }
/** A blueprint (组卷方案): every area of a level with its marks, adding up to a full paper. */
export type Blueprint = { readonly leaves: readonly BlueprintLeaf[]; readonly total: Hundredths }

/** Full marks of a theory paper. */
export const FULL_MARKS = marks(100)
/** Share of the marks of a paper in percent, by interaction. Our reconstruction: the edition of 2005 names no shares. */
export const TYPE_SHARES: ItemCounts = { 'single-choice': 60, 'multiple-choice': 20, 'true-false': 20 }

/**
 * Turns a weight table into a blueprint: an area of weight w gets exactly w marks, and areas of weight 0 are left out.
 * Shares that an area is too small for are carried on to the next one, so that the whole paper comes near `TYPE_SHARES`.
 * Refuses `weights-not-whole` when the table does not add up to 100.
 */
export function blueprintOf(areas: readonly WeightedArea[]): Result<Blueprint> {
  const total = areas.reduce((sum, area) => sum + area.weight, 0)
  if (total !== 100) return refuse('weights-not-whole', { total })
  const spread = new Spread()
  const leaves = areas
    .filter(area => area.weight > 0)
    .map(area => ({ path: area.path, marks: marks(area.weight), counts: spread.countsFor(area.weight) }))
  return ok({ leaves, total: FULL_MARKS })
}

/** The marks that some counts bring. */
export function marksOf(counts: ItemCounts): Hundredths {
  return THEORY_TYPES.reduce((sum, type) => sum + counts[type] * MARKS_OF_TYPE[type], 0) as Hundredths
}

/** Spreads multiple choice and true/false over the areas as they come; single choice takes the rest. */
class Spread {
  private marksSoFar = 0
  private multiple = 0
  private trueFalse = 0

  countsFor(weight: number): ItemCounts {
    this.marksSoFar += weight
    const multiple = between(Math.round((this.marksSoFar * TYPE_SHARES['multiple-choice']) / 200) - this.multiple, Math.floor(weight / 2))
    const trueFalse = between(Math.round((this.marksSoFar * TYPE_SHARES['true-false']) / 100) - this.trueFalse, weight - 2 * multiple)
    this.multiple += multiple
    this.trueFalse += trueFalse
    return { 'single-choice': weight - 2 * multiple - trueFalse, 'multiple-choice': multiple, 'true-false': trueFalse }
  }
}

function between(wanted: number, most: number): number {
  return Math.max(0, Math.min(wanted, most))
}
