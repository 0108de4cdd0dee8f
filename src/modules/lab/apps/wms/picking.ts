import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { hide } from '../../core/world/canonical.ts'
import { OUTBOUND } from './machines.ts'
import { newTask, outboundOf, tellShop } from './orders.ts'
import { Code, type Outbound, type PickTask, type Quant, type WmsPart, type WmsSlice, parts } from './slice.ts'
import { byExpiry, reserve, shift, skuOf } from './stock.ts'

const Pick = z.strictObject({
  task: Code,
  loc: Code,
  sku: Code,
  lot: Code,
  quantity: z.int().min(0),
  /** Read by the scanner, or only ticked off by hand. */
  scanned: z.boolean().default(true),
  /** What is done about pieces that are not there: the rest is dropped, or the order waits for new stock. */
  short: z.enum(['rest', 'wait']).nullable().default(null),
})

const hiddenTexts = z.strictObject({ hidden: z.array(z.string()) })
const Picked = z.strictObject({
  task: Code,
  orderNo: Code,
  loc: Code,
  sku: Code,
  lot: Code,
  quantity: z.int().min(0),
  scanned: z.boolean(),
  shorted: z.int().min(0),
  waits: z.boolean(),
  slip: z.strictObject({ hidden: z.boolean() }),
  wrong: hiddenTexts,
})

/** The lot that goes first among those that still have free pieces or pieces promised to this task. */
function firstLot(s: Frozen<WmsSlice>, task: Frozen<PickTask>): Frozen<Quant> | undefined {
  return byExpiry(s, task.sku).find(q => q.on - q.reserved > 0 || (q.loc === task.loc && q.lot === task.lot))
}

function placeOfPick(s: Frozen<WmsSlice>, task: Frozen<PickTask>, data: z.output<typeof Pick>): Frozen<Quant> | ReturnType<typeof no> {
  const sku = skuOf(s, data.sku)
  if (sku?.sku !== task.sku) return no('E_SKU', { sku: data.sku, wanted: task.sku }, 'sku')
  const quant = s.quants.find(q => q.loc === data.loc && q.sku === task.sku && q.lot === data.lot)
  if (quant === undefined) return no('E_WRONG_LOC', { loc: data.loc }, 'loc')
  const own = data.loc === task.loc && data.lot === task.lot
  const first = firstLot(s, task)
  if (!own && (quant.exp ?? '9') > (first?.exp ?? '9')) return no('E_FEFO', { lot: data.lot, first: first?.lot ?? '' }, 'lot')
  return !own && quant.on - quant.reserved < data.quantity ? no('E_PROMISED', { loc: data.loc }, 'loc') : quant
}

/** Who ticks off without scanning takes, now and then, the article beside it. */
function slips(task: Frozen<PickTask>, data: z.output<typeof Pick>, ctx: DecideContext): boolean {
  return !data.scanned && data.quantity > 0 && ctx.draws.chance({ agent: 'wms.floor', purpose: 'slip', about: task.id }, 0, 5000)
}

/** What the customer will find wrong with these pieces. */
function faultsOf(s: Frozen<WmsSlice>, quant: Frozen<Quant>, quantity: number, slip: boolean): string[] {
  const name = skuOf(s, quant.sku)?.name ?? quant.sku
  const whole = quant.real.hidden - quant.flawed.hidden
  return [...(slip ? [`收到的不是“${name}”`] : []), ...(quantity > whole ? [`“${name}”有破损`] : [])]
}

function shortedOf(outbound: Frozen<Outbound>, sku: string, more: number): { sku: string; quantity: number }[] {
  return outbound.lines.map(l => ({ sku: l.sku, quantity: l.shorted + (l.sku === sku ? more : 0) })).filter(l => l.quantity > 0)
}

