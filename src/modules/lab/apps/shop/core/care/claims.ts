import { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { happened } from '../../../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../../../core/app/lab-app.ts'
import { no } from '../../../../core/app/refuse.ts'
import { type Json, hide } from '../../../../core/world/canonical.ts'
import { arrivedAt, claimFault, orderFault, refundable } from '../../lookup.ts'
import { CLAIM } from '../../machines.ts'
import { type Claim, type Order, type ShopConfig, type ShopPart, type ShopSlice, parts } from '../../slice.ts'
import { agree, claimIn, refundDecision, stepClaim } from './aftersale.ts'

type S = Frozen<ShopSlice>
const Id = z.object({ claim: z.string() })
const DAY = 86_400

/** A claim as a buyer makes it; `condition` is how the goods really are, known only to an agent. */
export const Apply = z.object({
  order: z.string(),
  sku: z.string(),
  quantity: z.int().min(1).default(1),
  type: z.enum(['refund', 'return', 'exchange']),
  reason: z.string().min(1).max(100),
  noReason: z.boolean().default(false),
  amount: z.int().min(0),
  note: z.string().max(300).default(''),
  evidence: z.array(z.string()).max(9).default([]),
  condition: z.enum(['ok', 'damaged', 'short', 'wrong']).default('ok'),
})
type Apply = z.output<typeof Apply>
const Applied = Apply.omit({ condition: true }).extend({
  id: z.string(),
  lawful: z.boolean(),
  due: z.int(),
  condition: z.strictObject({ hidden: z.string() }),
})

/** Seven days from receipt, for goods that are not excepted. */
export function isLawful(s: S, order: Frozen<Order>, wish: Pick<Apply, 'sku' | 'noReason'>, now: number): boolean {
  const line = order.lines.find(l => l.sku === wish.sku)
  const days = s.stores.find(o => o.id === order.store)?.noReasonDays ?? 7
  const arrived = arrivedAt(order)
  return wish.noReason && line?.noReason === true && (arrived === null || now <= arrived + Math.max(days, 7) * DAY)
}

function apply(s: S, wish: Apply, ctx: DecideContext): Decision {
  const order = s.orders.find(o => o.no === wish.order)
  const line = order?.lines.find(l => l.sku === wish.sku)
  if (order === undefined || line === undefined) return no('E_NONE', { id: wish.order })
  const fault = orderFault(order, 'claim')
  if (fault !== null) return fault
  if (wish.noReason && !line.noReason) return no('E_EXCLUDED', { title: line.title })
  const arrived = arrivedAt(order)
  if (arrived !== null && ctx.now > arrived + (wish.noReason ? 7 : 15) * DAY) return no('E_WINDOW_CLAIM', { days: wish.noReason ? 7 : 15 })
  if (wish.amount > order.total - order.refunded || wish.quantity > line.quantity)
    return no('E_OVER', { most: fen(refundable(order, wish.sku, line.quantity)) }, 'amount')
  const { condition, ...open } = wish
  const wait = (wish.type === 'refund' ? 48 : 72) * 3600
  const id = ctx.nextId('S')
  const timer = {
    after: wait,
    by: 'shop.platform',
    type: 'shop.claim.overdue',
    data: { claim: id },
    key: `${id}:due`,
    known: `售后单 ${id} 超时将自动同意`,
  }
  const data = { ...open, id, due: ctx.now + wait, lawful: isLawful(s, order, wish, ctx.now), condition: hide(condition) }
  return happened('claimed', data as unknown as Json, { timers: [timer], reply: id })
}

const fen = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`

/** Claims that come in while the world runs. */
export function comingClaims(s: S): readonly TimerWish[] {
  return s.coming.hidden.map(({ after, ...claim }: Frozen<ShopConfig['claims'][number]>) => ({
    after,
    by: 'shop.buyer',
    type: 'shop.applyAftersale',
    data: { ...claim } as unknown as Json,
  }))
}

function onClaim(s: S, at: { id: string; trigger: string }, decide: (c: Frozen<Claim>, o: Frozen<Order>) => Decision): Decision {
  const claim = s.claims.find(c => c.id === at.id)
  const order = s.orders.find(o => o.no === claim?.order)
  if (claim === undefined || order === undefined) return no('E_NONE', { id: at.id })
  return claimFault(claim, at.trigger) ?? decide(claim, order)
}

function shippedBack(s: S, ctx: DecideContext, at: { id: string; waybill: string }): Decision {
  const { id, waybill } = at
  const arrive = { after: s.road, by: 'shop.courier', type: 'shop.returned', data: { rma: id, grade: null }, known: `退货 ${id} 预计到达` }
  const timers = ctx.has('wms') ? [] : [arrive]
  return happened('shippedBack', { claim: id, waybill }, { timers, cancel: [`${id}:lapse`] })
}

/** The platform rules for the buyer when the law does, or when the store has nothing to show. */
function rule(ctx: DecideContext, claim: Frozen<Claim>, order: Frozen<Order>): Decision {
  const forBuyer = claim.lawful || claim.evidence.length === 0
  const told = { type: 'ruled', data: { claim: claim.id, forBuyer, points: claim.lawful ? 6 : 0, store: order.store } }
  if (!forBuyer) return { ok: true, events: [told] }
  const paid = refundDecision(ctx, { claim, order, amount: Math.min(claim.amount, order.total - order.refunded), forced: true })
  return paid.ok ? { ...paid, events: [told, ...paid.events] } : paid
}

/** What is to be seen of returned goods. */
const SEEN: Readonly<Record<string, string>> = {
  ok: '外包装完好，吊牌和配件齐全，没有使用痕迹。',
  damaged: '商品表面有明显磕碰和污渍，影响二次销售。',
  short: '打开包装后清点，数量或配件与发货清单相比有缺少。',
  wrong: '退回的商品与订单商品的品牌、型号不一致。',
}

/** What buyers, carriers, the warehouse and the platform do about claims. */
export const claims: ShopPart = {
  commands: {
    applyAftersale: parts.command({
      zh: '申请售后',
      data: Apply,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE', 'E_EXCLUDED', 'E_WINDOW_CLAIM', 'E_OVER'],
      decide: (s, wish, ctx) => apply(s, wish, ctx),
    }),
    shipBack: parts.command({
      zh: '买家寄回',
      data: Id.extend({ waybill: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, at, ctx) =>
        onClaim(s, { id: at.claim, trigger: 'shipBack' }, () => shippedBack(s, ctx, { id: at.claim, waybill: at.waybill })),
    }),
    returned: parts.command({
      zh: '退货到达',
      data: z.object({ rma: z.string(), grade: z.string().nullable() }),
      who: 'agent',
      refusals: [],
      decide: (s, { rma, grade }) => {
        const claim = s.claims.find(c => c.id === rma)
        // a warehouse may have the goods before the buyer has told the number of the parcel
        const early = claim?.state === 'awaitShipBack'
        const back = { type: 'shippedBack', data: { claim: rma, waybill: '' } }
        return onClaim(s, { id: rma, trigger: early ? 'shipBack' : 'arrive' }, ({ condition }) => ({
          ok: true,
          events: [...(early ? [back] : []), { type: 'arrived', data: { claim: rma, grade, seen: SEEN[condition.hidden] ?? '' } }],
          cancel: [`${rma}:lapse`],
        }))
      },
    }),
    cancelClaim: parts.command({
      zh: '撤销售后',
      data: Id,
      who: 'agent',
      refusals: [],
      decide: (s, { claim: id }) =>
        onClaim(s, { id, trigger: 'cancel' }, () =>
          happened('claimCancelled', { claim: id, lapsed: false }, { cancel: [`${id}:due`, `${id}:lapse`] }),
        ),
    }),
    escalate: parts.command({
      zh: '申请平台介入',
      data: Id,
      who: 'agent',
      refusals: [],
      decide: (s, { claim: id }) =>
        onClaim(s, { id, trigger: 'escalate' }, () => {
          const timer = {
            after: 2 * DAY,
            by: 'shop.platform',
            type: 'shop.claim.rule',
            data: { claim: id },
            known: `平台对售后单 ${id} 作出判定`,
          }
          return happened('escalated', { claim: id }, { timers: [timer] })
        }),
    }),
    'claim.rule': parts.command({
      zh: '平台判定',
      data: Id,
      who: 'agent',
      refusals: [],
      decide: (s, { claim: id }, ctx) => onClaim(s, { id, trigger: 'ruleRefund' }, (claim, order) => rule(ctx, claim, order)),
    }),
    'claim.overdue': parts.command({
      zh: '超时自动同意',
      data: Id,
      who: 'agent',
      refusals: [],
      decide: (s, { claim: id }, ctx) => {
        const type = s.claims.find(c => c.id === id)?.type === 'refund' ? 'agreeRefund' : 'agreeReturn'
        return onClaim(s, { id, trigger: type }, (claim, order) => agree(ctx, claim, order))
      },
    }),
    'claim.payOut': parts.command({
      zh: '平台自动退款',
      data: Id,
      who: 'agent',
      refusals: [],
      decide: (s, { claim: id }, ctx) =>
        onClaim(s, { id, trigger: 'refund' }, (claim, order) =>
          refundDecision(ctx, { claim, order, amount: Math.min(claim.amount, order.total - order.refunded), forced: true }),
        ),
    }),
    'claim.lapse': parts.command({
      zh: '逾期未寄回',
      data: Id,
      who: 'agent',
      refusals: [],
      decide: (s, { claim: id }) => onClaim(s, { id, trigger: 'lapse' }, () => happened('claimCancelled', { claim: id, lapsed: true })),
    }),
  },
  events: {
    claimed: parts.event({
      data: Applied,
      caption: ({ id, order, reason }) => `买家就订单 ${order} 申请售后 ${id}：${reason}`,
      evolve: (s, { condition, ...claim }, { at, seq }) => {
        const blank = { handledAt: null, by: null, answer: '', waybill: null, found: null, grade: null, refund: null, forced: false }
        s.claims.push({ ...claim, ...blank, state: CLAIM.initial, appliedAt: at, condition: { hidden: condition.hidden }, seq })
      },
    }),
    shippedBack: parts.event({
      data: Id.extend({ waybill: z.string() }),
      caption: ({ claim, waybill }) => `买家寄回售后单 ${claim} 的商品，运单 ${waybill}`,
      evolve: (s, { claim, waybill }) => stepClaim(s, claim, 'shipBack', { waybill }),
    }),
    arrived: parts.event({
      data: Id.extend({ grade: z.string().nullable(), seen: z.string() }),
      caption: ({ claim, seen }) => `售后单 ${claim} 的退货到达：${seen}`,
      evolve: (s, { claim, grade, seen }) =>
        stepClaim(s, claim, 'arrive', { grade, note: `${claimIn(s, claim)?.note ?? ''}\n【到货情况】${seen}`.trim() }),
    }),
    claimCancelled: parts.event({
      data: Id.extend({ lapsed: z.boolean() }),
      caption: ({ claim, lapsed }) => `售后单 ${claim} ${lapsed ? '因逾期未寄回而' : '被买家'}撤销`,
      evolve: (s, { claim, lapsed }) => stepClaim(s, claim, lapsed ? 'lapse' : 'cancel', { due: null }),
    }),
    escalated: parts.event({
      data: Id,
      caption: ({ claim }) => `买家就售后单 ${claim} 申请平台介入`,
      evolve: (s, { claim }) => stepClaim(s, claim, 'escalate'),
    }),
    ruled: parts.event({
      data: Id.extend({ forBuyer: z.boolean(), points: z.int(), store: z.string() }),
      caption: ({ claim, forBuyer, points }) =>
        `平台判定售后单 ${claim}：${forBuyer ? '支持买家' : '支持商家'}${points > 0 ? `，扣 ${points} 分` : ''}`,
      evolve: (s, { claim, forBuyer, points, store: id }, { seq }) => {
        stepClaim(s, claim, forBuyer ? 'ruleRefund' : 'ruleReject')
        const store = s.stores.find(o => o.id === id)
        if (store === undefined || points === 0) return
        store.points += points
        s.penalties.push({ id: `${claim}-ruled`, store: id, reason: '违反七天无理由退货', points, about: claim, seq })
      },
    }),
  },
  refusals: {
    E_EXCLUDED: '“{title}”不适用七天无理由退货。',
    E_WINDOW_CLAIM: '已超过签收后 {days} 天的申请期限。',
  },
}
