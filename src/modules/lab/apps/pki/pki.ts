import { z } from 'zod'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec, Reaction } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { appId } from '../../core/world/ids.ts'
import { issuerFault } from '../../core/world/ledgers.ts'
import { apply } from './apply.ts'
import { pkiFacts } from './facts.ts'
import { keys } from './keys.ts'
import { signing } from './signing.ts'
import { APPLICATION, CERT, PkiConfig, type PkiSlice, Subject, TOKEN, parts, seedPki } from './slice.ts'
import { listed, trust } from './trust.ts'
import { viewOf } from './view.ts'

const Truth = Subject.extend({ idNo: z.string() })
const Officer = z.strictObject({ after: z.int().min(1) })
const OfficerSecret = z.strictObject({
  /** What the registers say of applicants, by persona, and how a mistake is told. */
  known: z.array(z.strictObject({ persona: z.string(), truth: Truth })),
  reasons: z.strictObject({ name: z.string(), org: z.string(), email: z.string(), idNo: z.string() }),
})
type Applied = { readonly no: string; readonly persona: string; readonly subject: Subject; readonly idNo: string }

/** The first thing in an application that is not as it should be, in the officer's words; null when all is well. */
function objection(applied: Applied, secret: z.output<typeof OfficerSecret>): string | null {
  const known = secret.known.find(k => k.persona === applied.persona)
  if (known === undefined) return null
  const said: z.output<typeof Truth> = { ...applied.subject, idNo: applied.idNo }
  const field = (['name', 'idNo', 'org', 'email'] as const).find(f => said[f] !== known.truth[f])
  return field === undefined ? null : secret.reasons[field]
}

/** 认证中心: applications and their officer, keys and key files, certificates and their end, lists, signatures. */
export const pkiSpec: AppSpec<PkiSlice> = {
  id: appId('pki'),
  version: '1.0.0',
  zh: '认证中心',
  host: 'ca.lab.test',
  requires: [],
  config: PkiConfig,
  seed: (config: z.output<typeof PkiConfig>) => seedPki(config),
  commands: { ...apply.commands, ...keys.commands, ...trust.commands, ...signing.commands },
  events: { ...apply.events, ...keys.events, ...trust.events, ...signing.events },
  ports: { signFor: 'sign.for', signMail: 'sign.mail' },
  asks: {
    /** A certificate by its serial; null when this authority does not know it. */
    certificate: parts.asked(z.strictObject({ serial: z.string() }), (s, { serial }): Json => {
      const cert = s.certs.find(c => c.serial === serial)
      if (cert === undefined) return null
      const { subject, status, usage, holder, partner, pem, fingerprint, until } = cert
      return {
        serial,
        subject: subject.name,
        org: subject.org,
        email: subject.email,
        status,
        usage: [...usage],
        holder,
        partner,
        pem,
        fingerprint,
        until,
      }
    }),
    /** The certificates that a persona holds, the last one first. */
    holder: parts.asked(z.strictObject({ persona: z.string() }), (s, { persona }): Json =>
      s.certs
        .filter(c => c.holder === persona)
        .map(({ serial, status, subject, until }) => ({ serial, status, email: subject.email, until }))
        .toReversed(),
    ),
    /** The roots a persona trusts, as PEM. */
    roots: parts.asked(z.strictObject({ persona: z.string() }), (s, { persona }): Json =>
      s.trust[persona] === undefined || s.root === null ? [] : [s.root.pem],
    ),
    /** What the last list that a persona fetched says of a certificate. */
    listed: parts.asked(z.strictObject({ persona: z.string(), serial: z.string() }), (s, { persona, serial }, now): Json =>
      listed(s, persona, serial, now),
    ),
  },
  agents: { 'pki.ca': '认证中心' },
  policies: {
    officer: parts.policy({
      zh: '审核员',
      on: ['pki.applied'],
      params: Officer,
      secret: OfficerSecret,
      react: ({ event, me }): readonly Reaction[] => {
        const applied = event.data as unknown as Applied
        const reason = objection(applied, me.secret as unknown as z.output<typeof OfficerSecret>)
        const data = { no: applied.no, decision: reason === null ? 'approve' : 'ask', reason: reason ?? '' }
        return [{ after: Number(me.params['after']), type: 'pki.review', data, known: `申请 ${applied.no} 审核` }]
      },
    }),
  },
  machines: { application: APPLICATION, cert: CERT, token: TOKEN },
  view: (s, { persona }) => viewOf(s, persona, s.config.officers.includes(persona)),
  facts: pkiFacts,
  traps: {
    blind: parts.trap({ zh: '没有核对指纹就信任了根证书', sprung: s => Object.values(s.trust).flatMap(t => (t.compared ? [] : [t.seq])) }),
    shared: parts.trap({
      zh: '把含私钥的备份放进了公用文件夹',
      sprung: s => s.exports.flatMap(e => (e.withKey && /公共|公用|共享/.test(e.folder) ? [e.seq] : [])),
    }),
    fooled: parts.trap({
      zh: '把有问题的签名当成完整有效',
      sprung: s => s.verdicts.flatMap(v => (v.verdict === 'intact' && !v.rightCall.hidden ? [v.seq] : [])),
    }),
    dead: parts.trap({
      zh: '用已冻结或吊销的证书签名',
      sprung: s => s.signed.flatMap(d => (d.status === 'revoked' || d.status === 'held' ? [d.seq] : [])),
    }),
  },
  consequences: {
    reviewed: { zh: '申请提交后由审核员审核', cause: 'pki.applied', effect: 'pki.reviewed' },
    lapsed: { zh: '提取码逾期未用而失效', cause: 'pki.applied', effect: 'pki.codeLapsed' },
    revoked: { zh: '吊销申请两小时后生效', cause: 'pki.revokeRequested', effect: 'pki.revoked' },
    expired: { zh: '证书没有续期而过期', cause: 'pki.issued', effect: 'pki.expired' },
  },
  invariants: [
    parts.invariant({
      id: 'issuers',
      broken: s => issuerFault([s.root, s.issuing, ...s.certs].flatMap(c => (c === null ? [] : [{ serial: c.serial, issuer: c.issuer }]))),
    }),
    parts.invariant({
      id: 'serials',
      broken: s => (new Set(s.certs.map(c => c.serial)).size < s.certs.length ? 'two certificates of one serial' : null),
    }),
  ],
  refusals: { ...apply.refusals, ...keys.refusals, ...trust.refusals, ...signing.refusals },
}

export const pki: LabApp = defineApp(pkiSpec)
