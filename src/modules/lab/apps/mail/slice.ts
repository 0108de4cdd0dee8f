import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Machine } from '../../core/app/machine.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'

/** An address as mail programs take it: a dot-atom before the sign, a host behind it (RFC 5321 §4.1.2 without quoted parts). */
export const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i
const Address = z.string().regex(ADDRESS)
export const Party = z.strictObject({ name: z.string().max(60), addr: Address })
export const Attachment = z.strictObject({ name: z.string().min(1), mime: z.string(), bytes: z.int().min(0), digest: z.string() })

export const Incoming = z.strictObject({
  to: Address,
  from: Party,
  replyTo: Address.nullable().default(null),
  subject: z.string().max(200),
  text: z.string().max(20_000),
  attachments: z.array(Attachment).default([]),
  inReplyTo: z.string().nullable().default(null),
  list: z.string().nullable().default(null),
  links: z.array(z.strictObject({ label: z.string(), url: z.string() })).default([]),
  /** Pretends to come from somebody else. */
  forged: z.boolean().default(false),
  /** Links that lead to no good. */
  bad: z.array(z.string()).default([]),
  /** Signed by a partner of the certification authority; `altered` is what the text became on the way. */
  signedBy: z.string().nullable().default(null),
  altered: z.string().max(20_000).nullable().default(null),
})
export type Incoming = z.output<typeof Incoming>

export const SecurityData = z.strictObject({
  /** Base64 of the CMS signature, the certificate it was made with, and how that stood then. */
  signed: z.string().nullable(),
  serial: z.string().nullable(),
  signStatus: z.string().nullable(),
  /** Base64 of the envelope, and the certificates of those who may open it. */
  sealed: z.string().nullable(),
  readers: z.array(z.string()),
  altered: z.strictObject({ hidden: z.boolean() }),
  /** Can every recipient open the envelope with a certificate that stands? */
  opens: z.strictObject({ hidden: z.boolean() }),
  /** Under which name its parts were bounded when it was signed. */
  about: z.string(),
})
export type Security = z.output<typeof SecurityData>

export const MailConfig = z.strictObject({
  domain: z.string(),
  mailboxes: z.array(z.strictObject({ addr: Address, persona: z.string().nullable(), name: z.string() })),
  outside: z.array(z.strictObject({ addr: Address, state: z.enum(['ok', 'full']) })).default([]),
  contacts: z
    .array(z.strictObject({ persona: z.string(), name: z.string(), addr: Address, group: z.string(), wrong: z.boolean().default(false) }))
    .default([]),
  incoming: z.array(Incoming.extend({ after: z.int().min(0) })).default([]),
  /** Letters by which rules are tried; nobody receives them. */
  probes: z.array(z.strictObject({ from: Party, subject: z.string(), text: z.string() })).default([]),
  /** Bytes all attachments of one message may have, and endings that are not let through. */
  most: z.int().default(10_000_000),
  blocked: z.array(z.string()).default(['exe', 'bat', 'scr', 'js']),
})

export type Recipient = { addr: string; state: string }
export type Message = {
  id: string
  box: string
  folder: string
  state: string
  from: { name: string; addr: string }
  replyTo: string | null
  to: string[]
  cc: string[]
  bcc: string[]
  subject: string
  text: string
  at: number
  attachments: z.output<typeof Attachment>[]
  messageId: string
  inReplyTo: string | null
  forwardOf: string | null
  list: string | null
  links: { label: string; url: string }[]
  recipients: Recipient[]
  starred: boolean
  auto: boolean
  nature: Hidden<{ forged: boolean; bad: string[] }>
  security: Security | null
  openable: boolean
  seq: number
}
export type Draft = Pick<Message, 'id' | 'box' | 'to' | 'cc' | 'bcc' | 'subject' | 'text' | 'attachments' | 'inReplyTo' | 'forwardOf'> & {
  state: string
}
export type Rule = {
  id: string
  box: string
  name: string
  order: number
  conditions: { field: string; has: string }[]
  folder: string | null
  star: boolean
  forward: string | null
  seq: number
}
export type Mailbox = {
  addr: string
  persona: string | null
  name: string
  signature: string
  folders: string[]
  away: { from: number; until: number; text: string } | null
  hijacked: boolean
  seq: number
}
export type Contact = { id: string; persona: string; name: string; addr: string; group: string; wrong: Hidden<boolean>; seq: number }

