import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { Decision } from '../../core/app/lab-app.ts'
import { after } from '../../core/app/machine.ts'
import { hide } from '../../core/world/canonical.ts'
import { type Conversation, type CsPart, TALK, parts } from './slice.ts'
import { ById, SILENT, patience, step, talkOf } from './talk.ts'
import { starsOf } from './truth.ts'

function goOn(talk: Frozen<Conversation>, store: string): Decision {
  const { questions, at, buys } = talk.script.hidden
  const next = questions[at + 1]
  if (next !== undefined)
    return happened('asked', { conversation: talk.id, text: next.say }, { timers: [patience(talk)], cancel: [`${talk.id}:patience`] })
  const order =
    buys === null
      ? []
      : [
          {
            after: 600,
            by: talk.customer,
            type: 'shop.placeOrder',
            data: {
              store,
              buyer: talk.customer,
              buyerName: talk.name,
              lines: [{ sku: buys.sku, quantity: buys.quantity }],
              address: { ...buys.address },
            },
          },
        ]
  return happened('contented', { conversation: talk.id, text: '好的，明白了，谢谢！' }, { timers: order, cancel: [`${talk.id}:patience`] })
}

const DOUBTS = ['可是我看到的好像不是这样，您再确认一下？', '和页面上写的不一样啊，到底哪个对？']

/** What customers and the platform do about a conversation. */
export const customers: CsPart = {
  commands: {
    goOn: parts.command({
      zh: '顾客继续',
      data: ById,
      who: 'agent',
      refusals: [],
      decide: (s, { conversation: id }) => {
        const found = talkOf(s, id)
        const alive = found !== undefined && (found.state === 'asking' || found.state === 'doubting')
        return alive ? goOn(found, s.store) : { ok: true, events: [] }
      },
    }),
    doubt: parts.command({
      zh: '顾客质疑',
      data: ById,
      who: 'agent',
      refusals: [],
      decide: (s, { conversation: id }) => {
        const found = talkOf(s, id)
        if (found === undefined || (found.state !== 'asking' && found.state !== 'doubting')) return { ok: true, events: [] }
        const second = found.script.hidden.wrong > 0
        const complain = { after: 1800, by: 'cs.customer', type: 'cs.complain', data: { conversation: id } }
        return happened('doubted', { conversation: id, text: DOUBTS[second ? 1 : 0] ?? '', second }, { timers: second ? [complain] : [] })
      },
    }),
    leave: parts.command({
      zh: '顾客离开',
      data: ById,
      who: 'agent',
      refusals: [],
      decide: (s, { conversation: id }) => {
        const found = talkOf(s, id)
        return found === undefined || after(TALK, found.state, 'leave') === undefined
          ? { ok: true, events: [] }
          : happened('left', { conversation: id })
      },
    }),
    complain: parts.command({
      zh: '顾客投诉',
      data: ById,
      who: 'agent',
      refusals: [],
      decide: (s, { conversation: id }, ctx) => {
        const found = talkOf(s, id)
        if (found === undefined || found.state === 'satisfied' || found.state === 'solved') return { ok: true, events: [] }
        const ticket = {
          id: ctx.nextId('TK'),
          conversation: id,
          type: '平台投诉',
          priority: '高',
          text: `顾客${found.name}投诉客服答复前后不一`,
          due: ctx.now + 86_400,
        }
        return happened('complained', ticket)
      },
    }),
    fine: parts.command({
      zh: '平台处罚',
      data: ById.extend({ reason: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, data) => happened('fined', data),
    }),
  },
  events: {
    asked: parts.event({
      data: ById.extend({ text: z.string() }),
      caption: ({ conversation, text }) => `会话 ${conversation} 的顾客问：${text}`,
      evolve: (s, { conversation, text }, { at, seq }) => {
        const found = step(s, conversation, 'go')
        if (found === undefined) return
        found.script.hidden.at += 1
        found.msgs.push({ at, by: 'customer', text, card: null, seq, verdict: hide({ ...SILENT, forbidden: [] }) })
      },
    }),
    contented: parts.event({
      data: ById.extend({ text: z.string() }),
      caption: ({ conversation }) => `会话 ${conversation} 的顾客表示满意`,
      evolve: (s, { conversation, text }, { at, seq }) => {
        const found = step(s, conversation, 'content')
        if (found === undefined) return
        found.script.hidden.at = found.script.hidden.questions.length
        found.stars = starsOf(found as Frozen<Conversation>, false)
        found.msgs.push({ at, by: 'customer', text, card: null, seq, verdict: hide({ ...SILENT, forbidden: [] }) })
      },
    }),
    doubted: parts.event({
      data: ById.extend({ text: z.string(), second: z.boolean() }),
      caption: ({ conversation, text }) => `会话 ${conversation} 的顾客质疑：${text}`,
      evolve: (s, { conversation, text, second }, { at, seq }) => {
        const found = step(s, conversation, second ? 'anger' : 'doubt')
        if (found === undefined) return
        found.script.hidden.wrong += 1
        found.msgs.push({ at, by: 'customer', text, card: null, seq, verdict: hide({ ...SILENT, forbidden: [] }) })
      },
    }),
    left: parts.event({
      data: ById,
      caption: ({ conversation }) => `会话 ${conversation} 的顾客久等不到答复，离开`,
      evolve: (s, { conversation }) => {
        const found = step(s, conversation, 'leave')
        if (found !== undefined) found.stars ??= starsOf(found as Frozen<Conversation>, found.state === 'lost')
      },
    }),
    complained: parts.event({
      data: z.strictObject({
        id: z.string(),
        conversation: z.string(),
        type: z.string(),
        priority: z.string(),
        text: z.string(),
        due: z.int(),
      }),
      caption: ({ text }) => `平台转来投诉：${text}`,
      evolve: (s, ticket, { seq }) => void s.tickets.push({ ...ticket, owner: null, state: 'open', late: false, result: '', seq }),
    }),
    fined: parts.event({
      data: ById.extend({ reason: z.string() }),
      caption: ({ conversation, reason }) => `平台因会话 ${conversation} ${reason}处罚店铺`,
      evolve: (s, fine, { seq }) => void s.fines.push({ ...fine, seq }),
    }),
  },
  refusals: {},
}
