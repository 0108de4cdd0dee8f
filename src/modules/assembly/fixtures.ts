import type { InteractionType } from '../interactions/contract.ts'
import type { BankItem, WeightedArea } from '../item-bank/contract.ts'

/** A small table of two areas that add up to 100. */
export const AREAS: readonly WeightedArea[] = [
  { path: ['网络营销'], weight: 60 },
  { path: ['基础', '法规'], weight: 40 },
]

/** As many items of each type as told, made by `make`. */
export function itemsOf(make: (type: InteractionType) => BankItem, counts: Readonly<Partial<Record<InteractionType, number>>>): BankItem[] {
  return Object.entries(counts).flatMap(([type, count]) => Array.from({ length: count }, () => make(type as InteractionType)))
}
