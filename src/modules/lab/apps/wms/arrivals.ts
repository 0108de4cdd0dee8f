import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, TimerWish } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { dayText, timeText } from '../../core/world/calendar.ts'
import { hide } from '../../core/world/canonical.ts'
import { worldTime } from '../../core/world/ids.ts'
import { RECEIPT } from './machines.ts'
import { Carton, Code, type Lines, type Notice, OrderLine, type WmsPart, type WmsSlice, parts } from './slice.ts'
import { skuOf } from './stock.ts'

function lorry(no: string, at: number): TimerWish {
  const known = `到货通知 ${no} 的送货车到达`
  return { at: worldTime(at), by: 'wms.supplier', type: 'wms.notice.arrive', data: { no }, known, key: `lorry:${no}` }
}

/** Lorries that are on the road when the world begins. */
export function lorryTimers(s: Frozen<WmsSlice>): readonly TimerWish[] {
  return s.notices.map(n => lorry(n.no, n.arrivesAt))
}

/** What a supplier loads for a notice of the learner's own: full, but now and then a carton comes short or crushed. */
function loaded(s: Frozen<WmsSlice>, no: string, lines: Frozen<Lines>, ctx: DecideContext): z.output<typeof Carton>[] {
  return lines.map(({ sku, quantity }) => {
    const luck = { agent: 'wms.supplier', purpose: 'load', about: `${no}/${sku}` }
    const short = ctx.draws.chance(luck, 0, 2000) ? 1 : 0
    const broken = ctx.draws.chance(luck, 1, 2000) ? 1 : 0
    const made = skuOf(s, sku)?.shelfDays === null ? null : dayText(worldTime(ctx.now - 10 * 86_400))
    const look = broken === 1 ? '外箱一角受潮变形，内有 1 件破损' : '外箱完好'
    return { sku, lot: `L${no.slice(-4)}`, made, units: quantity - short, broken, look }
  })
}

const Announced = z.strictObject({
  no: Code,
  supplier: z.string(),
  arrivesAt: z.int(),
  lines: z.array(OrderLine),
  load: z.strictObject({ hidden: z.array(Carton) }),
})

function noticeOf(s: Frozen<WmsSlice>, id: string): Frozen<Notice> | undefined {
  return s.notices.find(n => n.no === id)
}

/** Notices of arrival, the lorry at the gate, and unloading it. */
export const arrivals: WmsPart = {
  commands: {
    'asn.create': parts.command({
      zh: '登记到货通知',
      data: z.strictObject({ supplier: z.string().min(1).max(60), lines: z.array(OrderLine).min(1).max(50) }),
      who: 'both',
      refusals: ['E_NO_SKU', 'E_DUP_LINE'],
      decide: (s, { supplier, lines }, ctx) => {
        const lost = lines.find(l => skuOf(s, l.sku) === undefined)
        if (lost !== undefined) return no('E_NO_SKU', { sku: lost.sku }, 'lines')
        const own = lines.map(l => ({ ...l, sku: skuOf(s, l.sku)?.sku ?? l.sku }))
        const twice = own.find((l, i) => own.findIndex(o => o.sku === l.sku) !== i)
        if (twice !== undefined) return no('E_DUP_LINE', { sku: twice.sku }, 'lines')
        const id = ctx.nextId('ASN')
        const arrivesAt = ctx.now + s.rules.leadAfter
        const data = { no: id, supplier, arrivesAt, lines: own, load: hide(loaded(s, id, own, ctx)) }
        return happened('announced', data, { timers: [lorry(id, arrivesAt)], reply: id })
      },
    }),
    'notice.arrive': parts.command({
      zh: '送货车到达',
      data: z.strictObject({ no: Code }),
      who: 'agent',
      refusals: [],
      decide: (_s, data) => happened('arrived', data),
    }),
    unload: parts.command({
      zh: '卸车',
      data: z.strictObject({ notice: Code }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_ARRIVED', 'E_UNLOADED'],
      decide: (s, { notice: id }, ctx) => {
        const notice = noticeOf(s, id)
        if (notice === undefined) return no('E_NONE', { id }, 'notice')
        if (notice.state === 'announced') return no('E_NOT_ARRIVED', { at: timeText(worldTime(notice.arrivesAt)) })
        if (notice.state === 'unloaded') return no('E_UNLOADED', { id })
        const receipt = ctx.nextId('RK')
        return happened('unloaded', { notice: id, receipt }, { reply: receipt })
      },
    }),
  },
  events: {
    announced: parts.event({
      data: Announced,
      caption: ({ no: id, supplier }, { who }) => `${who}登记到货通知 ${id}（${supplier}）`,
      evolve: (s, { no: id, supplier, arrivesAt, lines, load }, { seq }) => {
        s.notices.push({ no: id, supplier, arrivesAt, lines, load, state: 'announced', seq })
      },
    }),
    arrived: parts.event({
      data: z.strictObject({ no: Code }),
      caption: ({ no: id }) => `到货通知 ${id} 的送货车已到库`,
      evolve: (s, { no: id }, { seq }) => {
        for (const notice of s.notices) if (notice.no === id) Object.assign(notice, { state: 'arrived', seq })
      },
    }),
    unloaded: parts.event({
      data: z.strictObject({ notice: Code, receipt: Code }),
      caption: ({ notice, receipt }, { who }) => `${who}卸车并建立入库单 ${receipt}（到货通知 ${notice}）`,
      evolve: (s, { notice: id, receipt }, { seq }) => {
        const notice = s.notices.find(n => n.no === id)
        if (notice === undefined) return
        Object.assign(notice, { state: 'unloaded', seq })
        // from now on everybody at the dock sees the cartons
        const cartons = notice.load.hidden.map(c => ({ ...c }))
        s.receipts.push({ no: receipt, notice: id, state: RECEIPT.initial, cartons, lines: [], closedAt: null, seq })
      },
    }),
  },
  refusals: {
    E_NO_SKU: '没有编码或条码为“{sku}”的商品。',
    E_DUP_LINE: '商品 {sku} 重复出现，请合并为一行。',
    E_NONE: '找不到 {id}，请核对单号。',
    E_NOT_ARRIVED: '送货车还没有到，预计 {at} 到达。',
    E_UNLOADED: '到货通知 {id} 已经卸车，请在入库单中继续操作。',
  },
}
