import { type BankItem, type ItemStatistic, liesIn } from '../../../item-bank/contract.ts'
import { informationAt } from '../problem/irt.ts'
import type { Pool, PoolItem } from '../problem/pool.ts'
import { placedItem } from './item-irt.ts'

/** What the bank knows of the items that may be chosen, without contents. */
export type BankFacts = {
  readonly items: readonly BankItem[]
  /** The figures to rely on, by item version. */
  readonly statistics: ReadonlyMap<string, ItemStatistic>
  /** Codes of enemies, by code. */
  readonly enemies: ReadonlyMap<string, readonly string[]>
}

/** Attributes of the items of a pool. Marks in hundredths of a mark, difficulty in hundredths. */
export const ATTRIBUTES = {
  area: 'AREA',
  marks: 'MARKS',
  type: 'TYPE',
  importance: 'IMPORTANCE',
  difficulty: 'DIFFICULTY',
  level: 'LEVEL',
  seconds: 'SECONDS',
  cost: 'COST',
} as const

/** Attribute for the information at an ability in thousandths; its values are thousandths of information. */
export function informationAttribute(theta: number): string {
  return `INFORMATION_AT_${theta}`
}

export type PoolOrder = {
  readonly facts: BankFacts
  readonly areas: readonly (readonly string[])[]
  /** Abilities whose information constraints look at, in thousandths. */
  readonly thetas: readonly number[]
  /** What an item costs for a mark it brings, by code. */
  readonly preference: ReadonlyMap<string, number>
}

/** The area an item belongs to, as one text; null when it lies in none of them. */
export function areaNameOf(item: Pick<BankItem, 'area'>, areas: readonly (readonly string[])[]): string | null {
  const area = areas.find(path => liesIn(item.area, path))
  return area === undefined ? null : nameOfArea(area)
}

export function nameOfArea(path: readonly string[]): string {
  return path.join('／')
}

/** Items as the engine sees them, in the order of their codes; an item is called by its code there. */
export function bankPool(order: PoolOrder): Pool {
  const items = order.facts.items.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(item => poolItem(order, item))
  const stimuli = [...new Set(items.flatMap(item => item.stimulusId ?? []))].toSorted()
  return { items, stimuli: stimuli.map(id => ({ id, attributes: {} })) }
}

function poolItem({ facts, areas, thetas, preference }: PoolOrder, item: BankItem): PoolItem {
  const { irt } = placedItem(item, facts.statistics.get(item.itemVersionId))
  const information = thetas.map(
    theta => [informationAttribute(theta), Math.round(informationAt(irt, theta / 1000) * 10_000) / 10] as const,
  )
  return {
    id: item.code,
    attributes: {
      [ATTRIBUTES.area]: areaNameOf(item, areas),
      [ATTRIBUTES.marks]: item.marks,
      [ATTRIBUTES.type]: item.type,
      [ATTRIBUTES.importance]: item.importance,
      [ATTRIBUTES.difficulty]: item.difficulty * 100,
      [ATTRIBUTES.level]: item.level,
      [ATTRIBUTES.seconds]: item.seconds,
      [ATTRIBUTES.cost]: costOf(item, preference.get(item.code) ?? 0),
      ...Object.fromEntries(information),
    },
    irt,
    stimulusId: item.stimulusVersionId,
    exposure: item.exposure,
  }
}

/** Counted by the mark, so that few large items and many small ones are worth the same. */
function costOf(item: BankItem, preference: number): number {
  return Math.round((preference * item.marks * 1_000_000) / 100) / 1_000_000
}
