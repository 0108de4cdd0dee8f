import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { parseIdNumber } from '../../../../kernel/id-number.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { expiry, issue, newKey, ready, writeTo } from './material.ts'
import {
  APPLICATION,
  type Application,
  CERT,
  Cert,
  type CertData,
  Email,
  Made,
  type PkiPart,
  type PkiSlice,
  Store,
  Subject,
  parts,
} from './slice.ts'

const DAY = 86_400
const Form = z.strictObject({ subject: Subject, idNo: z.string().max(20), docs: z.array(z.string().max(60)).max(10) })
const Applied = Form.extend({ no: z.string(), persona: z.string(), profile: z.string() })

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A company's code of GB 32100-2015: 17 signs and the check sign, weights the powers of 3 modulo 31. */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false
  let [sum, weight] = [0, 1]
  for (const sign of code.slice(0, 17)) {
    sum += CREDIT.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return CREDIT[(31 - (sum % 31)) % 31] === code[17]
}

/** What a counter would send back at once. */
function formFault(s: Frozen<PkiSlice>, profileId: string, { subject, idNo, docs }: z.output<typeof Form>): ReturnType<typeof no> | null {
  const profile = s.config.profiles.find(p => p.id === profileId)
  if (profile === undefined) return no('E_NONE', { id: profileId }, 'profile')
  const isRight = profile.idKind === 'company' ? isCreditCode(idNo) : parseIdNumber(idNo).ok
  if (!isRight) return no('E_ID_CHECKSUM', {}, 'idNo')
  if (!Email.safeParse(subject.email).success) return no('E_MAIL', {}, 'subject.email')
  const missing = profile.docs.find(doc => !docs.includes(doc))
  return missing === undefined ? null : no('E_DOC_MISSING', { doc: missing }, 'docs')
}

export function ownApplication(s: Frozen<PkiSlice>, ctx: DecideContext, id: string): Frozen<Application> | undefined {
  return s.applications.find(a => a.no === id && a.persona === ctx.persona)
}

function newCode(ctx: DecideContext, id: string): string {
  return String(10_000_000 + ctx.draws.number({ agent: 'pki.ra', purpose: 'code', about: id }, 0, 90_000_000))
}

const Review = z.strictObject({ no: z.string(), decision: z.enum(['approve', 'reject', 'ask']), reason: z.string().max(200) })

function review(s: Frozen<PkiSlice>, { no: id, decision, reason }: z.output<typeof Review>, ctx: DecideContext): Decision {
  const application = s.applications.find(a => a.no === id)
  if (application === undefined) return no('E_NONE', { id })
  if (after(APPLICATION, application.state, decision) === undefined) return wrongState(APPLICATION, application.state)
  if (decision !== 'approve' && reason.trim().length < 4) return no('E_REASON', {}, 'reason')
  const code = newCode(ctx, id)
  const until = ctx.now + s.config.codeSeconds
  const lapse = {
    after: s.config.codeSeconds,
    by: 'pki.ca',
    type: 'pki.lapse',
    data: { no: id },
    key: `code:${id}`,
    known: `申请 ${id} 的提取码到期`,
  }
  const letters = {
    approve: `您的证书申请 ${id} 已审核通过。\n参考号：${id}\n提取码：${code}\n请在 ${Math.floor(s.config.codeSeconds / DAY)} 天内领取。提取码只供本人使用，请勿转发。`,
    ask: `您的证书申请 ${id} 需要补正：${reason}\n请登录认证中心修改后重新提交。`,
    reject: `您的证书申请 ${id} 未通过审核：${reason}`,
  }
  const subject = `证书申请 ${id} ${{ approve: '审核通过', ask: '需要补正', reject: '未通过' }[decision]}`
  writeTo(s, ctx, application.subject.email, { subject, text: letters[decision] })
  const data = { no: id, decision, reason, persona: application.persona, pickupCode: { hidden: decision === 'approve' ? code : '' }, until }
  return happened('reviewed', data, { timers: decision === 'approve' ? [lapse] : [] })
}

