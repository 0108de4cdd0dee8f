import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { after, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { plusWorkdays } from '../../core/world/calendar.ts'
import { worldTime } from '../../core/world/ids.ts'
import { accountOf, available, registeredName, userOf } from './lookup.ts'
import { tail, yuanText } from './numbers.ts'
import { Amount, type BankPart, type BankSlice, TRANSFER, type Transfer, parts, post } from './slice.ts'
import { step } from './transfers.ts'

const Named = z.strictObject({ no: z.string() })
const HALF_HOUR = 1800

/** Why the other bank sends a payment back; null when it takes it. */
function returnReason(s: Frozen<BankSlice>, { toNo, toName }: Pick<Transfer, 'toNo' | 'toName'>): string | null {
  const there = registeredName(s, toNo)
  if (there === null) return '账号不存在'
  if (there.closed) return '账户状态异常'
  return there.name === toName ? null : '户名不符'
}

/** A batch leaves: the money is gone from the account; what the other bank does with it shows later. */
function process(s: Frozen<BankSlice>, id: string, ctx: DecideContext): Decision {
  const transfer = s.transfers.find(t => t.no === id)
  if (transfer === undefined) return no('E_NONE', { id })
  if (after(TRANSFER, transfer.state, 'process') === undefined) return wrongState(TRANSFER, transfer.state)
  const reason = returnReason(s, transfer)
  const done = { after: transfer.urgent ? 30 : HALF_HOUR, by: 'bank.clearing', type: 'bank.transfer.clear', data: { no: id } }
  const back = worldTime(plusWorkdays(ctx.now, 1, ctx.days) + 10 * 3600)
  const sent = { at: back, by: 'bank.clearing', type: 'bank.transfer.return', data: { no: id } }
  return happened('processed', { no: id }, { timers: [reason === null ? done : sent] })
}

/** The letter about a payment that came back, where the scenario has a mailbox for it. */
function letter(s: Frozen<BankSlice>, transfer: Frozen<Transfer>, reason: string): Json {
  return {
    to: s.letters ?? '',
    from: { name: `${s.name}电子回单`, addr: 'service@bank.lab.test' },
    subject: `退票通知：${transfer.no}`,
    text: `您向${transfer.toName}（尾号 ${tail(transfer.toNo)}）汇出的 ${yuanText(transfer.amount)} 元被收款行退回，原因：${reason}。款项已退回原账户，请核实收款信息后重新汇款。`,
  }
}

function sendBack(s: Frozen<BankSlice>, id: string, ctx: DecideContext): Decision {
  const transfer = s.transfers.find(t => t.no === id)
  if (transfer === undefined) return no('E_NONE', { id })
  if (after(TRANSFER, transfer.state, 'return') === undefined) return wrongState(TRANSFER, transfer.state)
  const reason = returnReason(s, transfer) ?? '收款行退回'
  if (s.letters !== null) ctx.call('mail.receive', letter(s, transfer, reason))
  return happened('returned', { no: id, reason })
}

/** The clearing house and those who watch over it. */
export const clearing: BankPart = {
  commands: {
    'transfer.process': parts.command({
      zh: '送出清算',
      data: Named,
      who: 'agent',
      refusals: [],
      decide: (s, { no: id }, ctx) => process(s, id, ctx),
    }),
    'transfer.clear': parts.command({
      zh: '清算入账',
      data: Named,
      who: 'agent',
      refusals: [],
      decide: (_s, { no: id }) => happened('cleared', { no: id }),
    }),
    'transfer.return': parts.command({
      zh: '退票',
      data: Named,
      who: 'agent',
      refusals: [],
      decide: (s, { no: id }, ctx) => sendBack(s, id, ctx),
    }),
    steal: parts.command({
      zh: '盗刷',
      data: z.strictObject({ account: z.string() }),
      who: 'agent',
      refusals: ['E_NOTHING'],
      decide: (s, { account: id }) => {
        const account = accountOf(s, id)
        const user = s.users.find(u => u.customer === account?.customer)
        // a low daily limit is what keeps the loss low
        const amount = Math.min(available(s, id), user?.day ?? 0)
        return amount <= 0 || account?.status !== 'ok'
          ? no('E_NOTHING')
          : happened('stolen', { account: id, amount, persona: user?.persona ?? '' })
      },
    }),
  },
  events: {
    processed: parts.event({
      data: Named,
      caption: ({ no: id }) => `转账 ${id} 已送出清算`,
      evolve: (s, { no: id }, { at, seq }) => {
        step(s, id, 'process', {})
        const t = s.transfers.find(one => one.no === id)
        if (t !== undefined) post(s, t.from, -t.amount, { ref: id, kind: '转账汇款', other: t.toName, at, seq })
      },
    }),
    cleared: parts.event({
      data: Named,
      caption: ({ no: id }) => `转账 ${id} 交易成功`,
      evolve: (s, { no: id }, { at, seq }) => {
        step(s, id, 'clear', {})
        const t = s.transfers.find(one => one.no === id)
        if (t === undefined) return
        tell(s, t.maker, `您尾号 ${tail(t.from)} 的账户向${t.toName}转账 ${yuanText(t.amount)} 元，交易成功。`, at)
        const payer = s.accounts.find(a => a.no === t.from)?.name ?? ''
        post(s, t.toNo, t.amount, { ref: id, kind: '转账收款', other: payer, at, seq })
      },
    }),
    returned: parts.event({
      data: Named.extend({ reason: z.string() }),
      caption: ({ no: id, reason }) => `转账 ${id} 被退票：${reason}`,
      evolve: (s, { no: id, reason }, { at, seq }) => {
        step(s, id, 'return', { reason })
        const t = s.transfers.find(one => one.no === id)
        if (t === undefined) return
        post(s, t.from, t.amount, { ref: id, kind: '退票', other: t.toName, at, seq })
        tell(s, t.maker, `您向${t.toName}转账 ${yuanText(t.amount)} 元被退回，原因：${reason}。`, at)
      },
    }),
    stolen: parts.event({
      data: z.strictObject({ account: z.string(), amount: Amount, persona: z.string() }),
      caption: ({ account, amount }) => `账户 ${tail(account)} 在异地被转走 ${yuanText(amount)} 元`,
      evolve: (s, { account, amount, persona }, { at, seq }) => {
        post(s, account, -amount, { ref: `steal-${seq}`, kind: '异地转账', other: '不明账户', at, seq })
        s.stolen.push({ account, amount, seq })
        tell(s, persona, `您尾号 ${tail(account)} 的账户在异地转出 ${yuanText(amount)} 元。如非本人操作，请立即挂失。`, at)
      },
    }),
  },
  refusals: { E_NOTHING: '账户无款可转。' },
}

/** A text message to whoever has bound a phone; without one nobody is told. */
export function tell(s: BankSlice, persona: string, text: string, at: number): void {
  const phone = userOf(s as Frozen<BankSlice>, persona)?.phone ?? null
  if (phone !== null) s.sms.push({ persona, phone, text: `【${s.name}】${text}`, at })
}
