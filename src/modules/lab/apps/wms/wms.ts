import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec, Reaction } from '../../core/app/lab-app.ts'
import { hide } from '../../core/world/canonical.ts'
import { appId } from '../../core/world/ids.ts'
import { stockFault } from '../../core/world/ledgers.ts'
import { arrivals, lorryTimers } from './arrivals.ts'
import { counting } from './counting.ts'
import { wmsFacts } from './facts.ts'
import { COUNT, OUTBOUND, RECEIPT, RETURN } from './machines.ts'
import { newOutbound, newTask, orders } from './orders.ts'
import { packing } from './packing.ts'
import { picking } from './picking.ts'
import { placing } from './placing.ts'
import { receiving } from './receiving.ts'
import { replies } from './replies.ts'
import { returns } from './returns.ts'
import { Code, WmsConfig, type WmsSlice, parts, quantOf } from './slice.ts'
import { allot, availableOf, reserve } from './stock.ts'
import { wmsView } from './view.ts'

const none: Omit<WmsSlice, 'zones' | 'locations' | 'skus' | 'quants' | 'notices' | 'conditions' | 'boxes' | 'rules'> = {
  receipts: [],
  differences: [],
  placings: [],
  outbounds: [],
  tasks: [],
  waves: [],
  handovers: [],
  counts: [],
  adjustments: [],
  minima: [],
  returns: [],
  looks: [],
  mail: [],
}

/** Orders a scenario begins with are promised their stock as the shop would have it; a scenario that promises too much is wrong. */
function withOrders(s: WmsSlice, config: WmsConfig): WmsSlice {
  for (const { orderNo, to, lines } of config.outbounds) {
    const from = allot(s, lines)
    if (from === null) throw new RangeError(`scenario: not enough stock for ${orderNo}`)
    s.tasks.push(...from.map((a, i) => newTask(`${orderNo}-${i + 1}`, orderNo, a, 0)))
    s.outbounds.push(newOutbound(orderNo, to, lines, 0))
    reserve(s, from, 1)
  }
  return s
}

function seedWms(config: WmsConfig, start: number): WmsSlice {
  const { zones, locations, skus, stock, notices, conditions, boxes, rules } = config
  const slice: WmsSlice = {
    ...structureOf(),
    zones,
    locations: locations.map(l => ({ ...l, frozen: null })),
    skus,
    quants: stock.map(quantOf),
    notices: notices.map(({ no, supplier, after, lines, cartons }) => {
      return { no, supplier, arrivesAt: start + after, lines, load: hide(cartons), state: 'announced', seq: 0 }
    }),
    conditions: hide(conditions),
    boxes,
    rules,
  }
  return withOrders(slice, config)
}

function structureOf(): typeof none {
  return Object.fromEntries(Object.keys(none).map(key => [key, []])) as unknown as typeof none
}

const Colleague = z.strictObject({ every: z.int().min(1) })

/** A colleague who picks a wave, one task after another; now and then without the scanner. */
function pickAll(s: Frozen<WmsSlice>, wave: string, every: number, hasty: (task: string) => boolean): Reaction[] {
  return s.tasks
    .filter(t => t.wave === wave && t.state === 'open')
    .map((t, i) => {
      const real = s.quants.find(q => q.loc === t.loc && q.sku === t.sku && q.lot === t.lot)?.real.hidden ?? 0
      const quantity = Math.min(t.quantity, real)
      const short = quantity < t.quantity ? 'rest' : null
      const data = { task: t.id, loc: t.loc, sku: t.sku, lot: t.lot, quantity, scanned: !hasty(t.id), short }
      return { after: every * (i + 1), type: 'wms.pick.confirm', data }
    })
}

