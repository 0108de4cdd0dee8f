import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { BUYER_ACTS, asBuyer, buyerIn, onOrder, stateFault, wrongOrderState } from './lookup.ts'
import { type MallPart, parts } from './slice.ts'

const By = z.strictObject({ persona: z.string() })
const Order = z.strictObject({ order: z.string() })
const Claim = z.strictObject({ claim: z.string() })
const Words = z.string().min(1).max(500)
const fen = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`

/** Unified social credit code: 18 signs without I O S V Z, the last one a check (GB 32100-2015). */
export function isTaxNo(text: string): boolean {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = weights.reduce((n, w, i) => n + w * signs.indexOf(text[i] ?? ''), 0)
  return signs[(31 - (sum % 31)) % 31] === text[17]
}

const EVIDENCED = new Set(['质量问题', '商品破损', '少发漏发', '与描述不符'])
const Apply = z.strictObject({
  order: z.string(),
  sku: z.string(),
  quantity: z.int().min(1).default(1),
  type: z.enum(['refund', 'return', 'exchange']),
  reason: z.string().min(1).max(100),
  noReason: z.boolean().default(false),
  amount: z.int().min(0),
  evidence: z.array(z.string()).max(9).default([]),
})

const isHeld = (ctx: DecideContext, outNo: string): boolean => ctx.has('pay') && ctx.ask('pay.trade', { outNo }) !== null

/** A claim asks for no more than the part of what was paid. */
function apply(wish: z.output<typeof Apply>, ctx: DecideContext, refundable: readonly { sku: string; amount: number }[]): Decision {
  const most = refundable.find(r => r.sku === wish.sku)?.amount ?? 0
  if (wish.amount > most) return no('E_OVER', { most: fen(most) }, 'amount')
  if (EVIDENCED.has(wish.reason) && wish.evidence.length === 0) return no('E_EVIDENCE', {}, 'evidence')
  const applied = ctx.call('shop.applyAftersale', wish as unknown as Json)
  if (!applied.ok) return applied
  const claim = String(applied.value)
  const { order, type, reason, amount } = wish
  return happened('claimed', { persona: ctx.persona, claim, order, type, reason, amount }, { reply: claim })
}

/** Runs a port of the shop for a claim of one's own. */
function onClaim(
  claims: readonly { readonly claim: string }[],
  id: string,
  ctx: DecideContext,
  at: { port: string; data?: object; event: string },
): Decision {
  if (!claims.some(c => c.claim === id)) return no('E_NONE', { id })
  const done = ctx.call(at.port, { claim: id, ...at.data })
  return done.ok ? happened(at.event, { persona: ctx.persona, claim: id, ...at.data }) : done
}

/** What a buyer does with what was bought. */
export const owning: MallPart = {
  commands: {
    'order.cancel': parts.command({
      zh: '取消订单',
      data: Order,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE'],
      decide: (s, { order }, ctx) =>
        onOrder(s, ctx, order, ({ card }) => {
          const fault = stateFault(card, 'pay', BUYER_ACTS)
          if (fault !== null) return fault
          if (isHeld(ctx, order)) ctx.call('pay.closeTrade', { outNo: order })
          const done = ctx.call('shop.closed', { outNo: order, reason: '买家取消' })
          return done.ok ? happened('cancelled', { persona: ctx.persona, order }) : done
        }),
    }),
    'order.remind': parts.command({
      zh: '催发货',
      data: Order,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE'],
      decide: (s, { order }, ctx) =>
        onOrder(s, ctx, order, ({ card }) => {
          if (card.state !== 'toShip') return wrongOrderState(card)
          const done = ctx.call('shop.remind', { outNo: order })
          return done.ok ? happened('reminded', { persona: ctx.persona, order }) : done
        }),
    }),
    'order.address': parts.command({
      zh: '修改订单地址',
      data: Order.extend({ address: z.string() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE', 'E_ADDR'],
      decide: (s, { order, address: id }, ctx) =>
        onOrder(s, ctx, order, ({ buyer, card }) => {
          const fault = stateFault(card, 'readdress', BUYER_ACTS)
          const address = buyer.addresses.find(a => a.id === id)
          if (fault !== null || address === undefined) return fault ?? no('E_ADDR', {}, 'address')
          const { name, phone, region, detail } = address
          const done = ctx.call('shop.buyerAddress', { outNo: order, address: { name, phone, region, detail } })
          return done.ok ? happened('readdressed', { persona: ctx.persona, order, address: id }) : done
        }),
    }),
    'receipt.confirm': parts.command({
      zh: '确认收货',
      data: Order.extend({ confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE', 'W_NOT_DELIVERED'],
      decide: (s, { order, confirm }, ctx) =>
        onOrder(s, ctx, order, ({ card }) => {
          const fault = stateFault(card, 'confirm', BUYER_ACTS)
          if (fault !== null) return fault
          const arrived = card.arrivedAt !== null
          if (!arrived && !confirm.includes('W_NOT_DELIVERED')) return no('W_NOT_DELIVERED')
          const done = isHeld(ctx, order) ? ctx.call('pay.confirm', { outNo: order }) : ctx.call('shop.finished', { outNo: order })
          return done.ok ? happened('receiptConfirmed', { persona: ctx.persona, order, arrived }) : done
        }),
    }),
    'aftersale.apply': parts.command({
      zh: '申请售后',
      data: Apply,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE', 'E_OVER', 'E_WINDOW_CLAIM', 'E_EXCLUDED', 'E_EVIDENCE'],
      decide: (s, wish, ctx) =>
        onOrder(s, ctx, wish.order, ({ card }) => stateFault(card, 'claim', BUYER_ACTS) ?? apply(wish, ctx, card.refundable)),
    }),
    'aftersale.shipBack': parts.command({
      zh: '寄回商品',
      data: Claim.extend({ waybill: z.string().regex(/^[A-Z]{0,4}\d{4,20}$/) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE'],
      decide: (s, { claim, waybill }, ctx) =>
        asBuyer(s, ctx, b => onClaim(b.claims, claim, ctx, { port: 'shop.shipBack', data: { waybill }, event: 'shippedBack' })),
    }),
    'aftersale.cancel': parts.command({
      zh: '撤销售后',
      data: Claim,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE'],
      decide: (s, { claim }, ctx) =>
        asBuyer(s, ctx, b => onClaim(b.claims, claim, ctx, { port: 'shop.cancelClaim', event: 'claimCancelled' })),
    }),
    'aftersale.escalate': parts.command({
      zh: '申请平台介入',
      data: Claim,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE'],
      decide: (s, { claim }, ctx) => asBuyer(s, ctx, b => onClaim(b.claims, claim, ctx, { port: 'shop.escalate', event: 'escalated' })),
    }),
    'review.post': parts.command({
      zh: '发表评价',
      data: Order.extend({ stars: z.int().min(1).max(5), text: Words, pics: z.int().min(0).max(9).default(0) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE', 'E_ABUSE'],
      decide: (s, { order, stars, text, pics }, ctx) =>
        onOrder(s, ctx, order, ({ card }) => {
          const fault = stateFault(card, 'review', BUYER_ACTS)
          if (fault !== null) return fault
          const done = ctx.call('shop.reviewed', { order, stars, text, pics })
          return done.ok ? happened('reviewed', { persona: ctx.persona, order, stars, text, pics }) : done
        }),
    }),
    'review.append': parts.command({
      zh: '追加评价',
      data: Order.extend({ text: Words }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_ABUSE'],
      decide: (s, { order, text }, ctx) =>
        onOrder(s, ctx, order, () => {
          const done = ctx.call('shop.reviewMore', { order, text })
          return done.ok ? happened('reviewAdded', { persona: ctx.persona, order, text }) : done
        }),
    }),
    'invoice.request': parts.command({
      zh: '申请发票',
      data: Order.extend({ title: z.string().min(1).max(60), taxNo: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_TAXNO'],
      decide: (s, { order, title, taxNo }, ctx) =>
        onOrder(s, ctx, order, () => {
          if (taxNo !== null && !isTaxNo(taxNo)) return no('E_TAXNO', {}, 'taxNo')
          const done = ctx.call('shop.invoice', { outNo: order, invoice: { title, taxNo } })
          return done.ok ? happened('invoiceRequested', { persona: ctx.persona, order, title, taxNo }) : done
        }),
    }),
    complain: parts.command({
      zh: '投诉商家',
      data: Order.extend({ text: Words }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE'],
      decide: (s, { order, text }, ctx) =>
        onOrder(s, ctx, order, ({ bought }) => {
          const id = ctx.nextId('TS')
          const reply = bought.bad.hidden ? '经核实商家违反承诺，平台已责令其退款，并作出处罚。' : '平台已转商家处理，请与商家客服协商。'
          const timer = {
            after: 86_400,
            by: 'mall.system',
            type: 'mall.complaint.answer',
            data: { persona: ctx.persona, id, reply },
            known: `投诉 ${id} 处理结果`,
          }
          return happened('complained', { persona: ctx.persona, id, order, text }, { timers: [timer] })
        }),
    }),
    'complaint.answer': parts.command({
      zh: '答复投诉',
      data: By.extend({ id: z.string(), reply: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, data) => happened('complaintAnswered', data),
    }),
  },
  events: {
    cancelled: told('取消'),
    reminded: told('催促发货：'),
    readdressed: parts.event({
      data: By.extend({ order: z.string(), address: z.string() }),
      caption: ({ order }, { who }) => `${who}修改订单 ${order} 的收货地址`,
      evolve: (s, { persona, order: no, address: id }) => {
        const buyer = buyerIn(s, persona)
        const address = buyer?.addresses.find(a => a.id === id)
        const order = buyer?.orders.find(o => o.no === no)
        if (address === undefined || order === undefined) return
        const { name, phone, region, detail } = address
        Object.assign(order, { address: { name, phone, region, detail }, stale: { hidden: address.stale.hidden } })
      },
    }),
    receiptConfirmed: parts.event({
      data: By.extend({ order: z.string(), arrived: z.boolean() }),
      caption: ({ order }, { who }) => `${who}确认收到订单 ${order}`,
      evolve: (s, { persona, order, arrived }, { seq }) => {
        for (const o of buyerIn(s, persona)?.orders ?? [])
          if (o.no === order) Object.assign(o, { confirmed: true, arrived, confirmSeq: seq })
      },
    }),
    claimed: parts.event({
      data: By.extend({ claim: z.string(), order: z.string(), type: z.string(), reason: z.string(), amount: z.int() }),
      caption: ({ order, claim }, { who }) => `${who}就订单 ${order} 申请售后 ${claim}`,
      evolve: (s, { persona, ...claim }, { seq }) => void buyerIn(s, persona)?.claims.push({ ...claim, seq }),
    }),
    shippedBack: onlyTold(By.extend({ claim: z.string(), waybill: z.string() }), '寄回售后商品'),
    claimCancelled: onlyTold(By.extend({ claim: z.string() }), '撤销售后'),
    escalated: onlyTold(By.extend({ claim: z.string() }), '申请平台介入售后'),
    reviewed: parts.event({
      data: By.extend({ order: z.string(), stars: z.int(), text: z.string(), pics: z.int() }),
      caption: ({ order, stars }, { who }) => `${who}评价订单 ${order}：${stars} 星`,
      evolve: (s, { persona, ...review }, { seq }) => void buyerIn(s, persona)?.reviews.push({ ...review, more: null, seq }),
    }),
    reviewAdded: parts.event({
      data: By.extend({ order: z.string(), text: z.string() }),
      caption: ({ order }, { who }) => `${who}追加评价订单 ${order}`,
      evolve: (s, { persona, order, text }) => {
        for (const r of buyerIn(s, persona)?.reviews ?? []) if (r.order === order) r.more = text
      },
    }),
    invoiceRequested: parts.event({
      data: By.extend({ order: z.string(), title: z.string(), taxNo: z.string().nullable() }),
      caption: ({ order }, { who }) => `${who}为订单 ${order} 申请发票`,
      evolve: (s, { persona, ...invoice }, { seq }) => void buyerIn(s, persona)?.invoices.push({ ...invoice, seq }),
    }),
    complained: parts.event({
      data: By.extend({ id: z.string(), order: z.string(), text: z.string() }),
      caption: ({ order }, { who }) => `${who}就订单 ${order} 投诉商家`,
      evolve: (s, { persona, ...complaint }, { seq }) => void buyerIn(s, persona)?.complaints.push({ ...complaint, reply: null, seq }),
    }),
    complaintAnswered: parts.event({
      data: By.extend({ id: z.string(), reply: z.string() }),
      caption: ({ id, reply }) => `投诉 ${id} 的处理结果：${reply}`,
      evolve: (s, { persona, id, reply }) => {
        for (const c of buyerIn(s, persona)?.complaints ?? []) if (c.id === id) c.reply = reply
      },
    }),
  },
  refusals: {
    W_NOT_DELIVERED: '物流显示包裹还没有签收，确认收货后货款将付给商家。确认已收到货后可以继续。',
    E_OVER: '退款金额不能超过该商品实付的 {most} 元。',
    E_WINDOW_CLAIM: '已超过签收后 {days} 天的申请期限。',
    E_EXCLUDED: '“{title}”不适用七天无理由退货。',
    E_EVIDENCE: '因商品问题申请售后，请上传照片等凭证。',
    E_ABUSE: '内容含有辱骂或不文明用语，请修改。',
    E_TAXNO: '纳税人识别号不正确：应为 18 位统一社会信用代码，且校验位相符。',
  },
}

function told(verb: string) {
  return parts.event({
    data: By.extend({ order: z.string() }),
    caption: ({ order }, { who }) => `${who}${verb}订单 ${order}`,
    evolve: () => {},
  })
}

function onlyTold<T extends { claim: string }>(data: z.ZodType<T>, verb: string) {
  return parts.event({
    data: data as z.ZodType<{ claim: string }>,
    caption: ({ claim }, { who }) => `${who}${verb} ${claim}`,
    evolve: () => {},
  })
}
