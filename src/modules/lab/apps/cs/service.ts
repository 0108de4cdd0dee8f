import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { type CsPart, type CsSlice, TALK, TICKET, type Ticket, parts } from './slice.ts'
import { ById, onTalk, step, talkOf } from './talk.ts'

type S = Frozen<CsSlice>
const Reason = z.string().max(200)
const TicketId = z.strictObject({ ticket: z.string() })
const HOURS: Readonly<Record<string, number>> = { 高: 4, 中: 24, 低: 72 }

/** What the store's own office said to it, in its words. */
function shopSaid(refuse: Refuse): Refuse {
  return no('E_SHOP', { why: String(refuse.facts['zh'] ?? refuse.code) })
}

const Action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('remark'), text: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('adjust'), off: z.int().min(0), freight: z.int().min(0) }),
  z.strictObject({
    kind: z.literal('address'),
    address: z.strictObject({ name: z.string(), phone: z.string(), region: z.string(), detail: z.string() }),
  }),
])

/** Changes an order through the store's office: the same guards, the same refusals. */
function act(ctx: DecideContext, order: string, { kind, ...data }: z.output<typeof Action>): Decision {
  const ports = { remark: 'shop.remark', adjust: 'shop.adjust', address: 'shop.readdress' } as const
  const done = ctx.call(ports[kind], { order, ...data } as unknown as Json)
  return done.ok ? happened('acted', { order, kind }) : shopSaid(done)
}

function onTicket(s: S, at: { id: string; trigger: string }, decide: (t: Frozen<Ticket>) => Decision): Decision {
  const ticket = s.tickets.find(t => t.id === at.id)
  if (ticket === undefined) return no('E_NONE', { id: at.id })
  return after(TICKET, ticket.state, at.trigger) === undefined ? wrongState(TICKET, ticket.state) : decide(ticket)
}

function ticketIn(s: CsSlice, id: string, trigger: string, more: Partial<Ticket>): void {
  const ticket = s.tickets.find(t => t.id === id)
  if (ticket !== undefined) Object.assign(ticket, { state: moved(TICKET, ticket.state, trigger), ...more })
}

const isLeader = (s: S, ctx: DecideContext): boolean => s.clerks.some(c => c.persona === ctx.persona && c.role === '组长')

