import { type Dice, shuffled } from '../../../../kernel/dice.ts'
import type { Entry, OrderingPublic } from './type.ts'

export function shuffle(content: OrderingPublic, dice: Dice): OrderingPublic {
  return { ...content, entries: shuffledEntries(content.entries, dice) }
}

/** Entries that are not pinned change places among themselves. */
export function shuffledEntries(entries: readonly Entry[], dice: Dice): Entry[] {
  return inNewOrder(entries, movers => shuffled(movers, dice))
}

/** Puts the entries that are not pinned into another order; pinned ones keep their places. */
export function inNewOrder(entries: readonly Entry[], order: (movers: Entry[]) => Entry[]): Entry[] {
  const movers = order(entries.filter(entry => !entry.pinned))
  return entries.map(entry => (entry.pinned ? entry : (movers.shift() ?? entry)))
}
