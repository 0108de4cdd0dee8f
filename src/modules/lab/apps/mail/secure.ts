import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { entityOf, signedEntity } from './eml.ts'
import { ownMessage } from './lookup.ts'
import { type Draft, type MailPart, type MailSlice, type Message, type Security, parts } from './slice.ts'

/** What the certification authority tells of a certificate. */
type Known = {
  readonly serial: string
  readonly email: string
  readonly status: string
  readonly holder: string | null
  readonly pem: string
  readonly until: number
}
type Checked = {
  readonly digest: boolean
  readonly signature: boolean
  readonly chain: boolean
  readonly serial: string
  readonly name: string
  readonly email: string
} | null
export const Verdict = z.enum(['intact', 'altered', 'revoked', 'untrusted'])
const VERDICTS: Readonly<Record<z.output<typeof Verdict>, string>> = {
  intact: '完整有效',
  altered: '内容被改动',
  revoked: '签名证书已吊销',
  untrusted: '签名者不受信任',
}

export function certificate(ctx: Pick<DecideContext, 'ask' | 'has'>, serial: string): Known | null {
  return ctx.has('pki') ? (ctx.ask('pki.certificate', { serial }) as Known | null) : null
}

export type Wish = { readonly sign: string | null; readonly encrypt: boolean; readonly pin: string | null }

/** The certificate that is bound to the contact with this address. */
function boundTo(s: Frozen<MailSlice>, persona: string, addr: string): string | undefined {
  const ids = s.contacts.filter(c => c.addr === addr && c.persona === persona).map(c => c.id)
  return s.bound.findLast(b => ids.includes(b.contact))?.serial
}

/** A certificate for a recipient, or why there is none: the program knows of a withdrawal only from the last list that was fetched. */
function readerOf(s: Frozen<MailSlice>, ctx: DecideContext, addr: string): Refuse | { readonly ok: true; readonly known: Known } {
  const serial = boundTo(s, ctx.persona, addr)
  const known = serial === undefined ? null : certificate(ctx, serial)
  if (known === null) return no('E_NO_RCPT_CERT', { addr }, 'encrypt')
  if (known.until < ctx.now) return no('E_RCPT_CERT_EXPIRED', { addr }, 'encrypt')
  const listed = ctx.ask('pki.listed', { persona: ctx.persona, serial: known.serial })
  return listed === 'revoked' ? no('E_RCPT_CERT_REVOKED', { addr }, 'encrypt') : { ok: true, known }
}

function luckOf(ctx: DecideContext, message: string): string {
  const luck = { agent: 'mail.postman', purpose: 'envelope', about: message }
  return Array.from({ length: 8 }, (_unused, i) => ctx.draws.number(luck, i, 0x1_0000_0000).toString(16).padStart(8, '0')).join('')
}

/** Signs and seals a letter as S/MIME does (RFC 8551): first the signature, then the envelope around both. */
export function secured(
  s: Frozen<MailSlice>,
  ctx: DecideContext,
  draft: Frozen<Draft>,
  given: Wish & { readonly message: string },
): Refuse | { readonly ok: true; readonly security: Security | null } {
  const { sign, encrypt, pin, message } = given
  if (sign === null && !encrypt) return { ok: true, security: null }
  const about = message
  const entity = entityOf(draft, about, () => null)
  const empty: Security = {
    signed: null,
    serial: null,
    signStatus: null,
    sealed: null,
    readers: [],
    altered: { hidden: false },
    opens: { hidden: true },
    about,
  }
  let security: Security = empty
  if (sign !== null) {
    if (certificate(ctx, sign)?.holder !== ctx.persona) return no('E_NO_SIGN_CERT', {}, 'sign')
    const signed = ctx.call('pki.signMail', { serial: sign, content: entity, pin })
    if (!signed.ok) return no('E_SIGN_FAILED', { why: String(signed.facts['zh'] ?? signed.code) }, 'sign')
    const { p7s, status } = signed.value as { p7s: string; status: string }
    security = { ...security, signed: p7s, serial: sign, signStatus: status }
  }
  if (!encrypt) return { ok: true, security }
  const pems: Known[] = []
  for (const addr of [...draft.to, ...draft.cc, ...draft.bcc]) {
    const reader = readerOf(s, ctx, addr)
    if (!reader.ok) return reader
    pems.push(reader.known)
  }
  const content = security.signed === null ? entity : signedEntity(entity, security.signed, message)
  const sealed = ctx.effect('cms.seal', { content, certificates: pems.map(k => k.pem), entropy: luckOf(ctx, message) }) as string
  const opens = pems.every(k => k.status === 'valid')
  return { ok: true, security: { ...security, sealed, readers: pems.map(k => k.serial), opens: { hidden: opens } } }
}

