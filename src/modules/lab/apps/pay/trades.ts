import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { nextAt } from '../../core/world/calendar.ts'
import { because, isAgent, nameOf, ownWallet, passwordFault, refundOf, speaksFor, tellMerchant, tradeOf, walletOf } from './lookup.ts'
import { riskVerdict } from './risk.ts'
import {
  Amount,
  ESCROW,
  FEES,
  Kind,
  OUTSIDE,
  OutNo,
  type PayPart,
  type PaySlice,
  TRADE,
  type Trade,
  move,
  newTrade,
  parts,
  stranger,
} from './slice.ts'

const Opened = z.strictObject({
  no: z.string(),
  outNo: OutNo,
  payer: z.string(),
  payee: z.string(),
  amount: Amount,
  title: z.string(),
  kind: Kind,
})
/** What a shop says when it opens a trade. */
export const NewTrade = Opened.omit({ no: true })
const ByOut = z.strictObject({ outNo: z.string() })
const Result = z.enum(['success', 'fail', 'none'])
const PayData = z.strictObject({ trade: z.string(), method: z.string().default('balance'), password: z.string().nullable().default(null) })

export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

function timer(trade: { readonly outNo: string }, step: string, after: number, known: string | null): TimerWish {
  const wish = { after, by: 'pay.platform', type: `pay.trade.${step}`, data: { outNo: trade.outNo }, key: `${step}:${trade.outNo}` }
  return known === null ? wish : { ...wish, known }
}

/** The trades of the beginning close like all others when nobody pays. */
export function openingTimers(s: Frozen<PaySlice>): readonly TimerWish[] {
  return s.trades.flatMap(t => {
    if (t.state === TRADE.initial) return [timer(t, 'expire', s.rules.close, `订单 ${t.outNo} 未付款将自动关闭`)]
    return t.sentAt === null
      ? [timer(t, 'shipLate', s.rules.shipBy, null)]
      : [timer(t, 'autoConfirm', s.rules.autoConfirm, `订单 ${t.outNo} 自动确认收货`)]
  })
}

/** Where the money comes from: null when it is there, else why not. */
function sourceFault(s: Frozen<PaySlice>, ctx: DecideContext, trade: Frozen<Trade>, method: string): ReturnType<typeof no> | null {
  if (isAgent(ctx)) return null
  const wallet = ownWallet(s, ctx)
  if (method === 'balance') return (wallet?.balance ?? 0) < trade.amount ? no('E_BALANCE', { balance: yuan(wallet?.balance ?? 0) }) : null
  if (wallet?.cards.includes(method) !== true) return no('E_NO_CARD', {}, 'method')
  if (!ctx.has('bank')) return null
  const paid = ctx.call('bank.pay', { ref: trade.no, account: method, amount: trade.amount, payee: `支付平台-${nameOf(s, trade.payee)}` })
  return paid.ok ? null : because('E_BANK', paid)
}

function payTrade(s: Frozen<PaySlice>, { trade: id, method, password }: z.output<typeof PayData>, ctx: DecideContext): Decision {
  const trade = tradeOf(s, id)
  if (trade === undefined) return no('E_NONE', { id })
  if (!speaksFor(s, ctx, trade.payer)) return no('E_NOT_PAYER')
  const trigger = trade.kind === 'escrow' ? 'pay' : 'settle'
  if (after(TRADE, trade.state, trigger) === undefined) return wrongState(TRADE, trade.state)
  if (trade.stopped) return no('E_RISK_HOLD')
  const wrong = passwordFault(s, ctx, password)
  if (wrong !== null) return wrong
  const verdict = riskVerdict(s, trade, ctx.now)
  if (verdict?.action === 'reject') return no('E_RISK_REJECT')
  if (verdict?.action === 'hold')
    return happened('riskHeld', { outNo: trade.outNo, id: ctx.nextId('RC'), rule: verdict.id }, { reply: { held: true } })
  const fault = sourceFault(s, ctx, trade, method)
  if (fault !== null) return fault
  const notify = tellMerchant(ctx, trade.outNo, 'paid')
  const ship = timer(trade, 'shipLate', s.rules.shipBy, null)
  return happened(
    'paid',
    { outNo: trade.outNo, payer: trade.payer, payee: trade.payee, amount: trade.amount, method: isAgent(ctx) ? OUTSIDE : method, notify },
    { cancel: [`expire:${trade.outNo}`], timers: trade.kind === 'escrow' ? [ship] : [] },
  )
}

