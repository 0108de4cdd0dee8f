import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Machine } from '../../core/app/machine.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'

const HOUR = 3600
const DAY = 86_400

/** 分. */
export const Amount = z.int().min(1).max(10_000_000_000)
export const OutNo = z.string().regex(/^[A-Z][A-Za-z0-9-]{1,40}$/)
const Name = z.string().regex(/^[a-z][a-z0-9.-]{0,40}$/)
export const Kind = z.enum(['escrow', 'instant'])
/** What a platform's settlement and a merchant's own books may differ by. */
export const REASONS = ['手续费', '退款', '在途', '短款', '长款', '重复入账', '漏单'] as const
export const Reason = z.enum(REASONS)

const WalletConfig = z.strictObject({
  id: Name,
  persona: z.string().nullable().default(null),
  name: z.string(),
  kind: z.enum(['person', 'merchant']),
  idNo: z.string().default(''),
  verified: z.boolean().default(true),
  password: z.string().default(''),
  balance: z.int().min(0).default(0),
  cards: z.array(z.string()).default([]),
  /** Nobody should send money here. */
  suspicious: z.boolean().default(false),
})
const Condition = z.strictObject({ field: z.enum(['amount', 'count', 'newPayee']), least: z.int().min(0) })
export const RuleBody = z.strictObject({
  name: z.string().min(1).max(40),
  conditions: z.array(Condition).max(5),
  action: z.enum(['pass', 'hold', 'reject']),
  order: z.int().min(1).max(100),
})

export const PayConfig = z.strictObject({
  /** The rule pack of this platform; times in seconds, the fee in basis points of what a merchant gets. */
  rules: z
    .strictObject({
      fee: z.int().min(0).max(2000).default(60),
      close: z.int().default(24 * HOUR),
      shipBy: z.int().default(48 * HOUR),
      autoConfirm: z.int().default(10 * DAY),
      refundBy: z.int().default(48 * HOUR),
      decideAfter: z.int().default(72 * HOUR),
      window: z.int().default(15 * DAY),
      withdrawMost: z.int().default(5_000_000),
      withdrawAfter: z.int().default(2 * HOUR),
    })
    .prefault({}),
  wallets: z.array(WalletConfig),
  /** In whose name cards are kept, where no bank of this world knows it. */
  holders: z.array(z.strictObject({ card: z.string(), name: z.string() })).default([]),
  residents: z.array(z.strictObject({ name: z.string(), idNo: z.string() })).default([]),
  /** Trades that stand open when the world begins. */
  trades: z
    .array(
      z.strictObject({
        outNo: OutNo,
        payer: Name,
        payee: Name,
        amount: Amount,
        title: z.string(),
        kind: Kind.default('escrow'),
        /** Paid before the world begins, and perhaps sent too: the platform holds the money. */
        stage: z.enum(['open', 'paid', 'sent']).default('open'),
      }),
    )
    .default([]),
  /** Notifications to judge: genuine, or what is wrong with them. */
  samples: z
    .array(z.strictObject({ id: Name, payload: z.string(), verdict: z.enum(['genuine', 'signature', 'amount', 'status']) }))
    .default([]),
  /** Settlement files of days before: what the merchant's books say and what was settled. */
  settlements: z
    .array(
      z.strictObject({
        merchant: Name,
        date: z.string(),
        rows: z.array(z.strictObject({ outNo: z.string(), booked: z.int(), settled: z.int(), fee: z.int(), truth: Reason.nullable() })),
      }),
    )
    .default([]),
  riskRules: z.array(RuleBody).default([]),
  /** Personas who sit at the platform's watch. */
  watch: z.array(z.string()).default([]),
})
export type PayConfig = z.output<typeof PayConfig>

