import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { type Json, hide, plainCopy } from '../../core/world/canonical.ts'
import { type Conversation, type CsPart, type CsSlice, TALK, Visitor, parts } from './slice.ts'
import { type Card, forbiddenIn, judge, kindOf, openQuestion, saidSince } from './truth.ts'

type S = Frozen<CsSlice>
export const ById = z.strictObject({ conversation: z.string() })
const CardData = z.strictObject({ kind: z.enum(['product', 'coupon', 'order', 'freight']), id: z.string() })
const Verdict = z.strictObject({
  hidden: z.strictObject({ right: z.boolean().nullable(), forbidden: z.array(z.string()), slot: z.string().nullable() }),
})
export const SILENT = { right: null, forbidden: [], slot: null }

export function talkOf(s: S, id: string): Frozen<Conversation> | undefined {
  return s.conversations.find(c => c.id === id)
}

/** A conversation that the acting clerk holds, and that is not over. */
export function onTalk(s: S, ctx: DecideContext, id: string, decide: (c: Frozen<Conversation>) => Decision): Decision {
  const talk = talkOf(s, id)
  if (talk === undefined) return no('E_NONE', { id })
  if (talk.state === 'queued' || after(TALK, talk.state, 'leave') === undefined) return wrongState(TALK, talk.state)
  return talk.clerk === ctx.persona ? decide(talk) : no('E_NOT_MINE')
}

export const patience = (talk: Pick<Frozen<Conversation>, 'id' | 'script'>): TimerWish => ({
  after: talk.script.hidden.patience,
  by: 'cs.customer',
  type: 'cs.leave',
  data: { conversation: talk.id },
  key: `${talk.id}:patience`,
})

function arrive(s: S, visitor: Frozen<Visitor>, ctx: DecideContext): Decision {
  const id = ctx.nextId('V')
  const { questions, patience: seconds, buys, name, sku, order, region } = visitor
  const known = { id, customer: visitor.id, name, sku, order, region }
  const script = { questions, at: 0, answered: [], wrong: 0, patience: seconds, buys }
  const first = questions[0]
  const bot = first === undefined ? null : botAnswer(s, first.say)
  const right = bot === null || first === undefined ? null : judge({ s, ctx, want: first.want, said: bot, card: null })
  const events = [{ type: 'arrived', data: { ...known, text: first?.say ?? '', script: hide(script) } as unknown as Json }]
  const said = {
    conversation: id,
    by: 'bot',
    text: bot ?? '',
    card: null,
    verdict: hide({ ...SILENT, right, slot: first?.want.slot ?? null }),
  }
  const goOn = right === true ? [speak(ctx, { id, at: 0 })] : []
  return {
    ok: true,
    events: [...events, ...(bot === null ? [] : [{ type: 'said', data: said as Json }])],
    timers: [patience({ id, script: { hidden: script } as never }), ...goOn],
    reply: id,
  }
}

/** The bot's answer to a saying: the first rule by priority that knows one of its words, else the fallback. */
export function botRule(s: S, text: string) {
  return s.rules.toSorted((a, b) => b.priority - a.priority).find(r => r.keywords.some(word => text.includes(word)))
}

function botAnswer(s: S, text: string): string | null {
  return s.bot.on ? (botRule(s, text)?.answer ?? s.bot.fallback) : null
}

/** The customer thinks a little, then goes on. */
function speak(ctx: DecideContext, { id, at }: { id: string; at: number }): TimerWish {
  const wait = 8 + ctx.draws.number({ agent: 'cs.customer', purpose: 'think', about: `${id}/${at}` }, 0, 20)
  return { after: wait, by: 'cs.customer', type: 'cs.goOn', data: { conversation: id }, known: '顾客正在输入' }
}

/** What the clerk's words lead to: the next question, a doubt, a complaint, a fine; and always new patience. */
function follow(
  s: S,
  ctx: DecideContext,
  talk: Frozen<Conversation>,
  verdict: { right: boolean | null; forbidden: readonly string[] },
): TimerWish[] {
  const data = { conversation: talk.id }
  const fined = verdict.forbidden.some(word => kindOf(s, word) === 'divert')
  const doubt = { after: 15, by: 'cs.customer', type: 'cs.doubt', data, known: '顾客正在输入' }
  return [
    ...(verdict.right === true ? [speak(ctx, { id: talk.id, at: talk.script.hidden.at })] : []),
    ...(verdict.right === false ? [doubt] : []),
    ...(fined ? [{ after: 7200, by: 'cs.platform', type: 'cs.fine', data: { ...data, reason: '站外导流' } }] : []),
    patience(talk),
  ]
}

