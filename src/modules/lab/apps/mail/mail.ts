import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec, Reaction } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { appId } from '../../core/world/ids.ts'
import { emlOf } from './eml.ts'
import { mailFacts } from './facts.ts'
import { domainOf, ownBox } from './lookup.ts'
import { incomingTimers, post } from './post.ts'
import { secure } from './secure.ts'
import { reading } from './reading.ts'
import { settings } from './settings.ts'
import { INBOUND, MailConfig, type MailSlice, OUTGOING, Party, SENT, parts, seedMail } from './slice.ts'
import { ownWords, writing } from './writing.ts'

const Turn = z.strictObject({
  /** Any of these words makes it fit; none given fits everything. */
  when: z.array(z.string()),
  after: z.int().min(0),
  subject: z.string(),
  text: z.string(),
  /** Signed by a partner, and what the text becomes on the way. */
  signedBy: z.string().nullable().optional(),
  altered: z.string().nullable().optional(),
})
const Correspondent = z.strictObject({ who: Party, turns: z.array(Turn).min(1) })
type Delivered = { to: string; from: string; subject: string; text: string }

/** Answers what reaches its address by the first turn that fits; what was only quoted does not count. */
function answer(params: z.output<typeof Correspondent>, mail: Delivered): Reaction[] {
  const said = `${mail.subject}\n${ownWords(mail.text)}`
  const turn = params.turns.find(t => t.when.length === 0 || t.when.some(word => said.includes(word)))
  if (mail.to !== params.who.addr || turn === undefined) return []
  const { subject, text, signedBy = null, altered = null } = turn
  const data = { to: mail.from, from: params.who, subject, text, signedBy, altered }
  return [{ after: turn.after, type: 'mail.receive', data }]
}

/** 电子邮件: writing, reading, rules, contacts, a server that delivers and sends back. */
export const mailSpec: AppSpec<MailSlice> = {
  id: appId('mail'),
  version: '1.1.0',
  zh: '电子邮件',
  host: 'mail.lab.test',
  requires: ['net'],
  config: MailConfig,
  seed: (config: z.output<typeof MailConfig>) => seedMail(config),
  opening: s => incomingTimers(s),
  commands: { ...settings.commands, ...writing.commands, ...post.commands, ...reading.commands, ...secure.commands },
  events: { ...settings.events, ...writing.events, ...post.events, ...reading.events, ...secure.events },
  ports: { receive: 'receive' },
  asks: {
    /** The message as RFC 5322 text. */
    raw: parts.asked(z.string(), (s, id) => {
      const message = s.messages.find(m => m.id === id)
      return message === undefined ? null : emlOf(message, () => null)
    }),
  },
  agents: { 'mail.postman': '邮件系统' },
  policies: {
    correspondent: parts.policy({
      zh: '通信对方',
      on: ['mail.delivered'],
      params: Correspondent,
      secret: z.record(z.string(), z.json()),
      react: ({ event, me }) => answer(me.params as unknown as z.output<typeof Correspondent>, event.data as unknown as Delivered),
    }),
    phisher: parts.policy({
      zh: '钓鱼者',
      on: ['mail.linkClicked'],
      params: z.strictObject({}),
      secret: z.strictObject({ wait: z.int().min(1) }),
      react: ({ slice, event, me }) => {
        const click = slice.clicks.find(c => c.seq === event.seq)
        const box = slice.messages.find(m => m.id === click?.message)?.box
        if (click?.bad.hidden !== true || box === undefined) return []
        return [{ after: Number(me.secret['wait']), type: 'mail.hijack', data: { box } }]
      },
    }),
  },
  machines: { outgoing: OUTGOING, inbound: INBOUND },
  view: (s, { persona }) => viewOf(s as MailSlice, persona),
  artefact: (s, id, { persona }) => {
    const box = ownBox(s as MailSlice, persona)
    const message = s.messages.find(m => m.id === id && m.box === box?.addr)
    if (message === undefined) return null
    return { id, name: `${id}.eml`, mediaType: 'message/rfc822', encoding: 'text', body: emlOf(message, () => null) }
  },
  facts: mailFacts,
  traps: {
    twin: parts.trap({
      zh: '发给了同名的另一个人',
      sprung: s => sentTo(s, addr => s.contacts.some(c => c.addr === addr && c.wrong.hidden)),
    }),
    forged: parts.trap({
      zh: '回复了伪造的邮件',
      sprung: s => {
        const forged = new Set(s.messages.filter(m => m.nature.hidden.forged).map(m => m.messageId))
        return s.messages.flatMap(m => (m.folder === SENT && m.inReplyTo !== null && forged.has(m.inReplyTo) ? [m.seq] : []))
      },
    }),
    link: parts.trap({ zh: '点击了钓鱼链接', sprung: s => s.clicks.flatMap(c => (c.bad.hidden ? [c.seq] : [])) }),
    unopened: parts.trap({
      zh: '用对方打不开的旧证书加密',
      sprung: s => s.messages.flatMap(m => (m.openable ? [] : [m.seq])),
    }),
    fooled: parts.trap({
      zh: '把有问题的签名邮件当成完整有效',
      sprung: s => s.verdicts.flatMap(v => (v.verdict === 'intact' && !v.rightCall.hidden ? [v.seq] : [])),
    }),
    innocent: parts.trap({ zh: '把正常邮件当成可疑邮件举报', sprung: s => s.reports.flatMap(r => (r.forged.hidden ? [] : [r.seq])) }),
  },
  consequences: {
    bounced: { zh: '地址写错或对方邮箱已满，邮件被退回', cause: 'mail.sent', effect: 'mail.bounced' },
    answered: { zh: '对方收到来信后回信', cause: 'mail.sent', effect: 'mail.received' },
    hijacked: { zh: '点击钓鱼链接后邮箱被盗用', cause: 'mail.linkClicked', effect: 'mail.hijacked' },
  },
  invariants: [
    parts.invariant({
      id: 'boxes',
      broken: s => {
        const lost = s.messages.find(m => s.boxes[m.box] === undefined)
        return lost === undefined ? null : `message ${lost.id} is in no mailbox`
      },
    }),
    parts.invariant({
      id: 'ids',
      broken: s => (new Set(s.messages.map(m => m.id)).size < s.messages.length ? 'two messages of one id' : null),
    }),
  ],
  refusals: { ...settings.refusals, ...writing.refusals, ...post.refusals, ...reading.refusals, ...secure.refusals },
}

