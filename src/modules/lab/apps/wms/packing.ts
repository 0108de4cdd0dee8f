import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { OUTBOUND } from './machines.ts'
import { outboundOf } from './orders.ts'
import { Code, type Outbound, type WmsPart, type WmsSlice, parts } from './slice.ts'
import { skuOf } from './stock.ts'

/** Grams of a parcel as the books reckon it: the pieces that were picked, and the box. */
export function reckoned(s: Frozen<WmsSlice>, outbound: Frozen<Outbound>, box: string): number {
  const goods = outbound.lines.reduce((sum, l) => sum + l.picked * (skuOf(s, l.sku)?.weight ?? 0), 0)
  return goods + (s.boxes.find(b => b.code === box)?.weight ?? 0)
}

/** Grams on the scale. What slipped in for another article weighs a tenth less than it. */
function onScale(s: Frozen<WmsSlice>, outbound: Frozen<Outbound>, box: string): number {
  const slipped = s.tasks.filter(t => t.orderNo === outbound.orderNo && t.slip.hidden)
  const off = slipped.reduce((sum, t) => sum + Math.floor((t.picked * (skuOf(s, t.sku)?.weight ?? 0)) / 10), 0)
  return reckoned(s, outbound, box) - off
}

const Pack = z.strictObject({ orders: z.array(Code).min(1).max(10), box: Code, weight: z.int().min(1) })

function pack(s: Frozen<WmsSlice>, { orders, box, weight }: z.output<typeof Pack>): Decision {
  if (!s.boxes.some(b => b.code === box)) return no('E_BOX', { box }, 'box')
  const [first, ...others] = orders
  if (others.length > 0) return no('E_MIX_ORDER', { orders: orders.join('、') }, 'orders')
  const outbound = outboundOf(s, first ?? '')
  if (outbound === undefined) return no('E_NONE', { id: first ?? '' }, 'orders')
  if (after(OUTBOUND, outbound.state, 'pack') === undefined) return wrongState(OUTBOUND, outbound.state)
  if (outbound.lines.every(l => l.picked === 0)) return no('E_NOTHING', { id: outbound.orderNo })
  const wanted = reckoned(s, outbound, box)
  if (Math.abs(weight - wanted) * 10_000 > wanted * s.rules.weightOff)
    return no('E_WEIGHT', { weight, percent: Math.floor(s.rules.weightOff / 100) }, 'weight')
  return happened('packed', { orderNo: outbound.orderNo, box, weight })
}

type Label = { readonly orderNo: string; readonly waybill: string }

/** A label is taken only if the carrier knows the waybill and it belongs to this order. */
function labelFault(ctx: DecideContext, { orderNo, waybill }: Label): ReturnType<typeof no> | null {
  if (!ctx.has('tms')) return null
  const known = ctx.ask('tms.waybill', { waybill }) as { orderNo?: string } | null
  if (known === null) return no('E_WAYBILL', { waybill }, 'waybill')
  return known.orderNo === orderNo ? null : no('E_OTHER_ORDER', { waybill, orderNo }, 'waybill')
}

const Handover = z.strictObject({ carrier: z.string().min(1).max(40), orders: z.array(Code).min(1).max(100), count: z.int().min(0) })

function complaints(s: Frozen<WmsSlice>, orders: readonly string[]): TimerWish[] {
  return orders
    .filter(orderNo => (outboundOf(s, orderNo)?.wrong.hidden.length ?? 0) > 0)
    .map(orderNo => ({ after: s.rules.complainAfter, by: 'wms.customer', type: 'wms.complain', data: { orderNo } }))
}

function handover(s: Frozen<WmsSlice>, data: z.output<typeof Handover>): Decision {
  for (const orderNo of data.orders) {
    const outbound = outboundOf(s, orderNo)
    if (outbound === undefined) return no('E_NONE', { id: orderNo }, 'orders')
    if (after(OUTBOUND, outbound.state, 'hand') === undefined) return no('E_NOT_PACKED', { id: orderNo }, 'orders')
    if (outbound.waybill === null) return no('E_NO_LABEL', { id: orderNo }, 'orders')
  }
  if (data.count !== new Set(data.orders).size) return no('E_COUNT', { count: data.count, orders: data.orders.length }, 'count')
  return happened('shippedOut', data, { timers: complaints(s, data.orders) })
}

