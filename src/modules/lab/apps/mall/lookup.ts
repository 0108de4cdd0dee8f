import type { Frozen } from '../../../../kernel/brand.ts'
import type { DecideContext, Decision, ViewContext } from '../../core/app/lab-app.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import type { Bought, Buyer, MallSlice } from './slice.ts'

/** A product as the shop tells of it. */
export type Listing = {
  readonly product: string
  readonly title: string
  readonly cat: string
  readonly catName: string
  readonly store: { readonly id: string; readonly name: string; readonly rating: number; readonly sold: number; readonly shipHours: number }
  readonly freight: string | null
  readonly attrs: Readonly<Record<string, string>>
  readonly variants: readonly { readonly sku: string; readonly price: number; readonly now: number; readonly stock: number }[]
}
/** An order as the shop tells of it. */
export type OrderCard = {
  readonly no: string
  readonly store: string
  readonly state: string
  readonly stateZh: string
  readonly allowed: readonly string[]
  readonly total: number
  readonly arrivedAt: number | null
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly title: string; readonly share: number }[]
  readonly refundable: readonly { readonly sku: string; readonly amount: number }[]
}
export type Priced =
  | {
      readonly ok: true
      readonly goods: number
      readonly freight: number
      readonly total: number
      readonly offs: readonly { readonly source: string; readonly name: string; readonly amount: number }[]
    }
  | { readonly ok: false; readonly code: string; readonly facts: Readonly<Record<string, string | number>> }

type Asks = Pick<DecideContext | ViewContext, 'ask'>

export function listings(ctx: Asks, by: { store?: string; product?: string; sku?: string } = {}): readonly Listing[] {
  return ctx.ask('shop.listing', by) as unknown as readonly Listing[]
}

export function shopOrder(ctx: Asks, orderNo: string): OrderCard | null {
  return ctx.ask('shop.order', { orderNo }) as unknown as OrderCard | null
}

export type CartOf = {
  store: string
  lines: { sku: string; quantity: number }[]
  region: string | null
  coupons: string[]
  points?: number
}

export function priced(ctx: Asks, cart: CartOf): Priced {
  return ctx.ask('shop.price', cart as unknown as Json) as unknown as Priced
}

/** The buyer that the acting persona is; nobody else may shop. */
export function asBuyer(s: Frozen<MallSlice>, ctx: DecideContext, decide: (b: Frozen<Buyer>) => Decision): Decision {
  const buyer = s.buyers.find(b => b.persona === ctx.persona)
  return buyer === undefined ? no('E_LOGIN') : decide(buyer)
}

/** An order of one's own, with how it stands in the shop. */
export function onOrder(
  s: Frozen<MallSlice>,
  ctx: DecideContext,
  id: string,
  decide: (at: { buyer: Frozen<Buyer>; bought: Frozen<Bought>; card: OrderCard }) => Decision,
): Decision {
  return asBuyer(s, ctx, buyer => {
    const bought = buyer.orders.find(o => o.no === id)
    const card = bought === undefined ? null : shopOrder(ctx, id)
    return bought === undefined || card === null ? no('E_NONE', { id }) : decide({ buyer, bought, card })
  })
}

/** What the order allows now; else the refusal that names its state. */
export function stateFault(card: OrderCard, trigger: string, zh: Readonly<Record<string, string>>): ReturnType<typeof no> | null {
  return card.allowed.includes(trigger) ? null : wrongOrderState(card, zh)
}

/** The state an order is in, and what a buyer may do about it. */
export function wrongOrderState(card: OrderCard, zh: Readonly<Record<string, string>> = BUYER_ACTS): Refuse {
  const allowed = card.allowed.flatMap(a => (zh[a] === undefined ? [] : [zh[a] ?? '']))
  return no('E_STATE', { state: card.stateZh, allowed: allowed.length === 0 ? '无' : allowed.join('、') })
}

/** What a buyer may do with an order, in words. */
export const BUYER_ACTS: Readonly<Record<string, string>> = {
  pay: '付款',
  close: '取消订单',
  readdress: '修改收货地址',
  confirm: '确认收货',
  claim: '申请售后',
  review: '评价',
}

export function buyerIn(s: MallSlice, persona: string): Buyer | undefined {
  return s.buyers.find(b => b.persona === persona)
}

/** Small letters of ASCII only: the tables for other scripts differ between builds. */
const lower = (text: string): string => text.replace(/[A-Z]/g, letter => letter.toLowerCase())

/** The products that fit a search, in the order that was asked for. */
export function found(s: Frozen<MallSlice>, all: readonly Listing[], search: NonNullable<Frozen<Buyer>['search']>): readonly Listing[] {
  const words = lower(search.q)
    .split(/\s+/)
    .filter(w => w !== '')
  const alike = (word: string): readonly string[] => s.synonyms.find(group => group.includes(word)) ?? [word]
  const price = (l: Listing): number => Math.min(...l.variants.map(v => v.now))
  const fits = all.filter(l => {
    const text = lower(`${l.title} ${l.catName} ${Object.values(l.attrs).join(' ')}`)
    const inRange = (search.min === null || price(l) >= search.min) && (search.max === null || price(l) <= search.max)
    return inRange && (search.cat === null || l.cat === search.cat) && words.every(w => alike(w).some(a => text.includes(a)))
  })
  const orders: Readonly<Record<string, (a: Listing, b: Listing) => number>> = {
    price: (a, b) => price(a) - price(b),
    priceDown: (a, b) => price(b) - price(a),
    sold: (a, b) => b.store.sold - a.store.sold,
    rating: (a, b) => b.store.rating - a.store.rating,
  }
  return fits.toSorted(orders[search.sort] ?? (() => 0))
}
