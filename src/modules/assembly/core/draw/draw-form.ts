import { type Dice, diceOf, shuffled } from '../../../../kernel/dice.ts'
import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import {
  type BankItem,
  IMPORTANCES,
  type Importance,
  THEORY_TYPES,
  TYPE_NAMES,
  type TheoryType,
  liesIn,
} from '../../../item-bank/contract.ts'
import { type Blueprint, type BlueprintLeaf, type ItemCounts, marksOf } from './blueprint.ts'
import { settleCounts } from './settle-counts.ts'

/** What a form is drawn from. `levels` names the levels whose items may be taken, the form's own level first. */
export type DrawOrder = {
  readonly blueprint: Blueprint
  readonly items: readonly BankItem[]
  readonly levels: readonly string[]
  readonly seed: string
}
/** An item taken for an area of the weight table. */
export type Pick = { readonly item: BankItem; readonly path: readonly string[] }

/** Share of the items by importance in percent, towards which a draw leans. Our reconstruction of 核心、一般、辅助要素. */
export const IMPORTANCE_SHARES: Readonly<Record<Importance, number>> = { X: 70, Y: 20, Z: 10 }

/**
 * Draws a form: for each area the marks of the blueprint exactly, no item twice. Items used less often come first, then the
 * importance that is farthest behind its share, then the dice. Lower levels lend items only where the own level has too few.
 * The same seed over the same bank gives the same form. Refuses `bank-too-small` with every area that lacks items.
 */
export function drawForm(order: DrawOrder): Result<readonly Pick[]> {
  const dice = diceOf(order.seed)
  const plans = order.blueprint.leaves.map(leaf => planOf(leaf, order))
  const short = plans.filter(plan => plan.counts === null)
  if (short.length > 0) return refuseShort(short)
  const drawing = new Drawing(dice)
  const picks = new Map(shuffled(plans, dice).map(plan => [plan.leaf, drawing.take(plan)]))
  return ok(order.blueprint.leaves.flatMap(leaf => picks.get(leaf) ?? []))
}

type Plan = {
  readonly leaf: BlueprintLeaf
  readonly pool: readonly BankItem[]
  readonly ownLevel: string
  readonly counts: ItemCounts | null
}

/** Takes the fewest levels that suffice: the own one, then one lower after the other. */
function planOf(leaf: BlueprintLeaf, { items, levels }: DrawOrder): Plan {
  const inside = sortedByCode(items.filter(item => item.state === 'operational' && liesIn(item.area, leaf.path)))
  const ownLevel = levels[0] ?? ''
  for (let reach = 1; reach <= levels.length; reach++) {
    const pool = inside.filter(item => levels.slice(0, reach).includes(item.level))
    const counts = settleCounts(leaf, countsIn(pool))
    if (counts !== null) return { leaf, pool, ownLevel, counts }
  }
  return { leaf, pool: inside.filter(item => levels.includes(item.level)), ownLevel, counts: null }
}

/** A fixed order before the dice, so that the order of rows from a database plays no part. */
function sortedByCode(items: readonly BankItem[]): BankItem[] {
  return items.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function countsIn(items: readonly BankItem[]): ItemCounts {
  const of = (type: TheoryType) => items.filter(item => item.type === type).length
  return { 'single-choice': of('single-choice'), 'multiple-choice': of('multiple-choice'), 'true-false': of('true-false') }
}

/** One draw: the items taken so far, and how they divide by importance. */
class Drawing {
  private readonly taken = new Set<string>()
  private readonly byImportance: Record<Importance, number> = { X: 0, Y: 0, Z: 0 }
  private readonly dice: Dice

  constructor(dice: Dice) {
    this.dice = dice
  }

  take({ leaf, pool, counts, ownLevel }: Plan): Pick[] {
    if (counts === null) throw new Error('a plan without counts is never drawn')
    return THEORY_TYPES.flatMap(type => {
      const open = shuffled(
        pool.filter(item => item.type === type),
        this.dice,
      )
      return Array.from({ length: counts[type] }, () => ({ item: this.next(open, ownLevel), path: leaf.path }))
    })
  }

  private next(open: readonly BankItem[], ownLevel: string): BankItem {
    const free = open.filter(item => !this.taken.has(item.itemId))
    const standingOf = (item: BankItem) => [item.level === ownLevel ? 0 : 1, item.exposure, -this.behind(item.importance)]
    const [best] = free.toSorted((a, b) => compare(standingOf(a), standingOf(b)))
    if (best === undefined) throw new Error('a settled plan has run out of items')
    this.taken.add(best.itemId)
    this.byImportance[best.importance] += 1
    return best
  }

  /** How far an importance is behind its share, in hundredths of an item. */
  private behind(importance: Importance): number {
    const soFar = IMPORTANCES.reduce((sum, each) => sum + this.byImportance[each], 0)
    return IMPORTANCE_SHARES[importance] * (soFar + 1) - 100 * this.byImportance[importance]
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

function refuseShort(plans: readonly Plan[]): ReturnType<typeof refuse> {
  const faults = plans.map(shortageOf)
  const [first] = faults
  if (first === undefined) throw new Error('nothing is short')
  const fields = faults.map((fault): FieldFault => ({
    path: fault.area,
    zh: `${fault.area}：${fault.type}缺题，需${fault.need}分，现有${fault.have}分。`,
    en: `${fault.area}: too few items (${fault.type}), ${fault.need} marks needed, ${fault.have} at hand.`,
  }))
  return refuse('bank-too-small', { ...first, areas: faults.length }, fields)
}

/** Marks needed and at hand; `type` is the one farthest behind its plan. */
function shortageOf({ leaf, pool }: Plan): { area: string; type: string; have: number; need: number } {
  const atHand = countsIn(pool)
  const lacking = THEORY_TYPES.toSorted((a, b) => atHand[a] - leaf.counts[a] - (atHand[b] - leaf.counts[b]))[0] ?? 'single-choice'
  return { area: leaf.path.join('／'), type: TYPE_NAMES[lacking].zh, have: marksOf(atHand) / 100, need: leaf.marks / 100 }
}
