import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { moved } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { domainOf, lower, ownBox, ownDraft, ownMessage } from './lookup.ts'
import { secured } from './secure.ts'
import { ADDRESS, Attachment, type Draft, type MailPart, type MailSlice, OUTGOING, SENT, SecurityData, parts } from './slice.ts'
import { relayTimer } from './post.ts'

const Addresses = z.array(z.string().max(120)).max(50)
const Body = z.strictObject({ to: Addresses, cc: Addresses, bcc: Addresses, subject: z.string().max(200), text: z.string() })
const DraftData = Body.extend({
  id: z.string(),
  box: z.string(),
  attachments: z.array(Attachment),
  inReplyTo: z.string().nullable(),
  forwardOf: z.string().nullable(),
})
const MOST_TEXT = 20_000

function mimeOf(name: string): string {
  const known: Readonly<Record<string, string>> = {
    pdf: 'application/pdf',
    png: 'image/png',
    jpg: 'image/jpeg',
    txt: 'text/plain',
    csv: 'text/csv',
  }
  return known[lower(name.slice(name.lastIndexOf('.') + 1))] ?? 'application/octet-stream'
}

const people = (d: Pick<Draft, 'to' | 'cc' | 'bcc'> | Frozen<Draft>): string[] => [...d.to, ...d.cc, ...d.bcc]

/** What stands in the way of sending; a warning (W_) gives way when it is confirmed. */
function sendFault(draft: Frozen<Draft>, confirmed: readonly string[]): ReturnType<typeof no> | null {
  if (people(draft).length === 0) return no('E_NO_RCPT', {}, 'to')
  const wrong = people(draft).find(addr => !ADDRESS.test(addr))
  if (wrong !== undefined) return no('E_ADDR_SYNTAX', { addr: wrong }, 'to')
  if (/附件|附上|随信附/.test(ownWords(draft.text)) && draft.attachments.length === 0 && !confirmed.includes('W_NO_ATTACH'))
    return no('W_NO_ATTACH', {}, 'attachments')
  return draft.subject.trim() === '' && !confirmed.includes('W_NO_SUBJECT') ? no('W_NO_SUBJECT', {}, 'subject') : null
}

/** What somebody wrote themselves: quoted lines belong to others. */
export function ownWords(text: string): string {
  return text
    .split('\n')
    .filter(line => !line.startsWith('>'))
    .join('\n')
}

/** A reply goes where the message asks for it, which need not be where it came from. */
function begin(
  s: Frozen<MailSlice>,
  ctx: DecideContext,
  id: string,
  { all, confirmed }: { all: boolean; confirmed: readonly string[] },
): Decision {
  const box = ownBox(s, ctx.persona)
  const message = ownMessage(s, ctx, id)
  if (box === undefined || message === undefined) return no('E_NONE', { id })
  const others = all ? [...message.to, ...message.cc].filter(addr => addr !== box.addr) : []
  const to = [message.replyTo ?? message.from.addr]
  const outside = [...to, ...others].some(addr => domainOf(addr) !== s.domain)
  if (all && outside && !confirmed.includes('W_REPLYALL_EXTERNAL')) return no('W_REPLYALL_EXTERNAL', {}, 'all')
  const quoted = message.text
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')
  const draft = {
    id: ctx.nextId('D'),
    box: box.addr,
    to,
    cc: others.filter(addr => !to.includes(addr)),
    bcc: [],
    subject: /^(re|回复)[:：]/i.test(message.subject) ? message.subject : `回复：${message.subject}`,
    text: `\n\n${quoted}`,
    attachments: [],
    inReplyTo: message.messageId,
    forwardOf: null,
  }
  return happened('draftSaved', draft, { reply: draft.id })
}