/** What the platform keeps for bringing a merchant its money; persons pay nothing. */
function feeOf(s: Frozen<PaySlice>, payee: string, amount: number): number {
  return walletOf(s, payee)?.kind === 'merchant' ? Math.floor((amount * s.rules.fee + 5000) / 10_000) : 0
}

function finish(s: Frozen<PaySlice>, trade: Frozen<Trade>, ctx: DecideContext, auto: boolean): Decision {
  if (after(TRADE, trade.state, 'finish') === undefined) return wrongState(TRADE, trade.state)
  if (hasOpenRefund(s, trade.outNo)) {
    // the clock of the buyer stands still while a refund is open
    return auto ? { ok: true, events: [], timers: [timer(trade, 'autoConfirm', 86_400, null)] } : no('E_REFUND_OPEN')
  }
  const early = !auto && ctx.now - (trade.sentAt ?? ctx.now) < 86_400
  tellMerchant(ctx, trade.outNo, 'finished')
  const data = { outNo: trade.outNo, payee: trade.payee, fee: feeOf(s, trade.payee, trade.held), auto, early }
  const settle = { at: nextAt(ctx.now, 6), by: 'pay.platform', type: 'pay.settlement.make', data: { merchant: trade.payee } }
  const timers = walletOf(s, trade.payee)?.kind === 'merchant' ? [settle] : []
  return happened('finished', data, { cancel: [`autoConfirm:${trade.outNo}`], timers })
}

export function hasOpenRefund(s: Frozen<PaySlice>, outNo: string): boolean {
  return s.refunds.some(r => r.outNo === outNo && ['applied', 'refused', 'escalated'].includes(refundOf(s, r.id)?.state ?? ''))
}

/** A command upon a trade that is found by the number of its order. */
function upon(run: (s: Frozen<PaySlice>, trade: Frozen<Trade>, ctx: DecideContext) => Decision) {
  return (s: Frozen<PaySlice>, { outNo }: { outNo: string }, ctx: DecideContext): Decision => {
    const trade = tradeOf(s, outNo)
    return trade === undefined ? no('E_NONE', { id: outNo }) : run(s, trade, ctx)
  }
}

function close(trade: Frozen<Trade>, ctx: DecideContext, why: string): Decision {
  if (after(TRADE, trade.state, 'close') === undefined) return no('E_PAID')
  if (why !== '商家关闭') tellMerchant(ctx, trade.outNo, 'closed')
  return happened('closed', { outNo: trade.outNo, why }, { cancel: [`expire:${trade.outNo}`] })
}

