import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Machine } from '../../core/app/machine.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'

const Sku = z.string()
/** What has to be said. It is compared with what is true in the world at the moment of saying. */
export const Slot = z.discriminatedUnion('slot', [
  z.strictObject({ slot: z.literal('price'), sku: Sku }),
  z.strictObject({ slot: z.literal('attr'), sku: Sku, name: z.string() }),
  z.strictObject({ slot: z.literal('stock'), sku: Sku }),
  z.strictObject({ slot: z.literal('freight'), sku: Sku, quantity: z.int().min(1), region: z.string() }),
  z.strictObject({ slot: z.literal('shipBy') }),
  z.strictObject({ slot: z.literal('waybill'), order: z.string() }),
  z.strictObject({ slot: z.literal('card'), kind: z.enum(['product', 'coupon', 'order', 'freight']), id: z.string() }),
  /** Groups of words: one of each group. */
  z.strictObject({ slot: z.literal('words'), need: z.array(z.array(z.string()).min(1)).min(1) }),
])
export type Slot = z.output<typeof Slot>

const Question = z.strictObject({
  say: z.string().min(1).max(300),
  want: Slot,
  /** What must not be said to this: somebody else's address, a promise nobody can keep. */
  forbid: z.array(z.string()).default([]),
})
export const Visitor = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9.-]*$/),
  name: z.string().min(1).max(20),
  after: z.int().min(0),
  sku: z.string().nullable().default(null),
  order: z.string().nullable().default(null),
  region: z.string().nullable().default(null),
  questions: z.array(Question).min(1).max(8),
  /** Seconds without an answer until they leave. */
  patience: z.int().min(1).default(300),
  /** What they buy when they are content. */
  buys: z
    .strictObject({ sku: z.string(), quantity: z.int().min(1), address: z.record(z.string(), z.string()) })
    .nullable()
    .default(null),
})
export type Visitor = z.output<typeof Visitor>

const Words = z.strictObject({
  /** Leading people away from the platform. */
  divert: z.array(z.string()).default(['加微信', '加我微信', '微信号', 'vx', 'QQ号', '私下转账', '线下交易', '扫码付款', '支付宝转账']),
  abuse: z.array(z.string()).default(['骗子', '滚', '有病', '爱买不买', '傻', '烦死了']),
  promise: z.array(z.string()).default(['保证今天到', '绝对不会坏', '百分百', '假一赔百', '全网最低', '终身免费', '包治', '随时全额退']),
})
const Sheet = z.strictObject({
  id: z.string(),
  clerk: z.string(),
  lines: z.array(z.string()).min(1),
  /** The marks an experienced leader gives: response, facts, manner; 0 to 5. */
  truth: z.strictObject({ response: z.int(), facts: z.int(), manner: z.int() }),
})

export const CsConfig = z.strictObject({
  store: z.string(),
  clerks: z.array(z.strictObject({ persona: z.string(), role: z.enum(['客服', '组长']), cap: z.int().min(1).default(5) })).min(1),
  /** The most a clerk may give by themselves; 分. */
  limit: z.int().min(0).default(2000),
  visitors: z.array(Visitor).default([]),
  phrases: z.array(z.strictObject({ key: z.string(), text: z.string() })).default([]),
  articles: z.array(z.strictObject({ title: z.string(), text: z.string() })).default([]),
  words: Words.prefault({}),
  sheets: z.array(Sheet).default([]),
  /** Sayings with which a bot is tried in secret, and the words its answer should have; none: the fallback. */
  tests: z.array(z.strictObject({ text: z.string(), want: z.string().nullable() })).default([]),
  /** Hours of the day that must be staffed. */
  hours: z.strictObject({ from: z.int().min(0).max(23), to: z.int().min(1).max(24) }).prefault({ from: 9, to: 22 }),
})
export type CsConfig = z.output<typeof CsConfig>

