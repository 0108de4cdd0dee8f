import { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { happened } from '../../../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../../../core/app/lab-app.ts'
import { moved } from '../../../../core/app/machine.ts'
import { no } from '../../../../core/app/refuse.ts'
import { claimFault, inStore } from '../../lookup.ts'
import { CLAIM } from '../../machines.ts'
import { type Claim, type Order, type ShopPart, type ShopSlice, parts } from '../../slice.ts'
import { giveBack } from '../trade/handling.ts'
import { partnerSaid, putBack, releaseStock } from '../trade/placing.ts'

type S = Frozen<ShopSlice>
const Id = z.strictObject({ claim: z.string() })
const Words = z.string().max(300)
const DAY = 86_400
const fen = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`

/** Runs a decision on a claim against the acting persona's store, if its state knows the trigger. */
function onClaim(
  s: S,
  ctx: DecideContext,
  at: { id: string; trigger: string },
  decide: (c: Frozen<Claim>, o: Frozen<Order>) => Decision,
): Decision {
  return inStore(s, ctx, 'care', ({ store }) => {
    const claim = s.claims.find(c => c.id === at.id)
    const order = s.orders.find(o => o.no === claim?.order && o.store === store.id)
    if (claim === undefined || order === undefined) return no('E_NONE', { id: at.id })
    return claimFault(claim, at.trigger) ?? decide(claim, order)
  })
}

/** Who sends goods back: a person by themselves, anybody else after a day. */
function backTimers(order: Frozen<Order>, claim: Frozen<Claim>, ctx: Pick<DecideContext, 'personas'>): TimerWish[] {
  const lapse = { after: 7 * DAY, by: 'shop.platform', type: 'shop.claim.lapse', data: { claim: claim.id }, key: `${claim.id}:lapse` }
  const person = ctx.personas.some(p => p.id === order.buyer)
  const waybill = `SF${claim.id.replace(/\D/g, '')}${order.no.replace(/\D/g, '')}`
  const send = { after: DAY, by: 'shop.buyer', type: 'shop.shipBack', data: { claim: claim.id, waybill } }
  return [{ ...lapse, known: `售后单 ${claim.id} 逾期未寄回将撤销` }, ...(person ? [] : [send])]
}

/** Agreeing: money at once, or goods first. The platform does the same when the store says nothing. */
export function agree(ctx: DecideContext, claim: Frozen<Claim>, order: Frozen<Order>): Decision {
  const back = claim.type !== 'refund'
  if (back && ctx.has('wms')) {
    const told = ctx.call('wms.expectReturn', { rma: claim.id, orderNo: order.no, lines: [{ sku: claim.sku, quantity: claim.quantity }] })
    if (!told.ok) return partnerSaid(told)
  }
  const pay = {
    after: DAY,
    by: 'shop.platform',
    type: 'shop.claim.payOut',
    data: { claim: claim.id },
    known: `售后单 ${claim.id} 自动退款`,
  }
  const timers = back ? backTimers(order, claim, ctx) : [pay]
  return happened('agreed', { claim: claim.id, back }, { timers, cancel: [`${claim.id}:due`] })
}

type Refusing = { readonly reason: string; readonly confirm: readonly string[] }

/** A refusal against the law goes to the platform after a day: it rules, pays and takes points. */
function refuse(claim: Frozen<Claim>, { reason, confirm }: Refusing): Decision {
  if (reason.trim().length < 5) return no('E_REASON', { least: 5 }, 'reason')
  if (claim.lawful && !confirm.includes('W_LEGAL')) return no('W_LEGAL', {}, 'reason')
  const escalate = { after: DAY, by: 'shop.buyer', type: 'shop.escalate', data: { claim: claim.id } }
  const timers = claim.lawful ? [escalate] : []
  return happened('refused', { claim: claim.id, reason, unlawful: claim.lawful }, { timers, cancel: [`${claim.id}:due`] })
}

/** Pays a refund. More than the order still holds is refused; whether the amount is right is the store's own matter. */
export function refundDecision(
  ctx: DecideContext,
  at: { claim: Frozen<Claim>; order: Frozen<Order>; amount: number; forced: boolean },
): Decision {
  const { claim, order, amount, forced } = at
  const most = order.total - order.refunded
  if (amount > most) return no('E_OVER', { most: fen(most) }, 'amount')
  const refused = giveBack(ctx, order.no, amount)
  if (refused !== null) return refused
  const whole = order.refunded + amount >= order.total
  if (whole) releaseStock(ctx, order)
  return happened('refunded', { claim: claim.id, order: order.no, sku: claim.sku, amount, forced, whole: whole && !order.finished })
}

export function claimIn(s: ShopSlice, id: string): Claim | undefined {
  return s.claims.find(c => c.id === id)
}

/** Moves a claim on; totals over events that the engine wrote. */
export function stepClaim(s: ShopSlice, id: string, trigger: string, more: Partial<Claim> = {}): void {
  const claim = claimIn(s, id)
  if (claim !== undefined) Object.assign(claim, { state: moved(CLAIM, claim.state, trigger), ...more })
}

function accepted(s: ShopSlice, { claim: id, result }: { claim: string; result: string }): void {
  const claim = claimIn(s, id)
  const line = s.orders.find(o => o.no === claim?.order)?.lines.find(l => l.sku === claim?.sku)
  if (claim === undefined || line === undefined) return
  stepClaim(s, id, result !== 'ok' ? 'dispute' : claim.type === 'exchange' ? 'acceptExchange' : 'accept', { found: result })
  line.counters.returned = Math.min(line.counters.shipped, line.counters.returned + claim.quantity)
  if (result === 'damaged') line.counters.damaged += claim.quantity
}

const RESULTS: Readonly<Record<string, string>> = { ok: '合格', damaged: '损坏', short: '缺件', wrong: '非本店商品' }

/** What the store does about claims. */
export const aftersale: ShopPart = {
  commands: {
    'aftersale.agree': parts.command({
      zh: '同意售后申请',
      data: Id,
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE'],
      decide: (s, { claim: id }, ctx) =>
        inStore(s, ctx, 'care', () => {
          const type = s.claims.find(c => c.id === id)?.type === 'refund' ? 'agreeRefund' : 'agreeReturn'
          return onClaim(s, ctx, { id, trigger: type }, (claim, order) => agree(ctx, claim, order))
        }),
    }),
    'aftersale.refuse': parts.command({
      zh: '拒绝售后申请',
      data: Id.extend({ reason: Words, confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE', 'E_REASON', 'W_LEGAL'],
      decide: (s, { claim: id, ...wish }, ctx) => onClaim(s, ctx, { id, trigger: 'refuse' }, claim => refuse(claim, wish)),
    }),
    'aftersale.receive': parts.command({
      zh: '验收退货',
      data: Id.extend({ result: z.enum(['ok', 'damaged', 'short', 'wrong']), photos: z.int().min(0).max(9) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE', 'E_EVIDENCE'],
      decide: (s, { claim: id, result, photos }, ctx) =>
        onClaim(s, ctx, { id, trigger: 'accept' }, claim => {
          if (result !== 'ok' && photos === 0) return no('E_EVIDENCE', {}, 'photos')
          const pay = { after: DAY, by: 'shop.platform', type: 'shop.claim.payOut', data: { claim: id }, known: `售后单 ${id} 自动退款` }
          const timers = result === 'ok' && claim.type === 'return' ? [pay] : []
          return happened('inspected', { claim: id, result }, { timers })
        }),
    }),
    'aftersale.settle': parts.command({
      zh: '协商退款',
      data: Id.extend({ text: Words.min(1) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE'],
      decide: (s, { claim: id, text }, ctx) => onClaim(s, ctx, { id, trigger: 'settle' }, () => happened('settled', { claim: id, text })),
    }),
    'aftersale.refund': parts.command({
      zh: '退款',
      data: Id.extend({ amount: z.int().min(0) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE', 'E_OVER'],
      decide: (s, { claim: id, amount }, ctx) =>
        onClaim(s, ctx, { id, trigger: 'refund' }, (claim, order) => refundDecision(ctx, { claim, order, amount, forced: false })),
    }),
    'aftersale.reship': parts.command({
      zh: '发出换货',
      data: Id.extend({ carrier: z.string(), waybill: z.string().regex(/^[A-Z]{0,4}\d{4,20}$/) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE'],
      decide: (s, { claim: id, carrier, waybill }, ctx) =>
        onClaim(s, ctx, { id, trigger: 'reship' }, () => happened('reshipped', { claim: id, carrier, waybill })),
    }),
    'aftersale.evidence': parts.command({
      zh: '向平台举证',
      data: Id.extend({ text: Words.min(5) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE'],
      decide: (s, { claim: id, text }, ctx) =>
        onClaim(s, ctx, { id, trigger: 'evidence' }, () => happened('evidenced', { claim: id, text })),
    }),
    'aftersale.compensate': parts.command({
      zh: '主动赔付',
      data: z.strictObject({ order: z.string(), amount: z.int().min(1), reason: Words.min(2) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_OVER'],
      decide: (s, { order: id, amount, reason }, ctx) =>
        inStore(s, ctx, 'care', ({ store }) => {
          const order = s.orders.find(o => o.no === id && o.store === store.id)
          if (order === undefined || order.paidAt === null) return no('E_NONE', { id })
          const most = order.total - order.refunded
          if (amount > most) return no('E_OVER', { most: fen(most) }, 'amount')
          return giveBack(ctx, id, amount) ?? happened('compensated', { order: id, amount, reason })
        }),
    }),
  },
  events: {
    agreed: parts.event({
      data: Id.extend({ back: z.boolean() }),
      caption: ({ claim }, { who }) => `${who}同意售后申请 ${claim}`,
      evolve: (s, { claim, back }, { at, by }) =>
        stepClaim(s, claim, back ? 'agreeReturn' : 'agreeRefund', { handledAt: at, by, due: null, answer: '同意' }),
    }),
    refused: parts.event({
      data: Id.extend({ reason: z.string(), unlawful: z.boolean() }),
      caption: ({ claim, reason }, { who }) => `${who}拒绝售后申请 ${claim}：${reason}`,
      evolve: (s, { claim, reason }, { at, by }) => stepClaim(s, claim, 'refuse', { handledAt: at, by, due: null, answer: reason }),
    }),
    inspected: parts.event({
      data: Id.extend({ result: z.string() }),
      caption: ({ claim, result }, { who }) => `${who}验收退货 ${claim}：${RESULTS[result] ?? result}`,
      evolve: (s, data) => accepted(s, data),
    }),
    settled: parts.event({
      data: Id.extend({ text: z.string() }),
      caption: ({ claim, text }, { who }) => `${who}就售后单 ${claim} 与买家达成一致：${text}`,
      evolve: (s, { claim, text }) =>
        stepClaim(s, claim, 'settle', { note: `${claimIn(s, claim)?.note ?? ''}\n【协商结果】${text}`.trim() }),
    }),
    refunded: parts.event({
      data: Id.extend({ order: z.string(), sku: z.string(), amount: z.int(), forced: z.boolean(), whole: z.boolean() }),
      caption: ({ claim, amount }) => `售后单 ${claim} 退款 ${fen(amount)} 元`,
      evolve: (s, { claim, order: no, sku, amount, forced, whole }, { seq }) => {
        stepClaim(s, claim, 'refund', { refund: amount, forced, seq })
        const order = s.orders.find(o => o.no === no)
        if (order === undefined) return
        order.refunded += amount
        for (const line of order.lines) if (line.sku === sku) line.refunded += amount
        if (!whole) return
        if (order.closed === null) putBack(s, order)
        order.closed = '全额退款'
      },
    }),
    reshipped: parts.event({
      data: Id.extend({ carrier: z.string(), waybill: z.string() }),
      caption: ({ claim, carrier, waybill }, { who }) => `${who}发出换货 ${claim}，${carrier} ${waybill}`,
      evolve: (s, { claim }) => stepClaim(s, claim, 'reship'),
    }),
    evidenced: parts.event({
      data: Id.extend({ text: z.string() }),
      caption: ({ claim }, { who }) => `${who}就售后单 ${claim} 向平台举证`,
      evolve: (s, { claim, text }) => stepClaim(s, claim, 'evidence', { evidence: [...(claimIn(s, claim)?.evidence ?? []), text] }),
    }),
    compensated: parts.event({
      data: z.strictObject({ order: z.string(), amount: z.int(), reason: z.string() }),
      caption: ({ order, amount }, { who }) => `${who}向订单 ${order} 赔付 ${fen(amount)} 元`,
      evolve: (s, { order: no, amount }) => {
        for (const order of s.orders) if (order.no === no) order.refunded += amount
      },
    }),
  },
  refusals: {
    W_LEGAL: '买家的申请符合七天无理由退货的规定，拒绝将由平台判责并扣分。确认后可以继续拒绝。',
    E_EVIDENCE: '验货不符时请上传至少一张照片作为凭证。',
    E_OVER: '退款金额不能超过订单可退金额 {most} 元。',
  },
}
