import type { Frozen } from '../../../../kernel/brand.ts'
import type { Json } from '../../core/world/canonical.ts'
import { claimCard, orderCard, pieceNow } from './asks.ts'
import { REGIONS } from './core/goods/freight.ts'
import { PERMS, ownStore } from './lookup.ts'
import { PRODUCT, PROMOTION } from './machines.ts'
import type { Product, Promo, ShopSlice, Store } from './slice.ts'

type S = Frozen<ShopSlice>
const plain = (value: unknown): Record<string, Json> => JSON.parse(JSON.stringify(value)) as Record<string, Json>

function productCard(s: S, product: Frozen<Product>, now: number): Json {
  const { zh = product.state, on = {} } = PRODUCT.states[product.state] ?? {}
  const variants = product.variants.map(v => ({
    ...plain(v),
    now: product.state === 'on' ? pieceNow(s, product.store, v.sku, now) : v.price,
  }))
  return { ...plain(product), variants, stateZh: zh, allowed: Object.keys(on) }
}

function promoCard(promo: Frozen<Promo>): Json {
  const { zh = promo.state, on = {} } = PROMOTION.states[promo.state] ?? {}
  return { ...plain(promo), stateZh: zh, allowed: Object.keys(on) }
}

function storeFace({ bad: _bad, ...store }: Frozen<Store>): Json {
  return plain(store)
}

/** The numbers of the first page: what waits, what was sold, what is running out. */
function board(s: S, store: Frozen<Store>, now: number): Json {
  const orders = s.orders.filter(o => o.store === store.id)
  const cards = orders.map(o => (orderCard(s, o) as { state: string }).state)
  const count = (state: string): number => cards.filter(c => c === state).length
  const claims = s.claims.filter(c => orders.some(o => o.no === c.order))
  const paid = orders.filter(o => o.paidAt !== null)
  return {
    unpaid: count('unpaid'),
    toShip: count('toShip') + count('partShipped'),
    shipped: count('shipped'),
    finished: count('finished'),
    claims: claims.filter(c => ['applied', 'toInspect', 'refunding', 'negotiation', 'exchangeShip'].includes(c.state)).length,
    dueSoon: orders.filter(o => o.shipBy !== null && o.parcels.length === 0 && o.closed === null && o.shipBy - now < 12 * 3600).length,
    revenue: paid.reduce((n, o) => n + o.total - o.refunded, 0),
    lowStock: s.products.filter(p => p.store === store.id).flatMap(p => p.variants.filter(v => v.stock < 10).map(v => v.sku)),
    points: store.points,
  }
}

/** Everything the pages of a store are drawn from: only one's own store, and nothing that is hidden. */
export function shopView(s: S, at: { readonly persona: string; readonly now: number }): Json {
  const store = ownStore(s, at.persona)
  const common = {
    cats: plain({ all: s.cats })['all'] ?? [],
    regions: [...REGIONS],
    carriers: [...s.carriers],
    perms: { ...PERMS },
    banned: [...s.banned],
  }
  if (store === undefined) return { store: null, ...common }
  const own = <T extends { readonly store: string | null }>(rows: readonly T[]): T[] => rows.filter(r => r.store === store.id)
  const orders = own(s.orders)
  return {
    ...common,
    store: storeFace(store),
    me: plain(store.staff.find(m => m.persona === at.persona)),
    board: board(s, store, at.now),
    images: s.images.map(i => ({ ...i })),
    freights: own(s.freights).map(plain),
    products: own(s.products).map(p => productCard(s, p, at.now)),
    promos: own(s.promos).map(promoCard),
    coupons: own(s.coupons).map(plain),
    orders: orders.map(o => orderCard(s, o)),
    claims: s.claims.filter(c => orders.some(o => o.no === c.order)).map(claimCard),
    reviews: own(s.reviews).map(({ fake: _fake, ...r }) => plain(r)),
    penalties: own(s.penalties).map(plain),
    picking: s.picking,
  }
}