/** 仓储: receiving, shelves, waves, picking, packing, handing over, counting, returns. */
export const wmsSpec: AppSpec<WmsSlice> = {
  id: appId('wms'),
  version: '1.0.0',
  zh: '仓储管理',
  host: 'wms.lab.test',
  requires: [],
  config: WmsConfig,
  seed: (config: WmsConfig, { start }) => seedWms(config, start),
  opening: s => lorryTimers(s),
  commands: {
    ...arrivals.commands,
    ...receiving.commands,
    ...placing.commands,
    ...orders.commands,
    ...picking.commands,
    ...packing.commands,
    ...counting.commands,
    ...returns.commands,
    ...replies.commands,
  },
  events: {
    ...arrivals.events,
    ...receiving.events,
    ...placing.events,
    ...orders.events,
    ...picking.events,
    ...packing.events,
    ...counting.events,
    ...returns.events,
    ...replies.events,
  },
  ports: { reserve: 'reserve', release: 'release', readdress: 'address.set', expectReturn: 'return.expect' },
  asks: {
    /** Pieces of an article that may still be promised. */
    available: parts.asked(z.strictObject({ sku: Code }), (s, { sku }) => availableOf(s, sku)),
    /** Where the order's parcel stands in the warehouse; null for an order it does not know. */
    outbound: parts.asked(z.strictObject({ orderNo: Code }), (s, { orderNo }) => {
      const found = s.outbounds.findLast(o => o.orderNo === orderNo)
      if (found === undefined) return null
      const shorted = found.lines.filter(l => l.shorted > 0).map(l => ({ sku: l.sku, quantity: l.shorted }))
      return { state: found.state, weight: found.weight, waybill: found.waybill, shorted }
    }),
  },
  agents: { 'wms.supplier': '供应商', 'wms.floor': '仓库同事', 'wms.customer': '顾客' },
  policies: {
    colleague: parts.policy({
      zh: '拣货同事',
      on: ['wms.waved'],
      params: Colleague,
      secret: z.strictObject({ hasty: z.int().min(0).max(10_000) }),
      react: ({ slice, event, me, ctx }) => {
        const wave = (event.data as { no: string }).no
        const hasty = (about: string): boolean => ctx.draws.chance({ agent: me.id, purpose: 'hasty', about }, 0, Number(me.secret['hasty']))
        return pickAll(slice, wave, (me.params as z.output<typeof Colleague>).every, hasty)
      },
    }),
  },
  machines: { receipt: RECEIPT, outbound: OUTBOUND, count: COUNT, returned: RETURN },
  view: s => wmsView(s),
  facts: wmsFacts,
  traps: {
    misdated: parts.trap({
      zh: '录入的生产日期与外箱标签不符',
      sprung: s => s.receipts.flatMap(r => r.lines.flatMap(l => (l.misdated.hidden ? [l.seq] : []))),
    }),
    flawed: parts.trap({
      zh: '把破损品当成合格品收货',
      sprung: s => s.receipts.flatMap(r => r.lines.flatMap(l => (l.state === 'good' && l.flawed.hidden > 0 ? [l.seq] : []))),
    }),
    unscanned: parts.trap({
      zh: '没有扫码核对，拣错了商品',
      sprung: s => s.tasks.flatMap(t => (t.slip.hidden ? [t.seq] : [])),
    }),
    misgraded: parts.trap({
      zh: '退货验货结论与实物不符',
      sprung: s => s.returns.flatMap(r => (r.grade !== null && r.grade !== r.truth.hidden.grade ? [r.seq] : [])),
    }),
  },
  consequences: {
    answered: { zh: '供应商对登记的差异作出答复', cause: 'wms.receiptClosed', effect: 'wms.supplierAnswered' },
    audited: { zh: '入库单被复核，错漏被指出', cause: 'wms.receiptClosed', effect: 'wms.audited' },
    refilled: { zh: '选择等待的缺货两天后补到', cause: 'wms.waited', effect: 'wms.refilled' },
    complained: { zh: '发出错货或破损品，顾客投诉', cause: 'wms.shippedOut', effect: 'wms.complained' },
    returnAudited: { zh: '破损退货判为完好，被抽查发现', cause: 'wms.returnInspected', effect: 'wms.returnAudited' },
  },
  invariants: [
    parts.invariant({ id: 'stock', broken: s => stockFault(s.quants.map(q => ({ ...q, onHand: q.on }))) }),
    parts.invariant({
      id: 'promises',
      broken: s => {
        const promised = s.tasks.reduce((sum, t) => sum + (t.state === 'open' ? t.quantity : 0), 0)
        const reserved = s.quants.reduce((sum, q) => sum + q.reserved, 0)
        return promised === reserved ? null : `${reserved} reserved, open tasks say ${promised}`
      },
    }),
    parts.invariant({
      id: 'lines',
      broken: s => {
        const wrong = s.outbounds.find(o => o.lines.some(l => l.picked + l.shorted > l.quantity))
        return wrong === undefined ? null : `more left the shelf for ${wrong.orderNo} than was ordered`
      },
    }),
  ],
  refusals: {
    ...arrivals.refusals,
    ...receiving.refusals,
    ...placing.refusals,
    ...orders.refusals,
    ...picking.refusals,
    ...packing.refusals,
    ...counting.refusals,
    ...returns.refusals,
    ...replies.refusals,
  },
}

export const wms: LabApp = defineApp(wmsSpec)
