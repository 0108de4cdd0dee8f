import { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { happened } from '../../../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../../../core/app/lab-app.ts'
import { type Refuse, no } from '../../../../core/app/refuse.ts'
import type { Json } from '../../../../core/world/canonical.ts'
import { variantBySku } from '../../lookup.ts'
import { Address, NOTHING, type Order, type ShopPart, type ShopSlice, parts } from '../../slice.ts'
import { type Quote, type Wish, quote } from './pricing.ts'

type S = Frozen<ShopSlice>
const Wishes = z.array(z.object({ sku: z.string(), quantity: z.int().min(1).max(999) })).min(1)

/** What a buyer's side asks for: the mall for a person, or an agent for itself. `expect` is the total it was shown. */
export const PlaceOrder = z.object({
  store: z.string(),
  buyer: z.string(),
  buyerName: z.string(),
  lines: Wishes,
  address: Address,
  coupons: z.array(z.string()).default([]),
  points: z.int().min(0).default(0),
  message: z.string().max(300).default(''),
  expect: z.int().nullable().default(null),
})
type PlaceOrder = z.output<typeof PlaceOrder>
const Off = z.object({ source: z.string(), name: z.string(), amount: z.int() })
const Placed = z.object({
  no: z.string(),
  store: z.string(),
  buyer: z.string(),
  buyerName: z.string(),
  lines: z.array(
    z.object({
      id: z.string(),
      sku: z.string(),
      product: z.string(),
      title: z.string(),
      spec: z.record(z.string(), z.string()),
      quantity: z.int(),
      unit: z.int(),
      weight: z.int(),
      offs: z.array(Off),
      share: z.int(),
      noReason: z.boolean(),
    }),
  ),
  gifts: z.array(z.object({ sku: z.string(), quantity: z.int() })),
  address: Address,
  message: z.string(),
  freight: z.int(),
  offs: z.array(Off),
  total: z.int(),
  coupons: z.array(z.string()),
  promos: z.array(z.string()),
  at: z.int(),
})
export type Placed = z.output<typeof Placed>

/** The order that a quote becomes. */
export function placedOf(
  wish: Omit<PlaceOrder, 'expect' | 'points'>,
  { lines, gifts, offs, freight, total, promos }: Quote,
  no: string,
  at: number,
): Placed {
  const { store, buyer, buyerName, address, message, coupons } = wish
  return {
    no,
    store,
    buyer,
    buyerName,
    message,
    freight,
    total,
    promos,
    at,
    gifts,
    offs,
    address: { ...address },
    coupons: [...coupons],
    lines: lines.map(({ freight: _freight, ...line }, i) => ({
      ...line,
      id: `${no}-${i + 1}`,
    })),
  }
}

export function orderOf({ at, promos: _promos, lines, ...placed }: Placed, seq: number): Order {
  return {
    ...placed,
    offs: [...placed.offs],
    lines: lines.map(l => ({ ...l, offs: [...l.offs], refunded: 0, counters: { ...NOTHING } })),
    remark: '',
    invoice: null,
    placedAt: at,
    paidAt: null,
    shipBy: null,
    picked: false,
    parcels: [],
    refunded: 0,
    finished: false,
    closed: null,
    late: false,
    reminded: 0,
    reviewed: false,
    seq,
  }
}

/** Puts the goods of an order back on the shelf, those that did not leave. */
export function putBack(s: ShopSlice, order: Order): void {
  for (const line of order.lines) {
    const variant = s.products.flatMap(p => p.variants).find(v => v.sku === line.sku)
    if (variant !== undefined) variant.stock += line.quantity - line.counters.shipped - line.counters.writtenOff
  }
}

/** Tells the partners of a new order; the first refusal undoes everything. */
function engage(ctx: DecideContext, order: Placed): Refuse | null {
  const lines = order.lines.map(l => ({ sku: l.sku, quantity: l.quantity }))
  const { name, phone, region, detail } = order.address
  const to = { name, phone, region, detail }
  const steps: [boolean, string, Json][] = [
    [ctx.has('wms'), 'wms.reserve', { orderNo: order.no, lines, to }],
    [
      ctx.has('pay'),
      'pay.openTrade',
      {
        outNo: order.no,
        payer: order.buyer,
        payee: order.store,
        amount: order.total,
        title: order.lines[0]?.title ?? order.no,
        kind: 'escrow',
      },
    ],
  ]
  for (const [wanted, port, data] of steps) {
    if (!wanted) continue
    const done = ctx.call(port, data)
    if (!done.ok) return partnerSaid(done)
  }
  return null
}

/** Lets the warehouse put back what it kept for an order; what has left it stays away, and its “no” changes nothing here. */
export function releaseStock(ctx: DecideContext, order: Pick<Frozen<Order>, 'no' | 'parcels'>): void {
  if (ctx.has('wms') && order.parcels.length === 0) ctx.call('wms.release', { orderNo: order.no })
}

/** Does a payment platform of this world hold the money of an order? Older orders were settled elsewhere. */
export function isHeld(ctx: Pick<DecideContext, 'has' | 'ask'>, outNo: string): boolean {
  return ctx.has('pay') && ctx.ask('pay.trade', { outNo }) !== null
}

/** A partner's "no" in its own words; its code means nothing here. */
export function partnerSaid(refuse: Refuse): Refuse {
  return no('E_PARTNER', { why: String(refuse.facts['zh'] ?? refuse.code) })
}

function stockFault(s: S, lines: readonly Wish[]): Refuse | null {
  for (const { sku, quantity } of lines) {
    const found = variantBySku(s, sku)
    if (found !== undefined && found.variant.stock < quantity)
      return no('E_STOCK', { title: found.product.title, left: found.variant.stock }, 'quantity')
  }
  return null
}

function place(s: S, wish: PlaceOrder, ctx: DecideContext): Decision {
  if (!s.stores.some(o => o.id === wish.store)) return no('E_NONE', { id: wish.store })
  const { store, lines, coupons, points, address } = wish
  const priced = quote(s, { store, lines, coupons, points, region: address.region, now: ctx.now })
  const fault = priced.ok ? stockFault(s, lines) : priced
  if (fault !== null || !priced.ok) return fault ?? no('E_NONE', { id: store })
  const { total } = priced.quote
  if (wish.expect !== null && wish.expect !== total)
    return no('E_PRICE_CHANGED', { total: `${Math.floor(total / 100)}.${String(total % 100).padStart(2, '0')}` })
  const order = placedOf(wish, priced.quote, ctx.nextId('O'), ctx.now)
  const refused = engage(ctx, order)
  if (refused !== null) return refused
  const timer = {
    after: s.closeAfter,
    by: 'shop.platform',
    type: 'shop.lapse',
    data: { outNo: order.no },
    key: `${order.no}:close`,
    known: `订单 ${order.no} 未付款将自动关闭`,
  }
  return happened('placed', order as unknown as Json, { timers: [timer], reply: { no: order.no, total } })
}

function countUse(s: ShopSlice, order: Placed): void {
  for (const c of s.coupons) if (order.coupons.includes(c.id)) c.used += 1
  for (const p of s.promos) {
    if (!order.promos.includes(p.id)) continue
    const spent = order.offs.filter(o => o.source === p.id).reduce((n, o) => n + o.amount, 0)
    const pieces = order.lines.filter(l => l.offs.some(o => o.source === p.id)).reduce((n, l) => n + l.quantity, 0)
    p.used += p.budget?.type === 'spend' ? spent : Math.max(1, p.kind === 'flash' ? pieces : 1)
    if (p.budget !== null && p.used >= p.budget.limit) p.state = 'budgetOut'
  }
}

/** Laying an order, and taking a coupon for one. */
export const placing: ShopPart = {
  commands: {
    placeOrder: parts.command({
      zh: '提交订单',
      data: PlaceOrder,
      who: 'agent',
      refusals: ['E_NONE', 'E_STOCK', 'E_OFF', 'E_ADDR', 'E_AREA', 'E_COUPON', 'E_PRICE_CHANGED'],
      decide: (s, wish, ctx) => place(s, wish, ctx),
    }),
    claimCoupon: parts.command({
      zh: '领取优惠券',
      data: z.object({ coupon: z.string(), level: z.int().default(0), had: z.int().min(0) }),
      who: 'agent',
      refusals: ['E_OUT', 'E_LEVEL', 'E_LIMIT'],
      decide: (s, { coupon: id, level, had }, ctx) => {
        const coupon = s.coupons.find(c => c.id === id)
        if (coupon === undefined) return no('E_NONE', { id })
        if (coupon.claimed >= coupon.total || ctx.now >= coupon.until) return no('E_OUT', { name: coupon.name })
        if (level < coupon.level) return no('E_LEVEL', { level: coupon.level })
        if (had >= coupon.perBuyer) return no('E_LIMIT', { most: coupon.perBuyer })
        return happened('couponTaken', { coupon: id }, { reply: { until: coupon.until, name: coupon.name } })
      },
    }),
  },
  events: {
    placed: parts.event({
      data: Placed,
      caption: ({ no, buyerName, total }) =>
        `${buyerName}提交订单 ${no}，共 ${Math.floor(total / 100)}.${String(total % 100).padStart(2, '0')} 元`,
      evolve: (s, placed, { seq }) => {
        s.orders.push(orderOf(placed, seq))
        countUse(s, placed)
        for (const v of s.products.flatMap(p => p.variants)) {
          for (const line of placed.lines) if (line.sku === v.sku) v.stock -= line.quantity
        }
      },
    }),
    couponTaken: parts.event({
      data: z.object({ coupon: z.string() }),
      caption: ({ coupon }, { who }) => `${who}领取优惠券 ${coupon}`,
      evolve: (s, { coupon }) => {
        for (const c of s.coupons) if (c.id === coupon) c.claimed += 1
      },
    }),
  },
  refusals: {
    E_STOCK: '“{title}”库存不足，仅剩 {left} 件。',
    E_OFF: '“{title}”已下架，请从购物车移除。',
    E_ADDR: '收货地址的省份不正确，请修改地址。',
    E_AREA: '商品不配送至{region}，请更换地址或商品。',
    E_COUPON: '优惠券不能使用：{why}。',
    E_PRICE_CHANGED: '价格有变化，现应付 {total} 元，请确认后重新提交。',
    E_OUT: '优惠券“{name}”已领完或已过期。',
    E_LEVEL: '会员等级达到 {level} 级才能领取。',
    E_LIMIT: '每人限领 {most} 张。',
  },
}
