import { z } from 'zod'
import type { AppPageProps } from '../../../pages/app-page.ts'
import type { Doing } from '../../../pages/parts/command-form.tsx'

const Trade = z.strictObject({
  no: z.string(),
  outNo: z.string(),
  amount: z.int(),
  title: z.string(),
  kind: z.string(),
  state: z.string(),
  stateZh: z.string(),
  refunded: z.int(),
  refundable: z.int(),
  method: z.string(),
  stopped: z.boolean(),
  openedAt: z.int(),
  paidAt: z.int().nullable(),
  sentAt: z.int().nullable(),
  endedAt: z.int().nullable(),
  ended: z.string(),
  side: z.enum(['payer', 'payee']),
  fee: z.int(),
  other: z.string(),
  acts: z.array(z.string()),
  autoConfirmAt: z.int().nullable(),
  closeAt: z.int().nullable(),
})
const Refund = z.strictObject({
  id: z.string(),
  outNo: z.string(),
  amount: z.int(),
  reason: z.string(),
  state: z.string(),
  stateZh: z.string(),
  answer: z.string(),
  evidence: z.array(z.strictObject({ by: z.string(), text: z.string() })),
})
const Settlement = z.strictObject({
  id: z.string(),
  date: z.string(),
  rows: z.array(z.strictObject({ outNo: z.string(), booked: z.int(), settled: z.int(), fee: z.int(), marked: z.string().nullable() })),
})
const Merchant = z.strictObject({
  config: z.strictObject({ signType: z.string(), notifyUrl: z.string() }).nullable(),
  notices: z.array(z.strictObject({ outNo: z.string(), payee: z.string(), status: z.string(), result: z.string(), at: z.int() })),
  samples: z.array(z.strictObject({ id: z.string(), payload: z.string(), judged: z.string().nullable() })),
  settlements: z.array(Settlement),
})
const Rule = z.strictObject({
  id: z.string(),
  name: z.string(),
  conditions: z.array(z.strictObject({ field: z.string(), least: z.int() })),
  action: z.string(),
  order: z.int(),
})
const Risk = z.strictObject({
  rules: z.array(Rule),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      outNo: z.string(),
      rule: z.string(),
      decided: z.string().nullable(),
      amount: z.int(),
    }),
  ),
})

/** What the platform shows a persona: money in 分, times and spans in seconds, the fee in basis points. */
export const PayView = z.strictObject({
  rules: z.record(z.string(), z.int()),
  wallet: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      verified: z.boolean(),
      balance: z.int(),
      cards: z.array(z.string()),
      locked: z.boolean(),
      left: z.int(),
    })
    .nullable(),
  trades: z.array(Trade),
  refunds: z.array(Refund),
  lines: z.array(z.strictObject({ ref: z.string(), amount: z.int(), kind: z.string(), at: z.int() })),
  withdrawals: z.array(z.strictObject({ id: z.string(), card: z.string(), amount: z.int(), done: z.boolean() })),
  merchant: Merchant.nullable(),
  risk: Risk.nullable(),
})

export type PayView = z.output<typeof PayView>
export type Wallet = NonNullable<PayView['wallet']>
export type Trade = z.output<typeof Trade>
export type Refund = z.output<typeof Refund>
export type Merchant = z.output<typeof Merchant>
export type Settlement = z.output<typeof Settlement>
export type Risk = z.output<typeof Risk>
export type Rule = z.output<typeof Rule>
export type PayProps = AppPageProps<PayView> & Doing
export type TradeProps = PayProps & { readonly trade: Trade }
