import type { Frozen } from '../../../../kernel/brand.ts'
import type { FactDef, FactType } from '../../core/app/lab-app.ts'
import { says } from '../../core/task/folding.ts'
import { type Conversation, type CsSlice, parts } from './slice.ts'
import { botRule } from './talk.ts'

const CLOSING = ['感谢', '谢谢', '祝您', '祝你', '欢迎再来', '欢迎光临', '期待您', '再见']
/** Seconds that stand for “never”, so that they can be compared. */
const NEVER = 999_999
type Rows = ReturnType<FactDef<CsSlice>['rows']>

/** Fields as `name type 中文`, parted by bars. */
function fact(zh: string, fields: string, rows: (s: Frozen<CsSlice>) => Rows): FactDef<CsSlice> {
  const entries = fields.split('|').map(line => {
    const [name = '', type = 'text', label = ''] = line.split(' ')
    return [name, { zh: label, type: type as FactType }] as const
  })
  return parts.fact({ zh, fields: Object.fromEntries(entries), rows })
}

function talkRow(c: Frozen<Conversation>): Rows[number] {
  const own = c.msgs.filter(m => m.by === 'clerk')
  const words = own.filter(m => m.text !== '')
  return {
    conversation: c.id,
    customer: c.customer,
    name: c.name,
    state: c.state,
    clerk: c.clerk,
    firstResp: c.firstAt === null ? NEVER : c.firstAt - c.since,
    questions: c.script.hidden.questions.length,
    answered: c.script.hidden.answered.length,
    wrong: c.script.hidden.wrong,
    cards: own.flatMap(m => (m.card === null ? [] : [`${m.card.kind}:${m.card.id}`])),
    forbidden: own.reduce((n, m) => n + m.verdict.hidden.forbidden.length, 0),
    closing: words.length > 0 && CLOSING.some(word => says(words.at(-1)?.text ?? '', word)),
    satisfaction: c.stars,
    seq: own.at(-1)?.seq ?? c.seq,
  }
}

/** Each question of each conversation, and how it went. */
function questionRows(s: Frozen<CsSlice>): Rows {
  return s.conversations.flatMap(c =>
    c.script.hidden.questions.map((q, i) => ({
      conversation: c.id,
      customer: c.customer,
      slot: q.want.slot,
      say: q.say,
      right: c.script.hidden.answered.includes(i),
      seq: c.msgs.at(-1)?.seq ?? c.seq,
    })),
  )
}

function messageRows(s: Frozen<CsSlice>): Rows {
  return s.conversations.flatMap(c =>
    c.msgs.map(m => ({
      conversation: c.id,
      customer: c.customer,
      by: m.by,
      text: m.text,
      card: m.card === null ? null : `${m.card.kind}:${m.card.id}`,
      right: m.verdict.hidden.right,
      slot: m.verdict.hidden.slot,
      forbidden: [...m.verdict.hidden.forbidden],
      at: m.at,
      seq: m.seq,
    })),
  )
}

/** Hidden sayings run through the bot's own rules. */
function botRows(s: Frozen<CsSlice>): Rows {
  return s.tests.hidden.map(({ text, want }) => {
    const rule = botRule(s, text)
    const right = want === null ? rule === undefined : rule !== undefined && says(rule.answer, want)
    return { text, rule: rule?.id ?? null, hit: rule !== undefined, right, seq: Math.max(0, ...s.rules.map(r => r.seq)) }
  })
}

/** What a rubric may ask of the service desk. */
export const csFacts: Readonly<Record<string, FactDef<CsSlice>>> = {
  conversation: fact(
    '会话',
    'conversation text 编号|customer text 顾客|name text 顾客名|state text 状态|clerk text 客服|firstResp number 首次响应秒数|questions number 问题数|answered number 答对数|wrong number 答错数|cards list 发送的卡片|forbidden number 违规用语数|closing yes 礼貌结束语|satisfaction number 满意度',
    s => s.conversations.map(talkRow),
  ),
  question: fact(
    '顾客的问题',
    'conversation text 会话|customer text 顾客|slot text 问题类型|say prose 问题|right yes 答复与事实一致',
    questionRows,
  ),
  message: fact(
    '会话消息',
    'conversation text 会话|customer text 顾客|by text 发言方|text prose 内容|card text 卡片|right yes 答复正确|slot text 所答问题|forbidden list 违规用语|at time 时间',
    messageRows,
  ),
  bot: fact('机器人隐藏测试', 'text prose 说法|rule text 命中规则|hit yes 命中|right yes 正确', botRows),
  ticket: fact(
    '工单',
    'ticket text 编号|conversation text 会话|type text 类型|priority text 优先级|owner text 处理人|state text 状态|late yes 超时|result prose 处理结果',
    s =>
      s.tickets.map(({ id, conversation, type, priority, owner, state, late, result, seq }) => ({
        ticket: id,
        conversation,
        type,
        priority,
        owner,
        state,
        late,
        result,
        seq,
      })),
  ),
  compensation: fact('赔付', 'conversation text 会话|order text 订单|amount number 金额|reason prose 理由|within yes 在授权内', s =>
    s.given.map(g => ({ ...g, within: g.amount <= s.limit })),
  ),
  qa: fact('质检', 'sheet text 会话|done yes 已评|away number 与标准相差', s =>
    s.sheets.map(({ id, marks, truth, seq }) => {
      const t = truth.hidden
      const away =
        marks === null ? null : Math.abs(marks.response - t.response) + Math.abs(marks.facts - t.facts) + Math.abs(marks.manner - t.manner)
      return { sheet: id, done: marks !== null, away, seq }
    }),
  ),
  shift: fact('班次', 'persona text 客服|from number 起|to number 止', s => s.shifts.map(x => ({ ...x, seq: s.shiftSeq }))),
  fine: fact('平台处罚', 'conversation text 会话|reason text 原因', s => s.fines.map(f => ({ ...f }))),
}