/** The packing bench and the dock where carriers fetch parcels. */
export const packing: WmsPart = {
  commands: {
    weigh: parts.command({
      zh: '称重',
      data: z.strictObject({ orderNo: Code, box: Code }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_BOX'],
      decide: (s, { orderNo, box }) => {
        const outbound = outboundOf(s, orderNo)
        if (outbound === undefined) return no('E_NONE', { id: orderNo })
        if (after(OUTBOUND, outbound.state, 'pack') === undefined) return wrongState(OUTBOUND, outbound.state)
        if (!s.boxes.some(b => b.code === box)) return no('E_BOX', { box }, 'box')
        const grams = onScale(s, outbound, box)
        return happened('weighed', { orderNo, grams }, { reply: grams })
      },
    }),
    pack: parts.command({
      zh: '打包',
      data: Pack,
      who: 'both',
      refusals: ['E_NONE', 'E_STATE', 'E_BOX', 'E_MIX_ORDER', 'E_NOTHING', 'E_WEIGHT'],
      decide: pack,
    }),
    'label.print': parts.command({
      zh: '打印并粘贴面单',
      data: z.strictObject({ orderNo: Code, waybill: Code }),
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_PACKED', 'E_WAYBILL', 'E_OTHER_ORDER'],
      decide: (s, label, ctx) => {
        const outbound = outboundOf(s, label.orderNo)
        if (outbound === undefined) return no('E_NONE', { id: label.orderNo })
        if (outbound.state !== 'packed') return no('E_NOT_PACKED', { id: label.orderNo })
        return labelFault(ctx, label) ?? happened('labelled', label)
      },
    }),
    'ship.handover': parts.command({
      zh: '与承运商交接',
      data: Handover,
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_PACKED', 'E_NO_LABEL', 'E_COUNT'],
      decide: handover,
    }),
  },
  events: {
    weighed: parts.event({
      data: z.strictObject({ orderNo: Code, grams: z.int() }),
      caption: ({ orderNo, grams }, { who }) => `${who}为订单 ${orderNo} 称重：${grams} 克`,
      evolve: (s, { orderNo, grams }, { seq }) => {
        for (const o of s.outbounds) if (o.orderNo === orderNo && o.state === 'picked') Object.assign(o, { weighed: grams, seq })
      },
    }),
    packed: parts.event({
      data: z.strictObject({ orderNo: Code, box: Code, weight: z.int() }),
      caption: ({ orderNo, box, weight }, { who }) => `${who}打包订单 ${orderNo}（${box}，${weight} 克）`,
      evolve: (s, { orderNo, box, weight }, { seq }) => {
        const outbound = s.outbounds.find(o => o.orderNo === orderNo && o.state === 'picked')
        if (outbound !== undefined) Object.assign(outbound, { box, weight, seq, state: moved(OUTBOUND, 'picked', 'pack') })
      },
    }),
    labelled: parts.event({
      data: z.strictObject({ orderNo: Code, waybill: Code }),
      caption: ({ orderNo, waybill }, { who }) => `${who}为订单 ${orderNo} 贴上面单 ${waybill}`,
      evolve: (s, { orderNo, waybill }, { seq }) => {
        for (const o of s.outbounds) if (o.orderNo === orderNo && o.state === 'packed') Object.assign(o, { waybill, seq })
      },
    }),
    shippedOut: parts.event({
      data: Handover,
      caption: ({ carrier, count }, { who }) => `${who}向${carrier}交接 ${count} 件包裹`,
      evolve: (s, { carrier, orders, count }, { at, seq }) => {
        s.handovers.push({ carrier, orders, count, at, seq })
        for (const o of s.outbounds) {
          if (orders.includes(o.orderNo) && o.state === 'packed')
            Object.assign(o, { carrier, seq, state: moved(OUTBOUND, 'packed', 'hand') })
        }
      },
    }),
  },
  refusals: {
    E_BOX: '没有“{box}”这种包装箱。',
    E_MIX_ORDER: '{orders} 是不同的订单，不能装在同一个箱子里。',
    E_NOTHING: '订单 {id} 没有拣到任何商品，请改为取消出库。',
    E_WEIGHT: '登记重量 {weight} 克与系统计算的重量相差超过 {percent}%，请复核箱内商品。',
    E_NOT_PACKED: '订单 {id} 还没有打包完成。',
    E_WAYBILL: '承运商系统中没有运单 {waybill}。',
    E_OTHER_ORDER: '运单 {waybill} 不是订单 {orderNo} 的，请核对。',
    E_NO_LABEL: '订单 {id} 还没有贴面单，不能交接。',
    E_COUNT: '填写 {count} 件，清单上是 {orders} 件，请清点后重填。',
  },
}
