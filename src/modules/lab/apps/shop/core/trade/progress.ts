import { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { happened } from '../../../../core/app/define-app.ts'
import type { Decision, TimerWish } from '../../../../core/app/lab-app.ts'
import { no } from '../../../../core/app/refuse.ts'
import { orderFault, orderState } from '../../lookup.ts'
import { type Order, type ShopPart, type ShopSlice, parts } from '../../slice.ts'
import { isHeld, putBack, releaseStock } from './placing.ts'

type S = Frozen<ShopSlice>
const Invoice = z.object({ title: z.string(), taxNo: z.string().nullable() })
const OutNo = z.object({ outNo: z.string() })

/** The deadline for sending, by the promise of the store. */
function shipBy(s: S, order: Frozen<Order>, now: number): { due: number; timer: TimerWish } {
  const hours = s.stores.find(o => o.id === order.store)?.shipHours ?? 48
  const data = { outNo: order.no }
  const timer = {
    after: hours * 3600,
    by: 'shop.platform',
    type: 'shop.overdue',
    data,
    key: `${order.no}:ship`,
    known: `订单 ${order.no} 应在此前发货`,
  }
  return { due: now + hours * 3600, timer }
}

function onOrder(s: S, outNo: string, decide: (o: Frozen<Order>) => Decision): Decision {
  const order = s.orders.find(o => o.no === outNo)
  return order === undefined ? no('E_NONE', { id: outNo }) : decide(order)
}

const nothingNew: Decision = { ok: true, events: [] }

function orderIn(s: ShopSlice, no: string): Order | undefined {
  return s.orders.find(o => o.no === no)
}

/** An order from its payment to its end, as other apps and the clock see it. */
export const progress: ShopPart = {
  commands: {
    paid: parts.command({
      zh: '买家付款',
      data: OutNo,
      who: 'agent',
      refusals: [],
      decide: (s, { outNo }, ctx) =>
        onOrder(s, outNo, order => {
          const fault = orderFault(order, 'pay')
          if (fault !== null) return fault
          const { due, timer } = shipBy(s, order, ctx.now)
          return happened('paid', { no: outNo, due }, { timers: [timer], cancel: [`${outNo}:close`] })
        }),
    }),
    finished: parts.command({
      zh: '交易完成',
      data: OutNo,
      who: 'agent',
      refusals: [],
      decide: (s, { outNo }, ctx) =>
        onOrder(s, outNo, order => {
          // where money is held by a platform, its clock decides, not ours
          if (order.finished || (ctx.by === 'shop.platform' && isHeld(ctx, outNo))) return nothingNew
          return orderFault(order, 'confirm') ?? happened('finished', { no: outNo }, { cancel: [`${outNo}:confirm`] })
        }),
    }),
    closed: parts.command({
      zh: '交易关闭',
      data: OutNo.extend({ reason: z.string().default('交易关闭') }),
      who: 'agent',
      refusals: [],
      decide: (s, { outNo, reason }, ctx) =>
        onOrder(s, outNo, order => {
          if (order.closed !== null || order.finished) return nothingNew
          releaseStock(ctx, order)
          return happened('closed', { no: outNo, reason }, { cancel: [`${outNo}:close`, `${outNo}:ship`] })
        }),
    }),
    lapse: parts.command({
      zh: '超时关闭',
      data: OutNo,
      who: 'agent',
      refusals: [],
      decide: (s, { outNo }, ctx) =>
        onOrder(s, outNo, order => {
          if (orderState(order) !== 'unpaid') return nothingNew
          releaseStock(ctx, order)
          return happened('closed', { no: outNo, reason: '超时未付款' })
        }),
    }),
    overdue: parts.command({
      zh: '发货超时',
      data: OutNo,
      who: 'agent',
      refusals: [],
      decide: (s, { outNo }) =>
        onOrder(s, outNo, order =>
          ['toShip', 'partShipped'].includes(orderState(order)) ? happened('late', { no: outNo, store: order.store }) : nothingNew,
        ),
    }),
    picked: parts.command({
      zh: '拣货完成',
      data: z.object({ orderNo: z.string(), shorted: z.array(z.object({ sku: z.string(), quantity: z.int() })).default([]) }),
      who: 'agent',
      refusals: [],
      decide: (s, { orderNo, shorted }) => onOrder(s, orderNo, () => happened('picked', { no: orderNo, shorted })),
    }),
    delivered: parts.command({
      zh: '包裹签收',
      data: z.object({ orderNo: z.string(), waybill: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { orderNo, waybill }, ctx) =>
        onOrder(s, orderNo, order => {
          const onRoad = order.parcels.some(p => p.waybill === waybill && p.delivered === null)
          const isOthers = ctx.by === 'shop.courier' && ctx.has('tms') && ctx.ask('tms.waybill', { waybill }) !== null
          return onRoad && !isOthers ? happened('delivered', { no: orderNo, waybill }) : nothingNew
        }),
    }),
    remind: parts.command({
      zh: '买家催发货',
      data: OutNo,
      who: 'agent',
      refusals: [],
      decide: (s, { outNo }) => onOrder(s, outNo, () => happened('reminded', { no: outNo })),
    }),
    invoice: parts.command({
      zh: '申请发票',
      data: OutNo.extend({ invoice: Invoice }),
      who: 'agent',
      refusals: [],
      decide: (s, { outNo, invoice }) => onOrder(s, outNo, () => happened('invoiceAsked', { no: outNo, invoice })),
    }),
  },
  events: {
    paid: parts.event({
      data: z.object({ no: z.string(), due: z.int() }),
      caption: ({ no }) => `订单 ${no} 已付款`,
      evolve: (s, { no, due }, { at }) => void Object.assign(orderIn(s, no) ?? {}, { paidAt: at, shipBy: due }),
    }),
    finished: parts.event({
      data: z.object({ no: z.string() }),
      caption: ({ no }) => `订单 ${no} 交易成功`,
      evolve: (s, { no }) => {
        const order = orderIn(s, no)
        const store = s.stores.find(o => o.id === order?.store)
        if (order !== undefined) order.finished = true
        if (store !== undefined) store.sold += 1
      },
    }),
    closed: parts.event({
      data: z.object({ no: z.string(), reason: z.string() }),
      caption: ({ no, reason }) => `订单 ${no} 关闭：${reason}`,
      evolve: (s, { no, reason }) => {
        const order = orderIn(s, no)
        if (order === undefined || order.closed !== null) return
        order.closed = reason
        putBack(s, order)
      },
    }),
    late: parts.event({
      data: z.object({ no: z.string(), store: z.string() }),
      caption: ({ no }) => `订单 ${no} 超过承诺时间未发货，平台扣 1 分`,
      evolve: (s, { no, store: id }, { seq }) => {
        const [order, store] = [orderIn(s, no), s.stores.find(o => o.id === id)]
        if (order === undefined || store === undefined) return
        order.late = true
        store.points += 1
        s.penalties.push({ id: `${no}-late`, store: id, reason: '延迟发货', points: 1, about: no, seq })
      },
    }),
    picked: parts.event({
      data: z.object({ no: z.string(), shorted: z.array(z.object({ sku: z.string(), quantity: z.int() })) }),
      caption: ({ no, shorted }) => `订单 ${no} 拣货完成${shorted.length > 0 ? '，有缺货' : ''}`,
      evolve: (s, { no, shorted }) => {
        const order = orderIn(s, no)
        if (order === undefined) return
        order.picked = true
        for (const line of order.lines) {
          const short = shorted.filter(x => x.sku === line.sku).reduce((n, x) => n + x.quantity, 0)
          line.counters.fulfilled = Math.max(line.counters.shipped, line.quantity - line.counters.writtenOff - short)
        }
      },
    }),
    delivered: parts.event({
      data: z.object({ no: z.string(), waybill: z.string() }),
      caption: ({ no, waybill }) => `订单 ${no} 的包裹 ${waybill} 已签收`,
      evolve: (s, { waybill }, { at }) => {
        // several orders may ride in one parcel
        for (const order of s.orders) {
          const parcel = order.parcels.find(p => p.waybill === waybill && p.delivered === null)
          if (parcel === undefined) continue
          parcel.delivered = at
          for (const l of order.lines) l.counters.delivered += parcel.lines.find(x => x.sku === l.sku)?.quantity ?? 0
        }
      },
    }),
    reminded: parts.event({
      data: z.object({ no: z.string() }),
      caption: ({ no }) => `买家催促订单 ${no} 发货`,
      evolve: (s, { no }) => {
        const order = orderIn(s, no)
        if (order !== undefined) order.reminded += 1
      },
    }),
    invoiceAsked: parts.event({
      data: z.object({ no: z.string(), invoice: Invoice }),
      caption: ({ no }) => `买家为订单 ${no} 申请发票`,
      evolve: (s, { no, invoice }) => void Object.assign(orderIn(s, no) ?? {}, { invoice }),
    }),
  },
  refusals: {},
}
