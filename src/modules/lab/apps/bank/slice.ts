import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Machine } from '../../core/app/machine.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'

/** 分; never more than a company of the world could move. */
export const Amount = z.int().min(1).max(100_000_000_000)
export const Auth = z.enum(['password', 'otp', 'certificate'])
const Role = z.enum(['personal', 'maker', 'checker', 'admin'])

const UserConfig = z.strictObject({
  persona: z.string(),
  role: Role,
  user: z.string().min(1),
  password: z.string().min(1),
  phone: z.string().nullable(),
  auth: Auth.default('password'),
  single: z.int().min(0),
  day: z.int().min(0),
})

const CustomerConfig = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['personal', 'company']),
  accounts: z.array(z.strictObject({ no: z.string(), balance: z.int().min(0), frozen: z.int().min(0).default(0) })).min(1),
  users: z.array(UserConfig),
})

export const BankConfig = z.strictObject({
  name: z.string().default('东湖银行'),
  /** First digits of the numbers this bank gives out. */
  prefix: z
    .string()
    .regex(/^\d{6}$/)
    .default('629900'),
  /** Where letters about returned payments go; null sends none. */
  letters: z.string().nullable().default(null),
  banks: z.array(z.strictObject({ cnaps: z.string().regex(/^\d{12}$/), name: z.string() })).default([]),
  /** What the register of residents knows: whose number is whose. */
  residents: z.array(z.strictObject({ name: z.string(), idNo: z.string() })).default([]),
  /** Accounts at other banks. */
  outside: z.array(z.strictObject({ no: z.string(), name: z.string(), closed: z.boolean().default(false) })).default([]),
  customers: z.array(CustomerConfig).default([]),
  payees: z.array(z.strictObject({ persona: z.string(), name: z.string(), no: z.string(), cnaps: z.string() })).default([]),
  /** Payments a merchant's page sends here: what the page says and what the merchant signed. */
  gateway: z
    .array(
      z.strictObject({
        ref: z.string(),
        payee: z.string(),
        amount: Amount,
        signed: Amount.nullable().default(null),
        seconds: z.int().min(1),
      }),
    )
    .default([]),
  /** The most that may be set as a limit for one payment and for a day, by the way of signing in. */
  caps: z
    .strictObject({
      password: z.tuple([z.int(), z.int()]),
      otp: z.tuple([z.int(), z.int()]),
      certificate: z.tuple([z.int(), z.int()]),
    })
    .default({ password: [100_000, 500_000], otp: [5_000_000, 20_000_000], certificate: [100_000_000, 500_000_000] }),
})
type BankConfig = z.output<typeof BankConfig>

export type Account = {
  no: string
  customer: string
  name: string
  balance: number
  frozen: number
  status: string
  /** Payments on the net: limits once they are allowed. */
  online: { single: number; day: number } | null
  note: string
  seq: number
}
export type EUser = {
  user: string
  persona: string
  customer: string
  role: z.output<typeof Role>
  password: Hidden<string>
  phone: string | null
  auth: z.output<typeof Auth>
  certificate: string | null
  tries: number
  locked: boolean
  single: number
  day: number
  seq: number
}
export type Transfer = {
  no: string
  customer: string
  from: string
  toNo: string
  toName: string
  cnaps: string
  amount: number
  purpose: string
  urgent: boolean
  maker: string
  checker: string | null
  batch: string | null
  state: string
  reason: string
  at: number
  late: boolean
  seq: number
}
export type Line = { account: string; amount: number; ref: string; kind: string; other: string; at: number; seq: number }
export type Batch = {
  id: string
  customer: string
  from: string
  rows: Pick<Transfer, 'toNo' | 'toName' | 'cnaps' | 'amount' | 'purpose'>[]
  total: number
  submitted: boolean
  seq: number
}
export type Dispute = { id: string; account: string; ref: string; reason: string; state: string; seq: number }