/** What a recipient makes of a letter: the text, or that the envelope does not open, or that the signature does not stand. */
export function readBy(ctx: DecideContext, message: Frozen<Message>, to: string): { readonly text: string; readonly openable: boolean } {
  const { security } = message
  if (security === null) return { text: message.text, openable: true }
  const opens = security.readers.some(serial => {
    const known = certificate(ctx, serial)
    return known?.email === to && known.status === 'valid' && known.until >= ctx.now
  })
  if (security.sealed !== null && !opens) return { text: '【无法解密】', openable: false }
  const stale = security.signed !== null && security.signStatus !== 'valid'
  return { text: stale ? `【签名无效】\n${message.text}` : message.text, openable: true }
}

/** A partner's letter comes with its own real signature; a scenario may have it changed on the way. */
export function arriving(
  ctx: DecideContext,
  mail: {
    readonly text: string
    readonly attachments: Frozen<Message>['attachments']
    readonly signedBy: string | null
    readonly altered: string | null
  },
): Security | null {
  if (mail.signedBy === null || !ctx.has('pki')) return null
  const about = 'in'
  const entity = entityOf(mail, about, () => null)
  const signed = ctx.call('pki.signFor', { partner: mail.signedBy, content: entity })
  if (!signed.ok) return null
  const { p7s, serial } = signed.value as { p7s: string; serial: string }
  const isAltered = mail.altered !== null && mail.altered !== mail.text
  return {
    signed: p7s,
    serial,
    signStatus: null,
    sealed: null,
    readers: [],
    altered: { hidden: isAltered },
    opens: { hidden: true },
    about,
  }
}

function verify(s: Frozen<MailSlice>, id: string, ctx: DecideContext): Decision {
  const message = ownMessage(s, ctx, id)
  if (message === undefined) return no('E_NONE', { id })
  const p7s = message.security?.signed ?? null
  if (p7s === null) return no('E_NOT_SIGNED')
  const serial = message.security?.serial ?? ''
  const listed = ctx.ask('pki.listed', { persona: ctx.persona, serial })
  if (listed === 'none' || listed === 'old') return no('E_CRL_OLD')
  const roots = ctx.ask('pki.roots', { persona: ctx.persona })
  const content = entityOf(message, message.security?.about ?? 'in', () => null)
  const checked = ctx.effect('cms.check', { content, p7s, roots }) as Checked
  const seen = {
    message: id,
    digest: checked?.digest === true,
    signature: checked?.signature === true,
    chain: checked?.chain === true,
    revoked: listed === 'revoked',
    signer: checked?.name ?? '',
    email: checked?.email ?? '',
    serial,
  }
  return happened('verified', seen, { reply: seen as Json })
}

function truthOf(ctx: DecideContext, message: Frozen<Message>): z.output<typeof Verdict> {
  if (message.security?.altered.hidden === true) return 'altered'
  return certificate(ctx, message.security?.serial ?? '')?.status === 'revoked' ? 'revoked' : 'intact'
}