function pick(s: Frozen<WmsSlice>, data: z.output<typeof Pick>, ctx: DecideContext): Decision {
  const task = s.tasks.find(t => t.id === data.task)
  const outbound = task === undefined ? undefined : outboundOf(s, task.orderNo)
  if (task === undefined || outbound === undefined) return no('E_NONE', { id: data.task }, 'task')
  if (after(OUTBOUND, outbound.state, 'pick') === undefined) return wrongState(OUTBOUND, outbound.state)
  if (task.state !== 'open') return no('E_DONE', { id: task.id })
  const quant = placeOfPick(s, task, data)
  if ('ok' in quant) return quant
  if (data.quantity > task.quantity) return no('E_QUANTITY', { left: task.quantity }, 'quantity')
  if (data.quantity > quant.real.hidden) return no('E_NOT_THERE', { loc: data.loc, units: quant.real.hidden }, 'quantity')
  const missing = task.quantity - data.quantity
  if (missing > 0 && data.short === null) return no('W_SHORT', { missing }, 'short')
  return decidePicked(s, { task, outbound, quant, missing }, data, ctx)
}

type Picking = {
  readonly task: Frozen<PickTask>
  readonly outbound: Frozen<Outbound>
  readonly quant: Frozen<Quant>
  readonly missing: number
}

function decidePicked(s: Frozen<WmsSlice>, at: Picking, data: z.output<typeof Pick>, ctx: DecideContext): Decision {
  const { task, outbound, quant, missing } = at
  const { orderNo } = task
  const waits = missing > 0 && data.short === 'wait'
  const last = !s.tasks.some(t => t.orderNo === orderNo && t.state === 'open' && t.id !== task.id)
  const shorted = shortedOf(outbound, task.sku, waits ? 0 : missing)
  const slip = slips(task, data, ctx)
  const { short: _short, ...rest } = data
  const wrong = faultsOf(s, quant, data.quantity, slip)
  const picked = { ...rest, sku: task.sku, orderNo, shorted: waits ? 0 : missing, waits, slip: hide(slip), wrong: hide(wrong) }
  const waiting = { orderNo, sku: task.sku, quantity: missing }
  const events = [{ type: 'picked', data: picked }, ...(waits ? [{ type: 'waited', data: waiting }] : [])]
  if (last && !waits && shorted.length > 0) events.push({ type: 'shorted', data: { orderNo, lines: shorted } as never })
  if (last && !waits) {
    const told = tellShop(ctx, 'shop.picked', { orderNo, shorted })
    if (!told.ok) return told
  }
  const known = `订单 ${orderNo} 所缺商品补货到位`
  const refill: TimerWish = { after: s.rules.refillAfter, by: 'wms.supplier', type: 'wms.refill', data: waiting, known }
  return { ok: true, events, ...(waits ? { timers: [refill] } : {}) }
}

const Missing = z.strictObject({ orderNo: Code, sku: Code, quantity: z.int().min(1) })

