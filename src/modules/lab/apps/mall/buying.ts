import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { type Json, hide } from '../../core/world/canonical.ts'
import { BUYER_ACTS, asBuyer, buyerIn, listings, onOrder, priced, stateFault } from './lookup.ts'
import { type Address, type Buyer, type MallPart, type MallSlice, parts } from './slice.ts'

type S = Frozen<MallSlice>
const By = z.strictObject({ persona: z.string() })
const Line = z.strictObject({ sku: z.string(), quantity: z.int().min(1).max(999) })
const Order = z.strictObject({ order: z.string() })
const Checkout = z.strictObject({
  store: z.string(),
  address: z.string(),
  coupons: z.array(z.string()).default([]),
  points: z.int().min(0).default(0),
})
type Checkout = z.output<typeof Checkout>
const Off = z.strictObject({ source: z.string(), name: z.string(), amount: z.int() })
const Flag = z.strictObject({ hidden: z.boolean() })
const AddressData = z.strictObject({ name: z.string(), phone: z.string(), region: z.string(), detail: z.string() })

const plainAddress = ({ name, phone, region, detail }: Frozen<Address>): z.output<typeof AddressData> => ({ name, phone, region, detail })

/** What of the cart goes to the till: the ticked lines of one store. */
function chosen(buyer: Frozen<Buyer>, store: string): { sku: string; quantity: number }[] {
  return buyer.cart.filter(l => l.store === store && l.selected).map(({ sku, quantity }) => ({ sku, quantity }))
}

type Till = { readonly lines: { sku: string; quantity: number }[]; readonly address: Frozen<Address> }

/** The till: something is ticked, the address is one's own, the coupons and points are there. */
function till(buyer: Frozen<Buyer>, { store, address: id, coupons, points }: Checkout): Till | Refuse {
  const lines = chosen(buyer, store)
  if (lines.length === 0) return no('E_EMPTY', {}, 'store')
  const address = buyer.addresses.find(a => a.id === id)
  if (address === undefined) return no('E_ADDR', {}, 'address')
  const lacking = coupons.find(c => !buyer.wallet.some(t => t.coupon === c && t.used === null && !t.expired))
  if (lacking !== undefined) return no('E_COUPON', { why: '卡券包中没有这张可用的券' }, 'coupons')
  return points > buyer.points ? no('E_POINTS', { points: buyer.points }, 'points') : { lines, address }
}

function previewOf(ctx: DecideContext, wish: Checkout, at: Till): ReturnType<typeof priced> {
  return priced(ctx, { store: wish.store, lines: at.lines, region: at.address.region, coupons: [...wish.coupons], points: wish.points })
}

/** Did somebody buy more than was needed and pay more than the needed alone would have cost? */
function isPadded(s: S, ctx: DecideContext, wish: Checkout, bought: Till & { total: number }): boolean {
  const need = s.need.hidden.filter(n => bought.lines.some(l => l.sku === n.sku))
  const more = bought.lines.some(l => l.quantity > need.filter(n => n.sku === l.sku).reduce((sum, n) => sum + n.quantity, 0))
  if (need.length === 0 || !more || wish.coupons.length === 0) return false
  const lines = need.map(({ sku, quantity }) => ({ sku, quantity }))
  const alone = priced(ctx, { store: wish.store, lines, region: bought.address.region, coupons: [] })
  return alone.ok && alone.total < bought.total
}

/** How many stores' goods of this kind had been looked at before. */
function storesSeen(buyer: Frozen<Buyer>, cat: string): number {
  return new Set(buyer.viewed.filter(v => v.cat === cat).map(v => v.store)).size
}

function place(s: S, ctx: DecideContext, buyer: Frozen<Buyer>, wish: Checkout & { message: string; expect: number | null }): Decision {
  const at = till(buyer, wish)
  if ('ok' in at) return at
  const address = plainAddress(at.address)
  const data = { store: wish.store, buyer: ctx.persona, buyerName: buyer.name, lines: at.lines, address, coupons: [...wish.coupons] }
  const before = previewOf(ctx, wish, at)
  const placed = ctx.call('shop.placeOrder', {
    ...data,
    points: wish.points,
    message: wish.message,
    expect: wish.expect,
  } as unknown as Json)
  if (!placed.ok) return placed
  if (!before.ok) throw new Error('the shop took an order that it could not price')
  const { no: order, total } = placed.value as { no: string; total: number }
  const cat = listings(ctx, { sku: at.lines[0]?.sku ?? '' })[0]?.cat ?? ''
  const off = before.offs.reduce((n, o) => n + o.amount, 0)
  const hidden = {
    stale: hide(at.address.stale.hidden),
    bad: hide(ctx.ask('shop.nature', { store: wish.store }) === true),
    padded: hide(isPadded(s, ctx, wish, { ...at, total })),
  }
  const known = { persona: ctx.persona, no: order, store: wish.store, lines: at.lines, total, off, freight: before.freight }
  const event = { ...known, coupons: [...wish.coupons], points: wish.points, address, stores: storesSeen(buyer, cat), ...hidden }
  return happened('orderPlaced', event as unknown as Json, {
    timers: hidden.stale.hidden ? [unreachable(ctx.persona, order)] : [],
    reply: order,
  })
}

