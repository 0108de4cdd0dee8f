import { diceOf } from '../../../../kernel/dice.ts'
import { inNewOrder, shuffledEntries } from './shuffle.ts'
import type { OrderingContent, OrderingPublic } from './type.ts'

/**
 * Field by field: what is not named here does not leave the server. Authors write entries down in the right order, so that not even
 * their order may leave: it is replaced by one that follows from the ids alone.
 */
export function strip(content: OrderingContent): OrderingPublic {
  const entries = content.entries.map(entry => ({ id: entry.id, text: entry.text, pinned: entry.pinned }))
  const byName = inNewOrder(entries, movers => movers.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  const names = byName.map(entry => entry.id).join(' ')
  return { version: 1, stem: content.stem, entries: shuffledEntries(byName, diceOf(names)) }
}
