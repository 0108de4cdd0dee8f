import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { available, orderedToday, ownAccount, signedIn } from './lookup.ts'
import { yuanText } from './numbers.ts'
import { Amount, type BankPart, type BankSlice, parts } from './slice.ts'
import { orderFault, ordered } from './transfers.ts'

const Row = z.strictObject({
  toNo: z.string().max(30),
  toName: z.string().max(60),
  cnaps: z.string().max(14),
  amount: z.int(),
  purpose: z.string().max(60),
})
const Upload = z.strictObject({ from: z.string(), count: z.int(), total: z.int(), rows: z.array(Row).min(1).max(100) })
const FIELDS: Readonly<Record<string, string>> = { toNo: '账号', toName: '户名', cnaps: '行号', amount: '金额' }

/** The first field of a row that cannot be right. */
function fieldFault(s: Frozen<BankSlice>, from: string, row: z.output<typeof Row>): string | null {
  if (row.toName.trim() === '') return 'toName'
  if (!Amount.safeParse(row.amount).success) return 'amount'
  return orderFault(s, from, row)?.field ?? null
}

function upload(s: Frozen<BankSlice>, { from, count, total, rows }: z.output<typeof Upload>, ctx: DecideContext): Decision {
  const user = signedIn(s, ctx)
  const account = ownAccount(s, ctx, from)
  if (!user.ok) return user
  if (!account.ok) return account
  for (const [i, row] of rows.entries()) {
    const field = fieldFault(s, from, row)
    if (field !== null) return no('E_ROW', { row: i + 1, field: FIELDS[field] ?? field }, `rows.${i}.${field}`)
  }
  const sum = rows.reduce((n, row) => n + row.amount, 0)
  if (rows.length !== count || sum !== total) return no('E_TOTAL', { count: rows.length, total: yuanText(sum) }, 'total')
  const id = ctx.nextId('BT')
  return happened('batchValidated', { id, customer: user.value.customer, from, rows, total: sum }, { reply: id })
}

/** Many payments in one file, such as wages. */
export const batch: BankPart = {
  commands: {
    'batch.upload': parts.command({
      zh: '上传批量文件',
      data: Upload,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_ROW', 'E_TOTAL'],
      decide: upload,
    }),
    'batch.submit': parts.command({
      zh: '提交批量转账',
      data: z.strictObject({ batch: z.string() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_SUBMITTED', 'E_AVAIL', 'E_LIMIT_DAY'],
      decide: (s, { batch: id }, ctx) => {
        const user = signedIn(s, ctx)
        if (!user.ok) return user
        const found = s.batches.find(b => b.id === id && b.customer === user.value.customer)
        if (found === undefined) return no('E_NONE', { id }, 'batch')
        if (found.submitted) return no('E_SUBMITTED', { id })
        if (found.total > available(s, found.from)) return no('E_AVAIL', { available: yuanText(available(s, found.from)) })
        if (found.total + orderedToday(s, ctx.persona, ctx.now) > user.value.day)
          return no('E_LIMIT_DAY', { most: yuanText(user.value.day) })
        const orders = ordered(ctx, user.value, { from: found.from, urgent: false, batch: id, orders: found.rows })
        return { ...orders, events: [{ type: 'batchSubmitted', data: { id } }, ...orders.events] }
      },
    }),
  },
  events: {
    batchValidated: parts.event({
      data: z.strictObject({ id: z.string(), customer: z.string(), from: z.string(), rows: z.array(Row), total: z.int() }),
      caption: ({ id, rows, total }, { who }) => `${who}上传批量文件 ${id}：${rows.length} 笔，${yuanText(total)} 元`,
      evolve: (s, made, { seq }) => void s.batches.push({ ...made, submitted: false, seq }),
    }),
    batchSubmitted: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}提交批量转账 ${id}`,
      evolve: (s, { id }) => {
        for (const b of s.batches) if (b.id === id) b.submitted = true
      },
    }),
  },
  refusals: {
    E_ROW: '第 {row} 行的{field}有误，整批未受理。请改正后重新上传。',
    E_TOTAL: '汇总与明细不符：明细共 {count} 笔、{total} 元。',
    E_SUBMITTED: '批次 {id} 已经提交过。',
  },
}