const PickUp = z.strictObject({ no: z.string(), code: z.string(), store: Store.default('soft') })

function pickUp(s: Frozen<PkiSlice>, { no: id, code, store }: z.output<typeof PickUp>, ctx: DecideContext): Decision {
  const application = ownApplication(s, ctx, id)
  if (application === undefined) return no('E_NONE', { id }, 'no')
  if (application.state === 'pickedUp') return no('E_ALREADY')
  if (application.state === 'lapsed') return no('E_CODE_EXPIRED')
  if (application.state !== 'approved') return wrongState(APPLICATION, application.state)
  if (application.pickupCode.hidden !== code.trim()) return no('E_CODE', {}, 'code')
  const { issuing } = ready(s, ctx)
  const profile = s.config.profiles.find(p => p.id === application.profile)
  const kept = s.keys.find(k => k.id === application.key)
  const pair = kept === undefined ? newKey(ctx, `${ctx.persona}/${s.keys.length}`) : { secret: kept.privateKey.hidden, public: kept.public }
  const until = ctx.now + (profile?.days ?? 365) * DAY
  const wanted = {
    id: `app.${id}`,
    subject: application.subject,
    key: pair,
    from: ctx.now,
    until,
    usage: profile?.usage ?? [],
    holder: ctx.persona,
  }
  const cert = issue(ctx, { ...wanted, store: kept?.store ?? store }, issuing)
  return happened(
    'issued',
    { no: id, cert: cert as unknown as Json },
    { cancel: [`code:${id}`], timers: [expiry(cert)], reply: cert.serial },
  )
}

