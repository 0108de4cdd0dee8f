import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { moved } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { ruleFor } from './lookup.ts'
import { arriving, readBy } from './secure.ts'
import {
  INBOUND,
  INBOX,
  Incoming,
  type MailPart,
  type MailSlice,
  type Message,
  OUTGOING,
  type Security,
  SecurityData,
  parts,
} from './slice.ts'

/** The mail server takes a message off the outbox after a few seconds. */
export function relayTimer(message: string): TimerWish {
  return { after: 5, by: 'mail.postman', type: 'mail.relay', data: { message } }
}

/** Mail that was on its way when the world began. */
export function incomingTimers(s: Frozen<MailSlice>): readonly TimerWish[] {
  return s.incoming.hidden.map(({ after, ...mail }) => ({ after, by: 'mail.postman', type: 'mail.receive', data: mail as unknown as Json }))
}

const Received = Incoming.omit({ forged: true, bad: true, signedBy: true, altered: true }).extend({
  security: SecurityData.nullable(),
  id: z.string(),
  messageId: z.string(),
  folder: z.string(),
  star: z.boolean(),
  persona: z.string().nullable(),
  cc: z.array(z.string()),
  nature: z.strictObject({ hidden: z.strictObject({ forged: z.boolean(), bad: z.array(z.string()) }) }),
})

type Origin = {
  readonly messageId: string | null
  readonly cc: readonly string[]
  readonly auto: boolean
  readonly security?: Security | null
}

/** A message arrives in a box: the first rule that fits decides where it goes, and who is away answers by machine. */
function receive(s: Frozen<MailSlice>, mail: Incoming, ctx: DecideContext, of: Origin): Extract<Decision, { ok: true }> {
  const box = s.boxes[mail.to]
  const rule = ruleFor(s.rules, mail.to, mail)
  const id = ctx.nextId('M')
  const { forged, bad, signedBy: _signedBy, altered, ...open } = mail
  const security = of.security ?? arriving(ctx, mail)
  const received = {
    ...open,
    text: security === null ? open.text : (altered ?? open.text),
    security,
    id,
    messageId: of.messageId ?? `<${id}@${mail.from.addr.slice(mail.from.addr.indexOf('@') + 1)}>`,
    folder: rule?.folder ?? INBOX,
    star: rule?.star ?? false,
    persona: box?.persona ?? null,
    cc: [...of.cc],
    nature: { hidden: { forged, bad } },
  }
  const forward = rule?.forward ?? null
  // what a machine sent is never sent on or answered by a machine, or two boxes would write to each other for ever
  const copies = forward === null || of.auto ? [] : onward(ctx, mail, forward)
  const away = box?.away ?? null
  const isAway = away !== null && away.from <= ctx.now && ctx.now < away.until && mail.list === null && !of.auto
  const notice = isAway
    ? onward(ctx, { ...mail, subject: `自动回复：${mail.subject}`, text: away?.text ?? '' }, mail.replyTo ?? mail.from.addr)
    : []
  const own = [...copies, ...notice]
  const messages = own.flatMap(event => (event.type === 'sent' ? [(event.data as { message: string }).message] : []))
  return { ok: true, events: [{ type: 'received', data: received as unknown as Json }, ...own], timers: messages.map(relayTimer) }
}

function onward(ctx: DecideContext, mail: Incoming, to: string): { type: string; data: Json }[] {
  const draft = ctx.nextId('D')
  const message = ctx.nextId('M')
  const body = { id: draft, box: mail.to, to: [to], cc: [], bcc: [], subject: mail.subject, text: mail.text }
  return [
    { type: 'draftSaved', data: { ...body, attachments: [], inReplyTo: null, forwardOf: null } },
    { type: 'sent', data: { draft, message, auto: true } },
  ]
}

const Leg = z.strictObject({ message: z.string(), to: z.string() })

/** Where a recipient stands: in this world, outside and well, outside and full, or nowhere. */
function placeOf(s: Frozen<MailSlice>, addr: string): 'here' | 'ok' | 'full' | 'unknown' {
  return s.boxes[addr] !== undefined ? 'here' : (s.outside.hidden[addr] ?? 'unknown')
}

function bounceText(code: number, addr: string): string {
  return code === 550
    ? `您发给 ${addr} 的邮件未能送达：对方服务器上没有这个邮箱（550）。`
    : `您发给 ${addr} 的邮件未能送达：对方邮箱已满（552）。`
}

function deliver(s: Frozen<MailSlice>, message: Frozen<Message>, to: string, ctx: DecideContext): Decision {
  const place = placeOf(s, to)
  if (place === 'ok')
    return happened('delivered', {
      message: message.id,
      to,
      from: message.from.addr,
      subject: message.subject,
      ...readBy(ctx, message, to),
    })
  if (place === 'here') {
    const mail = Incoming.parse({
      to,
      from: message.from,
      subject: message.subject,
      text: message.text,
      attachments: message.attachments,
      inReplyTo: message.inReplyTo,
    })
    const arrived = receive(s, mail, ctx, {
      messageId: message.messageId,
      cc: message.cc,
      auto: message.auto,
      security: message.security as Security | null,
    })
    const delivered = { message: message.id, to, from: message.from.addr, subject: message.subject, ...readBy(ctx, message, to) }
    return { ...arrived, events: [{ type: 'delivered', data: delivered }, ...arrived.events] }
  }
  const code = place === 'full' ? 552 : 550
  const notice = Incoming.parse({
    to: message.from.addr,
    from: { name: '邮件系统', addr: `postmaster@${s.domain}` },
    subject: `退信：${message.subject}`,
    text: bounceText(code, to),
    inReplyTo: message.messageId,
  })
  const back = receive(s, notice, ctx, { messageId: null, cc: [], auto: true })
  return { ...back, events: [{ type: 'bounced', data: { message: message.id, to, code } }, ...(message.auto ? [] : back.events)] }
}

