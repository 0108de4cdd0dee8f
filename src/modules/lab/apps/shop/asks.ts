import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import type { Json } from '../../core/world/canonical.ts'
import { arrivedAt, fulfilState, orderState, payState, refundable } from './lookup.ts'
import { CLAIM, ORDER } from './machines.ts'
import { type Claim, type Order, type Product, type ShopSlice, type Store, parts } from './slice.ts'
import { quote } from './core/trade/pricing.ts'

type S = Frozen<ShopSlice>
export const Cart = z.object({
  store: z.string(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.int().min(1) })).min(1),
  region: z.string().nullable().default(null),
  coupons: z.array(z.string()).default([]),
  points: z.int().min(0).default(0),
})

/** What every visitor may know of a store. */
export function storeCard(store: Frozen<Store>): Json {
  const { id, name, shipHours, noReasonDays, rating, sold, notice, promise } = store
  return { id, name, shipHours, noReasonDays, rating, sold, notice, promise: [...promise] }
}

/** The price of one piece by itself, with what is in force for its line now. */
export function pieceNow(s: S, store: string, sku: string, now: number): number {
  const priced = quote(s, { store, lines: [{ sku, quantity: 1 }], region: null, coupons: [], now })
  const line = priced.ok ? priced.quote.lines[0] : undefined
  const single = line?.offs.filter(o => s.promos.some(p => p.id === o.source && (p.kind === 'discount' || p.kind === 'flash'))) ?? []
  return line === undefined ? 0 : line.unit - single.reduce((n, o) => n + o.amount, 0)
}

/** A product as its page shows it. */
export function listing(s: S, product: Frozen<Product>, now: number): Json {
  const store = s.stores.find(o => o.id === product.store)
  const promos = s.promos.filter(
    p =>
      p.store === product.store &&
      p.state === 'active' &&
      p.from <= now &&
      now < p.until &&
      (p.products.length === 0 || p.products.includes(product.id)),
  )
  const own = s.reviews.filter(r => r.product === product.id && r.reported !== 'removed')
  const { id, title, cat, brand, attrs, modules, images, noReason } = product
  return {
    product: id,
    title,
    cat,
    brand,
    attrs: { ...attrs },
    noReason,
    catName: s.cats.find(c => c.id === cat)?.name ?? '',
    store: store === undefined ? null : storeCard(store),
    modules: modules.map(m => ({ ...m })),
    images: images.map(i => ({ ...i })),
    freight: s.freights.find(f => f.id === product.freight)?.name ?? null,
    variants: product.variants.map(({ sku, spec, gtin, price, listPrice, weight, stock }) => ({
      sku,
      gtin,
      price,
      listPrice,
      weight,
      stock,
      spec: { ...spec },
      now: pieceNow(s, product.store, sku, now),
    })),
    promos: promos.map(({ id, name, kind, tiers, until }) => ({
      id,
      name,
      kind,
      until,
      tiers: tiers.map(t => ({ ...t })),
    })),
    reviews: own.map(({ buyerName, stars, text, more, reply }) => ({
      buyerName,
      stars,
      text,
      more,
      reply,
    })),
  }
}

/** An order as both sides see it, with the names of what its state allows. */
export function orderCard(s: S, order: Frozen<Order>): Json {
  const state = orderState(order)
  return {
    ...(JSON.parse(JSON.stringify(order)) as Record<string, Json>),
    state,
    stateZh: ORDER.states[state]?.zh ?? state,
    allowed: Object.keys(ORDER.states[state]?.on ?? {}),
    pay: payState(order),
    fulfil: fulfilState(order),
    arrivedAt: arrivedAt(order),
    storeName: s.stores.find(o => o.id === order.store)?.name ?? '',
    refundable: order.lines.map(l => ({ sku: l.sku, amount: refundable(order, l.sku, l.quantity) })),
  }
}

export function claimCard({ condition: _condition, ...claim }: Frozen<Claim>): Json {
  const { zh = claim.state, on = {} } = CLAIM.states[claim.state] ?? {}
  return { ...claim, evidence: [...claim.evidence], stateZh: zh, allowed: Object.keys(on) }
}

function couponCards(s: S, store: string | null, now: number): Json {
  return s.coupons
    .filter(c => (store === null || c.store === store || c.store === null) && now < c.until)
    .map(({ seq: _seq, ...c }) => ({ ...c, products: [...c.products], left: c.total - c.claimed }))
}

/** What other apps may read of the shop. */
export const shopAsks = {
  /** Products on sale: all, those of a store, one product, or the one of a stock code. */
  listing: parts.asked(
    z.object({
      store: z.string().nullable().default(null),
      product: z.string().nullable().default(null),
      sku: z.string().nullable().default(null),
    }),
    (s, { store, product, sku }, now) =>
      s.products
        .filter(
          p =>
            p.state === 'on' &&
            (store === null || p.store === store) &&
            (product === null || p.id === product) &&
            (sku === null || p.variants.some(v => v.sku === sku)),
        )
        .map(p => listing(s, p, now)),
  ),
  price: parts.asked(Cart, (s, cart, now) => {
    const priced = quote(s, { ...cart, now })
    return priced.ok
      ? { ok: true, ...(priced.quote as unknown as Record<string, Json>) }
      : { ok: false, code: priced.code, facts: { ...priced.facts } }
  }),
  order: parts.asked(z.object({ orderNo: z.string() }), (s, { orderNo }) => {
    const order = s.orders.find(o => o.no === orderNo)
    return order === undefined ? null : orderCard(s, order)
  }),
  orders: parts.asked(
    z.object({ buyer: z.string().nullable().default(null), store: z.string().nullable().default(null) }),
    (s, { buyer, store }) =>
      s.orders.filter(o => (buyer === null || o.buyer === buyer) && (store === null || o.store === store)).map(o => orderCard(s, o)),
  ),
  claims: parts.asked(z.object({ buyer: z.string() }), (s, { buyer }) =>
    s.claims.filter(c => s.orders.some(o => o.no === c.order && o.buyer === buyer)).map(claimCard),
  ),
  coupons: parts.asked(z.object({ store: z.string().nullable().default(null) }), (s, { store }, now) => couponCards(s, store, now)),
  stores: parts.asked(z.object({}), s => s.stores.filter(o => o.published).map(storeCard)),
  /** The store somebody works in; null for everybody else. */
  staff: parts.asked(z.object({ persona: z.string() }), (s, { persona }) => {
    const store = s.stores.find(o => o.staff.some(m => m.persona === persona))
    return store === undefined ? null : storeCard(store)
  }),
  /** Whether a store means to keep what it promises; for traps of other apps, never for a view. */
  nature: parts.asked(z.object({ store: z.string() }), (s, { store }) => s.stores.find(o => o.id === store)?.bad.hidden === true),
}
