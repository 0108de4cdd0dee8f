import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { worldTime } from '../../core/world/ids.ts'
import { available, orderedToday, ownAccount, signedIn } from './lookup.ts'
import { isAccountNo, isAfterCutOff, nextBatch, tail, yuanText } from './numbers.ts'
import { Amount, type BankPart, type BankSlice, type EUser, TRANSFER, type Transfer, parts } from './slice.ts'

const Order = z.strictObject({
  toNo: z.string().max(30),
  toName: z.string().min(1).max(60),
  cnaps: z.string().max(14),
  amount: Amount,
  purpose: z.string().max(60),
})
export type Order = z.output<typeof Order>
const URGENT_MOST = 5_000_000
const Made = Order.extend({
  no: z.string(),
  customer: z.string(),
  from: z.string(),
  urgent: z.boolean(),
  maker: z.string(),
  batch: z.string().nullable(),
  trigger: z.enum(['submit', 'instruct']),
  late: z.boolean(),
})
const Named = z.strictObject({ no: z.string() })

/** What is wrong with one line of an order, before any money is looked at; the field it is in. */
export function orderFault(s: Frozen<BankSlice>, from: string, order: Order): ReturnType<typeof no> | null {
  if (!isAccountNo(order.toNo)) return no('E_ACCOUNT_NO', { account: order.toNo }, 'toNo')
  if (!s.banks.some(b => b.cnaps === order.cnaps)) return no('E_CNAPS', { cnaps: order.cnaps }, 'cnaps')
  return order.toNo === from ? no('E_SELF', {}, 'toNo') : null
}

/** When an order leaves: urgent at once, others with the next batch. */
export function leaveTimer(ctx: DecideContext, { no: id, urgent }: { readonly no: string; readonly urgent: boolean }): TimerWish {
  const at = urgent ? worldTime(ctx.now + 60) : nextBatch(ctx.now, ctx.days)
  return { at, by: 'bank.clearing', type: 'bank.transfer.process', data: { no: id }, known: `转账 ${id} 送出清算` }
}

/** The events of orders that were given; a company's wait for its checker. */
export function ordered(
  ctx: DecideContext,
  user: Frozen<EUser>,
  given: { readonly from: string; readonly urgent: boolean; readonly batch: string | null; readonly orders: readonly Order[] },
): Extract<Decision, { ok: true }> {
  const late = !given.urgent && isAfterCutOff(ctx.now, ctx.days)
  const trigger = user.role === 'personal' ? 'instruct' : 'submit'
  const made = given.orders.map(order => ({
    ...order,
    no: ctx.nextId('TR'),
    customer: user.customer,
    from: given.from,
    urgent: given.urgent,
    maker: ctx.persona,
    batch: given.batch,
    trigger,
    late: late && trigger === 'instruct',
  }))
  return {
    ok: true,
    events: made.map(data => ({ type: 'transferCreated', data: data as unknown as Json })),
    timers: trigger === 'instruct' ? made.map(t => leaveTimer(ctx, t)) : [],
    reply: made.length === 1 ? (made[0]?.no ?? null) : made.map(t => t.no),
  }
}

const Create = Order.extend({ from: z.string(), urgent: z.boolean().default(false), confirm: z.array(z.string()).default([]) })

function create(s: Frozen<BankSlice>, { from, urgent, confirm, ...order }: z.output<typeof Create>, ctx: DecideContext): Decision {
  const user = signedIn(s, ctx)
  const account = ownAccount(s, ctx, from)
  if (!user.ok) return user
  if (!account.ok) return account
  if (user.value.role === 'checker') return no('E_ROLE')
  const fault = orderFault(s, from, order)
  if (fault !== null) return fault
  if (account.value.status !== 'ok') return no('E_LOST', { account: tail(from) })
  if (order.amount > available(s, from)) return no('E_AVAIL', { available: yuanText(available(s, from)) }, 'amount')
  if (order.amount > user.value.single) return no('E_LIMIT_SINGLE', { most: yuanText(user.value.single) }, 'amount')
  if (order.amount + orderedToday(s, ctx.persona, ctx.now) > user.value.day)
    return no('E_LIMIT_DAY', { most: yuanText(user.value.day) }, 'amount')
  if (urgent && order.amount > URGENT_MOST) return no('E_URGENT', { most: yuanText(URGENT_MOST) }, 'urgent')
  if (!urgent && isAfterCutOff(ctx.now, ctx.days) && !confirm.includes('W_CUTOFF')) return no('W_CUTOFF')
  return ordered(ctx, user.value, { from, urgent, batch: null, orders: [order] })
}

/** The order a checker or its maker may do something with. */
function pendingOf(
  s: Frozen<BankSlice>,
  ctx: DecideContext,
  id: string,
  trigger: string,
): ReturnType<typeof no> | { readonly ok: true; readonly user: Frozen<EUser>; readonly transfer: Frozen<Transfer> } {
  const user = signedIn(s, ctx)
  if (!user.ok) return user
  const transfer = s.transfers.find(t => t.no === id && t.customer === user.value.customer)
  if (transfer === undefined) return no('E_NONE', { id })
  return after(TRANSFER, transfer.state, trigger) === undefined
    ? wrongState(TRANSFER, transfer.state)
    : { ok: true, user: user.value, transfer }
}

