import { z } from 'zod'
import type { Doing } from '../../../pages/parts/command-form.tsx'
import type { AppPageProps } from '../../../pages/app-page.ts'

const Payment = { toNo: z.string(), toName: z.string(), cnaps: z.string(), amount: z.int(), purpose: z.string() }
const Transfer = z.strictObject({
  ...Payment,
  no: z.string(),
  customer: z.string(),
  from: z.string(),
  urgent: z.boolean(),
  maker: z.string(),
  checker: z.string().nullable(),
  batch: z.string().nullable(),
  state: z.string(),
  stateZh: z.string(),
  reason: z.string(),
  at: z.int(),
  acts: z.array(z.string()),
})
const Account = z.strictObject({
  no: z.string(),
  name: z.string(),
  balance: z.int(),
  available: z.int(),
  frozen: z.int(),
  status: z.string(),
  note: z.string(),
  online: z.strictObject({ single: z.int(), day: z.int() }).nullable(),
})
const Line = z.strictObject({
  account: z.string(),
  amount: z.int(),
  ref: z.string(),
  kind: z.string(),
  other: z.string(),
  at: z.int(),
})
const Counter = z.strictObject({
  profile: z.strictObject({
    role: z.string(),
    phone: z.string().nullable(),
    certificate: z.string().nullable(),
    single: z.int(),
    day: z.int(),
  }),
  accounts: z.array(Account),
  lines: z.array(Line),
  payees: z.array(z.strictObject({ id: z.string(), name: z.string(), no: z.string(), cnaps: z.string() })),
  transfers: z.array(Transfer),
  batches: z.array(
    z.strictObject({
      id: z.string(),
      customer: z.string(),
      from: z.string(),
      rows: z.array(z.strictObject(Payment)),
      total: z.int(),
      submitted: z.boolean(),
    }),
  ),
  statements: z.array(z.strictObject({ id: z.string(), account: z.string(), from: z.int(), until: z.int(), rows: z.int() })),
  disputes: z.array(z.strictObject({ id: z.string(), account: z.string(), ref: z.string(), reason: z.string(), state: z.string() })),
})

/** What the bank shows a persona: money in 分, times in seconds; what lies inside only after signing in. */
export const BankView = z.strictObject({
  bank: z.string(),
  banks: z.array(z.strictObject({ cnaps: z.string(), name: z.string() })),
  caps: z.array(z.strictObject({ auth: z.string(), single: z.int(), day: z.int() })),
  sms: z.array(z.strictObject({ phone: z.string(), text: z.string(), at: z.int() })),
  signedIn: z.boolean(),
  opened: z.array(z.strictObject({ no: z.string(), name: z.string() })),
  gateway: z.array(z.strictObject({ ref: z.string(), payee: z.string(), amount: z.int(), until: z.int(), paid: z.boolean() })),
  user: z.strictObject({ user: z.string(), auth: z.string(), locked: z.boolean(), left: z.int() }).nullable(),
  ...Counter.partial().shape,
})

export type BankView = z.output<typeof BankView>
/** The view of whoever is signed in. */
export type Inside = Omit<BankView, keyof z.output<typeof Counter>> & z.output<typeof Counter>
export type Account = z.output<typeof Account>
export type Transfer = z.output<typeof Transfer>
export type FrontProps = AppPageProps<BankView> & Doing
export type BankProps = AppPageProps<Inside> & Doing

/** The view of whoever is signed in; null before. */
export function insideOf(view: BankView): Inside | null {
  const { profile, accounts, lines, payees, transfers, batches, statements, disputes } = view
  if (!view.signedIn || profile === undefined) return null
  return {
    ...view,
    profile,
    accounts: accounts ?? [],
    lines: lines ?? [],
    payees: payees ?? [],
    transfers: transfers ?? [],
    batches: batches ?? [],
    statements: statements ?? [],
    disputes: disputes ?? [],
  }
}