const Seen = z.strictObject({
  message: z.string(),
  digest: z.boolean(),
  signature: z.boolean(),
  chain: z.boolean(),
  revoked: z.boolean(),
  signer: z.string(),
  email: z.string(),
  serial: z.string(),
})

/** Certificates of contacts, and what a signature on a letter is worth. */
export const secure: MailPart = {
  commands: {
    'contact.certificate': parts.command({
      zh: '绑定联系人证书',
      data: z.strictObject({ contact: z.string(), serial: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NO_CERT', 'E_CERT_MAIL_MISMATCH'],
      decide: (s, { contact: id, serial }, ctx) => {
        const contact = s.contacts.find(c => c.id === id && c.persona === ctx.persona)
        if (contact === undefined) return no('E_NONE', { id }, 'contact')
        const known = certificate(ctx, serial)
        if (known === null) return no('E_NO_CERT', { serial }, 'serial')
        return known.email === contact.addr
          ? happened('certificateBound', { contact: id, serial: known.serial })
          : no('E_CERT_MAIL_MISMATCH', { email: known.email, addr: contact.addr }, 'serial')
      },
    }),
    verify: parts.command({
      zh: '验证邮件签名',
      data: z.strictObject({ message: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_SIGNED', 'E_CRL_OLD'],
      decide: (s, { message }, ctx) => verify(s, message, ctx),
    }),
    conclude: parts.command({
      zh: '填写签名验证结论',
      data: z.strictObject({ message: z.string(), verdict: Verdict }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_CHECKED'],
      decide: (s, { message: id, verdict }, ctx) => {
        const message = ownMessage(s, ctx, id)
        if (message === undefined) return no('E_NONE', { id })
        if (!s.checks.some(c => c.message === id)) return no('E_NOT_CHECKED')
        return happened('concluded', { message: id, verdict, rightCall: { hidden: truthOf(ctx, message) === verdict } })
      },
    }),
  },
  events: {
    certificateBound: parts.event({
      data: z.strictObject({ contact: z.string(), serial: z.string() }),
      caption: ({ contact }, { who }) => `${who}为联系人 ${contact} 绑定证书`,
      evolve: (s, bound, { seq }) => void (s.bound = [...s.bound.filter(b => b.contact !== bound.contact), { ...bound, seq }]),
    }),
    verified: parts.event({
      data: Seen,
      caption: ({ message }, { who }) => `${who}验证邮件 ${message} 的签名`,
      evolve: (s, seen, { seq }) => void s.checks.push({ ...seen, seq }),
    }),
    concluded: parts.event({
      data: z.strictObject({ message: z.string(), verdict: Verdict, rightCall: z.strictObject({ hidden: z.boolean() }) }),
      caption: ({ message, verdict }, { who }) => `${who}认定邮件 ${message} ${VERDICTS[verdict]}`,
      evolve: (s, told, { seq }) => void (s.verdicts = [...s.verdicts.filter(v => v.message !== told.message), { ...told, seq }]),
    }),
  },
  refusals: {
    E_NO_CERT: '认证中心没有序列号为 {serial} 的证书。',
    E_CERT_MAIL_MISMATCH: '证书中的邮箱 {email} 与联系人地址 {addr} 不一致，不能绑定。',
    E_NO_SIGN_CERT: '没有可用于签名的个人证书，请先在认证中心领取并安装。',
    E_SIGN_FAILED: '签名没有成功：{why}',
    E_NO_RCPT_CERT: '没有 {addr} 的证书，无法加密。请先取得对方证书并绑定到联系人。',
    E_RCPT_CERT_EXPIRED: '{addr} 的证书已过期，请取得对方的新证书。',
    E_RCPT_CERT_REVOKED: '{addr} 的证书已被吊销，请取得对方的新证书。',
    E_NOT_SIGNED: '这封邮件没有数字签名。',
    E_CRL_OLD: '没有有效的吊销列表，请先在认证中心下载最新的吊销列表。',
    E_NOT_CHECKED: '请先验证签名，再填写结论。',
  },
}