function utter(
  s: S,
  ctx: DecideContext,
  talk: Frozen<Conversation>,
  said: { text: string; card: Card | null; confirm: readonly string[] },
): Decision {
  const question = openQuestion(talk)
  const forbidden = forbiddenIn(s, said.text, question?.forbid ?? [])
  if (forbidden.length > 0 && !said.confirm.includes('W_SENSITIVE')) return no('W_SENSITIVE', { words: forbidden.join('、') }, 'text')
  const words = `${saidSince(talk)}\n${said.text}`.trim()
  const waiting = talk.state === 'asking' || talk.state === 'doubting'
  const right = question === undefined || !waiting ? null : judge({ s, ctx, want: question.want, said: words, card: said.card })
  const verdict = { right, forbidden, slot: question?.want.slot ?? null }
  const event = { conversation: talk.id, text: said.text, card: said.card, verdict: hide(verdict) }
  return happened('replied', event as Json, { timers: follow(s, ctx, talk, verdict), cancel: [`${talk.id}:patience`] })
}

/** Does the card exist that is to be sent? */
function cardFault(s: S, ctx: DecideContext, { kind, id }: Card): Refuse | null {
  const exists =
    kind === 'product'
      ? (ctx.ask('shop.listing', { product: id }) as Json[]).length > 0
      : kind === 'coupon'
        ? (ctx.ask('shop.coupons', { store: s.store }) as { id: string }[]).some(c => c.id === id)
        : kind === 'order'
          ? ctx.ask('shop.order', { orderNo: id }) !== null
          : (ctx.ask('shop.listing', { sku: id }) as Json[]).length > 0
  return exists ? null : no('E_CARD', { id }, 'id')
}

function talkIn(s: CsSlice, id: string): Conversation | undefined {
  return s.conversations.find(c => c.id === id)
}

export function step(s: CsSlice, id: string, trigger: string): Conversation | undefined {
  const talk = talkIn(s, id)
  if (talk !== undefined && after(TALK, talk.state, trigger) !== undefined) talk.state = moved(TALK, talk.state, trigger)
  return talk
}