export type Message = {
  at: number
  by: 'customer' | 'clerk' | 'bot'
  text: string
  card: { kind: string; id: string } | null
  seq: number
  verdict: Hidden<{ right: boolean | null; forbidden: string[]; slot: string | null }>
}
export type Conversation = {
  id: string
  customer: string
  name: string
  sku: string | null
  order: string | null
  region: string | null
  state: string
  clerk: string | null
  since: number
  firstAt: number | null
  msgs: Message[]
  script: Hidden<{
    questions: Visitor['questions']
    at: number
    answered: number[]
    wrong: number
    patience: number
    buys: Visitor['buys']
  }>
  stars: number | null
  /** Who asks where and whether is asked to judge. */
  closedBy: string | null
  seq: number
}
export type Ticket = {
  id: string
  conversation: string | null
  type: string
  priority: string
  text: string
  owner: string | null
  state: string
  due: number
  late: boolean
  result: string
  seq: number
}
export type CsSlice = {
  store: string
  clerks: { persona: string; role: string; cap: number; status: string }[]
  limit: number
  coming: Hidden<Visitor[]>
  conversations: Conversation[]
  phrases: { id: string; key: string; text: string }[]
  articles: { title: string; text: string }[]
  words: z.output<typeof Words>
  rules: { id: string; keywords: string[]; answer: string; priority: number; seq: number }[]
  bot: { on: boolean; fallback: string }
  tests: Hidden<{ text: string; want: string | null }[]>
  tickets: Ticket[]
  given: { conversation: string; order: string; amount: number; reason: string; seq: number }[]
  sheets: {
    id: string
    clerk: string
    lines: string[]
    truth: Hidden<{ response: number; facts: number; manner: number }>
    marks: { response: number; facts: number; manner: number } | null
    seq: number
  }[]
  shifts: { persona: string; from: number; to: number }[]
  shiftSeq: number
  blacklist: { customer: string; reason: string; seq: number }[]
  callbacks: { conversation: string; at: number; done: boolean }[]
  fines: { conversation: string; reason: string; seq: number }[]
  hours: { from: number; to: number }
}

export const parts = partsFor<CsSlice>()
export type CsPart = Pick<AppSpec<CsSlice>, 'commands' | 'events' | 'refusals'>

/** A conversation, from the queue to its end. */
export const TALK: Machine = {
  initial: 'queued',
  states: {
    queued: { zh: '排队中', on: { accept: 'asking', leave: 'lost' } },
    asking: {
      zh: '等待答复',
      on: { go: 'asking', content: 'satisfied', doubt: 'doubting', leave: 'lost', transfer: 'queued', close: 'unsolved', soothe: 'asking' },
    },
    doubting: {
      zh: '顾客有疑问',
      on: { go: 'asking', content: 'satisfied', anger: 'angry', leave: 'lost', transfer: 'queued', close: 'unsolved', soothe: 'asking' },
    },
    angry: { zh: '顾客不满', on: { soothe: 'asking', leave: 'lost', transfer: 'queued', close: 'unsolved' } },
    satisfied: { zh: '顾客满意', on: { close: 'solved', leave: 'solved' } },
    solved: { zh: '已解决', on: {} },
    unsolved: { zh: '未解决', on: {} },
    lost: { zh: '顾客离开', on: {} },
  },
  triggers: {
    accept: '接待',
    go: '继续咨询',
    content: '问题解决',
    doubt: '提出疑问',
    anger: '不满',
    soothe: '安抚',
    leave: '离开',
    transfer: '转接',
    close: '结束会话',
  },
}

export const TICKET: Machine = {
  initial: 'open',
  states: {
    open: { zh: '待处理', on: { assign: 'open', escalate: 'escalated', resolve: 'resolved' } },
    escalated: { zh: '已升级', on: { assign: 'escalated', resolve: 'resolved' } },
    resolved: { zh: '已解决', on: {} },
  },
  triggers: { assign: '指派', escalate: '升级', resolve: '解决' },
}

export function seedCs(config: CsConfig): CsSlice {
  return {
    store: config.store,
    clerks: config.clerks.map(c => ({ ...c, status: '在线' })),
    limit: config.limit,
    coming: hide(config.visitors),
    conversations: [],
    phrases: config.phrases.map((p, i) => ({ ...p, id: `PH${i + 1}` })),
    articles: config.articles,
    words: config.words,
    rules: [],
    bot: { on: false, fallback: '' },
    tests: hide(config.tests),
    tickets: [],
    given: [],
    sheets: config.sheets.map(({ truth, ...s }) => ({ ...s, truth: hide(truth), marks: null, seq: 0 })),
    shifts: [],
    shiftSeq: 0,
    blacklist: [],
    callbacks: [],
    fines: [],
    hours: config.hours,
  }
}