export type BankSlice = {
  name: string
  prefix: string
  letters: string | null
  banks: { cnaps: string; name: string }[]
  caps: Record<string, [number, number]>
  residents: Hidden<Record<string, string>>
  outside: Hidden<Record<string, { name: string; closed: boolean }>>
  customers: { id: string; name: string; kind: string; idNo: string; phone: string; address: string; occupation: string; seq: number }[]
  accounts: Account[]
  users: EUser[]
  sessions: Record<string, { user: string; method: string; at: number; seq: number }>
  logins: { user: string; method: string; right: boolean; seq: number }[]
  sms: { persona: string; phone: string; text: string; at: number }[]
  codes: Record<string, { purpose: string; phone: string; code: string; until: number; seq: number }>
  payees: { id: string; persona: string; name: string; no: string; cnaps: string; seq: number }[]
  transfers: Transfer[]
  batches: Batch[]
  gateway: Record<string, { payee: string; amount: number; merchantAmount: Hidden<number>; until: number; paid: boolean }>
  ledger: Line[]
  statements: { account: string; from: number; until: number; rows: number; seq: number }[]
  disputes: Dispute[]
  stolen: { account: string; amount: number; seq: number }[]
}

export const parts = partsFor<BankSlice>()
export type BankPart = Pick<AppSpec<BankSlice>, 'commands' | 'events' | 'refusals'>

/** A payment order. What a batch of the clearing house has taken cannot be called back. */
export const TRANSFER: Machine = {
  initial: 'draft',
  states: {
    draft: { zh: '填写中', on: { submit: 'pending', instruct: 'approved' } },
    pending: { zh: '待复核', on: { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } },
    approved: { zh: '待清算', on: { process: 'processing' } },
    processing: { zh: '处理中', on: { clear: 'success', return: 'returned' } },
    success: { zh: '交易成功', on: {} },
    returned: { zh: '已退票', on: {} },
    rejected: { zh: '复核退回', on: {} },
    withdrawn: { zh: '已撤回', on: {} },
  },
  triggers: {
    submit: '提交复核',
    instruct: '确认付款',
    approve: '复核通过',
    reject: '复核退回',
    withdraw: '撤回',
    process: '送出清算',
    clear: '入账',
    return: '退票',
  },
}

/** A card or account: usable, reported lost, usable again. */
export const ACCOUNT: Machine = {
  initial: 'ok',
  states: { ok: { zh: '正常', on: { lose: 'lost' } }, lost: { zh: '已挂失', on: { find: 'ok' } } },
  triggers: { lose: '挂失', find: '解除挂失' },
}

/** The other side of everything that leaves or enters an account of this bank. */
export const CLEARING = 'clearing'

export function seedBank(config: BankConfig, start: number): BankSlice {
  const base = emptyBank(config)
  for (const [i, customer] of config.customers.entries()) {
    const id = `CU${i + 1}`
    base.customers.push({ id, name: customer.name, kind: customer.kind, idNo: '', phone: '', address: '', occupation: '', seq: 0 })
    for (const { no, balance, frozen } of customer.accounts) {
      base.accounts.push({ no, customer: id, name: customer.name, balance: 0, frozen, status: 'ok', online: null, note: '', seq: 0 })
      post(base, no, balance, { ref: 'opening', kind: '期初余额', other: '', at: start, seq: 0 })
    }
    for (const { password, ...user } of customer.users)
      base.users.push({ ...user, customer: id, password: hide(password), certificate: null, tries: 0, locked: false, seq: 0 })
  }
  for (const { ref, payee, amount, signed, seconds } of config.gateway)
    base.gateway[ref] = { payee, amount, merchantAmount: hide(signed ?? amount), until: start + seconds, paid: false }
  return base
}

function emptyBank(config: BankConfig): BankSlice {
  const { name, prefix, letters, banks, caps } = config
  return {
    name,
    prefix,
    letters,
    banks,
    caps: { password: [...caps.password], otp: [...caps.otp], certificate: [...caps.certificate] },
    residents: hide(Object.fromEntries(config.residents.map(r => [`id-${r.idNo}`, r.name]))),
    outside: hide(Object.fromEntries(config.outside.map(o => [`no-${o.no}`, { name: o.name, closed: o.closed }]))),
    customers: [],
    accounts: [],
    users: [],
    sessions: {},
    logins: [],
    sms: [],
    codes: {},
    payees: config.payees.map((p, i) => ({ ...p, id: `PY${i + 1}`, seq: 0 })),
    transfers: [],
    batches: [],
    gateway: {},
    ledger: [],
    statements: [],
    disputes: [],
    stolen: [],
  }
}

/** Moves money into (or, below 0, out of) an account, with its counter-entry. */
export function post(s: BankSlice, no: string, amount: number, line: Omit<Line, 'account' | 'amount'>): void {
  const account = s.accounts.find(a => a.no === no)
  if (account === undefined || amount === 0) return
  account.balance += amount
  s.ledger.push({ ...line, account: no, amount }, { ...line, account: CLEARING, amount: -amount })
}
