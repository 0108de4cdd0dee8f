import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { isAgent, refundOf, refundable, sourceOf, speaksFor, tellMerchant, tradeOf, walletOf } from './lookup.ts'
import { Amount, ESCROW, type PayPart, type PaySlice, REFUND, type Refund, TRADE, type Trade, move, parts } from './slice.ts'
import { yuan } from './trades.ts'

const ById = z.strictObject({ id: z.string() })
const PAID = new Set(['WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED'])
const Done = ById.extend({ outNo: z.string(), amount: Amount, how: z.enum(['agree', 'grant', 'direct']) })

type Case = { readonly ok: true; readonly refund: Frozen<Refund>; readonly trade: Frozen<Trade> }

/** A refund in which this side may take this step. */
function caseOf(
  s: Frozen<PaySlice>,
  ctx: DecideContext,
  id: string,
  { side, trigger }: { side: 'payer' | 'payee'; trigger: string },
): Case | ReturnType<typeof no> {
  const refund = refundOf(s, id)
  const trade = refund === undefined ? undefined : tradeOf(s, refund.outNo)
  if (refund === undefined || trade === undefined) return no('E_NONE', { id })
  if (!speaksFor(s, ctx, trade[side])) return no(side === 'payer' ? 'E_NOT_PAYER' : 'E_NOT_SELLER')
  return after(REFUND, refund.state, trigger) === undefined ? wrongState(REFUND, refund.state) : { ok: true, refund, trade }
}

/** Before a trade is finished the platform holds the money; afterwards the seller must have it. */
function moneyFault(s: Frozen<PaySlice>, trade: Frozen<Trade>, amount: number): ReturnType<typeof no> | null {
  const there = trade.state === 'TRADE_FINISHED' ? (walletOf(s, trade.payee)?.balance ?? 0) : trade.held
  return there < amount ? no('E_SELLER_BALANCE') : null
}

/** Money goes back the way it came; a trade of which nothing is left is closed. */
function payBack(
  s: Frozen<PaySlice>,
  ctx: DecideContext,
  given: { readonly id: string; readonly trade: Frozen<Trade>; readonly amount: number; readonly how: 'agree' | 'grant' | 'direct' },
): Decision {
  const { id, trade, amount, how } = given
  const fault = moneyFault(s, trade, amount)
  if (fault !== null) return fault
  const isCard = trade.method !== 'balance' && walletOf(s, trade.payer)?.cards.includes(trade.method) === true
  if (isCard && ctx.has('bank')) ctx.call('bank.receive', { ref: trade.no, account: trade.method, amount, payee: '支付平台退款' })
  const isWhole = trade.refunded + amount === trade.amount && trade.state !== 'TRADE_FINISHED'
  // a merchant's own system that asked for it knows already
  if (isWhole && how !== 'direct') tellMerchant(ctx, trade.outNo, 'closed')
  const cancel = [`refund:${id}`, ...(isWhole ? [`autoConfirm:${trade.outNo}`, `shipLate:${trade.outNo}`] : [])]
  return happened('refunded', { id, outNo: trade.outNo, amount, how }, { cancel })
}

function decideTimer(s: Frozen<PaySlice>, id: string): TimerWish {
  return { after: s.rules.decideAfter, by: 'pay.platform', type: 'pay.dispute.decide', data: { id }, known: `平台裁定退款 ${id}` }
}

const Create = z.strictObject({ trade: z.string(), amount: Amount, reason: z.string().min(1).max(100) })

function create(s: Frozen<PaySlice>, { trade: no_, amount, reason }: z.output<typeof Create>, ctx: DecideContext): Decision {
  const trade = tradeOf(s, no_)
  if (trade === undefined) return no('E_NONE', { id: no_ })
  if (!speaksFor(s, ctx, trade.payer)) return no('E_NOT_PAYER')
  if (!PAID.has(trade.state)) return wrongState(TRADE, trade.state)
  if (trade.state === 'TRADE_FINISHED' && ctx.now - (trade.endedAt ?? ctx.now) > s.rules.window) return no('E_WINDOW')
  if (amount > refundable(s, trade)) return no('E_OVER', { most: yuan(refundable(s, trade)) }, 'amount')
  const id = ctx.nextId('RF')
  const silent = {
    after: s.rules.refundBy,
    by: 'pay.platform',
    type: 'pay.refund.silent',
    data: { id },
    key: `refund:${id}`,
    known: `退款 ${id} 卖家处理期限`,
  }
  return happened('refundAsked', { id, outNo: trade.outNo, payee: trade.payee, amount, reason }, { timers: [silent], reply: id })
}