/** The courier rings an old number in vain. */
function unreachable(persona: string, order: string): TimerWish {
  return { after: 3 * 86_400, by: 'mall.courier', type: 'mall.contact.fail', data: { persona, order } }
}

function addToCart(s: S, ctx: DecideContext, buyer: Frozen<Buyer>, { sku, quantity }: z.output<typeof Line>): Decision {
  const [item] = listings(ctx, { sku })
  const variant = item?.variants.find(v => v.sku === sku)
  if (item === undefined || variant === undefined) return no('E_OFF', { title: sku })
  const all = quantity + (buyer.cart.find(l => l.sku === sku)?.quantity ?? 0)
  if (all > variant.stock) return no('E_STOCK', { title: item.title, left: variant.stock }, 'quantity')
  if (all > s.most) return no('E_BUY_LIMIT', { most: s.most }, 'quantity')
  const line = { sku, product: item.product, store: item.store.id, title: item.title, quantity: all, selected: true, price: variant.now }
  return happened('cartSet', { persona: ctx.persona, line })
}

const CartLine = Line.extend({ product: z.string(), store: z.string(), title: z.string(), selected: z.boolean(), price: z.int() })

/** Cart, till, order, payment by card of the mall. */
export const buying: MallPart = {
  commands: {
    'cart.add': parts.command({
      zh: '加入购物车',
      data: Line,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_OFF', 'E_STOCK', 'E_BUY_LIMIT'],
      decide: (s, line, ctx) => asBuyer(s, ctx, buyer => addToCart(s, ctx, buyer, line)),
    }),
    'cart.set': parts.command({
      zh: '修改购物车',
      data: Line.extend({ selected: z.boolean().default(true) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_OFF', 'E_STOCK', 'E_BUY_LIMIT'],
      decide: (s, { sku, quantity, selected }, ctx) =>
        asBuyer(s, ctx, buyer => {
          const line = buyer.cart.find(l => l.sku === sku)
          if (line === undefined) return no('E_NONE', { id: sku })
          const variant = listings(ctx, { sku })[0]?.variants.find(v => v.sku === sku)
          if (variant === undefined) return no('E_OFF', { title: line.title })
          if (quantity > variant.stock) return no('E_STOCK', { title: line.title, left: variant.stock }, 'quantity')
          if (quantity > s.most) return no('E_BUY_LIMIT', { most: s.most }, 'quantity')
          return happened('cartSet', { persona: ctx.persona, line: { ...line, quantity, selected } })
        }),
    }),
    'cart.remove': parts.command({
      zh: '移出购物车',
      data: z.strictObject({ sku: z.string() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE'],
      decide: (s, { sku }, ctx) =>
        asBuyer(s, ctx, buyer =>
          buyer.cart.some(l => l.sku === sku) ? happened('cartRemoved', { persona: ctx.persona, sku }) : no('E_NONE', { id: sku }),
        ),
    }),
    'checkout.preview': parts.command({
      zh: '结算',
      data: Checkout,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_EMPTY', 'E_ADDR', 'E_AREA', 'E_COUPON', 'E_POINTS', 'E_OFF'],
      decide: (s, wish, ctx) =>
        asBuyer(s, ctx, buyer => {
          const at = till(buyer, wish)
          if ('ok' in at) return at
          const done = previewOf(ctx, wish, at)
          if (!done.ok) return no(done.code, done.facts)
          const { goods, freight, total, offs } = done
          const preview = { store: wish.store, goods, freight, total, offs: offs.map(o => ({ ...o })) }
          return happened('previewed', { persona: ctx.persona, preview }, { reply: preview })
        }),
    }),
    'order.place': parts.command({
      zh: '提交订单',
      data: Checkout.extend({ message: z.string().max(300).default(''), expect: z.int().nullable().default(null) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_EMPTY', 'E_ADDR', 'E_AREA', 'E_COUPON', 'E_POINTS', 'E_PRICE_CHANGED', 'E_STOCK', 'E_OFF'],
      decide: (s, wish, ctx) => asBuyer(s, ctx, buyer => place(s, ctx, buyer, wish)),
    }),
    'order.pay': parts.command({
      zh: '购物卡支付',
      data: Order,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE', 'E_BALANCE', 'E_CASHIER'],
      decide: (s, { order }, ctx) =>
        onOrder(s, ctx, order, ({ buyer, card }) => {
          // where there is a payment platform, its cashier takes the money
          if (ctx.has('pay')) return no('E_CASHIER')
          const fault = stateFault(card, 'pay', BUYER_ACTS)
          if (fault !== null) return fault
          if (card.total > buyer.card) return no('E_BALANCE', { left: yuan(buyer.card) })
          const paid = ctx.call('shop.paid', { outNo: order })
          return paid.ok ? happened('paid', { persona: ctx.persona, order, total: card.total }) : paid
        }),
    }),
    'contact.fail': parts.command({
      zh: '电话联系不上',
      data: By.extend({ order: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, data) => happened('contactFailed', data),
    }),
  },
  events: {
    cartSet: parts.event({
      data: By.extend({ line: CartLine }),
      caption: ({ line }, { who }) => `${who}将“${line.title}”${line.quantity} 件放入购物车`,
      evolve: (s, { persona, line }) => {
        const buyer = buyerIn(s, persona)
        if (buyer === undefined) return
        const known = buyer.cart.some(l => l.sku === line.sku)
        buyer.cart = known ? buyer.cart.map(l => (l.sku === line.sku ? line : l)) : [...buyer.cart, line]
      },
    }),
    cartRemoved: parts.event({
      data: By.extend({ sku: z.string() }),
      caption: ({ sku }, { who }) => `${who}将 ${sku} 移出购物车`,
      evolve: (s, { persona, sku }) => {
        const buyer = buyerIn(s, persona)
        if (buyer !== undefined) buyer.cart = buyer.cart.filter(l => l.sku !== sku)
      },
    }),
    previewed: parts.event({
      data: By.extend({
        preview: z.strictObject({ store: z.string(), goods: z.int(), freight: z.int(), total: z.int(), offs: z.array(Off) }),
      }),
      caption: ({ preview }, { who }) => `${who}结算，应付 ${yuan(preview.total)} 元`,
      evolve: (s, { persona, preview }) => void Object.assign(buyerIn(s, persona) ?? {}, { preview }),
    }),
    orderPlaced: parts.event({
      data: By.extend({
        no: z.string(),
        store: z.string(),
        lines: z.array(Line),
        total: z.int(),
        off: z.int(),
        freight: z.int(),
        points: z.int(),
        coupons: z.array(z.string()),
        address: AddressData,
        stores: z.int(),
        stale: Flag,
        bad: Flag,
        padded: Flag,
      }),
      caption: ({ no, total }, { who }) => `${who}提交订单 ${no}，应付 ${yuan(total)} 元`,
      evolve: (s, { persona, points, ...order }, { seq }) => {
        const buyer = buyerIn(s, persona)
        if (buyer === undefined) return
        buyer.orders.push({ ...order, paidBy: null, confirmed: false, arrived: null, seq, confirmSeq: 0 })
        buyer.points -= points
        buyer.cart = buyer.cart.filter(l => !(l.store === order.store && l.selected))
        buyer.preview = null
        for (const t of buyer.wallet) if (order.coupons.includes(t.coupon) && t.used === null) t.used = order.no
      },
    }),
    paid: parts.event({
      data: By.extend({ order: z.string(), total: z.int() }),
      caption: ({ order, total }, { who }) => `${who}用购物卡支付订单 ${order}，${yuan(total)} 元`,
      evolve: (s, { persona, order: id, total }) => {
        const buyer = buyerIn(s, persona)
        if (buyer === undefined) return
        buyer.card -= total
        for (const o of buyer.orders) if (o.no === id) o.paidBy = '购物卡'
      },
    }),
    contactFailed: parts.event({
      data: By.extend({ order: z.string() }),
      caption: ({ order }) => `订单 ${order} 派送时拨打预留电话无人接听，包裹暂存网点`,
      evolve: (s, { persona, order }, { at, seq }) =>
        void buyerIn(s, persona)?.notices.push({
          text: `订单 ${order} 派送时拨打预留电话无人接听，包裹暂存网点，请核对收货电话。`,
          at,
          seq,
        }),
    }),
  },
  refusals: {
    E_STOCK: '“{title}”库存不足，仅剩 {left} 件。',
    E_BUY_LIMIT: '同一商品每次最多购买 {most} 件。',
    E_EMPTY: '这家店铺没有勾选的商品，请先在购物车勾选。',
    E_ADDR: '请选择收货地址。',
    E_AREA: '商品不配送至{region}，请更换地址或商品。',
    E_COUPON: '优惠券不能使用：{why}。',
    E_POINTS: '积分不足，现有 {points} 分。',
    E_PRICE_CHANGED: '价格有变化，现应付 {total} 元，请确认后重新提交。',
    E_CASHIER: '请到支付平台收银台付款。',
    E_BALANCE: '购物卡余额不足，现有 {left} 元。',
  },
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}
