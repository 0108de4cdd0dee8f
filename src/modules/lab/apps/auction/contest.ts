import type { Frozen } from '../../../../kernel/brand.ts'
import type { Bid, Lot } from './slice.ts'

/** A bid to be written: who, how much, and whether a proxy gave it. */
export type NewBid = { readonly who: string; readonly amount: number; readonly auto: boolean }

/** The least that the next bid must be. */
export function leastBid(lot: Pick<Frozen<Lot>, 'bids' | 'price' | 'step' | 'start'>): number {
  return lot.bids.length === 0 ? lot.start : lot.price + lot.step
}

type Rival = { readonly who: string; readonly ceiling: number }

/** The others' best proxy; of equal ones the one that was set first. */
function bestRival(lot: Frozen<Lot>, me: string): Rival | null {
  const others = lot.proxies.filter(p => p.who !== me).map(p => ({ who: p.who, ceiling: p.max.hidden, at: p.at, seq: p.seq }))
  return others.toSorted((a, b) => b.ceiling - a.ceiling || a.at - b.at || a.seq - b.seq)[0] ?? null
}

/** A proxy that reaches the reserve is taken up to it, as auction houses do. */
function lifted(lot: Frozen<Lot>, price: number, ceiling: number): number {
  const reserve = lot.reserve.hidden ?? 0
  return price < reserve && ceiling >= reserve ? reserve : price
}

/**
 * What follows from a bid or a proxy of `me` with this ceiling: its own bid, the counter-bids of proxies, and who leads. Nobody's proxy is
 * ever passed, and of two equal ceilings the earlier one wins. `manual` is the amount of a bid by hand; null when only a proxy was set.
 */
export function contest(lot: Frozen<Lot>, me: string, ceiling: number, manual: number | null): NewBid[] {
  const rival = bestRival(lot, me)
  const least = leastBid(lot)
  const opening = manual ?? least
  const first: NewBid[] = manual === null ? [] : [{ who: me, amount: manual, auto: false }]
  if (lot.leader === me && manual === null) return raised(lot, me, ceiling)
  if (rival === null || rival.ceiling < opening) {
    const amount = lifted(lot, opening, ceiling)
    return manual === null || amount > manual ? [...first, { who: me, amount, auto: true }] : first
  }
  if (rival.ceiling >= ceiling) {
    const own: NewBid[] = manual === ceiling ? [] : [{ who: me, amount: ceiling, auto: true }]
    const answer = lifted(lot, Math.min(rival.ceiling, ceiling + lot.step), rival.ceiling)
    return [...first, ...own, { who: rival.who, amount: answer, auto: true }]
  }
  const beaten: NewBid[] = rival.ceiling > lot.price || lot.bids.length === 0 ? [{ who: rival.who, amount: rival.ceiling, auto: true }] : []
  const price = lifted(lot, Math.max(Math.min(ceiling, rival.ceiling + lot.step), opening), ceiling)
  return [...first, ...beaten, { who: me, amount: price, auto: true }]
}

/** Who leads already bids against nobody; only an unmet reserve is reached. */
function raised(lot: Frozen<Lot>, me: string, ceiling: number): NewBid[] {
  const price = lifted(lot, lot.price, ceiling)
  return price > lot.price ? [{ who: me, amount: price, auto: true }] : []
}

export type Share = { readonly who: string; readonly quantity: number }

/** Several pieces: the highest offers win, of equal ones the earlier; all pay what the lowest winner offered. */
export function allot(bids: readonly Frozen<Bid>[], pieces: number): { readonly shares: Share[]; readonly price: number } {
  const last = bids.filter((b, i) => !bids.some((other, j) => j > i && other.who === b.who))
  const shares: Share[] = []
  let [left, price] = [pieces, 0]
  for (const bid of last.toSorted((a, b) => b.amount - a.amount || a.seq - b.seq)) {
    const quantity = Math.min(bid.quantity, left)
    if (quantity > 0) {
      shares.push({ who: bid.who, quantity })
      price = bid.amount
    }
    left -= quantity
  }
  return { shares, price }
}
