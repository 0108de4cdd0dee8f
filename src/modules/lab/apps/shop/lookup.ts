import type { Frozen } from '../../../../kernel/brand.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { after, wrongState } from '../../core/app/machine.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { CLAIM, ORDER } from './machines.ts'
import type { Claim, Order, Product, Promo, ShopSlice, Store, Variant } from './slice.ts'

type S = Frozen<ShopSlice>

/** The store of whoever acts: a persona works in at most one. */
export function ownStore(s: S, persona: string): Frozen<Store> | undefined {
  return s.stores.find(store => store.staff.some(m => m.persona === persona))
}

/** What a member of the staff may do; the owner and the manager may do everything. */
export function mayDo(store: Frozen<Store>, persona: string, perm: string): boolean {
  const member = store.staff.find(m => m.persona === persona)
  return member !== undefined && (member.perms.length === 0 || member.perms.includes(perm))
}

type InStore = { readonly store: Frozen<Store> }

/** Runs a decision in the store of whoever acts; without a store, or without the right to it, it is refused. */
export function inStore(s: S, ctx: DecideContext, perm: string, decide: (at: InStore) => Decision): Decision {
  const store = ownStore(s, ctx.persona)
  if (store === undefined) return no('E_NO_STORE')
  return mayDo(store, ctx.persona, perm) ? decide({ store }) : no('E_SUB_PERM', { perm: PERMS[perm] ?? perm })
}

export const PERMS: Readonly<Record<string, string>> = {
  goods: '商品管理',
  orders: '订单管理',
  care: '售后管理',
  promos: '营销管理',
  store: '店铺管理',
}

export function productOf(s: S, store: string, id: string): Frozen<Product> | undefined {
  return s.products.find(p => p.id === id && p.store === store)
}

export function promoOf(s: S, store: string, id: string): Frozen<Promo> | undefined {
  return s.promos.find(p => p.id === id && p.store === store)
}

/** A variant by its stock code; codes are unique in the whole mall. */
export function variantBySku(s: S, sku: string): { readonly product: Frozen<Product>; readonly variant: Frozen<Variant> } | undefined {
  for (const product of s.products) {
    const variant = product.variants.find(v => v.sku === sku)
    if (variant !== undefined) return { product, variant }
  }
  return undefined
}

/** The order of the acting persona's own store. */
export function storeOrder(s: S, store: string, no: string): Frozen<Order> | undefined {
  return s.orders.find(o => o.no === no && o.store === store)
}

/** Where an order stands, from money and parcels. */
export function orderState(order: Frozen<Order>): string {
  if (order.closed !== null) return 'closed'
  if (order.finished) return 'finished'
  if (order.paidAt === null) return 'unpaid'
  const shipped = order.lines.reduce((sum, l) => sum + l.counters.shipped, 0)
  const due = order.lines.reduce((sum, l) => sum + l.quantity - l.counters.writtenOff, 0)
  return shipped === 0 ? 'toShip' : shipped < due ? 'partShipped' : 'shipped'
}

/** Where the money of an order stands. */
export function payState(order: Frozen<Order>): 'unpaid' | 'held' | 'released' | 'partRefunded' | 'refunded' {
  if (order.paidAt === null) return 'unpaid'
  if (order.refunded >= order.total && order.total > 0) return 'refunded'
  return order.refunded > 0 ? 'partRefunded' : order.finished ? 'released' : 'held'
}

/** Where the goods of an order stand. */
export function fulfilState(order: Frozen<Order>): 'none' | 'part' | 'full' | 'delivered' {
  const state = orderState(order)
  const shipped = order.lines.some(l => l.counters.shipped > 0)
  if (!shipped) return 'none'
  if (order.parcels.every(p => p.delivered !== null) && state !== 'partShipped') return 'delivered'
  return state === 'partShipped' ? 'part' : 'full'
}

/** `null` when the order's state knows the trigger; else the refusal that names the state and what it would allow. */
export function orderFault(order: Frozen<Order>, trigger: string): Refuse | null {
  const state = orderState(order)
  return after(ORDER, state, trigger) === undefined ? wrongState(ORDER, state) : null
}

export function claimFault(claim: Frozen<Claim>, trigger: string): Refuse | null {
  return after(CLAIM, claim.state, trigger) === undefined ? wrongState(CLAIM, claim.state) : null
}

/** The last moment at which everything had arrived; null while something has not. */
export function arrivedAt(order: Frozen<Order>): number | null {
  const times = order.parcels.map(p => p.delivered)
  return times.length === 0 || times.includes(null) ? null : Math.max(...times.map(t => t ?? 0))
}

/** The part of a line's share that belongs to so many pieces, less what came back already; 分. */
export function refundable(order: Frozen<Order>, sku: string, quantity: number): number {
  const line = order.lines.find(l => l.sku === sku)
  if (line === undefined) return 0
  return Math.min(line.share - line.refunded, Math.floor((line.share * quantity) / line.quantity))
}