/** Opening, paying, shipping, confirming and closing of trades. */
export const trades: PayPart = {
  commands: {
    'trade.open': parts.command({
      zh: '创建交易',
      data: NewTrade,
      who: 'agent',
      refusals: ['E_DUP_OUTNO', 'E_MERCHANT_OFF'],
      decide: (s, given, ctx) => {
        if (tradeOf(s, given.outNo) !== undefined) return no('E_DUP_OUTNO', { outNo: given.outNo })
        const payee = walletOf(s, given.payee)
        if (payee?.kind === 'merchant' && !payee.verified) return no('E_MERCHANT_OFF')
        const trade = {
          ...given,
          payer: walletOf(s, given.payer)?.id ?? given.payer,
          payee: payee?.id ?? given.payee,
          no: ctx.nextId('PT'),
        }
        const expire = timer(trade, 'expire', s.rules.close, `订单 ${trade.outNo} 未付款将自动关闭`)
        return happened('opened', trade, { timers: [expire], reply: trade.no })
      },
    }),
    'trade.pay': parts.command({
      zh: '付款',
      data: PayData,
      who: 'both',
      refusals: [
        'E_NONE',
        'E_NOT_PAYER',
        'E_STATE',
        'E_RISK_HOLD',
        'E_RISK_REJECT',
        'E_LOCKED',
        'E_BALANCE',
        'E_NO_CARD',
        'E_BANK',
        'E_NO_WALLET',
      ],
      decide: payTrade,
    }),
    'trade.sent': parts.command({
      zh: '登记发货',
      data: ByOut,
      who: 'both',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_SELLER'],
      decide: upon((s, trade, ctx) => (speaksFor(s, ctx, trade.payee) ? sent(s, trade) : no('E_NOT_SELLER'))),
    }),
    'trade.sentFor': parts.command({
      zh: '商家系统登记发货',
      data: ByOut,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: upon((s, trade) => sent(s, trade)),
    }),
    'trade.confirm': parts.command({
      zh: '确认收货',
      data: z.strictObject({ trade: z.string(), password: z.string().nullable().default(null) }),
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_PAYER', 'E_STATE', 'E_REFUND_OPEN', 'E_LOCKED', 'E_NO_WALLET'],
      decide: (s, { trade: id, password }, ctx) => {
        const trade = tradeOf(s, id)
        if (trade === undefined) return no('E_NONE', { id })
        if (!speaksFor(s, ctx, trade.payer)) return no('E_NOT_PAYER')
        return passwordFault(s, ctx, password) ?? finish(s, trade, ctx, false)
      },
    }),
    'trade.confirmFor': parts.command({
      zh: '商城确认收货',
      data: ByOut,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE', 'E_REFUND_OPEN'],
      decide: upon((s, trade, ctx) => finish(s, trade, ctx, false)),
    }),
    'trade.autoConfirm': parts.command({
      zh: '自动确认收货',
      data: ByOut,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: upon((s, trade, ctx) => finish(s, trade, ctx, true)),
    }),
    'trade.shipLate': parts.command({
      zh: '发货超时',
      data: ByOut,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: upon((_s, trade) =>
        trade.state === 'WAIT_SELLER_SEND_GOODS' ? happened('shipLate', { outNo: trade.outNo }) : wrongState(TRADE, trade.state),
      ),
    }),
    'trade.close': parts.command({
      zh: '关闭交易',
      data: z.strictObject({ trade: z.string() }),
      who: 'both',
      refusals: ['E_NONE', 'E_NOT_PARTY', 'E_PAID'],
      decide: (s, { trade: id }, ctx) => {
        const trade = tradeOf(s, id)
        if (trade === undefined) return no('E_NONE', { id })
        const isParty = speaksFor(s, ctx, trade.payer) || speaksFor(s, ctx, trade.payee)
        return isParty ? close(trade, ctx, '主动关闭') : no('E_NOT_PARTY')
      },
    }),
    'trade.closeFor': parts.command({
      zh: '商家系统关闭交易',
      data: ByOut,
      who: 'agent',
      refusals: ['E_NONE', 'E_PAID'],
      decide: upon((_s, trade, ctx) => close(trade, ctx, '商家关闭')),
    }),
    'trade.expire': parts.command({
      zh: '超时关闭',
      data: ByOut,
      who: 'agent',
      refusals: ['E_NONE', 'E_PAID'],
      decide: upon((_s, trade, ctx) => close(trade, ctx, '超时未付款')),
    }),
  },
  events: {
    opened: parts.event({
      data: Opened,
      caption: ({ outNo, amount }) => `创建交易 ${outNo}，${yuan(amount)} 元`,
      evolve: (s, trade, { at, seq }) => {
        for (const id of [trade.payer, trade.payee]) if (!s.wallets.some(w => w.id === id)) s.wallets.push(stranger(id, seq))
        s.trades.push(newTrade(trade, at, seq))
      },
    }),
    paid: parts.event({
      data: ByOut.extend({ payer: z.string(), payee: z.string(), amount: Amount, method: z.string(), notify: Result }),
      caption: ({ outNo, amount }, { who }) => `${who}为 ${outNo} 付款 ${yuan(amount)} 元`,
      evolve: (s, { outNo, method, notify }, { at, seq }) => {
        const trade = s.trades.find(t => t.outNo === outNo)
        if (trade === undefined) return
        const isEscrow = trade.kind === 'escrow'
        Object.assign(trade, { method, paidAt: at, seq, state: moved(TRADE, trade.state, isEscrow ? 'pay' : 'settle') })
        const line = { ref: trade.no, at, seq }
        move(s, { from: method === 'balance' ? trade.payer : OUTSIDE, to: ESCROW, amount: trade.amount }, { ...line, kind: '付款' })
        trade.held = trade.amount
        if (!isEscrow) payOut(s, trade, { fee: feeOf(s as Frozen<PaySlice>, trade.payee, trade.amount), at, seq, how: '即时到账' })
        s.notices.push({ outNo, payee: trade.payee, status: trade.state, result: notify, at, seq })
      },
    }),
    sent: parts.event({
      data: ByOut.extend({ payer: z.string() }),
      caption: ({ outNo }) => `${outNo} 已发货，等待买家确认`,
      evolve: (s, { outNo }, { at, seq }) => change(s, outNo, t => ({ state: moved(TRADE, t.state, 'send'), sentAt: at, seq })),
    }),
    finished: parts.event({
      data: ByOut.extend({ payee: z.string(), fee: z.int().min(0), auto: z.boolean(), early: z.boolean() }),
      caption: ({ outNo, auto }, { who }) => (auto ? `${outNo} 到期自动确认收货` : `${who}确认收货 ${outNo}`),
      evolve: (s, { outNo, fee, auto, early }, { at, seq }) => {
        const trade = s.trades.find(t => t.outNo === outNo)
        if (trade === undefined) return
        Object.assign(trade, { state: moved(TRADE, trade.state, 'finish'), seq })
        payOut(s, trade, { fee, at, seq, how: auto ? '自动确认' : early ? '提前确认' : '买家确认' })
      },
    }),
    closed: parts.event({
      data: ByOut.extend({ why: z.string() }),
      caption: ({ outNo, why }) => `交易 ${outNo} 关闭：${why}`,
      evolve: (s, { outNo, why }, { at, seq }) =>
        change(s, outNo, t => ({ state: moved(TRADE, t.state, 'close'), ended: why, endedAt: at, seq })),
    }),
    shipLate: parts.event({
      data: ByOut,
      caption: ({ outNo }) => `${outNo} 超过约定时间未发货`,
      evolve: (s, { outNo }) => change(s, outNo, () => ({ late: true })),
    }),
  },
  refusals: {
    E_NONE: '找不到 {id}。',
    E_DUP_OUTNO: '商户订单号 {outNo} 已存在交易，不能重复创建。',
    E_MERCHANT_OFF: '收款商户尚未通过认证，暂不能收款。',
    E_NOT_PAYER: '您不是这笔交易的付款方。',
    E_NOT_SELLER: '您不是这笔交易的收款方。',
    E_NOT_PARTY: '您不是这笔交易的任何一方。',
    E_RISK_HOLD: '交易因风险审核被暂停，请等待审核结果。',
    E_RISK_REJECT: '交易存在较高风险，已被拒绝。',
    E_BALANCE: '账户余额不足，当前余额 {balance} 元。',
    E_NO_CARD: '没有绑定这张银行卡。',
    E_BANK: '银行未能完成扣款：{why}',
    E_REFUND_OPEN: '这笔交易有未了结的退款申请，处理完后才能确认收货。',
    E_PAID: '交易已付款或已结束，不能关闭；如需退款请走退款流程。',
  },
}

function sent(s: Frozen<PaySlice>, trade: Frozen<Trade>): Decision {
  if (after(TRADE, trade.state, 'send') === undefined) return wrongState(TRADE, trade.state)
  const auto = timer(trade, 'autoConfirm', s.rules.autoConfirm, `${trade.outNo} 自动确认收货`)
  return happened('sent', { outNo: trade.outNo, payer: trade.payer }, { cancel: [`shipLate:${trade.outNo}`], timers: [auto] })
}

function change(s: PaySlice, outNo: string, of: (t: Trade) => Partial<Trade>): void {
  for (const t of s.trades) if (t.outNo === outNo) Object.assign(t, of(t))
}

function payOut(s: PaySlice, trade: Trade, { fee, at, seq, how }: { fee: number; at: number; seq: number; how: string }): void {
  move(s, { from: ESCROW, to: trade.payee, amount: trade.held - fee }, { ref: trade.no, kind: '交易收款', at, seq })
  move(s, { from: ESCROW, to: FEES, amount: fee }, { ref: trade.no, kind: '手续费', at, seq })
  Object.assign(trade, { held: 0, fee, ended: how, endedAt: at })
}
