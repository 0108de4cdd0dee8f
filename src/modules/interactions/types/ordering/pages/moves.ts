import type { Entry } from '../type.ts'

/** The entries in the order of a response; as they came where there is none or it does not fit. */
export function shownOrder(entries: readonly Entry[], entryIds: readonly string[] | null): readonly Entry[] {
  const ordered = (entryIds ?? []).flatMap(id => entries.find(entry => entry.id === id) ?? [])
  return ordered.length === entries.length ? ordered : entries
}

/** The order with an entry one movable place up (-1) or down (1), over pinned ones; null at the end of its way. */
export function moved(order: readonly Entry[], id: string, step: -1 | 1): readonly Entry[] | null {
  const from = order.findIndex(entry => entry.id === id)
  let to = from + step
  while (order[to]?.pinned === true) to += step
  const [own, other] = [order[from], order[to]]
  if (own === undefined || other === undefined || own.pinned) return null
  return order.map((entry, at) => (at === from ? other : at === to ? own : entry))
}