export type MailSlice = {
  domain: string
  boxes: Record<string, Mailbox>
  outside: Hidden<Record<string, 'ok' | 'full'>>
  messages: Message[]
  drafts: Draft[]
  contacts: Contact[]
  rules: Rule[]
  incoming: Hidden<(Incoming & { after: number })[]>
  probes: Hidden<{ from: { name: string; addr: string }; subject: string; text: string }[]>
  reports: { message: string; reasons: string[]; forged: Hidden<boolean>; seq: number }[]
  clicks: { message: string; url: string; bad: Hidden<boolean>; seq: number }[]
  left: { list: string; box: string; seq: number }[]
  opened: { message: string; seq: number }[]
  bound: { contact: string; serial: string; seq: number }[]
  checks: {
    message: string
    digest: boolean
    signature: boolean
    chain: boolean
    revoked: boolean
    signer: string
    email: string
    serial: string
    seq: number
  }[]
  verdicts: { message: string; verdict: string; rightCall: Hidden<boolean>; seq: number }[]
  most: number
  blocked: string[]
}

export const parts = partsFor<MailSlice>()
export type MailPart = Pick<AppSpec<MailSlice>, 'commands' | 'events' | 'refusals'>

export const INBOX = '收件箱'
export const SENT = '已发送'
export const BIN = '已删除'
export const SPAM = '垃圾邮件'

/** A message on its way out, for each of its recipients. */
export const OUTGOING: Machine = {
  initial: 'draft',
  states: {
    draft: { zh: '草稿', on: { send: 'queued' } },
    queued: { zh: '待发送', on: { relay: 'sent' } },
    sent: { zh: '已发出', on: { deliver: 'delivered', bounce: 'bounced' } },
    delivered: { zh: '已送达', on: {} },
    bounced: { zh: '被退回', on: {} },
  },
  triggers: { send: '发送', relay: '转发出站', deliver: '送达', bounce: '退回' },
}

/** A message that came in. */
export const INBOUND: Machine = {
  initial: 'unread',
  states: {
    unread: { zh: '未读', on: { open: 'read', reply: 'replied', archive: 'archived' } },
    read: { zh: '已读', on: { open: 'read', reply: 'replied', archive: 'archived' } },
    replied: { zh: '已回复', on: { open: 'replied', reply: 'replied', archive: 'archived' } },
    archived: { zh: '已归档', on: { open: 'archived', reply: 'replied', archive: 'archived' } },
  },
  triggers: { open: '打开', reply: '回复', archive: '归档' },
}

export function seedMail(config: z.output<typeof MailConfig>): MailSlice {
  const boxes = config.mailboxes.map(({ addr, persona, name }) => [addr, emptyBox(addr, persona, name)] as const)
  return {
    domain: config.domain,
    boxes: Object.fromEntries(boxes),
    outside: hide(Object.fromEntries(config.outside.map(o => [o.addr, o.state]))),
    messages: [],
    drafts: [],
    contacts: config.contacts.map(({ wrong, ...contact }, i) => ({ ...contact, id: `K${i + 1}`, wrong: hide(wrong), seq: 0 })),
    rules: [],
    incoming: hide(config.incoming),
    probes: hide(config.probes),
    reports: [],
    clicks: [],
    left: [],
    opened: [],
    bound: [],
    checks: [],
    verdicts: [],
    most: config.most,
    blocked: config.blocked,
  }
}

export function emptyBox(addr: string, persona: string | null, name: string): Mailbox {
  return { addr, persona, name, signature: '', folders: [INBOX, SENT, BIN, SPAM], away: null, hijacked: false, seq: 0 }
}