/** What a clerk does for a customer besides talking. */
export const service: CsPart = {
  commands: {
    transfer: parts.command({
      zh: '转接会话',
      data: ById.extend({ to: z.string(), reason: Reason }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_MINE', 'E_REASON'],
      decide: (s, { conversation: id, to, reason }, ctx) =>
        onTalk(s, ctx, id, talk => {
          if (reason.trim().length < 2) return no('E_REASON', { least: 2 }, 'reason')
          if (!s.clerks.some(c => c.persona === to && to !== ctx.persona)) return no('E_NONE', { id: to })
          return after(TALK, talk.state, 'transfer') === undefined
            ? wrongState(TALK, talk.state)
            : happened('transferred', { conversation: id, to, reason })
        }),
    }),
    close: parts.command({
      zh: '结束会话',
      data: ById.extend({ confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_MINE', 'W_UNSOLVED'],
      decide: (s, { conversation: id, confirm }, ctx) =>
        onTalk(s, ctx, id, talk => {
          if (talk.state !== 'satisfied' && !confirm.includes('W_UNSOLVED')) return no('W_UNSOLVED')
          return happened('ended', { conversation: id }, { cancel: [`${id}:patience`] })
        }),
    }),
    'order.action': parts.command({
      zh: '处理顾客订单',
      data: ById.extend({ order: z.string(), action: Action }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_MINE', 'E_SHOP'],
      decide: (s, { conversation: id, order, action }, ctx) => onTalk(s, ctx, id, () => act(ctx, order, action)),
    }),
    compensate: parts.command({
      zh: '赔付顾客',
      data: ById.extend({ order: z.string(), amount: z.int().min(1), reason: Reason }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_MINE', 'E_AUTH_LIMIT', 'E_REASON', 'E_SHOP'],
      decide: (s, { conversation: id, order, amount, reason }, ctx) =>
        onTalk(s, ctx, id, talk => {
          if (reason.trim().length < 2) return no('E_REASON', { least: 2 }, 'reason')
          if (amount > s.limit && !isLeader(s, ctx)) return no('E_AUTH_LIMIT', { limit: Math.floor(s.limit / 100) }, 'amount')
          const done = ctx.call('shop.compensate', { order, amount, reason })
          if (!done.ok) return shopSaid(done)
          const soothes = after(TALK, talk.state, 'soothe') !== undefined
          return happened('compensated', { conversation: id, order, amount, reason, soothes })
        }),
    }),
    'ticket.open': parts.command({
      zh: '新建工单',
      data: z.strictObject({
        conversation: z.string().nullable(),
        type: z.string().min(1).max(20),
        priority: z.enum(['高', '中', '低']),
        text: z.string().min(4).max(500),
      }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, data, ctx) => {
        if (data.conversation !== null && talkOf(s, data.conversation) === undefined) return no('E_NONE', { id: data.conversation })
        const id = ctx.nextId('TK')
        const due = ctx.now + (HOURS[data.priority] ?? 24) * 3600
        const remind = { at: due as never, by: 'cs.platform', type: 'cs.ticket.lapse', data: { ticket: id }, known: `工单 ${id} 处理期限` }
        return happened('ticketOpened', { ...data, id, due }, { timers: [remind], reply: id })
      },
    }),
    'ticket.assign': parts.command({
      zh: '指派工单',
      data: TicketId.extend({ to: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { ticket: id, to }) =>
        onTicket(s, { id, trigger: 'assign' }, () =>
          s.clerks.some(c => c.persona === to) ? happened('ticketAssigned', { ticket: id, to }) : no('E_NONE', { id: to }),
        ),
    }),
    'ticket.give': parts.command({
      zh: '组长派单',
      data: TicketId.extend({ to: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { ticket: id, to }) => onTicket(s, { id, trigger: 'assign' }, () => happened('ticketAssigned', { ticket: id, to })),
    }),
    'ticket.escalate': parts.command({
      zh: '升级工单',
      data: TicketId.extend({ reason: Reason }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_REASON'],
      decide: (s, { ticket: id, reason }) =>
        onTicket(s, { id, trigger: 'escalate' }, () =>
          reason.trim().length < 2 ? no('E_REASON', { least: 2 }, 'reason') : happened('ticketEscalated', { ticket: id, reason }),
        ),
    }),
    'ticket.resolve': parts.command({
      zh: '解决工单',
      data: TicketId.extend({ text: z.string().min(2).max(500) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_SLA'],
      decide: (s, { ticket: id, text }) =>
        onTicket(s, { id, trigger: 'resolve' }, ticket =>
          ticket.late && text.length < 10 ? no('E_SLA', {}, 'text') : happened('ticketResolved', { ticket: id, text }),
        ),
    }),
    'ticket.lapse': parts.command({
      zh: '工单到期',
      data: TicketId,
      who: 'agent',
      refusals: [],
      decide: (s, { ticket: id }) =>
        s.tickets.some(t => t.id === id && t.state !== 'resolved') ? happened('ticketLate', { ticket: id }) : { ok: true, events: [] },
    }),
    blacklist: parts.command({
      zh: '加入黑名单',
      data: z.strictObject({ customer: z.string(), reason: Reason }),
      who: 'persona',
      refusals: ['E_REASON'],
      decide: (_s, { customer, reason }) =>
        reason.trim().length < 5 ? no('E_REASON', { least: 5 }, 'reason') : happened('blacklisted', { customer, reason }),
    }),
    'callback.set': parts.command({
      zh: '预约回访',
      data: ById.extend({ after: z.int().min(60).max(604_800) }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { conversation: id, after: seconds }, ctx) => {
        if (talkOf(s, id) === undefined) return no('E_NONE', { id })
        const timer = {
          after: seconds,
          by: 'cs.platform',
          type: 'cs.callback.ring',
          data: { conversation: id },
          known: `回访会话 ${id} 的顾客`,
        }
        return happened('callbackSet', { conversation: id, at: ctx.now + seconds }, { timers: [timer] })
      },
    }),
    'callback.ring': parts.command({
      zh: '回访提醒',
      data: ById,
      who: 'agent',
      refusals: [],
      decide: (_s, data) => happened('callbackDue', data),
    }),
  },
  events: {
    transferred: parts.event({
      data: ById.extend({ to: z.string(), reason: z.string() }),
      caption: ({ conversation, reason }, { who }) => `${who}转接会话 ${conversation}：${reason}`,
      evolve: (s, { conversation }) => void Object.assign(step(s, conversation, 'transfer') ?? {}, { clerk: null }),
    }),
    ended: parts.event({
      data: ById,
      caption: ({ conversation }, { who }) => `${who}结束会话 ${conversation}`,
      evolve: (s, { conversation }, { by }) => void Object.assign(step(s, conversation, 'close') ?? {}, { closedBy: by }),
    }),
    acted: parts.event({
      data: z.strictObject({ order: z.string(), kind: z.string() }),
      caption: ({ order, kind }, { who }) =>
        `${who}为顾客${kind === 'remark' ? '备注' : kind === 'adjust' ? '改价' : '改址'}，订单 ${order}`,
      evolve: () => {},
    }),
    compensated: parts.event({
      data: ById.extend({ order: z.string(), amount: z.int(), reason: z.string(), soothes: z.boolean() }),
      caption: ({ order, amount }, { who }) =>
        `${who}赔付订单 ${order}，${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')} 元`,
      evolve: (s, { soothes, ...given }, { seq }) => {
        s.given.push({ ...given, seq })
        if (soothes) step(s, given.conversation, 'soothe')
      },
    }),
    ticketOpened: parts.event({
      data: z.strictObject({
        id: z.string(),
        conversation: z.string().nullable(),
        type: z.string(),
        priority: z.string(),
        text: z.string(),
        due: z.int(),
      }),
      caption: ({ id, type }, { who }) => `${who}新建工单 ${id}（${type}）`,
      evolve: (s, ticket, { seq }) => void s.tickets.push({ ...ticket, owner: null, state: TICKET.initial, late: false, result: '', seq }),
    }),
    ticketAssigned: parts.event({
      data: TicketId.extend({ to: z.string() }),
      caption: ({ ticket, to }, { who }) => `${who}将工单 ${ticket} 指派给 ${to}`,
      evolve: (s, { ticket, to }) => ticketIn(s, ticket, 'assign', { owner: to }),
    }),
    ticketEscalated: parts.event({
      data: TicketId.extend({ reason: z.string() }),
      caption: ({ ticket }, { who }) => `${who}升级工单 ${ticket}`,
      evolve: (s, { ticket }) => ticketIn(s, ticket, 'escalate', {}),
    }),
    ticketResolved: parts.event({
      data: TicketId.extend({ text: z.string() }),
      caption: ({ ticket }, { who }) => `${who}解决工单 ${ticket}`,
      evolve: (s, { ticket, text }, { seq }) => ticketIn(s, ticket, 'resolve', { result: text, seq }),
    }),
    ticketLate: parts.event({
      data: TicketId,
      caption: ({ ticket }) => `工单 ${ticket} 超过处理期限`,
      evolve: (s, { ticket: id }) => {
        for (const t of s.tickets) if (t.id === id) t.late = true
      },
    }),
    blacklisted: parts.event({
      data: z.strictObject({ customer: z.string(), reason: z.string() }),
      caption: ({ customer }, { who }) => `${who}将 ${customer} 加入黑名单`,
      evolve: (s, entry, { seq }) => void s.blacklist.push({ ...entry, seq }),
    }),
    callbackSet: parts.event({
      data: ById.extend({ at: z.int() }),
      caption: ({ conversation }, { who }) => `${who}预约回访会话 ${conversation} 的顾客`,
      evolve: (s, callback) => void s.callbacks.push({ ...callback, done: false }),
    }),
    callbackDue: parts.event({
      data: ById,
      caption: ({ conversation }) => `该回访会话 ${conversation} 的顾客了`,
      evolve: (s, { conversation }) => {
        for (const c of s.callbacks) if (c.conversation === conversation) c.done = true
      },
    }),
  },
  refusals: {
    E_REASON: '请写明理由，不少于 {least} 个字。',
    W_UNSOLVED: '顾客的问题还没有解决。确认后可以结束会话。',
    E_SHOP: '商家后台未受理：{why}',
    E_AUTH_LIMIT: '赔付金额超过您的授权额度 {limit} 元，请转组长处理。',
    E_SLA: '工单已超过处理期限，请详细写明原因和处理结果，不少于 10 个字。',
  },
}