function sentTo(s: Frozen<MailSlice>, wrong: (addr: string) => boolean): number[] {
  return s.messages.flatMap(m => (m.folder === SENT && !m.auto && [...m.to, ...m.cc, ...m.bcc].some(wrong) ? [m.seq] : []))
}

/** A persona's own box, drafts, rules and contacts; everything of others, and the nature of a message, stays inside. */
function viewOf(s: MailSlice, persona: string): Json {
  const box = ownBox(s, persona)
  const contacts = s.contacts
    .filter(c => c.persona === persona)
    .map(({ id, name, addr, group }) => {
      return { id, name, addr, group, certificate: s.bound.find(b => b.contact === id)?.serial ?? null }
    })
  if (box === undefined) return { box: null, contacts, domain: s.domain }
  const { addr, name, signature, folders, away, hijacked } = box
  return {
    domain: s.domain,
    box: { addr, name, signature, folders: [...folders], away: away === null ? null : { ...away }, hijacked },
    messages: s.messages
      .filter(m => m.box === addr)
      .map(({ nature: _nature, seq: _seq, openable: _openable, security, ...m }) => ({
        ...m,
        sender: domainOf(m.from.addr),
        security: securityView(security),
      })) as unknown as Json,
    drafts: s.drafts.filter(d => d.box === addr) as unknown as Json,
    rules: s.rules.filter(r => r.box === addr).map(({ seq: _seq, ...r }) => r) as unknown as Json,
    contacts,
    checks: s.checks.filter(c => s.messages.some(m => m.id === c.message && m.box === addr)).map(({ seq: _seq, ...c }) => c),
    conclusions: s.verdicts.map(({ message, verdict }) => ({ message, verdict })),
  }
}

/** Whether a letter is signed and by which certificate, whether it is sealed and for whom; whether it was changed must be found out. */
function securityView(security: MailSlice['messages'][number]['security']): Json {
  if (security === null) return null
  return { signed: security.signed !== null, serial: security.serial, sealed: security.sealed !== null, readers: [...security.readers] }
}

export const mail: LabApp = defineApp(mailSpec)