/** Refunds: between the two sides, and before the platform. */
export const refunds: PayPart = {
  commands: {
    'refund.create': parts.command({
      zh: '申请退款',
      data: Create,
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_PAYER', 'E_STATE', 'E_WINDOW', 'E_OVER'],
      decide: create,
    }),
    'refund.agree': parts.command({
      zh: '同意退款',
      data: ById,
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_SELLER', 'E_STATE', 'E_SELLER_BALANCE'],
      decide: (s, { id }, ctx) => {
        const found = caseOf(s, ctx, id, { side: 'payee', trigger: 'agree' })
        return found.ok ? payBack(s, ctx, { id, trade: found.trade, amount: found.refund.amount, how: 'agree' }) : found
      },
    }),
    'refund.silent': parts.command({
      zh: '超时视为同意退款',
      data: ById,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE', 'E_SELLER_BALANCE'],
      decide: (s, { id }, ctx) => {
        const found = caseOf(s, ctx, id, { side: 'payee', trigger: 'agree' })
        return found.ok ? payBack(s, ctx, { id, trade: found.trade, amount: found.refund.amount, how: 'agree' }) : found
      },
    }),
    'refund.refuse': parts.command({
      zh: '拒绝退款',
      data: ById.extend({ reason: z.string().max(200) }),
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_SELLER', 'E_STATE', 'E_REASON'],
      decide: (s, { id, reason }, ctx) => {
        const found = caseOf(s, ctx, id, { side: 'payee', trigger: 'refuse' })
        if (!found.ok) return found
        if (reason.trim().length < 4) return no('E_REASON', {}, 'reason')
        return happened('refundRefused', { id, outNo: found.trade.outNo, reason }, { cancel: [`refund:${id}`] })
      },
    }),
    'refund.cancel': parts.command({
      zh: '撤销退款申请',
      data: ById,
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_PAYER', 'E_STATE'],
      decide: (s, { id }, ctx) => {
        const found = caseOf(s, ctx, id, { side: 'payer', trigger: 'cancel' })
        return found.ok ? happened('refundCancelled', { id }, { cancel: [`refund:${id}`] }) : found
      },
    }),
    'refund.direct': parts.command({
      zh: '商家系统退款',
      data: z.strictObject({ outNo: z.string(), amount: Amount }),
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE', 'E_OVER', 'E_SELLER_BALANCE'],
      decide: (s, { outNo, amount }, ctx) => {
        const trade = tradeOf(s, outNo)
        if (trade === undefined) return no('E_NONE', { id: outNo })
        if (!PAID.has(trade.state)) return wrongState(TRADE, trade.state)
        if (amount > refundable(s, trade)) return no('E_OVER', { most: yuan(refundable(s, trade)) }, 'amount')
        return payBack(s, ctx, { id: ctx.nextId('RF'), trade, amount, how: 'direct' })
      },
    }),
    'dispute.escalate': parts.command({
      zh: '申请平台介入',
      data: ById,
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_PAYER', 'E_STATE'],
      decide: (s, { id }, ctx) => {
        const found = caseOf(s, ctx, id, { side: 'payer', trigger: 'escalate' })
        return found.ok ? happened('escalated', { id, outNo: found.trade.outNo }, { timers: [decideTimer(s, id)] }) : found
      },
    }),
    'dispute.evidence': parts.command({
      zh: '提交凭证',
      data: ById.extend({ text: z.string().min(1).max(500), side: z.enum(['payer', 'payee']).nullable().default(null) }),
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_PARTY', 'E_STATE'],
      decide: (s, { id, text, side: told }, ctx) => {
        const refund = refundOf(s, id)
        const trade = refund === undefined ? undefined : tradeOf(s, refund.outNo)
        if (refund === undefined || trade === undefined) return no('E_NONE', { id })
        if (refund.state !== 'escalated') return wrongState(REFUND, refund.state)
        // a counterpart says for whom it speaks; a person's side is that of its account
        const side = isAgent(ctx) ? told : speaksFor(s, ctx, trade.payer) ? 'payer' : speaksFor(s, ctx, trade.payee) ? 'payee' : null
        return side === null ? no('E_NOT_PARTY') : happened('evidenceGiven', { id, by: side, text })
      },
    }),
    'dispute.decide': parts.command({
      zh: '平台裁定',
      data: ById,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE', 'E_SELLER_BALANCE'],
      decide: (s, { id }, ctx) => {
        const refund = refundOf(s, id)
        const trade = refund === undefined ? undefined : tradeOf(s, refund.outNo)
        if (refund === undefined || trade === undefined) return no('E_NONE', { id })
        if (after(REFUND, refund.state, 'grant') === undefined) return wrongState(REFUND, refund.state)
        // who brings nothing loses; who refused without showing anything too
        const sides = new Set(refund.evidence.map(e => e.by))
        if (sides.has('payer') || !sides.has('payee')) return payBack(s, ctx, { id, trade, amount: refund.amount, how: 'grant' })
        return happened('refundDenied', { id, outNo: trade.outNo })
      },
    }),
  },
  events: {
    refundAsked: parts.event({
      data: ById.extend({ outNo: z.string(), payee: z.string(), amount: Amount, reason: z.string() }),
      caption: ({ outNo, amount, reason }, { who }) => `${who}对 ${outNo} 申请退款 ${yuan(amount)} 元：${reason}`,
      evolve: (s, { payee: _payee, ...asked }, { seq }) =>
        void s.refunds.push({ ...asked, state: REFUND.initial, answer: '', evidence: [], seq }),
    }),
    refunded: parts.event({
      data: Done,
      caption: ({ outNo, amount }) => `${outNo} 退款 ${yuan(amount)} 元，已原路退回`,
      evolve: (s, { id, outNo, amount, how }, { at, seq }) => {
        const trade = s.trades.find(t => t.outNo === outNo)
        if (trade === undefined) return
        if (how === 'direct') s.refunds.push({ id, outNo, amount, reason: '售后', state: 'success', answer: '', evidence: [], seq })
        else stepRefund(s, id, how, { seq })
        const isFinished = trade.state === 'TRADE_FINISHED'
        move(s, { from: isFinished ? trade.payee : ESCROW, to: sourceOf(trade), amount }, { ref: trade.no, kind: '退款', at, seq })
        trade.refunded += amount
        if (isFinished) return
        trade.held -= amount
        if (trade.held === 0) Object.assign(trade, { state: moved(TRADE, trade.state, 'refundAll'), ended: '全额退款', endedAt: at, seq })
      },
    }),
    refundRefused: parts.event({
      data: ById.extend({ outNo: z.string(), reason: z.string() }),
      caption: ({ id, reason }, { who }) => `${who}拒绝退款 ${id}：${reason}`,
      evolve: (s, { id, reason }, { seq }) => stepRefund(s, id, 'refuse', { answer: reason, seq }),
    }),
    refundCancelled: parts.event({
      data: ById,
      caption: ({ id }, { who }) => `${who}撤销退款申请 ${id}`,
      evolve: (s, { id }, { seq }) => stepRefund(s, id, 'cancel', { seq }),
    }),
    escalated: parts.event({
      data: ById.extend({ outNo: z.string() }),
      caption: ({ id }, { who }) => `${who}就退款 ${id} 申请平台介入`,
      evolve: (s, { id }, { seq }) => stepRefund(s, id, 'escalate', { seq }),
    }),
    evidenceGiven: parts.event({
      data: ById.extend({ by: z.enum(['payer', 'payee']), text: z.string() }),
      caption: ({ id }, { who }) => `${who}为退款 ${id} 提交凭证`,
      evolve: (s, { id, by, text }) => {
        for (const r of s.refunds) if (r.id === id) r.evidence.push({ by, text })
      },
    }),
    refundDenied: parts.event({
      data: ById.extend({ outNo: z.string() }),
      caption: ({ id }) => `平台驳回退款 ${id}`,
      evolve: (s, { id }, { seq }) => stepRefund(s, id, 'deny', { seq }),
    }),
  },
  refusals: {
    E_WINDOW: '已超过售后期限，不能再申请退款。',
    E_OVER: '退款金额超过可退金额，最多可退 {most} 元。',
    E_SELLER_BALANCE: '卖家账户余额不足，暂不能退款。',
    E_REASON: '请写明拒绝理由（至少 4 个字）。',
  },
}

function stepRefund(s: PaySlice, id: string, trigger: string, more: Partial<Refund>): void {
  for (const r of s.refunds) if (r.id === id) Object.assign(r, more, { state: moved(REFUND, r.state, trigger) })
}
