import { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { happened } from '../../../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../../../core/app/lab-app.ts'
import { wrongState } from '../../../../core/app/machine.ts'
import { type Refuse, no } from '../../../../core/app/refuse.ts'
import type { Json } from '../../../../core/world/canonical.ts'
import { ORDER } from '../../machines.ts'
import { inStore, orderFault, orderState, storeOrder } from '../../lookup.ts'
import { postal } from '../goods/freight.ts'
import { isHeld, partnerSaid, releaseStock } from './placing.ts'
import { Address, type Line, type Order, type ShopPart, type ShopSlice, parts } from '../../slice.ts'

type S = Frozen<ShopSlice>
const Pieces = z.array(z.strictObject({ sku: z.string(), quantity: z.int().min(1) }))
const Send = z.strictObject({ order: z.string(), lines: Pieces.default([]), carrier: z.string(), waybill: z.string() })
type Send = z.output<typeof Send>
type Piece = { readonly sku: string; readonly quantity: number }
const WAYBILL = /^[A-Z]{0,4}\d{4,20}$/

export function onStoreOrder(s: S, ctx: DecideContext, id: string, decide: (o: Frozen<Order>) => Decision): Decision {
  return inStore(s, ctx, 'orders', ({ store }) => {
    const order = storeOrder(s, store.id, id)
    return order === undefined ? no('E_NONE', { id }) : decide(order)
  })
}

const leftOf = (line: Frozen<Line>): number => line.quantity - line.counters.shipped - line.counters.writtenOff

/** The pieces to send: those named, or all that are left. */
function piecesOf(order: Frozen<Order>, named: readonly Piece[]): Piece[] {
  return named.length > 0 ? [...named] : order.lines.flatMap(l => (leftOf(l) > 0 ? [{ sku: l.sku, quantity: leftOf(l) }] : []))
}

function piecesFault(s: S, ctx: DecideContext, order: Frozen<Order>, pieces: readonly Piece[]): Refuse | null {
  const byWarehouse = s.picking || ctx.has('wms')
  if (byWarehouse && !order.picked) return no('E_NOT_PICKED', { no: order.no })
  for (const { sku, quantity } of pieces) {
    const line = order.lines.find(l => l.sku === sku)
    const most = line === undefined ? 0 : byWarehouse ? line.counters.fulfilled - line.counters.shipped : leftOf(line)
    if (quantity > most) return no('E_QTY_SHIP', { sku, most: Math.max(0, most) }, 'lines')
  }
  return null
}

function waybillFault(s: S, { carrier, waybill }: Pick<Send, 'carrier' | 'waybill'>): Refuse | null {
  if (!s.carriers.includes(carrier)) return no('E_CARRIER', { carriers: s.carriers.join('、') }, 'carrier')
  if (!WAYBILL.test(waybill)) return no('E_WB_FORMAT', {}, 'waybill')
  return s.orders.some(o => o.parcels.some(p => p.waybill === waybill)) ? no('E_WB_USED', { waybill }, 'waybill') : null
}

const isWhole = (order: Frozen<Order>, pieces: readonly Piece[]): boolean =>
  order.lines.every(l => leftOf(l) <= pieces.filter(p => p.sku === l.sku).reduce((n, p) => n + p.quantity, 0))

/** A parcel on its way: its number, and what the clock has to do. */
type Handed = { readonly ok: true; readonly waybill: string; readonly timers: TimerWish[] }
/** Another store's people have no number of their own where there is a carrier's app: it gives one. `rides`: in the parcel of another order. */
export type Sending = Send & { readonly service?: string; readonly rides?: boolean }

/** Hands the parcel to the carrier's app, or to the shop's own courier who needs a fixed time. */
function handOver(s: S, ctx: DecideContext, order: Frozen<Order>, sent: Sending & { pieces: readonly Piece[] }): Refuse | Handed {
  const { carrier, waybill, pieces, service } = sent
  if (sent.rides === true) return { ok: true, waybill, timers: [] }
  if (!ctx.has('tms')) {
    const known = `包裹 ${waybill} 预计送达`
    const data = { orderNo: order.no, waybill }
    return { ok: true, waybill, timers: [{ after: s.road, by: 'shop.courier', type: 'shop.delivered', data, known }] }
  }
  const weight = pieces.reduce((n, p) => n + p.quantity * (order.lines.find(l => l.sku === p.sku)?.weight ?? 0), 0)
  const sender = s.stores.find(o => o.id === order.store)?.address ?? null
  const parties = { from: sender === null ? null : postal(sender), to: postal(order.address) }
  const own = { waybill: service === undefined ? waybill : null, service: service ?? '标准快递' }
  const done = ctx.call('tms.send', { orderNo: order.no, carrier, weight, ...own, ...parties } as Json)
  return done.ok ? { ok: true, waybill: typeof done.value === 'string' ? done.value : waybill, timers: [] } : partnerSaid(done)
}

type Sent = { readonly ok: true; readonly event: { type: string; data: Json }; readonly timers: TimerWish[]; readonly cancel: string[] }

function send(s: S, ctx: DecideContext, order: Frozen<Order>, wish: Sending): Sent | Refuse {
  const pieces = piecesOf(order, wish.lines)
  const fault = orderFault(order, 'shipPart') ?? piecesFault(s, ctx, order, pieces)
  if (fault !== null) return fault
  const handed = handOver(s, ctx, order, { ...wish, pieces })
  if (!handed.ok) return handed
  const all = isWhole(order, pieces)
  const held = isHeld(ctx, order.no)
  if (all && held) {
    const told = ctx.call('pay.sent', { outNo: order.no })
    if (!told.ok) return partnerSaid(told)
  }
  const data = { outNo: order.no }
  const known = `订单 ${order.no} 自动确认收货`
  const confirm = { after: s.confirmAfter, by: 'shop.platform', type: 'shop.finished', data, key: `${order.no}:confirm`, known }
  const lines = pieces.map(p => ({ ...p }))
  return {
    ok: true,
    event: { type: 'shipped', data: { no: order.no, carrier: wish.carrier, waybill: handed.waybill, lines, all } },
    timers: [...handed.timers, ...(all && !held ? [confirm] : [])],
    cancel: all ? [`${order.no}:ship`] : [],
  }
}

const asDecision = (sent: Sent | Refuse): Decision =>
  sent.ok ? { ok: true, events: [sent.event], timers: sent.timers, cancel: sent.cancel } : sent

/** Several orders of one buyer to one address in one parcel. */
function merge(s: S, ctx: DecideContext, orders: readonly (Frozen<Order> | undefined)[], wish: Omit<Send, 'order' | 'lines'>): Decision {
  const [first] = orders
  const same = (o: Frozen<Order> | undefined): boolean =>
    o !== undefined && first !== undefined && o.buyer === first.buyer && JSON.stringify(o.address) === JSON.stringify(first.address)
  if (!orders.every(same)) return no('E_MERGE', {}, 'orders')
  const fault = waybillFault(s, wish)
  if (fault !== null) return fault
  const events: Sent['event'][] = []
  const timers: TimerWish[] = []
  const cancel: string[] = []
  for (const order of orders) {
    const rides = order !== first
    const sent = order === undefined ? no('E_MERGE') : send(s, ctx, order, { ...wish, order: order.no, lines: [], rides })
    if (!sent.ok) return sent
    events.push(sent.event)
    timers.push(...sent.timers)
    cancel.push(...sent.cancel)
  }
  return { ok: true, events, timers, cancel }
}

/** Gives money back through the payment platform, where there is one. */
export function giveBack(ctx: DecideContext, outNo: string, amount: number): Refuse | null {
  if (!isHeld(ctx, outNo) || amount === 0) return null
  const done = ctx.call('pay.refund', { outNo, amount })
  return done.ok ? null : partnerSaid(done)
}

/** Pieces that cannot be sent are taken off the order and paid back. */
function dropLine(ctx: DecideContext, order: Frozen<Order>, at: Piece & { reason: string }): Decision {
  const line = order.lines.find(l => l.sku === at.sku)
  if (line === undefined || at.quantity > leftOf(line))
    return no('E_QTY_SHIP', { sku: at.sku, most: line === undefined ? 0 : leftOf(line) }, 'quantity')
  const state = orderState(order)
  if (state !== 'toShip' && state !== 'partShipped') return wrongState(ORDER, state)
  const amount = Math.min(line.share - line.refunded, Math.floor((line.share * at.quantity) / line.quantity))
  return giveBack(ctx, order.no, amount) ?? happened('lineDropped', { no: order.no, ...at, amount })
}

/** Until it is sent an order may go elsewhere; the warehouse is told. */
function readdress(ctx: DecideContext, order: Frozen<Order>, address: z.output<typeof Address>): Decision {
  const fault = orderFault(order, 'readdress')
  if (fault !== null) return fault
  const told = ctx.has('wms') ? ctx.call('wms.readdress', { orderNo: order.no, to: { ...address } }) : { ok: true as const }
  return told.ok ? happened('readdressed', { no: order.no, address }) : partnerSaid(told)
}

const fen = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`

function orderIn(s: ShopSlice, no: string): Order | undefined {
  return s.orders.find(o => o.no === no)
}

/** What the store does with its orders. */
export const handling: ShopPart = {
  commands: {
    'order.adjust': parts.command({
      zh: '改价',
      data: z.strictObject({ order: z.string(), off: z.int().min(0), freight: z.int().min(0) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_PAID', 'E_ADJUST'],
      decide: (s, { order: id, off, freight }, ctx) =>
        onStoreOrder(s, ctx, id, order => {
          if (orderState(order) !== 'unpaid' || isHeld(ctx, id)) return no('E_PAID')
          return off >= order.total - order.freight ? no('E_ADJUST', {}, 'off') : happened('adjusted', { no: id, off, freight })
        }),
    }),
    'order.remark': parts.command({
      zh: '备注订单',
      data: z.strictObject({ order: z.string(), text: z.string().max(200) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE'],
      decide: (s, { order: id, text }, ctx) => onStoreOrder(s, ctx, id, () => happened('remarked', { no: id, text })),
    }),
    'order.notify': parts.command({
      zh: '通知买家',
      data: z.strictObject({ order: z.string(), text: z.string().min(1).max(300) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE'],
      decide: (s, { order: id, text }, ctx) => onStoreOrder(s, ctx, id, () => happened('notified', { no: id, text })),
    }),
    'order.readdress': parts.command({
      zh: '修改收货地址',
      data: z.strictObject({ order: z.string(), address: Address.strict() }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE'],
      decide: (s, { order: id, address }, ctx) => onStoreOrder(s, ctx, id, order => readdress(ctx, order, address)),
    }),
    buyerAddress: parts.command({
      zh: '买家修改收货地址',
      data: z.object({ outNo: z.string(), address: Address }),
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { outNo, address }, ctx) => {
        const order = s.orders.find(o => o.no === outNo)
        return order === undefined ? no('E_NONE', { id: outNo }) : readdress(ctx, order, address)
      },
    }),
    'order.close': parts.command({
      zh: '关闭交易',
      data: z.strictObject({ order: z.string(), reason: z.string() }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_PAID', 'E_REASON', 'E_STATE'],
      decide: (s, { order: id, reason }, ctx) =>
        onStoreOrder(s, ctx, id, order => {
          if (order.closed !== null) return wrongState(ORDER, 'closed')
          if (orderState(order) !== 'unpaid') return no('E_PAID')
          if (reason.trim().length < 2) return no('E_REASON', { least: 2 }, 'reason')
          releaseStock(ctx, order)
          if (isHeld(ctx, id)) ctx.call('pay.closeTrade', { outNo: id })
          return happened('closed', { no: id, reason }, { cancel: [`${id}:close`] })
        }),
    }),
    'order.ship': parts.command({
      zh: '发货',
      data: Send,
      who: 'persona',
      refusals: [
        'E_NO_STORE',
        'E_SUB_PERM',
        'E_NONE',
        'E_STATE',
        'E_CARRIER',
        'E_WB_FORMAT',
        'E_WB_USED',
        'E_NOT_PICKED',
        'E_QTY_SHIP',
        'E_PARTNER',
      ],
      decide: (s, wish, ctx) =>
        onStoreOrder(s, ctx, wish.order, order => {
          const fault = waybillFault(s, wish)
          if (fault !== null) return fault
          return asDecision(send(s, ctx, order, wish))
        }),
    }),
    'order.mergeShip': parts.command({
      zh: '合并发货',
      data: z.strictObject({ orders: z.array(z.string()).min(2).max(10), carrier: z.string(), waybill: z.string() }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_MERGE'],
      decide: (s, { orders, ...wish }, ctx) =>
        inStore(s, ctx, 'orders', ({ store }) =>
          merge(
            s,
            ctx,
            orders.map(id => storeOrder(s, store.id, id)),
            wish,
          ),
        ),
    }),
    'order.dropLine': parts.command({
      zh: '缺货取消并退款',
      data: z.strictObject({ order: z.string(), sku: z.string(), quantity: z.int().min(1), reason: z.string().max(100) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_QTY_SHIP', 'E_STATE'],
      decide: (s, { order: id, ...at }, ctx) => onStoreOrder(s, ctx, id, order => dropLine(ctx, order, at)),
    }),
    'keeper.ship': parts.command({
      zh: '店家发货',
      data: Send.extend({ service: z.string().default('标准快递') }),
      who: 'agent',
      refusals: [],
      decide: (s, wish, ctx) => {
        const order = s.orders.find(o => o.no === wish.order)
        return order === undefined ? no('E_NONE', { id: wish.order }) : asDecision(send(s, ctx, order, wish))
      },
    }),
  },
  events: {
    adjusted: parts.event({
      data: z.strictObject({ no: z.string(), off: z.int(), freight: z.int() }),
      caption: ({ no, off, freight }, { who }) => `${who}将订单 ${no} 优惠 ${fen(off)} 元，运费改为 ${fen(freight)} 元`,
      evolve: (s, { no, off, freight }) => {
        const order = orderIn(s, no)
        const line = order?.lines.toSorted((a, b) => b.share - a.share)[0]
        if (order === undefined || line === undefined) return
        const taken = Math.min(off, line.share)
        line.share -= taken
        line.offs.push({ source: 'adjust', name: '商家改价', amount: taken })
        order.offs.push({ source: 'adjust', name: '商家改价', amount: taken })
        order.total += freight - order.freight - taken
        order.freight = freight
      },
    }),
    remarked: parts.event({
      data: z.strictObject({ no: z.string(), text: z.string() }),
      caption: ({ no }, { who }) => `${who}备注订单 ${no}`,
      evolve: (s, { no, text }) => void Object.assign(orderIn(s, no) ?? {}, { remark: text }),
    }),
    notified: parts.event({
      data: z.strictObject({ no: z.string(), text: z.string() }),
      caption: ({ no, text }, { who }) => `${who}就订单 ${no} 通知买家：${text}`,
      evolve: () => {},
    }),
    readdressed: parts.event({
      data: z.strictObject({ no: z.string(), address: Address }),
      caption: ({ no }, { who }) => `${who}修改订单 ${no} 的收货地址`,
      evolve: (s, { no, address }) => void Object.assign(orderIn(s, no) ?? {}, { address }),
    }),
    shipped: parts.event({
      data: z.strictObject({ no: z.string(), carrier: z.string(), waybill: z.string(), lines: Pieces, all: z.boolean() }),
      caption: ({ no, carrier, waybill, all }, { who }) => `${who}将订单 ${no} ${all ? '' : '部分'}发货，${carrier} ${waybill}`,
      evolve: (s, { no, carrier, waybill, lines }, { at, seq }) => {
        const order = orderIn(s, no)
        if (order === undefined) return
        order.parcels.push({ waybill, carrier, lines, address: { ...order.address }, at, delivered: null, seq })
        for (const line of order.lines) {
          line.counters.shipped += lines.filter(p => p.sku === line.sku).reduce((n, p) => n + p.quantity, 0)
          line.counters.fulfilled = Math.max(line.counters.fulfilled, line.counters.shipped)
        }
      },
    }),
    lineDropped: parts.event({
      data: z.strictObject({ no: z.string(), sku: z.string(), quantity: z.int(), reason: z.string(), amount: z.int() }),
      caption: ({ no, sku, quantity, amount }, { who }) => `${who}取消订单 ${no} 中的 ${sku} ${quantity} 件，退款 ${fen(amount)} 元`,
      evolve: (s, { no, sku, quantity, amount }) => {
        const order = orderIn(s, no)
        const line = order?.lines.find(l => l.sku === sku)
        if (order === undefined || line === undefined) return
        line.counters.writtenOff += quantity
        line.counters.fulfilled = Math.min(line.counters.fulfilled, line.quantity - line.counters.writtenOff)
        line.refunded += amount
        order.refunded += amount
        if (order.lines.every(l => l.counters.writtenOff === l.quantity)) order.closed = '全部缺货取消'
      },
    }),
  },
  refusals: {
    E_PARTNER: '合作方系统提示：{why}',
    E_PAID: '买家已付款或支付单已生成，不能改价或关闭；已付款的订单请走退款。',
    E_ADJUST: '优惠金额应小于商品应付金额。',
    E_REASON: '请写明理由，不少于 {least} 个字。',
    E_CARRIER: '请选择已开通的快递公司：{carriers}。',
    E_WB_FORMAT: '运单号格式不正确：应为字母开头可选、后接数字。',
    E_WB_USED: '运单号 {waybill} 已被其他订单使用，请核对。',
    E_NOT_PICKED: '订单 {no} 还没有拣货完成，暂不能发货。',
    E_QTY_SHIP: '“{sku}”最多还能发 {most} 件。',
    E_MERGE: '只有同一买家、同一收货地址的待发货订单才能合并发货。',
  },
}