export type Wallet = {
  id: string
  persona: string | null
  name: string
  kind: 'person' | 'merchant' | 'outside'
  verified: boolean
  password: Hidden<string>
  balance: number
  cards: string[]
  tries: number
  locked: boolean
  suspicious: Hidden<boolean>
  seq: number
}
export type Trade = {
  no: string
  outNo: string
  payer: string
  payee: string
  amount: number
  title: string
  kind: z.output<typeof Kind>
  state: string
  /** 分 paid back so far, and still kept by the platform. */
  refunded: number
  held: number
  fee: number
  method: string
  stopped: boolean
  late: boolean
  openedAt: number
  paidAt: number | null
  sentAt: number | null
  endedAt: number | null
  ended: string
  seq: number
}
export type Refund = {
  id: string
  outNo: string
  amount: number
  reason: string
  state: string
  answer: string
  evidence: { by: string; text: string }[]
  seq: number
}
export type LedgerLine = { ref: string; account: string; amount: number; kind: string; at: number; seq: number }
export type SettledRow = {
  outNo: string
  booked: number
  settled: number
  fee: number
  truth: Hidden<string | null>
  marked: string | null
  seq: number
}
export type Settlement = { id: string; merchant: string; date: string; rows: SettledRow[]; seq: number }

export type PaySlice = {
  rules: PayConfig['rules']
  wallets: Wallet[]
  holders: Hidden<Record<string, string>>
  residents: Hidden<Record<string, string>>
  trades: Trade[]
  refunds: Refund[]
  ledger: LedgerLine[]
  withdrawals: { id: string; wallet: string; card: string; amount: number; done: boolean; seq: number }[]
  merchants: Record<string, { signType: string; apiKey: Hidden<string>; notifyUrl: string; seq: number }>
  notices: { outNo: string; payee: string; status: string; result: string; at: number; seq: number }[]
  samples: { id: string; payload: string; trueVerdict: Hidden<string> }[]
  verdicts: { sample: string; verdict: string; rightCall: Hidden<boolean>; seq: number }[]
  settlements: Settlement[]
  riskRules: (z.output<typeof RuleBody> & { id: string; seq: number })[]
  watch: string[]
  cases: { id: string; outNo: string; rule: string; verdict: string | null; seq: number }[]
}

export const parts = partsFor<PaySlice>()
export type PayPart = Pick<AppSpec<PaySlice>, 'commands' | 'events' | 'refusals'>

/** A trade by the published names of its states, so that what is learnt here is found again outside. */
export const TRADE: Machine = {
  initial: 'WAIT_BUYER_PAY',
  states: {
    WAIT_BUYER_PAY: { zh: '等待买家付款', on: { pay: 'WAIT_SELLER_SEND_GOODS', settle: 'TRADE_SUCCESS', close: 'TRADE_CLOSED' } },
    WAIT_SELLER_SEND_GOODS: { zh: '等待卖家发货', on: { send: 'WAIT_BUYER_CONFIRM_GOODS', refundAll: 'TRADE_CLOSED' } },
    WAIT_BUYER_CONFIRM_GOODS: { zh: '等待买家确认收货', on: { finish: 'TRADE_FINISHED', refundAll: 'TRADE_CLOSED' } },
    TRADE_SUCCESS: { zh: '支付成功', on: {} },
    TRADE_FINISHED: { zh: '交易完成', on: {} },
    TRADE_CLOSED: { zh: '交易关闭', on: {} },
  },
  triggers: { pay: '付款', settle: '即时付款', close: '关闭交易', send: '发货', finish: '确认收货', refundAll: '全额退款' },
}

export const REFUND: Machine = {
  initial: 'applied',
  states: {
    applied: { zh: '等待卖家处理', on: { agree: 'success', refuse: 'refused', cancel: 'cancelled' } },
    refused: { zh: '卖家已拒绝', on: { escalate: 'escalated', cancel: 'cancelled' } },
    escalated: { zh: '平台介入中', on: { grant: 'success', deny: 'denied' } },
    success: { zh: '退款成功', on: {} },
    denied: { zh: '平台驳回', on: {} },
    cancelled: { zh: '已撤销', on: {} },
  },
  triggers: { agree: '同意退款', refuse: '拒绝退款', cancel: '撤销申请', escalate: '申请平台介入', grant: '判定退款', deny: '判定驳回' },
}

export const ESCROW = 'escrow'
export const FEES = 'fees'
export const OUTSIDE = 'outside'