/** Orders of payment, and the four eyes of a company. */
export const transfers: BankPart = {
  commands: {
    'payee.add': parts.command({
      zh: '新增收款人',
      data: z.strictObject({ name: z.string().min(1).max(60), no: z.string().max(30), cnaps: z.string().max(14) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_ACCOUNT_NO', 'E_CNAPS', 'E_DUP'],
      decide: (s, payee, ctx) => {
        const user = signedIn(s, ctx)
        if (!user.ok) return user
        if (!isAccountNo(payee.no)) return no('E_ACCOUNT_NO', { account: payee.no }, 'no')
        if (!s.banks.some(b => b.cnaps === payee.cnaps)) return no('E_CNAPS', { cnaps: payee.cnaps }, 'cnaps')
        if (s.payees.some(p => p.persona === ctx.persona && p.no === payee.no)) return no('E_DUP', { name: payee.name }, 'no')
        return happened('payeeAdded', { ...payee, id: ctx.nextId('PY'), persona: ctx.persona })
      },
    }),
    'transfer.create': parts.command({
      zh: '转账汇款',
      data: Create,
      who: 'persona',
      refusals: [
        'E_LOGIN',
        'E_NONE',
        'E_ROLE',
        'E_ACCOUNT_NO',
        'E_CNAPS',
        'E_SELF',
        'E_LOST',
        'E_AVAIL',
        'E_LIMIT_SINGLE',
        'E_LIMIT_DAY',
        'E_URGENT',
        'W_CUTOFF',
      ],
      decide: create,
    }),
    'transfer.approve': parts.command({
      zh: '复核通过',
      data: Named,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE', 'E_SAME_USER', 'E_LIMIT_ROLE'],
      decide: (s, { no: id }, ctx) => {
        const found = pendingOf(s, ctx, id, 'approve')
        if (!found.ok) return found
        const { user, transfer } = found
        if (transfer.maker === ctx.persona) return no('E_SAME_USER')
        if (user.role === 'maker' || transfer.amount > user.single)
          return no('E_LIMIT_ROLE', { most: yuanText(user.role === 'maker' ? 0 : user.single) })
        const late = !transfer.urgent && isAfterCutOff(ctx.now, ctx.days)
        return happened('approved', { no: id, checker: ctx.persona, late }, { timers: [leaveTimer(ctx, transfer)] })
      },
    }),
    'transfer.reject': parts.command({
      zh: '复核退回',
      data: Named.extend({ reason: z.string().min(1).max(100) }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE', 'E_SAME_USER'],
      decide: (s, { no: id, reason }, ctx) => {
        const found = pendingOf(s, ctx, id, 'reject')
        if (!found.ok) return found
        return found.transfer.maker === ctx.persona ? no('E_SAME_USER') : happened('rejected', { no: id, reason, checker: ctx.persona })
      },
    }),
    'transfer.withdraw': parts.command({
      zh: '撤回转账',
      data: Named,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_STATE'],
      decide: (s, { no: id }, ctx) => {
        const found = pendingOf(s, ctx, id, 'withdraw')
        return found.ok ? happened('withdrawn', { no: id }) : found
      },
    }),
  },
  events: {
    payeeAdded: parts.event({
      data: z.strictObject({ id: z.string(), persona: z.string(), name: z.string(), no: z.string(), cnaps: z.string() }),
      caption: ({ name, no: id }, { who }) => `${who}新增收款人${name}，尾号 ${tail(id)}`,
      evolve: (s, payee, { seq }) => void s.payees.push({ ...payee, seq }),
    }),
    transferCreated: parts.event({
      data: Made,
      caption: ({ no: id, toName, amount, trigger }, { who }) =>
        `${who}向${toName}转账 ${yuanText(amount)} 元（${id}）${trigger === 'submit' ? '，等待复核' : ''}`,
      evolve: (s, { trigger, ...made }, { at, seq }) => {
        s.transfers.push({ ...made, checker: null, reason: '', state: moved(TRANSFER, TRANSFER.initial, trigger), at, seq })
      },
    }),
    approved: parts.event({
      data: Named.extend({ checker: z.string(), late: z.boolean() }),
      caption: ({ no: id }, { who }) => `${who}复核通过转账 ${id}`,
      evolve: (s, { no: id, checker, late }) => step(s, id, 'approve', { checker, late }),
    }),
    rejected: parts.event({
      data: Named.extend({ checker: z.string(), reason: z.string() }),
      caption: ({ no: id, reason }, { who }) => `${who}退回转账 ${id}：${reason}`,
      evolve: (s, { no: id, checker, reason }) => step(s, id, 'reject', { checker, reason }),
    }),
    withdrawn: parts.event({
      data: Named,
      caption: ({ no: id }, { who }) => `${who}撤回转账 ${id}`,
      evolve: (s, { no: id }) => step(s, id, 'withdraw', {}),
    }),
  },
  refusals: {
    E_ROLE: '复核员不能制单，请由制单员录入。',
    E_ACCOUNT_NO: '账号“{account}”校验不通过，请核对位数和每一位数字。',
    E_CNAPS: '没有行号为“{cnaps}”的开户行，请从行名中选择。',
    E_DUP: '收款人“{name}”的账号已在名册中。',
    E_SELF: '收款账号与付款账号相同。',
    E_LOST: '尾号 {account} 的账户已挂失，不能付款。',
    E_AVAIL: '可用余额不足，目前可用 {available} 元。',
    E_LIMIT_SINGLE: '超过单笔限额 {most} 元。',
    E_LIMIT_DAY: '超过日累计限额 {most} 元。',
    E_URGENT: '实时汇款单笔不超过 {most} 元，请改用普通汇款。',
    W_CUTOFF: '今天的最后一场清算已经结束，这笔款将在下一个工作日上午送出。确认后可以继续。',
    E_SAME_USER: '制单和复核不能是同一人。',
    E_LIMIT_ROLE: '超出您的复核权限（单笔 {most} 元），请由更高权限的人员复核。',
  },
}

export function step(s: BankSlice, id: string, trigger: string, more: Partial<Transfer>): void {
  for (const t of s.transfers) if (t.no === id) Object.assign(t, more, { state: moved(TRANSFER, t.state, trigger) })
}