function setRecipient(s: MailSlice, id: string, to: string, trigger: string): void {
  const message = s.messages.find(m => m.id === id)
  if (message === undefined) return
  for (const r of message.recipients) if (r.addr === to) r.state = moved(OUTGOING, r.state, trigger)
  const states = new Set(message.recipients.map(r => r.state))
  message.state = states.has('bounced') ? 'bounced' : states.has('sent') ? 'sent' : 'delivered'
}

/** The mail server: relays, delivers, sends back. */
export const post: MailPart = {
  commands: {
    receive: parts.command({
      zh: '收到邮件',
      data: Incoming,
      who: 'agent',
      refusals: ['E_NO_SUCH_BOX', 'E_LEFT'],
      decide: (s, mail, ctx) => {
        if (s.boxes[mail.to] === undefined) return no('E_NO_SUCH_BOX', { addr: mail.to })
        if (mail.list !== null && s.left.some(l => l.list === mail.list && l.box === mail.to)) return no('E_LEFT')
        return receive(s, mail, ctx, { messageId: null, cc: [], auto: false })
      },
    }),
    relay: parts.command({
      zh: '邮件出站',
      data: z.strictObject({ message: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { message: id }, ctx) => {
        const message = s.messages.find(m => m.id === id)
        const wait = (to: string): number => 10 + ctx.draws.number({ agent: 'mail.postman', purpose: 'road', about: `${id}/${to}` }, 0, 50)
        const timers = (message?.recipients ?? []).map(({ addr: to }) => ({
          after: wait(to),
          by: 'mail.postman',
          type: 'mail.deliver',
          data: { message: id, to },
        }))
        return happened('relayed', { message: id }, { timers })
      },
    }),
    deliver: parts.command({
      zh: '邮件送达',
      data: Leg,
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, { message: id, to }, ctx) => {
        const message = s.messages.find(m => m.id === id)
        return message === undefined ? no('E_NONE', { id }) : deliver(s, message, to, ctx)
      },
    }),
    hijack: parts.command({
      zh: '盗用邮箱',
      data: z.strictObject({ box: z.string() }),
      who: 'agent',
      refusals: ['E_NO_SUCH_BOX'],
      decide: (s, { box }) => (s.boxes[box] === undefined ? no('E_NO_SUCH_BOX', { addr: box }) : happened('hijacked', { box })),
    }),
  },
  events: {
    received: parts.event({
      data: Received,
      caption: ({ from, subject }) => `收到${from.name === '' ? from.addr : from.name}的邮件“${subject}”`,
      shown: ({ persona: whose }, persona) => whose === persona,
      evolve: (s, { id, to, folder, star, nature, persona: _whose, ...mail }, { at, seq }) => {
        const known = s.boxes[to]?.folders.includes(folder) === true
        s.messages.push({
          ...mail,
          id,
          box: to,
          folder: known ? folder : INBOX,
          state: INBOUND.initial,
          to: [to],
          bcc: [],
          at,
          seq,
          nature,
          openable: true,
          starred: star,
          forwardOf: null,
          recipients: [],
          auto: false,
        })
      },
    }),
    relayed: parts.event({
      data: z.strictObject({ message: z.string() }),
      caption: ({ message }) => `邮件 ${message} 已发出`,
      evolve: (s, { message: id }) => {
        const message = s.messages.find(m => m.id === id)
        if (message === undefined) return
        for (const r of message.recipients) r.state = moved(OUTGOING, r.state, 'relay')
        message.state = 'sent'
      },
    }),
    delivered: parts.event({
      data: Leg.extend({ from: z.string(), subject: z.string(), text: z.string(), openable: z.boolean().default(true) }),
      caption: ({ message, to }) => `邮件 ${message} 送达 ${to}`,
      evolve: (s, { message: id, to, openable = true }) => {
        setRecipient(s, id, to, 'deliver')
        for (const m of s.messages) if (m.id === id && !openable) m.openable = false
      },
    }),
    bounced: parts.event({
      data: Leg.extend({ code: z.int() }),
      caption: ({ message, to, code }) => `邮件 ${message} 被 ${to} 退回（${code}）`,
      evolve: (s, { message, to }) => setRecipient(s, message, to, 'bounce'),
    }),
    hijacked: parts.event({
      data: z.strictObject({ box: z.string() }),
      caption: ({ box }) => `${box} 被盗用群发垃圾邮件，已被系统停用`,
      evolve: (s, { box: addr }) => {
        const box = s.boxes[addr]
        if (box !== undefined) box.hijacked = true
      },
    }),
  },
  refusals: { E_NO_SUCH_BOX: '没有邮箱 {addr}。', E_LEFT: '已退订。' },
}
