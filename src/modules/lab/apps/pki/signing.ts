import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { fresh } from './apply.ts'
import { ownCertificate, pinFault } from './keys.ts'
import { expiry, issue, ready, signWith } from './material.ts'
import { CERT, Cert, type CertData, type PkiPart, type PkiSlice, parts } from './slice.ts'

const DAY = 86_400
const WINDOW = 30 * DAY
const Reason = z.enum(['keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation'])
const Serial = z.strictObject({ serial: z.string() })
const Sign = z.strictObject({
  serial: z.string(),
  doc: z.string().min(1).max(80),
  text: z.string().min(1).max(8000),
  pin: z.string().nullable().default(null),
})

/** A certificate with which its holder may sign now. */
function signingFault(s: Frozen<PkiSlice>, ctx: DecideContext, serial: string, pin: string | null): Decision | null {
  const cert = ownCertificate(s, ctx, serial)
  if (cert === undefined) return no('E_NONE', { id: serial }, 'serial')
  if (cert.status === 'expired' || cert.until < ctx.now) return no('E_EXPIRED')
  if (!cert.usage.includes('nonRepudiation')) return no('E_USAGE')
  return cert.store === 'token' ? pinFault(s, ctx, pin) : null
}

function sign(s: Frozen<PkiSlice>, { serial, doc, text, pin }: z.output<typeof Sign>, ctx: DecideContext): Decision {
  const cert = ownCertificate(s, ctx, serial)
  if (cert?.status === 'revoked' || cert?.status === 'held') return no('E_REVOKED')
  const fault = signingFault(s, ctx, serial, pin)
  if (fault !== null || cert === undefined) return fault ?? no('E_NONE', { id: serial })
  const p7s = signWith(ctx, cert as unknown as CertData, ready(s, ctx).issuing, text)
  return happened('signed', { doc, persona: ctx.persona, serial, text, p7s, status: cert.status }, { reply: p7s })
}

/** A mail program signs with what it is told to: whether the certificate still stands, its user must know. */
function signMail(
  s: Frozen<PkiSlice>,
  { serial, content, pin }: { serial: string; content: string; pin: string | null },
  ctx: DecideContext,
): Decision {
  const cert = ownCertificate(s, ctx, serial)
  const fault = signingFault(s, ctx, serial, pin)
  if (fault !== null || cert === undefined) return fault !== null && !fault.ok ? fault : no('E_PIN')
  const p7s = signWith(ctx, cert as unknown as CertData, ready(s, ctx).issuing, content)
  return happened('mailSigned', { serial, persona: ctx.persona, status: cert.status }, { reply: { p7s, status: cert.status } })
}

function renew(s: Frozen<PkiSlice>, serial: string, ctx: DecideContext): Decision {
  const cert = ownCertificate(s, ctx, serial)
  if (cert === undefined) return no('E_NONE', { id: serial }, 'serial')
  if (cert.status !== 'valid') return wrongState(CERT, cert.status)
  if (cert.until - ctx.now > WINDOW || cert.successor !== null) return no('E_WINDOW')
  const wanted = {
    id: `renew.${serial}`,
    subject: cert.subject,
    key: { secret: cert.privateKey.hidden, public: cert.public },
    usage: cert.usage,
  }
  const made = issue(
    ctx,
    { ...wanted, from: ctx.now, until: cert.until + 365 * DAY, holder: ctx.persona, store: cert.store },
    ready(s, ctx).issuing,
  )
  return happened('renewed', { old: serial, cert: made as unknown as Json }, { timers: [expiry(made)], reply: made.serial })
}