/** Taking goods off the shelves with a hand-held scanner. */
export const picking: WmsPart = {
  commands: {
    'pick.confirm': parts.command({
      zh: '确认拣货',
      data: Pick,
      who: 'both',
      refusals: ['E_NONE', 'E_STATE', 'E_DONE', 'E_SKU', 'E_WRONG_LOC', 'E_FEFO', 'E_PROMISED', 'E_QUANTITY', 'E_NOT_THERE', 'W_SHORT'],
      decide: pick,
    }),
    refill: parts.command({
      zh: '补货到位',
      data: Missing,
      who: 'agent',
      refusals: ['E_STATE'],
      decide: (s, { orderNo, sku, quantity }, ctx) => {
        const outbound = outboundOf(s, orderNo)
        if (outbound === undefined || after(OUTBOUND, outbound.state, 'refill') === undefined)
          return wrongState(OUTBOUND, outbound?.state ?? 'cancelled')
        const face = s.tasks.find(t => t.orderNo === orderNo && t.sku === sku)?.loc ?? s.locations[0]?.code ?? ''
        return happened('refilled', { orderNo, sku, quantity, loc: face, lot: ctx.nextId('NL') })
      },
    }),
  },
  events: {
    picked: parts.event({
      data: Picked,
      caption: ({ orderNo, sku, quantity, loc, shorted }, { who }) =>
        `${who}为订单 ${orderNo} 从 ${loc} 拣 ${sku} 共 ${quantity} 件${shorted > 0 ? `，缺 ${shorted} 件` : ''}`,
      evolve: (s, p, { seq }) => take(s, p, seq),
    }),
    waited: parts.event({
      data: Missing,
      caption: ({ orderNo, sku, quantity }) => `订单 ${orderNo} 等待 ${sku} 补货 ${quantity} 件`,
      evolve: (s, { orderNo }, { seq }) => {
        const outbound = s.outbounds.find(o => o.orderNo === orderNo && o.state === 'picking')
        if (outbound !== undefined) Object.assign(outbound, { state: moved(OUTBOUND, 'picking', 'wait'), seq })
      },
    }),
    shorted: parts.event({
      data: z.strictObject({ orderNo: Code, lines: z.array(z.strictObject({ sku: Code, quantity: z.int() })) }),
      caption: ({ orderNo, lines }) => `订单 ${orderNo} 缺货：${lines.map(l => `${l.sku} ${l.quantity} 件`).join('、')}，其余先发`,
      evolve: () => {},
    }),
    refilled: parts.event({
      data: Missing.extend({ loc: Code, lot: Code }),
      caption: ({ orderNo, sku, quantity }) => `${sku} 补货 ${quantity} 件到位，订单 ${orderNo} 可继续拣货`,
      evolve: (s, { orderNo, sku, quantity, loc, lot }, { seq }) => {
        const outbound = s.outbounds.find(o => o.orderNo === orderNo && o.state === 'waiting')
        if (outbound === undefined) return
        shift(s, loc, { sku, lot, exp: null, on: quantity, real: quantity, flawed: 0 }, seq)
        const a = { loc, sku, lot, quantity }
        const id = `${orderNo}-${s.tasks.filter(t => t.orderNo === orderNo).length + 1}`
        const wave = s.tasks.find(t => t.orderNo === orderNo)?.wave ?? ''
        s.tasks.push({ ...newTask(id, orderNo, a, seq), wave })
        reserve(s, [a], 1)
        Object.assign(outbound, { state: moved(OUTBOUND, 'waiting', 'refill'), seq })
      },
    }),
  },
  refusals: {
    E_DONE: '拣货任务 {id} 已经完成或取消。',
    E_SKU: '扫描的商品是 {sku}，任务要拣的是 {wanted}，请核对条码。',
    E_WRONG_LOC: '货位 {loc} 没有这个商品或批次，请核对货位码和批次号。',
    E_FEFO: '批次 {lot} 不是最先到期的，应先拣批次 {first}（先到期先出）。',
    E_PROMISED: '货位 {loc} 的库存已被其他订单占用，请按拣货单指定的货位拣货。',
    E_NOT_THERE: '货位 {loc} 实物只有 {units} 件，请按实物数量确认。',
    W_SHORT: '还缺 {missing} 件。请选择：其余部分先发，或等待补货。',
  },
}

/** Pieces leave the shelf and the books; what stays promised of a short task is given back. */
function take(s: WmsSlice, p: z.output<typeof Picked>, seq: number): void {
  const task = s.tasks.find(t => t.id === p.task)
  const outbound = s.outbounds.find(o => o.orderNo === p.orderNo && o.state === 'picking')
  if (task === undefined || outbound === undefined) return
  reserve(s, [task], -1)
  const quant = s.quants.find(q => q.loc === p.loc && q.sku === p.sku && q.lot === p.lot)
  const flawed = quant === undefined ? 0 : Math.max(0, p.quantity - (quant.real.hidden - quant.flawed.hidden))
  shift(s, p.loc, { sku: p.sku, lot: p.lot, exp: null, on: -p.quantity, real: -p.quantity, flawed: -flawed }, seq)
  Object.assign(task, { picked: p.quantity, state: 'done', scanned: p.scanned, from: p.loc, lot: p.lot, slip: p.slip, seq })
  for (const line of outbound.lines) {
    if (line.sku === p.sku) Object.assign(line, { picked: line.picked + p.quantity, shorted: line.shorted + p.shorted })
  }
  outbound.wrong = hide([...outbound.wrong.hidden, ...p.wrong.hidden])
  const wave = s.waves.find(w => w.no === task.wave)
  if (wave !== undefined && wave.walked.at(-1) !== p.loc) wave.walked.push(p.loc)
  const open = p.waits || s.tasks.some(t => t.orderNo === p.orderNo && t.state === 'open')
  Object.assign(outbound, { seq, ...(open ? {} : { state: moved(OUTBOUND, outbound.state, 'picked') }) })
}
