import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import type { Agent, DecideContext, HappenedEvent, Reaction } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { pieceNow } from './asks.ts'
import { bannedIn } from './core/goods/listing-rules.ts'
import { Address, type ShopSlice, parts } from './slice.ts'

type S = Frozen<ShopSlice>
type At = {
  readonly slice: S
  readonly event: HappenedEvent
  readonly me: Agent
  readonly ctx: Pick<DecideContext, 'now' | 'draws' | 'has' | 'ask' | 'days'>
}
type Data = Readonly<Record<string, Json>>
const dataOf = (event: HappenedEvent): Data => event.data as Data

/** `sku` is what the customer is after; an order is laid when it costs at most `reserve` 分. */
const Customer = z.strictObject({
  name: z.string(),
  sku: z.string(),
  quantity: z.int().min(1).default(1),
  address: Address,
  pays: z.boolean().default(true),
})
const Taste = z.strictObject({ reserve: z.int(), wait: z.int().min(1), fussy: z.boolean().default(false) })

function customer({ slice, event, me, ctx }: At): Reaction[] {
  const params = me.params as unknown as z.output<typeof Customer>
  const secret = me.secret as unknown as z.output<typeof Taste>
  const memory = me.memory as { no: string | null } | null
  const own = (no: Json | undefined): boolean => slice.orders.some(o => o.no === no && o.buyer === me.id)
  if (event.type === 'shop.placed') return own(dataOf(event)['no']) && params.pays ? [payFor(ctx, dataOf(event)['no'])] : []
  if (event.type === 'shop.delivered') return own(dataOf(event)['no']) ? afterReceipt(slice, event, { taste: secret, ctx }) : []
  const product = slice.products.find(p => p.state === 'on' && p.variants.some(v => v.sku === params.sku))
  if (product === undefined || memory !== null || pieceNow(slice, product.store, params.sku, ctx.now) > secret.reserve) return []
  const wish = {
    store: product.store,
    buyer: me.id,
    buyerName: params.name,
    lines: [{ sku: params.sku, quantity: params.quantity }],
    address: params.address,
  }
  return [{ after: secret.wait, type: 'shop.placeOrder', data: wish as unknown as Json, memory: { no: null } }]
}

const payFor = (ctx: At['ctx'], no: Json | undefined): Reaction =>
  ctx.has('pay')
    ? { after: 300, type: 'pay.trade.pay', data: { trade: no ?? '' } }
    : { after: 300, type: 'shop.paid', data: { outNo: no ?? '' } }

/** Satisfied customers confirm and praise; a late parcel or a fussy taste shows in the stars. */
function afterReceipt(s: S, event: HappenedEvent, { taste, ctx }: { taste: z.output<typeof Taste>; ctx: At['ctx'] }): Reaction[] {
  const order = s.orders.find(o => o.no === dataOf(event)['no'])
  if (order === undefined) return []
  const bad = order.late || taste.fussy
  const words = order.late
    ? '比承诺的时间晚了才发货，等了很久。'
    : bad
      ? '包装简单，没有想象的好。'
      : '质量不错，发货也快，客服耐心，推荐。'
  const confirm = ctx.has('pay') ? [] : [{ after: 3600, type: 'shop.finished', data: { outNo: order.no } }]
  return [...confirm, { after: 7200, type: 'shop.reviewed', data: { order: order.no, stars: bad ? 2 : 5, text: words } }]
}

/** Somebody who lives from finding banned words: a complaint, and the platform takes the product down. */
function watchdog({ slice, event, me }: At): Reaction[] {
  const product = slice.products.find(p => p.id === dataOf(event)['product'] && p.state === 'on')
  const word = bannedIn((product?.modules ?? []).map(m => m.text).join(' '), slice.banned)[0]
  if (product === undefined || word === undefined) return []
  return [
    {
      after: Number(me.secret['wait']),
      type: 'shop.product.ban',
      data: { product: product.id, reason: `详情页含有违禁词“${word}”被举报` },
    },
  ]
}

const Keeper = z.strictObject({ store: z.string(), carrier: z.string().default('圆通速递'), service: z.string().default('标准快递') })

