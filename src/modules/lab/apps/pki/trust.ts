import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { ready, signWith } from './material.ts'
import { type PkiPart, type PkiSlice, Verdict, parts } from './slice.ts'

type Checked = { digest: boolean; signature: boolean; chain: boolean; serial: string; from: number; until: number } | null
const clean = (text: string): string => text.replace(/[^0-9a-fA-F]/g, '').replace(/[A-F]/g, c => 'abcdef'['ABCDEF'.indexOf(c)] ?? c)

/** What the last list that a persona fetched says of a certificate. */
export function listed(s: Frozen<PkiSlice>, persona: string, serial: string, now: number): 'none' | 'old' | 'good' | 'revoked' {
  const list = s.lists.findLast(l => l.persona === persona)
  if (list === undefined) return 'none'
  if (list.until < now) return 'old'
  return list.serials.includes(serial) ? 'revoked' : 'good'
}

/** What is true of a signed paper, whatever anybody has looked at. */
function truthOf(s: Frozen<PkiSlice>, id: string): z.output<typeof Verdict> {
  const paper = s.papers.find(p => p.id === id)
  const cert = s.certs.find(c => c.id === paper?.signer)
  if (paper?.altered.hidden === true) return 'altered'
  if (cert?.issuer === cert?.serial) return 'untrusted'
  return cert?.status === 'revoked' ? 'revoked' : 'intact'
}

function fetchList(s: Frozen<PkiSlice>, ctx: DecideContext): Decision {
  if (s.root === null) return no('E_CLOSED')
  const { issuing } = ready(s, ctx)
  const revoked = s.certs.filter(c => c.status === 'revoked' && c.issuer === issuing.serial)
  const list = {
    number: s.lists.length + 1,
    at: ctx.now,
    until: ctx.now + s.config.listSeconds,
    revoked: revoked.map(c => ({ serial: c.serial, at: c.revokedAt ?? ctx.now, reason: c.reason })),
  }
  const pem = ctx.effect('pki.revocations', { issuer: { secret: issuing.privateKey.hidden, pem: issuing.pem }, ...list }) as string
  const data = { persona: ctx.persona, number: list.number, at: list.at, until: list.until, pem, serials: revoked.map(c => c.serial) }
  return happened('listFetched', data, { reply: pem })
}

function verify(s: Frozen<PkiSlice>, id: string, ctx: DecideContext): Decision {
  const paper = s.papers.find(p => p.id === id)
  if (paper === undefined) return no('E_NONE', { id }, 'doc')
  const list = s.lists.findLast(l => l.persona === ctx.persona)
  if (list === undefined || list.until < ctx.now) return no('E_CRL_OLD')
  const trusted = s.trust[ctx.persona] !== undefined && s.root !== null ? [s.root.pem] : []
  const checked = ctx.effect('cms.check', { content: paper.text, p7s: paper.p7s, roots: trusted }) as Checked
  const serial = checked?.serial ?? ''
  const seen = {
    doc: id,
    persona: ctx.persona,
    digest: checked?.digest === true,
    signature: checked?.signature === true,
    chain: checked?.chain === true,
    revoked: list.serials.includes(serial),
    inTime: checked !== null && checked.from <= ctx.now && ctx.now <= checked.until,
  }
  return happened('verified', seen, { reply: seen })
}