/** Customers and the clerk who answers them. */
export const talk: CsPart = {
  commands: {
    ask: parts.command({
      zh: '顾客咨询',
      data: Visitor.omit({ after: true }).extend({ after: z.int().default(0) }),
      who: 'agent',
      refusals: ['E_BLACK'],
      decide: (s, visitor, ctx) => (s.blacklist.some(b => b.customer === visitor.id) ? no('E_BLACK') : arrive(s, visitor, ctx)),
    }),
    'status.set': parts.command({
      zh: '设置状态',
      data: z.strictObject({ status: z.enum(['在线', '忙碌', '离开']) }),
      who: 'persona',
      refusals: ['E_CLERK'],
      decide: (s, { status }, ctx) =>
        s.clerks.some(c => c.persona === ctx.persona) ? happened('statusSet', { persona: ctx.persona, status }) : no('E_CLERK'),
    }),
    accept: parts.command({
      zh: '接待顾客',
      data: ById,
      who: 'persona',
      refusals: ['E_CLERK', 'E_NONE', 'E_STATE', 'E_CAP', 'E_STATUS'],
      decide: (s, { conversation: id }, ctx) => {
        const clerk = s.clerks.find(c => c.persona === ctx.persona)
        const found = talkOf(s, id)
        if (clerk === undefined) return no('E_CLERK')
        if (found === undefined) return no('E_NONE', { id })
        if (found.state !== 'queued') return wrongState(TALK, found.state)
        if (clerk.status !== '在线') return no('E_STATUS', { status: clerk.status })
        const open = s.conversations.filter(c => c.clerk === ctx.persona && ['asking', 'doubting', 'angry', 'satisfied'].includes(c.state))
        return open.length >= clerk.cap ? no('E_CAP', { cap: clerk.cap }) : happened('accepted', { conversation: id, clerk: ctx.persona })
      },
    }),
    reply: parts.command({
      zh: '回复',
      data: ById.extend({
        text: z.string().max(500),
        phrase: z.string().nullable().default(null),
        confirm: z.array(z.string()).default([]),
      }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_MINE', 'E_EMPTY', 'W_SENSITIVE'],
      decide: (s, { conversation: id, text, phrase, confirm }, ctx) =>
        onTalk(s, ctx, id, found => {
          const words = phrase === null ? text : `${s.phrases.find(p => p.id === phrase)?.text ?? ''}${text}`
          if (words.trim() === '') return no('E_EMPTY', {}, 'text')
          return utter(s, ctx, found, { text: words, card: null, confirm })
        }),
    }),
    'send.card': parts.command({
      zh: '发送卡片',
      data: ById.extend(CardData.shape),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_MINE', 'E_CARD'],
      decide: (s, { conversation: id, ...card }, ctx) =>
        onTalk(s, ctx, id, found => cardFault(s, ctx, card) ?? utter(s, ctx, found, { text: '', card, confirm: ['W_SENSITIVE'] })),
    }),
  },
  events: {
    arrived: parts.event({
      data: z.object({
        id: z.string(),
        customer: z.string(),
        name: z.string(),
        sku: z.string().nullable(),
        order: z.string().nullable(),
        region: z.string().nullable(),
        text: z.string(),
        script: z.object({ hidden: z.custom<Conversation['script']['hidden']>() }),
      }),
      caption: ({ name, text }) => `顾客${name}进线：${text}`,
      evolve: (s, { text, script, ...known }, { at, seq }) => {
        const first = { at, by: 'customer' as const, text, card: null, seq, verdict: hide({ ...SILENT, forbidden: [] }) }
        s.conversations.push({
          ...known,
          state: TALK.initial,
          clerk: null,
          since: at,
          firstAt: null,
          msgs: [first],
          // what follows changes it, and the event must stay as it was written
          script: plainCopy(script),
          stars: null,
          closedBy: null,
          seq,
        })
      },
    }),
    statusSet: parts.event({
      data: z.strictObject({ persona: z.string(), status: z.string() }),
      caption: ({ status }, { who }) => `${who}设为${status}`,
      evolve: (s, { persona, status }) => {
        for (const c of s.clerks) if (c.persona === persona) c.status = status
      },
    }),
    accepted: parts.event({
      data: ById.extend({ clerk: z.string() }),
      caption: ({ conversation }, { who }) => `${who}接待会话 ${conversation}`,
      evolve: (s, { conversation, clerk }) => void Object.assign(step(s, conversation, 'accept') ?? {}, { clerk }),
    }),
    replied: parts.event({
      data: ById.extend({ text: z.string(), card: CardData.nullable(), verdict: Verdict }),
      caption: ({ text, card }, { who }) => `${who}${card === null ? `回复：${text}` : `发送${CARDS[card.kind] ?? ''}卡片 ${card.id}`}`,
      evolve: (s, { conversation: id, text, card, verdict }, { at, seq }) => {
        const found = talkIn(s, id)
        if (found === undefined) return
        found.msgs.push({ at, by: 'clerk', text, card, seq, verdict })
        found.firstAt ??= at
        note(found, verdict.hidden.right)
      },
    }),
    said: parts.event({
      data: ById.extend({ by: z.literal('bot'), text: z.string(), card: z.null(), verdict: Verdict }),
      caption: ({ text }) => `机器人答复：${text}`,
      evolve: (s, { conversation: id, text, verdict }, { at, seq }) => {
        const found = talkIn(s, id)
        if (found === undefined) return
        found.msgs.push({ at, by: 'bot', text, card: null, seq, verdict })
        note(found, verdict.hidden.right === true ? true : null)
      },
    }),
  },
  refusals: {
    E_BLACK: '顾客在黑名单中，会话未接入。',
    E_CLERK: '您不是客服，不能接待顾客。',
    E_NONE: '找不到“{id}”，可能已经结束。',
    E_CAP: '同时接待人数已到上限 {cap} 人，请先结束部分会话。',
    E_STATUS: '您的状态为“{status}”，请先设为在线。',
    E_NOT_MINE: '这个会话由其他客服接待，请先转接。',
    E_EMPTY: '请输入要发送的内容。',
    W_SENSITIVE: '内容含有不宜发送的“{words}”，可能违反平台规则。确认后可以继续发送。',
    E_CARD: '没有“{id}”，请重新选择要发送的卡片。',
  },
}

const CARDS: Readonly<Record<string, string>> = { product: '商品', coupon: '优惠券', order: '订单', freight: '运费' }

/** Keeps which question was answered, once. */
function note(found: Conversation, right: boolean | null): void {
  const { at, answered } = found.script.hidden
  if (right === true && !answered.includes(at)) answered.push(at)
}
