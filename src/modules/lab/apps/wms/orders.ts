import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { Asked, DecideContext, Decision } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { hide } from '../../core/world/canonical.ts'
import { OUTBOUND } from './machines.ts'
import { Code, type Outbound, OrderLine, type PickTask, Recipient, type WmsPart, type WmsSlice, parts } from './slice.ts'
import { allot, availableOf, locationOf, reserve, shift, skuOf } from './stock.ts'

export function outboundOf(s: Frozen<WmsSlice>, orderNo: string): Frozen<Outbound> | undefined {
  return s.outbounds.find(o => o.orderNo === orderNo && o.state !== 'cancelled') ?? s.outbounds.find(o => o.orderNo === orderNo)
}

const Reserve = z.strictObject({ orderNo: Code, lines: z.array(OrderLine).min(1).max(50), to: Recipient.nullable().default(null) })
const Allotment = z.strictObject({ loc: Code, sku: Code, lot: Code, quantity: z.int().min(1) })
const Reserved = Reserve.extend({ to: Recipient.nullable(), from: z.array(Allotment) })

/** Tells the shop, where there is one, what became of an order in the warehouse. */
export function tellShop(ctx: DecideContext, port: string, data: Json): Asked<Json> {
  return ctx.has('shop') ? ctx.call(port, data) : { ok: true, value: null }
}

/** What was promised for an order and is not yet in the basket. */
function promised(tasks: readonly Frozen<PickTask>[], orderNo: string): readonly Frozen<PickTask>[] {
  return tasks.filter(t => t.orderNo === orderNo && t.state === 'open')
}

export function newOutbound(orderNo: string, to: Outbound['to'], lines: z.output<typeof OrderLine>[], seq: number): Outbound {
  return {
    orderNo,
    to,
    lines: lines.map(l => ({ ...l, picked: 0, shorted: 0 })),
    state: OUTBOUND.initial,
    box: null,
    weight: null,
    waybill: null,
    carrier: null,
    wrong: hide([]),
    weighed: null,
    seq,
  }
}

export function newTask(id: string, orderNo: string, a: z.output<typeof Allotment>, seq: number): PickTask {
  const { loc, sku, lot, quantity } = a
  return { id, wave: '', orderNo, loc, sku, lot, quantity, picked: 0, state: 'open', scanned: false, from: null, slip: hide(false), seq }
}

/** Tasks are numbered within their order, so that nobody else's orders move their names. */
function tasksOf(s: Frozen<WmsSlice>, orderNo: string, from: readonly z.output<typeof Allotment>[], seq: number): PickTask[] {
  const before = s.tasks.filter(t => t.orderNo === orderNo).length
  return from.map((a, i) => newTask(`${orderNo}-${before + i + 1}`, orderNo, a, seq))
}

const Wave = z.strictObject({ orders: z.array(Code).max(50), rule: z.enum(['按单拣', '批量拣']) })

function wave(s: Frozen<WmsSlice>, { orders, rule }: z.output<typeof Wave>, ctx: DecideContext): Decision {
  if (orders.length === 0) return no('E_EMPTY', {}, 'orders')
  for (const orderNo of orders) {
    const outbound = outboundOf(s, orderNo)
    if (outbound === undefined) return no('E_NONE', { id: orderNo }, 'orders')
    if (after(OUTBOUND, outbound.state, 'wave') === undefined) return wrongState(OUTBOUND, outbound.state)
  }
  if (new Set(orders).size < orders.length) return no('E_TWICE', {}, 'orders')
  const id = ctx.nextId('W')
  return happened('waved', { no: id, orders, rule }, { reply: id })
}

