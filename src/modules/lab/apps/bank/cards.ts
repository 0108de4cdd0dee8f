import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { dayText, parseWorldTime } from '../../core/world/calendar.ts'
import { worldTime } from '../../core/world/ids.ts'
import { accountOf, available, ownAccount, paidOnline } from './lookup.ts'
import { tail, yuanText } from './numbers.ts'
import { ACCOUNT, Amount, type BankPart, type BankSlice, type Line, parts, post } from './slice.ts'

const DAY = 86_400
const Paid = z.strictObject({ ref: z.string(), account: z.string(), amount: Amount, payee: z.string() })
const OfAccount = z.strictObject({ account: z.string() })

/** Whether an account may pay this on the net; the one door for gateways and for the payment platform. */
function payFault(
  s: Frozen<BankSlice>,
  ctx: DecideContext,
  { account: id, amount }: { readonly account: string; readonly amount: number },
): ReturnType<typeof no> | null {
  const account = accountOf(s, id)
  if (account === undefined) return no('E_NONE', { id: tail(id) }, 'account')
  if (account.status !== 'ok') return no('E_LOST', { account: tail(id) })
  if (account.online === null) return no('E_NO_ONLINE', { account: tail(id) })
  if (amount > account.online.single) return no('E_LIMIT_SINGLE', { most: yuanText(account.online.single) }, 'amount')
  if (amount + paidOnline(s, id, ctx.now) > account.online.day) return no('E_LIMIT_DAY', { most: yuanText(account.online.day) }, 'amount')
  return amount > available(s, id) ? no('E_AVAIL', { available: yuanText(available(s, id)) }, 'amount') : null
}

function gatewayConfirm(s: Frozen<BankSlice>, { ref, account }: { ref: string; account: string }, ctx: DecideContext): Decision {
  const own = ownAccount(s, ctx, account)
  if (!own.ok) return own
  const order = s.gateway[ref]
  if (order === undefined || order.paid) return no('E_NONE', { id: ref }, 'ref')
  if (order.until < ctx.now) return no('E_REF_EXPIRED', { ref }, 'ref')
  if (order.amount !== order.merchantAmount.hidden) return no('E_AMOUNT_TAMPERED', {}, 'ref')
  return (
    payFault(s, ctx, { account, amount: order.amount }) ??
    happened('gatewayPaid', { ref, account, amount: order.amount, payee: order.payee })
  )
}

function linesOf(s: Frozen<BankSlice>, account: string, from: number, until: number): readonly Frozen<Line>[] {
  return s.ledger.filter(l => l.account === account && l.at >= from && l.at < until)
}

/** A statement as any spreadsheet program reads it. */
function csvOf(lines: readonly Frozen<Line>[]): string {
  const rows = lines.map(l => [dayText(worldTime(l.at)), l.ref, l.kind, l.other, (l.amount / 100).toFixed(2)].join(','))
  return ['日期,流水号,摘要,对方户名,金额（元）', ...rows].join('\r\n')
}

