import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { hide } from '../../core/world/canonical.ts'
import { RETURN } from './machines.ts'
import { tellShop } from './orders.ts'
import { Code, OrderLine, type ReturnIn, type WmsPart, type WmsSlice, parts } from './slice.ts'
import { filled, locationOf, shift, skuOf } from './stock.ts'

const GRADES = ['good', 'damaged', 'short', 'wrong'] as const
const GRADE_WORDS: Readonly<Record<string, string>> = { good: '完好', damaged: '破损', short: '数量不足', wrong: '不是本店商品' }

const Expect = z.strictObject({ rma: Code, orderNo: Code, lines: z.array(OrderLine).min(1).max(50) })
const Inspect = z.strictObject({ rma: Code, grade: z.enum(GRADES), loc: Code })
const Truth = z.strictObject({ hidden: z.strictObject({ grade: z.enum(GRADES), look: z.string() }) })

function returnOf(s: Frozen<WmsSlice>, rma: string): Frozen<ReturnIn> | undefined {
  return s.returns.find(r => r.rma === rma)
}

/** How the parcel really comes back, by the scenario; whole where the scenario says nothing. */
function conditionOf(s: Frozen<WmsSlice>, orderNo: string, sku: string): z.output<typeof Truth>['hidden'] {
  const known = s.conditions.hidden.find(c => c.orderNo === orderNo && c.sku === sku)
  return { grade: known?.grade ?? 'good', look: known?.look ?? '包装完好，吊牌、配件齐全，无使用痕迹。' }
}

function inspect(s: Frozen<WmsSlice>, data: z.output<typeof Inspect>, ctx: DecideContext): Decision {
  const back = returnOf(s, data.rma)
  if (back === undefined) return no('E_NO_RMA', { rma: data.rma }, 'rma')
  if (after(RETURN, back.state, 'inspect') === undefined) return wrongState(RETURN, back.state)
  const place = locationOf(s, data.loc)
  if (place === undefined) return no('E_LOC', { loc: data.loc }, 'loc')
  const units = back.lines.reduce((sum, l) => sum + l.quantity, 0)
  const room = place.cap - filled(s, data.loc)
  if (units > room) return no('E_CAP', { loc: data.loc, room: Math.max(0, room) }, 'loc')
  const told = tellShop(ctx, 'shop.returned', { rma: data.rma, grade: data.grade })
  if (!told.ok) return told
  // what is broken and goes back among the goods for sale reaches the next customer
  const sold = data.grade === 'good' && back.truth.hidden.grade !== 'good'
  const audit: TimerWish = { after: s.rules.auditAfter, by: 'wms.floor', type: 'wms.return.audit', data: { rma: data.rma } }
  return happened('returnInspected', data, sold ? { timers: [audit] } : {})
}

/** Parcels that come back. */
export const returns: WmsPart = {
  commands: {
    'return.expect': parts.command({
      zh: '登记退货预报',
      data: Expect,
      who: 'both',
      refusals: ['E_RMA_USED', 'E_NO_SKU'],
      decide: (s, data) => {
        if (returnOf(s, data.rma) !== undefined) return no('E_RMA_USED', { rma: data.rma }, 'rma')
        const lost = data.lines.find(l => skuOf(s, l.sku) === undefined)
        if (lost !== undefined) return no('E_NO_SKU', { sku: lost.sku }, 'lines')
        const truth = hide(conditionOf(s, data.orderNo, data.lines[0]?.sku ?? ''))
        const known = `退货 ${data.rma} 到仓`
        const timer = { after: s.rules.returnAfter, by: 'wms.customer', type: 'wms.return.arrive', data: { rma: data.rma }, known }
        return happened('returnExpected', { ...data, truth }, { timers: [timer] })
      },
    }),
    'return.arrive': parts.command({
      zh: '退件到仓',
      data: z.strictObject({ rma: Code }),
      who: 'agent',
      refusals: [],
      decide: (s, { rma }) => happened('returnArrived', { rma, look: returnOf(s, rma)?.truth.hidden.look ?? '' }),
    }),
    'return.inspect': parts.command({
      zh: '退货验货入库',
      data: Inspect,
      who: 'persona',
      refusals: ['E_NO_RMA', 'E_STATE', 'E_LOC', 'E_CAP'],
      decide: inspect,
    }),
    'return.audit': parts.command({
      zh: '抽查退货',
      data: z.strictObject({ rma: Code }),
      who: 'agent',
      refusals: [],
      decide: (s, { rma }) => {
        const back = returnOf(s, rma)
        const thing = GRADE_WORDS[back?.truth.hidden.grade ?? ''] ?? ''
        const text = `抽查退货 ${rma}：实物${thing}，验货时判为完好，已隔离待处理。`
        return happened('returnAudited', { kind: '退货抽查', about: rma, text })
      },
    }),
  },
  events: {
    returnExpected: parts.event({
      data: Expect.extend({ truth: Truth }),
      caption: ({ rma, orderNo }) => `登记退货预报 ${rma}（订单 ${orderNo}）`,
      evolve: (s, data, { seq }) => void s.returns.push({ ...data, state: RETURN.initial, look: null, grade: null, loc: null, seq }),
    }),
    returnArrived: parts.event({
      data: z.strictObject({ rma: Code, look: z.string() }),
      caption: ({ rma }) => `退货 ${rma} 已到仓，等待验货`,
      evolve: (s, { rma, look }, { seq }) => {
        for (const back of s.returns) if (back.rma === rma) Object.assign(back, { state: moved(RETURN, back.state, 'arrive'), look, seq })
      },
    }),
    returnInspected: parts.event({
      data: Inspect,
      caption: ({ rma, grade, loc }, { who }) => `${who}验收退货 ${rma}：${GRADE_WORDS[grade] ?? grade}，放入 ${loc}`,
      evolve: (s, { rma, grade, loc }, { seq }) => {
        const back = s.returns.find(r => r.rma === rma)
        if (back === undefined) return
        Object.assign(back, { state: moved(RETURN, back.state, 'inspect'), grade, loc, seq })
        const flawed = back.truth.hidden.grade === 'good' ? 0 : 1
        for (const l of back.lines)
          shift(s, loc, { sku: l.sku, lot: `R-${rma}`, exp: null, on: l.quantity, real: l.quantity, flawed: flawed * l.quantity }, seq)
      },
    }),
    returnAudited: parts.event({
      data: z.strictObject({ kind: z.string(), about: Code, text: z.string() }),
      caption: ({ text }) => text,
      evolve: (s, letter, { at, seq }) => void s.mail.push({ ...letter, at, seq }),
    }),
  },
  refusals: {
    E_NO_RMA: '没有退货单 {rma}，不能验货。请先核对退货申请。',
    E_RMA_USED: '退货单 {rma} 已经登记。',
  },
}