/** Another store, run by its people: sends, agrees, and if it is a bad one lets its customers wait. */
function keeper({ slice, event, me, ctx }: At): Reaction[] {
  const data = dataOf(event)
  const hours = Number(me.secret['hours'])
  const order = slice.orders.find(o => o.no === (data['no'] ?? data['order']))
  if (order === undefined || order.store !== me.params['store']) return []
  if (event.type === 'shop.paid') {
    const digits = ctx.draws.number({ agent: me.id, purpose: 'waybill', about: order.no }, 0, 1_000_000_000)
    const waybill = `YT${String(digits).padStart(10, '0')}`
    const { carrier, service } = Keeper.parse(me.params)
    return [{ after: hours * 3600, type: 'shop.keeper.ship', data: { order: order.no, lines: [], carrier, waybill, service } }]
  }
  return [{ after: hours * 3600, type: 'shop.claim.overdue', data: { claim: data['id'] ?? '' } }]
}

/** A rival follows a promotion with its own price. */
function rival({ slice, event, me }: At): Reaction[] {
  const promo = slice.promos.find(p => p.id === dataOf(event)['promo'])
  if (promo === undefined || promo.store === me.params['store']) return []
  const prices = [{ sku: String(me.params['sku']), price: Number(me.secret['price']), listPrice: null }]
  return [{ after: Number(me.secret['wait']), type: 'shop.rival.reprice', data: { prices } }]
}

/** A colleague in the warehouse picks what was paid, as far as the shelf goes. */
function picker({ slice, event, me }: At): Reaction[] {
  const no = String(dataOf(event)['no'] ?? '')
  const order = slice.orders.find(o => o.no === no)
  if (order === undefined || order.store !== me.params['store'] || order.picked) return []
  const short = me.secret['short'] as { sku: string; quantity: number }[]
  const shorted = short.filter(x => order.lines.some(l => l.sku === x.sku))
  return [{ after: Number(me.params['wait']), type: 'shop.picked', data: { orderNo: no, shorted }, known: `订单 ${no} 拣货完成` }]
}

const Errand = z.strictObject({
  on: z.string(),
  list: z.array(z.strictObject({ after: z.int().min(0), type: z.string(), data: z.record(z.string(), z.json()) })).min(1),
})

/** Somebody who does a list of things once, after the first event of a kind: a buyer who asks, hurries, withdraws. */
function errand({ event, me }: At): Reaction[] {
  const { on, list } = me.params as unknown as z.output<typeof Errand>
  if (event.type !== on || me.memory !== null) return []
  return list.map(({ after, type, data }) => ({ after, type, data: data as Json, memory: { done: true } }))
}

export const shopPolicies = {
  errand: parts.policy({
    zh: '按清单行事的人',
    on: ['shop.placed', 'shop.paid', 'shop.shipped', 'shop.delivered', 'shop.claimed', 'shop.agreed', 'shop.notified', 'shop.couponIssued'],
    params: Errand,
    secret: z.strictObject({}),
    react: errand,
  }),
  customer: parts.policy({
    zh: '顾客',
    on: ['shop.audited', 'shop.putOn', 'shop.promoStarted', 'shop.repriced', 'shop.placed', 'shop.delivered'],
    params: Customer,
    secret: Taste,
    react: customer,
  }),
  watchdog: parts.policy({
    zh: '职业打假人',
    on: ['shop.audited', 'shop.putOn'],
    params: z.strictObject({}),
    secret: z.strictObject({ wait: z.int().min(1) }),
    react: watchdog,
  }),
  keeper: parts.policy({
    zh: '其他店家',
    on: ['shop.paid', 'shop.claimed'],
    params: Keeper,
    secret: z.strictObject({ hours: z.int().min(1) }),
    react: keeper,
  }),
  rival: parts.policy({
    zh: '对手店铺',
    on: ['shop.promoStarted'],
    params: z.strictObject({ store: z.string(), sku: z.string() }),
    secret: z.strictObject({ price: z.int().min(1), wait: z.int().min(1) }),
    react: rival,
  }),
  picker: parts.policy({
    zh: '仓库同事',
    on: ['shop.paid'],
    params: z.strictObject({ store: z.string(), wait: z.int().min(1) }),
    secret: z.strictObject({ short: z.array(z.strictObject({ sku: z.string(), quantity: z.int().min(1) })) }),
    react: picker,
  }),
}