/** Applications, the officer who looks at them, and the way a certificate comes to its holder. */
export const apply: PkiPart = {
  commands: {
    open: parts.command({
      zh: '打开认证中心网站',
      data: z.strictObject({}),
      who: 'persona',
      refusals: [],
      decide: (s, _data, ctx) => {
        const { events, timers } = ready(s, ctx)
        return { ok: true, events: [...events, { type: 'opened', data: {} }], timers }
      },
    }),
    apply: parts.command({
      zh: '申请证书',
      data: Form.extend({ profile: z.string() }),
      who: 'persona',
      refusals: ['E_CLOSED', 'E_NONE', 'E_ID_CHECKSUM', 'E_MAIL', 'E_DOC_MISSING'],
      decide: (s, { profile, ...form }, ctx) => {
        if (s.root === null) return no('E_CLOSED')
        const id = ctx.nextId('CA')
        return formFault(s, profile, form) ?? happened('applied', { ...form, no: id, persona: ctx.persona, profile }, { reply: id })
      },
    }),
    'apply.amend': parts.command({
      zh: '补正申请',
      data: Form.extend({ no: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_ID_CHECKSUM', 'E_MAIL', 'E_DOC_MISSING'],
      decide: (s, { no: id, ...form }, ctx) => {
        const application = ownApplication(s, ctx, id)
        if (application === undefined) return no('E_NONE', { id }, 'no')
        if (application.state !== 'needMore') return wrongState(APPLICATION, application.state)
        const { persona, profile } = application
        return formFault(s, profile, form) ?? happened('applied', { ...form, no: id, persona, profile })
      },
    }),
    review: parts.command({
      zh: '审核申请',
      data: Review,
      who: 'both',
      kinds: ['ra'],
      refusals: ['E_NONE', 'E_STATE', 'E_REASON'],
      decide: review,
    }),
    lapse: parts.command({
      zh: '提取码失效',
      data: z.strictObject({ no: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, { no: id }) => happened('codeLapsed', { no: id }),
    }),
    pickup: parts.command({
      zh: '领取证书',
      data: PickUp,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_CODE', 'E_CODE_EXPIRED', 'E_ALREADY'],
      decide: pickUp,
    }),
  },
  events: {
    established: parts.event({
      data: Made,
      caption: () => '认证中心就绪，公布根证书和证书目录',
      evolve: (s, { root, issuing, certs, documents }, { seq }) => {
        s.root = root
        s.issuing = issuing
        for (const { revoked, ...cert } of certs) {
          const status = revoked ? 'revoked' : CERT.initial
          s.certs.push({
            ...cert,
            status,
            revokedAt: revoked ? cert.from : null,
            reason: revoked ? 'superseded' : '',
            successor: null,
            seq,
          })
        }
        for (const { id, p7s } of documents) {
          const paper = s.prepared.hidden.documents.find(d => d.id === id)
          if (paper === undefined) continue
          const { name, text, signer, now } = paper
          s.papers.push({ id, name, signer, p7s, text: now ?? text, altered: { hidden: now !== null && now !== text } })
        }
      },
    }),
    opened: parts.event({ data: z.strictObject({}), caption: (_d, { who }) => `${who}打开认证中心网站`, evolve: () => {} }),
    applied: parts.event({
      data: Applied,
      caption: ({ no: id, subject }, { who }) => `${who}提交证书申请 ${id}（${subject.name}）`,
      shown: (d, persona, by) => d.persona === persona || by === persona,
      evolve: (s, { no: id, persona, profile, ...form }, { seq }) => {
        const old = s.applications.find(a => a.no === id)
        const state = moved(APPLICATION, old?.state ?? APPLICATION.initial, 'submit')
        if (old !== undefined) return void Object.assign(old, { ...form, state, seq })
        const empty = { reason: '', returns: 0, pickupCode: { hidden: '' }, codeUntil: 0, request: null, key: null, serial: null }
        s.applications.push({ no: id, persona, profile, ...form, ...empty, state, seq })
      },
    }),
    reviewed: parts.event({
      data: Review.extend({ persona: z.string(), pickupCode: z.strictObject({ hidden: z.string() }), until: z.int() }),
      caption: ({ no: id, decision, reason }, { who }) =>
        `${who}${{ approve: '通过', reject: '拒绝', ask: '退回' }[decision]}证书申请 ${id}${reason === '' ? '' : `：${reason}`}`,
      evolve: (s, { no: id, decision, reason, pickupCode, until }, { seq }) =>
        step(s, id, decision, { reason, pickupCode, codeUntil: until, seq }),
    }),
    codeLapsed: parts.event({
      data: z.strictObject({ no: z.string() }),
      caption: ({ no: id }) => `申请 ${id} 的提取码逾期失效`,
      evolve: (s, { no: id }, { seq }) => step(s, id, 'lapse', { seq }),
    }),
    issued: parts.event({
      data: z.strictObject({ no: z.string(), cert: Cert }),
      caption: ({ cert }, { who }) => `${who}领取并安装证书 ${cert.serial}`,
      evolve: (s, { no: id, cert }, { seq }) => {
        s.certs.push(fresh(cert, seq))
        step(s, id, 'pickUp', { serial: cert.serial, seq })
      },
    }),
  },
  refusals: {
    E_CLOSED: '请先打开认证中心网站。',
    E_NONE: '找不到 {id}。',
    E_ID_CHECKSUM: '证件号码校验不通过，请对照证件逐位核对。',
    E_MAIL: '电子邮件地址格式不正确，证书通知将无法送达。',
    E_DOC_MISSING: '缺少材料：{doc}。',
    E_REASON: '退回或拒绝时应写明理由（至少 4 个字）。',
    E_CODE: '提取码不正确，请核对认证中心发来的邮件。',
    E_CODE_EXPIRED: '提取码已过期，请重新申请。',
    E_ALREADY: '这张证书已经领取过。',
  },
}

export function fresh(cert: CertData, seq: number): PkiSlice['certs'][number] {
  return { ...cert, status: CERT.initial, revokedAt: null, reason: '', successor: null, seq }
}

function step(s: PkiSlice, id: string, trigger: string, more: Partial<Application>): void {
  for (const a of s.applications)
    if (a.no === id)
      Object.assign(a, more, { state: moved(APPLICATION, a.state, trigger), returns: a.returns + (trigger === 'ask' ? 1 : 0) })
}
