import { type Hundredths, hundredths } from '../../../kernel/marks.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

/** One item as scored by its interaction or its laboratory task; null = the machine cannot score it, an assessor must. */
export type ItemScore = { readonly itemId: string; readonly area: string; readonly score: Hundredths | null; readonly maximum: Hundredths }

/** What an area of the weight table (比重表) contributed. */
export type AreaScore = { readonly area: string; readonly score: Hundredths; readonly maximum: Hundredths; readonly items: number }

/** The machine's score of one paper: the areas add up to it, hundredth for hundredth. */
export type MachineScore = { readonly score: Hundredths; readonly maximum: Hundredths; readonly areas: readonly AreaScore[] }

/**
 * Adds the item scores of one paper up; areas come in the order of their first item.
 * Refuses `item-not-scored` (with the items) and `paper-maximum-wrong` when the items do not make up `fullMarks`.
 * A score outside 0–maximum or an item named twice is a bug of whoever scored.
 */
export function machineScore(items: readonly ItemScore[], fullMarks: Hundredths): Result<MachineScore> {
  assertScores(items)
  const open = items.filter(i => i.score === null).map(i => i.itemId)
  if (open.length > 0) return refuse('item-not-scored', { items: open })
  const areas = [...new Set(items.map(i => i.area))].map(area =>
    areaScore(
      area,
      items.filter(i => i.area === area),
    ),
  )
  const maximum = sum(areas.map(a => a.maximum))
  if (maximum !== fullMarks) return refuse('paper-maximum-wrong', { maximum: maximum / 100, full: fullMarks / 100 })
  return ok({ score: sum(areas.map(a => a.score)), maximum, areas })
}

function areaScore(area: string, items: readonly ItemScore[]): AreaScore {
  return { area, score: sum(items.map(i => i.score ?? 0)), maximum: sum(items.map(i => i.maximum)), items: items.length }
}

function assertScores(items: readonly ItemScore[]): void {
  const seen = new Set<string>()
  for (const { itemId, score, maximum } of items) {
    if (seen.has(itemId)) throw new RangeError(`item ${itemId} is scored twice`)
    seen.add(itemId)
    const whole = Number.isSafeInteger(maximum) && maximum >= 0 && (score === null || Number.isSafeInteger(score))
    if (!whole || (score !== null && (score < 0 || score > maximum)))
      throw new RangeError(`score ${score} of item ${itemId} outside 0 to ${maximum}`)
  }
}

function sum(values: readonly number[]): Hundredths {
  return hundredths(values.reduce((total, value) => total + value, 0))
}