/** Paying on the net, statements, lost cards, disputes. */
export const cards: BankPart = {
  commands: {
    'onlinepay.enable': parts.command({
      zh: '开通网上支付',
      data: OfAccount.extend({ single: Amount, day: Amount }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_LIMIT_ORDER'],
      decide: (s, { account, single, day }, ctx) => {
        const own = ownAccount(s, ctx, account)
        if (!own.ok) return own
        return single > day ? no('E_LIMIT_ORDER', {}, 'single') : happened('onlineEnabled', { account, single, day })
      },
    }),
    'gateway.confirm': parts.command({
      zh: '确认网上支付',
      data: z.strictObject({ ref: z.string(), account: z.string() }),
      who: 'persona',
      refusals: [
        'E_LOGIN',
        'E_NONE',
        'E_REF_EXPIRED',
        'E_AMOUNT_TAMPERED',
        'E_NO_ONLINE',
        'E_LIMIT_SINGLE',
        'E_LIMIT_DAY',
        'E_AVAIL',
        'E_LOST',
      ],
      decide: gatewayConfirm,
    }),
    pay: parts.command({
      zh: '扣款',
      data: Paid,
      who: 'agent',
      refusals: ['E_NONE', 'E_NO_ONLINE', 'E_LIMIT_SINGLE', 'E_LIMIT_DAY', 'E_AVAIL', 'E_LOST'],
      decide: (s, paid, ctx) => payFault(s, ctx, paid) ?? happened('paidOut', paid),
    }),
    receive: parts.command({
      zh: '收款入账',
      data: Paid,
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, paid) => (accountOf(s, paid.account) === undefined ? no('E_NONE', { id: tail(paid.account) }) : happened('paidIn', paid)),
    }),
    'statement.download': parts.command({
      zh: '下载明细',
      data: OfAccount.extend({ from: z.string(), until: z.string() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_RANGE'],
      decide: (s, { account, from, until }, ctx) => {
        const own = ownAccount(s, ctx, account)
        if (!own.ok) return own
        const [a, b] = [parseWorldTime(from), parseWorldTime(until)]
        if (a === undefined || b === undefined || a > b || b - a > 366 * DAY) return no('E_RANGE', {}, 'from')
        const lines = linesOf(s, account, a, b + DAY)
        return happened('statementMade', { account, from: a, until: b, rows: lines.length }, { reply: csvOf(lines) })
      },
    }),
    'card.lost': parts.command({
      zh: '挂失',
      data: OfAccount,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE'],
      decide: (s, { account }, ctx) => {
        const own = ownAccount(s, ctx, account)
        if (!own.ok) return own
        return after(ACCOUNT, own.value.status, 'lose') === undefined
          ? wrongState(ACCOUNT, own.value.status)
          : happened('cardLost', { account })
      },
    }),
    'card.find': parts.command({
      zh: '解除挂失',
      data: OfAccount,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE'],
      decide: (s, { account }, ctx) => {
        const own = ownAccount(s, ctx, account)
        if (!own.ok) return own
        return after(ACCOUNT, own.value.status, 'find') === undefined
          ? wrongState(ACCOUNT, own.value.status)
          : happened('cardFound', { account })
      },
    }),
    'dispute.open': parts.command({
      zh: '交易否认',
      data: OfAccount.extend({ ref: z.string(), reason: z.string().min(1).max(100) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_WINDOW', 'E_DUP_DISPUTE'],
      decide: (s, { account, ref, reason }, ctx) => {
        const own = ownAccount(s, ctx, account)
        if (!own.ok) return own
        const line = s.ledger.find(l => l.account === account && l.ref === ref && l.amount < 0)
        if (line === undefined) return no('E_NONE', { id: ref }, 'ref')
        if (ctx.now - line.at > 60 * DAY) return no('E_WINDOW', {}, 'ref')
        if (s.disputes.some(d => d.ref === ref)) return no('E_DUP_DISPUTE', {}, 'ref')
        const timer = {
          after: 3 * DAY,
          by: 'bank.fraud',
          type: 'bank.dispute.decide',
          data: { ref, account },
          known: `交易否认 ${ref} 出结果`,
        }
        return happened('disputeOpened', { id: ctx.nextId('DP'), account, ref, reason }, { timers: [timer] })
      },
    }),
    'dispute.decide': parts.command({
      zh: '裁定交易否认',
      data: OfAccount.extend({ ref: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { account, ref }) => {
        const theft = s.stolen.find(t => `steal-${t.seq}` === ref)
        return happened('disputeDecided', { account, ref, refund: theft?.amount ?? 0 })
      },
    }),
  },
  events: {
    onlineEnabled: parts.event({
      data: OfAccount.extend({ single: Amount, day: Amount }),
      caption: ({ account, single, day }, { who }) =>
        `${who}为账户 ${tail(account)} 开通网上支付，单笔 ${single / 100} 元、每日 ${day / 100} 元`,
      evolve: (s, { account: id, single, day }, { seq }) => {
        for (const account of s.accounts) if (account.no === id) Object.assign(account, { online: { single, day }, seq })
      },
    }),
    gatewayPaid: parts.event({
      data: Paid,
      caption: ({ payee, amount }, { who }) => `${who}网上支付 ${yuanText(amount)} 元给${payee}`,
      evolve: (s, { ref, account, amount, payee }, { at, seq }) => {
        const order = s.gateway[ref]
        if (order !== undefined) order.paid = true
        post(s, account, -amount, { ref, kind: '网上支付', other: payee, at, seq })
      },
    }),
    paidOut: parts.event({
      data: Paid,
      caption: ({ payee, amount }) => `银行卡付款 ${yuanText(amount)} 元给${payee}`,
      evolve: (s, { ref, account, amount, payee }, { at, seq }) =>
        post(s, account, -amount, { ref, kind: '网上支付', other: payee, at, seq }),
    }),
    paidIn: parts.event({
      data: Paid,
      caption: ({ payee, amount }) => `银行卡收到${payee}的 ${yuanText(amount)} 元`,
      evolve: (s, { ref, account, amount, payee }, { at, seq }) => post(s, account, amount, { ref, kind: '收款', other: payee, at, seq }),
    }),
    statementMade: parts.event({
      data: OfAccount.extend({ from: z.int(), until: z.int(), rows: z.int() }),
      caption: ({ account, rows }, { who }) => `${who}下载账户 ${tail(account)} 的明细 ${rows} 笔`,
      evolve: (s, made, { seq }) => void s.statements.push({ ...made, seq }),
    }),
    cardLost: cardStep('lose', '挂失'),
    cardFound: cardStep('find', '解除挂失'),
    disputeOpened: parts.event({
      data: OfAccount.extend({ id: z.string(), ref: z.string(), reason: z.string() }),
      caption: ({ ref }, { who }) => `${who}对 ${ref} 提出交易否认`,
      evolve: (s, dispute, { seq }) => void s.disputes.push({ ...dispute, state: 'open', seq }),
    }),
    disputeDecided: parts.event({
      data: OfAccount.extend({ ref: z.string(), refund: z.int().min(0) }),
      caption: ({ ref, refund }) => (refund > 0 ? `${ref} 认定为盗刷，赔付 ${yuanText(refund)} 元` : `${ref} 认定为本人交易，不予退款`),
      evolve: (s, { account, ref, refund }, { at, seq }) => {
        for (const d of s.disputes) if (d.ref === ref) d.state = refund > 0 ? 'refunded' : 'refused'
        post(s, account, refund, { ref: `back-${ref}`, kind: '盗刷赔付', other: s.name, at, seq })
      },
    }),
  },
  refusals: {
    E_NO_ONLINE: '尾号 {account} 的账户尚未开通网上支付。',
    E_REF_EXPIRED: '支付单 {ref} 已超时，请回到商户页面重新下单。',
    E_AMOUNT_TAMPERED: '页面金额与商户签名的金额不符，订单可能被篡改，已中止支付。',
    E_RANGE: '起止日期不正确；一次最多查询一年。',
    E_WINDOW: '交易已超过 60 天，不能再提出否认。',
    E_DUP_DISPUTE: '这笔交易已经提出过否认。',
  },
}

function cardStep(trigger: string, verb: string) {
  return parts.event({
    data: OfAccount,
    caption: ({ account }, { who }) => `${who}将账户 ${tail(account)} ${verb}`,
    evolve: (s, { account: id }) => {
      for (const account of s.accounts) if (account.no === id) account.status = moved(ACCOUNT, account.status, trigger)
    },
  })
}
