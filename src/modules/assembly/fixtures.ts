import type { BankItem, TheoryType, WeightedArea } from '../item-bank/contract.ts'
import type { ItemCounts } from './core/draw/blueprint.ts'

/** A small table of two areas that add up to 100. */
export const AREAS: readonly WeightedArea[] = [
  { path: ['网络营销'], weight: 60 },
  { path: ['基础', '法规'], weight: 40 },
]

/** As many items of each interaction as told, made by `make`. */
export function itemsOf(make: (type: TheoryType) => BankItem, counts: ItemCounts): BankItem[] {
  const of = (type: TheoryType) => Array.from({ length: counts[type] }, () => make(type))
  return [...of('single-choice'), ...of('multiple-choice'), ...of('true-false')]
}