/** Writing and sending. */
export const writing: MailPart = {
  commands: {
    'draft.save': parts.command({
      zh: '保存草稿',
      data: Body.extend({ id: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_NO_BOX', 'E_NONE', 'E_SIZE'],
      decide: (s, { id, ...body }, ctx) => {
        const box = ownBox(s, ctx.persona)
        if (box === undefined) return no('E_NO_BOX')
        const old = id === null ? undefined : ownDraft(s, ctx, id)
        if (id !== null && old === undefined) return no('E_NONE', { id })
        if (body.text.length > MOST_TEXT) return no('E_SIZE', { bytes: body.text.length, most: MOST_TEXT }, 'text')
        const kept = {
          attachments: (old?.attachments ?? []).map(a => ({ ...a })),
          inReplyTo: old?.inReplyTo ?? null,
          forwardOf: old?.forwardOf ?? null,
        }
        const draft = { ...body, ...kept, id: id ?? ctx.nextId('D'), box: box.addr }
        return happened('draftSaved', draft, { reply: draft.id })
      },
    }),
    'attach.add': parts.command({
      zh: '添加附件',
      data: z.strictObject({ draft: z.string(), file: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_SIZE', 'E_TYPE_BLOCKED'],
      decide: (s, { draft: id, file }, ctx) => {
        const draft = ownDraft(s, ctx, id)
        if (draft === undefined) return no('E_NONE', { id })
        const found = ctx.ask('net.file', file) as { name: string; bytes: number; digest: string } | null
        if (found === null) return no('E_NONE', { id: file })
        const ending = lower(found.name.slice(found.name.lastIndexOf('.') + 1))
        if (s.blocked.includes(ending)) return no('E_TYPE_BLOCKED', { ending }, 'file')
        const bytes = draft.attachments.reduce((sum, a) => sum + a.bytes, found.bytes)
        if (bytes > s.most) return no('E_SIZE', { bytes, most: s.most }, 'file')
        const attachment = { name: found.name, mime: mimeOf(found.name), bytes: found.bytes, digest: found.digest }
        return happened('attached', { draft: id, attachment })
      },
    }),
    'attach.remove': parts.command({
      zh: '移除附件',
      data: z.strictObject({ draft: z.string(), name: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { draft, name }, ctx) => {
        const known = ownDraft(s, ctx, draft)?.attachments.some(a => a.name === name) === true
        return known ? happened('detached', { draft, name }) : no('E_NONE', { id: name })
      },
    }),
    send: parts.command({
      zh: '发送邮件',
      data: z.strictObject({
        draft: z.string(),
        confirm: z.array(z.string()).default([]),
        sign: z.string().nullable().default(null),
        encrypt: z.boolean().default(false),
        pin: z.string().nullable().default(null),
      }),
      who: 'persona',
      refusals: [
        'E_NONE',
        'E_HIJACKED',
        'E_NO_RCPT',
        'E_ADDR_SYNTAX',
        'W_NO_ATTACH',
        'W_NO_SUBJECT',
        'E_NO_SIGN_CERT',
        'E_SIGN_FAILED',
        'E_NO_RCPT_CERT',
        'E_RCPT_CERT_EXPIRED',
        'E_RCPT_CERT_REVOKED',
      ],
      decide: (s, { draft: id, confirm, ...wish }, ctx) => {
        const draft = ownDraft(s, ctx, id)
        const box = ownBox(s, ctx.persona)
        if (draft === undefined || box === undefined) return no('E_NONE', { id })
        if (box.hijacked) return no('E_HIJACKED')
        const fault = sendFault(draft, confirm)
        if (fault !== null) return fault
        const message = ctx.nextId('M')
        const done = secured(s, ctx, draft, { ...wish, message })
        if (!done.ok) return done
        const data = { draft: id, message, auto: false, security: done.security as Json }
        return happened('sent', data, { timers: [relayTimer(message)], reply: message })
      },
    }),
    reply: parts.command({
      zh: '回复',
      data: z.strictObject({ message: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { message }, ctx) => begin(s, ctx, message, { all: false, confirmed: [] }),
    }),
    replyAll: parts.command({
      zh: '全部回复',
      data: z.strictObject({ message: z.string(), confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NONE', 'W_REPLYALL_EXTERNAL'],
      decide: (s, { message, confirm }, ctx) => begin(s, ctx, message, { all: true, confirmed: confirm }),
    }),
    forward: parts.command({
      zh: '转发',
      data: z.strictObject({ message: z.string(), to: Addresses }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { message: id, to }, ctx) => {
        const message = ownMessage(s, ctx, id)
        if (message === undefined) return no('E_NONE', { id })
        const text = `\n\n---------- 转发的邮件 ----------\n发件人：${message.from.name} <${message.from.addr}>\n主题：${message.subject}\n\n${message.text}`
        const attachments = message.attachments.map(a => ({ ...a }))
        const subject = `转发：${message.subject}`
        const draft = {
          id: ctx.nextId('D'),
          box: message.box,
          to,
          cc: [],
          bcc: [],
          subject,
          text,
          attachments,
          inReplyTo: null,
          forwardOf: id,
        }
        return happened('draftSaved', draft, { reply: draft.id })
      },
    }),
  },
  events: {
    draftSaved: parts.event({
      data: DraftData,
      caption: ({ subject }, { who }) => `${who}保存草稿“${subject === '' ? '无主题' : subject}”`,
      // what a machine wrote in somebody's name is seen when it is sent
      shown: (_d, persona, by) => by === persona,
      evolve: (s, draft) => {
        s.drafts = [...s.drafts.filter(d => d.id !== draft.id), { ...draft, state: OUTGOING.initial }]
      },
    }),
    attached: parts.event({
      data: z.strictObject({ draft: z.string(), attachment: Attachment }),
      caption: ({ attachment }, { who }) => `${who}添加附件“${attachment.name}”`,
      evolve: (s, { draft, attachment }) => {
        for (const d of s.drafts) if (d.id === draft) d.attachments = [...d.attachments.filter(a => a.name !== attachment.name), attachment]
      },
    }),
    detached: parts.event({
      data: z.strictObject({ draft: z.string(), name: z.string() }),
      caption: ({ name }, { who }) => `${who}移除附件“${name}”`,
      evolve: (s, { draft, name }) => {
        for (const d of s.drafts) if (d.id === draft) d.attachments = d.attachments.filter(a => a.name !== name)
      },
    }),
    sent: parts.event({
      data: z.strictObject({ draft: z.string(), message: z.string(), auto: z.boolean(), security: SecurityData.nullable().default(null) }),
      caption: ({ message, auto, security }, { who }) =>
        `${who}${auto ? '自动回复' : '发送邮件'} ${message}${(security?.signed ?? null) === null ? '' : '，已签名'}${(security?.sealed ?? null) === null ? '' : '，已加密'}`,
      evolve: (s, { draft: id, message, auto, security = null }, { at, seq }) => {
        const draft = s.drafts.find(d => d.id === id)
        const box = draft === undefined ? undefined : s.boxes[draft.box]
        if (draft === undefined || box === undefined) return
        const state = moved(OUTGOING, draft.state, 'send')
        s.drafts = s.drafts.filter(d => d.id !== id)
        const { box: addr, to, cc, bcc, subject, text, attachments, inReplyTo, forwardOf } = draft
        s.messages.push({
          id: message,
          box: addr,
          folder: SENT,
          state,
          to,
          cc,
          bcc,
          subject,
          text,
          at,
          attachments,
          inReplyTo,
          forwardOf,
          auto,
          seq,
          from: { name: box.name, addr },
          replyTo: null,
          messageId: `<${message}@${s.domain}>`,
          list: null,
          links: [],
          starred: false,
          recipients: [...to, ...cc, ...bcc].map(to => ({ addr: to, state })),
          nature: { hidden: { forged: false, bad: [] } },
          security,
          openable: true,
        })
        for (const m of s.messages) if (m.box === addr && m.messageId === inReplyTo && m.folder !== SENT) m.state = 'replied'
      },
    }),
  },
  refusals: {
    E_NO_BOX: '您还没有邮箱，请先开通。',
    E_NONE: '找不到 {id}，可能已被移动或删除。',
    E_NO_RCPT: '请填写收件人。',
    E_ADDR_SYNTAX: '邮件地址“{addr}”格式不正确。',
    W_NO_ATTACH: '正文提到附件，但没有添加附件。确认不需要附件后可以继续发送。',
    W_NO_SUBJECT: '邮件没有主题。确认后可以继续发送。',
    W_REPLYALL_EXTERNAL: '收件人中有公司以外的地址。确认后可以继续全部回复。',
    E_TYPE_BLOCKED: '不允许发送 .{ending} 文件。',
    E_HIJACKED: '您的邮箱因异常发信已被停用，请先修改密码。',
  },
}