/** Signing, and the end of certificates: taking back, renewing, running out. */
export const signing: PkiPart = {
  commands: {
    sign: parts.command({
      zh: '签署文件',
      data: Sign,
      who: 'persona',
      refusals: ['E_NONE', 'E_EXPIRED', 'E_REVOKED', 'E_USAGE', 'E_NO_TOKEN', 'E_PIN_LOCKED'],
      decide: sign,
    }),
    'sign.mail': parts.command({
      zh: '签名邮件',
      data: z.strictObject({ serial: z.string(), content: z.string(), pin: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_EXPIRED', 'E_USAGE', 'E_NO_TOKEN', 'E_PIN_LOCKED', 'E_PIN'],
      decide: signMail,
    }),
    'seal.apply': parts.command({
      zh: '加盖电子印章',
      data: z.strictObject({ doc: z.string(), position: z.string().min(1).max(40) }),
      who: 'persona',
      refusals: ['E_NO_DOC'],
      decide: (s, { doc, position }, ctx) =>
        s.signed.some(d => d.doc === doc && d.persona === ctx.persona)
          ? happened('sealed', { doc, persona: ctx.persona, position })
          : no('E_NO_DOC', { doc }, 'doc'),
    }),
    revoke: parts.command({
      zh: '申请吊销证书',
      data: Serial.extend({ reason: Reason }),
      who: 'persona',
      refusals: ['E_AUTH', 'E_STATE'],
      decide: (s, { serial, reason }, ctx) => {
        const cert = ownCertificate(s, ctx, serial)
        if (cert === undefined) return no('E_AUTH')
        if (after(CERT, cert.status, 'hold') === undefined) return wrongState(CERT, cert.status)
        const timer = {
          after: s.config.revokeSeconds,
          by: 'pki.ca',
          type: 'pki.revoke.process',
          data: { serial, reason },
          key: `revoke:${serial}`,
          known: '证书吊销生效',
        }
        return happened('revokeRequested', { serial, reason }, { timers: [timer] })
      },
    }),
    'revoke.cancel': parts.command({
      zh: '撤回吊销申请',
      data: Serial,
      who: 'persona',
      refusals: ['E_AUTH', 'E_STATE'],
      decide: (s, { serial }, ctx) => {
        const cert = ownCertificate(s, ctx, serial)
        if (cert === undefined) return no('E_AUTH')
        return after(CERT, cert.status, 'release') === undefined
          ? wrongState(CERT, cert.status)
          : happened('revokeCancelled', { serial }, { cancel: [`revoke:${serial}`] })
      },
    }),
    'revoke.process': parts.command({
      zh: '吊销证书',
      data: Serial.extend({ reason: Reason }),
      who: 'agent',
      refusals: [],
      decide: (_s, data) => happened('revoked', data, { cancel: [`cert:${data.serial}`] }),
    }),
    renew: parts.command({
      zh: '证书续期',
      data: Serial,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_WINDOW'],
      decide: (s, { serial }, ctx) => renew(s, serial, ctx),
    }),
    expire: parts.command({
      zh: '证书到期',
      data: Serial,
      who: 'agent',
      refusals: ['E_STATE'],
      decide: (s, { serial }) => {
        const status = s.certs.find(c => c.serial === serial)?.status ?? 'expired'
        return after(CERT, status, 'expire') === undefined ? wrongState(CERT, status) : happened('expired', { serial })
      },
    }),
  },
  events: {
    signed: parts.event({
      data: z.strictObject({
        doc: z.string(),
        persona: z.string(),
        serial: z.string(),
        text: z.string(),
        p7s: z.string(),
        status: z.string(),
      }),
      caption: ({ doc }, { who }) => `${who}签署“${doc}”`,
      evolve: (s, signed, { at, seq }) => void s.signed.push({ ...signed, sealed: null, at, seq }),
    }),
    mailSigned: parts.event({
      data: z.strictObject({ serial: z.string(), persona: z.string(), status: z.string() }),
      caption: ({ serial }, { who }) => `${who}用证书 ${serial.slice(0, 8)}… 签名邮件`,
      evolve: (s, { serial, persona, status }, { at, seq }) =>
        void s.signed.push({ doc: '邮件', persona, serial, text: '', p7s: '', status, sealed: null, at, seq }),
    }),
    sealed: parts.event({
      data: z.strictObject({ doc: z.string(), persona: z.string(), position: z.string() }),
      caption: ({ doc, position }, { who }) => `${who}在“${doc}”的${position}加盖电子印章`,
      evolve: (s, { doc, persona, position }) => {
        for (const d of s.signed) if (d.doc === doc && d.persona === persona) d.sealed = position
      },
    }),
    revokeRequested: parts.event({
      data: Serial.extend({ reason: Reason }),
      caption: ({ serial }, { who }) => `${who}申请吊销证书 ${serial}`,
      evolve: (s, { serial, reason }, { seq }) => turn(s, serial, 'hold', { reason, seq }),
    }),
    revokeCancelled: parts.event({
      data: Serial,
      caption: ({ serial }, { who }) => `${who}撤回证书 ${serial} 的吊销申请`,
      evolve: (s, { serial }, { seq }) => turn(s, serial, 'release', { reason: '', seq }),
    }),
    revoked: parts.event({
      data: Serial.extend({ reason: Reason }),
      caption: ({ serial }) => `证书 ${serial} 已吊销`,
      evolve: (s, { serial, reason }, { at, seq }) => turn(s, serial, 'revoke', { reason, revokedAt: at, seq }),
    }),
    renewed: parts.event({
      data: z.strictObject({ old: z.string(), cert: Cert }),
      caption: ({ old, cert }, { who }) => `${who}为证书 ${old} 续期，新证书 ${cert.serial}`,
      evolve: (s, { old, cert }, { seq }) => {
        for (const c of s.certs) if (c.serial === old) c.successor = cert.serial
        s.certs.push(fresh(cert, seq))
      },
    }),
    expired: parts.event({
      data: Serial,
      caption: ({ serial }) => `证书 ${serial} 到期`,
      evolve: (s, { serial }, { seq }) => turn(s, serial, 'expire', { seq }),
    }),
  },
  refusals: {
    E_EXPIRED: '证书已过期，不能用于签名。',
    E_REVOKED: '证书已冻结或吊销，不能用于签名。',
    E_USAGE: '这张证书的用途不包括电子签名。',
    E_PIN: 'U 盾 PIN 不正确。',
    E_NO_DOC: '“{doc}”尚未签署，不能加盖印章。',
    E_AUTH: '只能吊销自己的证书。',
    E_WINDOW: '证书到期前 30 天内才能续期，且只能续期一次。',
  },
}

function turn(s: PkiSlice, serial: string, trigger: string, more: Partial<PkiSlice['certs'][number]>): void {
  for (const c of s.certs) if (c.serial === serial) Object.assign(c, more, { status: moved(CERT, c.status, trigger) })
}