export function seedPay(config: PayConfig, start: number): PaySlice {
  const s = emptyPay(config)
  for (const { idNo: _idNo, password, suspicious, balance, ...wallet } of config.wallets) {
    s.wallets.push({ ...wallet, balance: 0, password: hide(password), suspicious: hide(suspicious), tries: 0, locked: false, seq: 0 })
    move(s, { from: OUTSIDE, to: wallet.id, amount: balance }, { ref: 'opening', kind: '期初余额', at: start, seq: 0 })
  }
  const known = new Set(s.wallets.map(w => w.id))
  const parties = new Set(config.trades.flatMap(t => [t.payer, t.payee]))
  for (const id of parties) if (!known.has(id)) s.wallets.push(stranger(id, 0))
  for (const [i, { stage, ...trade }] of config.trades.entries()) {
    const open = newTrade({ ...trade, no: `PT${i + 1}` }, start, 0)
    s.trades.push(open)
    if (stage !== 'open') payBefore(s, open, { at: start, sent: stage === 'sent' })
  }
  return s
}

/** Money that came in before the world began. */
function payBefore(s: PaySlice, trade: Trade, { at, sent }: { at: number; sent: boolean }): void {
  move(s, { from: OUTSIDE, to: ESCROW, amount: trade.amount }, { ref: trade.no, kind: '付款', at, seq: 0 })
  const state = sent ? 'WAIT_BUYER_CONFIRM_GOODS' : 'WAIT_SELLER_SEND_GOODS'
  Object.assign(trade, { state, held: trade.amount, method: OUTSIDE, paidAt: at, sentAt: sent ? at : null })
}

function emptyPay(config: PayConfig): PaySlice {
  return {
    rules: config.rules,
    wallets: [],
    holders: hide(Object.fromEntries(config.holders.map(h => [`card-${h.card}`, h.name]))),
    residents: hide(Object.fromEntries(config.residents.map(r => [`id-${r.idNo}`, r.name]))),
    trades: [],
    refunds: [],
    ledger: [],
    withdrawals: [],
    merchants: {},
    notices: [],
    samples: config.samples.map(({ verdict, ...sample }) => ({ ...sample, trueVerdict: hide(verdict) })),
    verdicts: [],
    settlements: config.settlements.map(({ rows, ...file }, i) => ({
      ...file,
      id: `ST${i + 1}`,
      rows: rows.map(({ truth, ...row }) => ({ ...row, truth: hide(truth), marked: null, seq: 0 })),
      seq: 0,
    })),
    riskRules: config.riskRules.map((rule, i) => ({ ...rule, id: `RR${i + 1}`, seq: 0 })),
    watch: config.watch,
    cases: [],
  }
}

/** A party that this world knows only by its name: an outside customer or shop. */
export function stranger(id: string, seq: number): Wallet {
  const hidden = { password: hide(''), suspicious: hide(false) }
  return { id, persona: null, name: id, kind: 'outside', verified: true, balance: 0, cards: [], tries: 0, locked: false, ...hidden, seq }
}

/** A trade as it begins. */
export function newTrade(
  of: Pick<Trade, 'no' | 'outNo' | 'payer' | 'payee' | 'amount' | 'title' | 'kind'>,
  at: number,
  seq: number,
): Trade {
  const money = { refunded: 0, held: 0, fee: 0, method: '' }
  const times = { openedAt: at, paidAt: null, sentAt: null, endedAt: null, ended: '' }
  return { ...of, ...money, ...times, state: TRADE.initial, stopped: false, late: false, seq }
}

/** Moves money between two accounts of the ledger; the balance of a wallet follows. */
export function move(
  s: PaySlice,
  { from, to, amount }: { from: string; to: string; amount: number },
  line: Omit<LedgerLine, 'account' | 'amount'>,
): void {
  if (amount === 0) return
  s.ledger.push({ ...line, account: from, amount: -amount }, { ...line, account: to, amount })
  for (const wallet of s.wallets) {
    if (wallet.id === from) wallet.balance -= amount
    if (wallet.id === to) wallet.balance += amount
  }
}