/** Roots one trusts, lists of revoked certificates, and signed papers that are checked. */
export const trust: PkiPart = {
  commands: {
    'trust.add': parts.command({
      zh: '信任根证书',
      data: z.strictObject({ fingerprint: z.string().max(120).nullable(), confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_CLOSED', 'E_TRUSTED', 'W_FINGERPRINT', 'E_FINGERPRINT'],
      decide: (s, { fingerprint, confirm }, ctx) => {
        if (s.root === null) return no('E_CLOSED')
        if (s.trust[ctx.persona] !== undefined) return no('E_TRUSTED')
        if (fingerprint === null)
          return confirm.includes('W_FINGERPRINT')
            ? happened('trusted', { persona: ctx.persona, fingerprint: s.root.fingerprint, compared: false })
            : no('W_FINGERPRINT', {}, 'fingerprint')
        if (clean(fingerprint) !== s.root.fingerprint) return no('E_FINGERPRINT', {}, 'fingerprint')
        return happened('trusted', { persona: ctx.persona, fingerprint: s.root.fingerprint, compared: true })
      },
    }),
    'trust.remove': parts.command({
      zh: '取消信任根证书',
      data: z.strictObject({}),
      who: 'persona',
      refusals: ['E_NOT_TRUSTED'],
      decide: (s, _data, ctx) =>
        s.trust[ctx.persona] === undefined ? no('E_NOT_TRUSTED') : happened('distrusted', { persona: ctx.persona }),
    }),
    'crl.fetch': parts.command({
      zh: '下载吊销列表',
      data: z.strictObject({}),
      who: 'persona',
      refusals: ['E_CLOSED'],
      decide: (s, _data, ctx) => fetchList(s, ctx),
    }),
    ocsp: parts.command({
      zh: '在线查询证书状态',
      data: z.strictObject({ serial: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { serial }) => {
        const cert = s.certs.find(c => c.serial === serial)
        return cert === undefined
          ? no('E_NONE', { id: serial }, 'serial')
          : happened('statusAsked', { serial, status: cert.status }, { reply: cert.status })
      },
    }),
    verify: parts.command({
      zh: '验证签名',
      data: z.strictObject({ doc: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_CRL_OLD'],
      decide: (s, { doc }, ctx) => verify(s, doc, ctx),
    }),
    conclude: parts.command({
      zh: '填写验证结论',
      data: z.strictObject({ doc: z.string(), verdict: Verdict }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_CHECKED'],
      decide: (s, { doc, verdict }, ctx) => {
        if (!s.papers.some(p => p.id === doc)) return no('E_NONE', { id: doc }, 'doc')
        if (!s.checks.some(c => c.doc === doc && c.persona === ctx.persona)) return no('E_NOT_CHECKED')
        return happened('concluded', { doc, verdict, rightCall: { hidden: truthOf(s, doc) === verdict } })
      },
    }),
    'sign.for': parts.command({
      zh: '对方签名',
      data: z.strictObject({ partner: z.string(), content: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { partner, content }, ctx) => {
        const at = ready(s, ctx)
        const cert = at.certs.find(c => c.id === partner)
        if (cert === undefined) return no('E_NONE', { id: partner })
        const p7s = signWith(ctx, cert, at.issuing, content)
        return { ok: true, events: at.events, timers: at.timers, reply: { p7s, serial: cert.serial } }
      },
    }),
  },
  events: {
    trusted: parts.event({
      data: z.strictObject({ persona: z.string(), fingerprint: z.string(), compared: z.boolean() }),
      caption: ({ compared }, { who }) => `${who}信任根证书${compared ? '（已核对指纹）' : '（未核对指纹）'}`,
      evolve: (s, { persona, ...kept }, { seq }) => void (s.trust[persona] = { ...kept, seq }),
    }),
    distrusted: parts.event({
      data: z.strictObject({ persona: z.string() }),
      caption: (_d, { who }) => `${who}取消信任根证书`,
      evolve: (s, { persona }) => void delete s.trust[persona],
    }),
    listFetched: parts.event({
      data: z.strictObject({
        persona: z.string(),
        number: z.int(),
        at: z.int(),
        until: z.int(),
        pem: z.string(),
        serials: z.array(z.string()),
      }),
      caption: ({ number, serials }, { who }) => `${who}下载第 ${number} 号吊销列表，共 ${serials.length} 张证书`,
      evolve: (s, list, { seq }) => void s.lists.push({ ...list, seq }),
    }),
    statusAsked: parts.event({
      data: z.strictObject({ serial: z.string(), status: z.string() }),
      caption: ({ serial }, { who }) => `${who}查询证书 ${serial} 的状态`,
      evolve: () => {},
    }),
    verified: parts.event({
      data: z.strictObject({
        doc: z.string(),
        persona: z.string(),
        digest: z.boolean(),
        signature: z.boolean(),
        chain: z.boolean(),
        revoked: z.boolean(),
        inTime: z.boolean(),
      }),
      caption: ({ doc }, { who }) => `${who}验证文件 ${doc} 的签名`,
      evolve: (s, check, { seq }) => void s.checks.push({ ...check, seq }),
    }),
    concluded: parts.event({
      data: z.strictObject({ doc: z.string(), verdict: Verdict, rightCall: z.strictObject({ hidden: z.boolean() }) }),
      caption: ({ doc, verdict }, { who }) => `${who}认定文件 ${doc} ${VERDICTS[verdict]}`,
      evolve: (s, told, { seq }) => void (s.verdicts = [...s.verdicts.filter(v => v.doc !== told.doc), { ...told, seq }]),
    }),
  },
  refusals: {
    E_TRUSTED: '根证书已在受信任列表中。',
    W_FINGERPRINT: '尚未核对根证书指纹。请与公布的指纹逐段比对；确认后也可以继续。',
    E_FINGERPRINT: '输入的指纹与这张根证书不一致，请停止操作并核实来源。',
    E_NOT_TRUSTED: '根证书不在受信任列表中。',
    E_CRL_OLD: '没有有效的吊销列表，请先下载最新的吊销列表再验证。',
    E_NOT_CHECKED: '请先验证签名，再填写结论。',
  },
}

export const VERDICTS: Readonly<Record<z.output<typeof Verdict>, string>> = {
  intact: '完整有效',
  altered: '内容被改动',
  revoked: '签名证书已吊销',
  untrusted: '签名者不受信任',
}