/** Orders of the shop: stock is promised, waves are formed, promises are given back. */
export const orders: WmsPart = {
  commands: {
    reserve: parts.command({
      zh: '占用库存',
      data: Reserve,
      who: 'both',
      refusals: ['E_TWICE', 'E_NO_SKU', 'E_STOCK'],
      decide: (s, { orderNo, lines, to }) => {
        if (s.outbounds.some(o => o.orderNo === orderNo && o.state !== 'cancelled')) return no('E_TWICE', { id: orderNo })
        const lost = lines.find(l => skuOf(s, l.sku) === undefined)
        if (lost !== undefined) return no('E_NO_SKU', { sku: lost.sku }, 'lines')
        const from = allot(s, lines)
        if (from !== null) return happened('reserved', { orderNo, lines, to, from })
        const short = lines.find(l => availableOf(s, l.sku) < l.quantity) ?? lines[0]
        return no('E_STOCK', { sku: short?.sku ?? '', left: availableOf(s, short?.sku ?? '') }, 'lines')
      },
    }),
    release: parts.command({
      zh: '取消出库',
      data: z.strictObject({ orderNo: Code }),
      who: 'both',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { orderNo }) => {
        const outbound = outboundOf(s, orderNo)
        if (outbound === undefined) return no('E_NONE', { id: orderNo })
        return after(OUTBOUND, outbound.state, 'release') === undefined
          ? wrongState(OUTBOUND, outbound.state)
          : happened('released', { orderNo })
      },
    }),
    'wave.create': parts.command({
      zh: '建立波次',
      data: Wave,
      who: 'persona',
      refusals: ['E_EMPTY', 'E_NONE', 'E_STATE', 'E_TWICE'],
      decide: wave,
    }),
    'address.set': parts.command({
      zh: '更新收件人',
      data: z.strictObject({ orderNo: Code, to: Recipient }),
      who: 'both',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { orderNo, to }) => {
        const outbound = outboundOf(s, orderNo)
        if (outbound === undefined) return no('E_NONE', { id: orderNo })
        return outbound.state === 'handed' || outbound.state === 'cancelled'
          ? wrongState(OUTBOUND, outbound.state)
          : happened('readdressed', { orderNo, to })
      },
    }),
  },
  events: {
    reserved: parts.event({
      data: Reserved,
      caption: ({ orderNo }) => `仓库为订单 ${orderNo} 占用库存`,
      evolve: (s, { orderNo, lines, to, from }, { seq }) => {
        s.tasks.push(...tasksOf(s, orderNo, from, seq))
        s.outbounds.push(newOutbound(orderNo, to, lines, seq))
        reserve(s, from, 1)
      },
    }),
    released: parts.event({
      data: z.strictObject({ orderNo: Code }),
      caption: ({ orderNo }, { who }) => `${who}取消订单 ${orderNo} 的出库，库存放回原处`,
      evolve: (s, { orderNo }, { seq }) => {
        const outbound = s.outbounds.find(o => o.orderNo === orderNo && o.state !== 'cancelled')
        if (outbound === undefined) return
        reserve(s, promised(s.tasks, orderNo), -1)
        for (const task of s.tasks.filter(t => t.orderNo === orderNo && t.picked > 0)) putBack(s, task, seq)
        for (const task of s.tasks) if (task.orderNo === orderNo) Object.assign(task, { state: 'gone', seq })
        Object.assign(outbound, { state: moved(OUTBOUND, outbound.state, 'release'), seq })
      },
    }),
    waved: parts.event({
      data: Wave.extend({ no: Code }),
      caption: ({ no: id, orders: list }, { who }) => `${who}建立波次 ${id}，共 ${list.length} 张出库单`,
      evolve: (s, w, { seq }) => {
        s.waves.push({ ...w, walked: [], seq })
        for (const o of s.outbounds)
          if (w.orders.includes(o.orderNo) && o.state === 'assigned') Object.assign(o, { state: moved(OUTBOUND, o.state, 'wave'), seq })
        for (const t of s.tasks) if (w.orders.includes(t.orderNo) && t.state === 'open') t.wave = w.no
        // the list runs along the aisle, so that nobody walks twice
        s.tasks = s.tasks.toSorted((a, b) => (locationOf(s, a.loc)?.route ?? 0) - (locationOf(s, b.loc)?.route ?? 0))
      },
    }),
    readdressed: parts.event({
      data: z.strictObject({ orderNo: Code, to: Recipient }),
      caption: ({ orderNo }, { who }) => `${who}更新订单 ${orderNo} 的收件信息`,
      evolve: (s, { orderNo, to }, { seq }) => {
        for (const o of s.outbounds) if (o.orderNo === orderNo) Object.assign(o, { to, seq })
      },
    }),
  },
  refusals: {
    E_TWICE: '出库单重复，请核对单号。',
    E_STOCK: '商品 {sku} 可用库存只有 {left} 件，不足以占用。',
    E_EMPTY: '请至少选择一张出库单。',
  },
}

/** Picked pieces of a stopped order go back to where they came from. */
function putBack(s: WmsSlice, task: PickTask, seq: number): void {
  const from = task.from ?? task.loc
  const exp = s.quants.find(q => q.sku === task.sku && q.lot === task.lot)?.exp ?? null
  shift(s, from, { sku: task.sku, lot: task.lot, exp, on: task.picked, real: task.picked, flawed: 0 }, seq)
}
