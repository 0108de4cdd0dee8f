import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Machine } from '../../core/app/machine.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'

const Id = z.string().regex(/^[a-z][a-z0-9.-]{0,40}$/)
export const Email = z.string().regex(/^[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i)
export const Subject = z.strictObject({ name: z.string().min(1).max(60), org: z.string().max(60), email: z.string().max(120) })
export type Subject = z.output<typeof Subject>
export const Store = z.enum(['soft', 'token'])
export const Verdict = z.enum(['intact', 'altered', 'revoked', 'untrusted'])

const Profile = z.strictObject({
  id: Id,
  zh: z.string(),
  /** Papers an applicant must bring. */
  docs: z.array(z.string()),
  usage: z.array(z.string()),
  days: z.int().min(1),
  /** What the applicant is known by: a resident's number or a company's credit code. */
  idKind: z.enum(['resident', 'company']).default('resident'),
})
const SIGNING = ['digitalSignature', 'nonRepudiation', 'keyAgreement', 'emailProtection', 'clientAuth']

const Partner = z.strictObject({
  id: Id,
  subject: Subject,
  /** A certificate that was taken back before the world begins, one that has run out, one that nobody vouches for. */
  revoked: z.boolean().default(false),
  expired: z.boolean().default(false),
  selfIssued: z.boolean().default(false),
})

export const PkiConfig = z.strictObject({
  name: z.string().default('东湖认证中心'),
  profiles: z
    .array(Profile)
    .default([{ id: 'personal', zh: '个人电子邮件证书', docs: ['身份证正反面'], usage: SIGNING, days: 365, idKind: 'resident' }]),
  /** Certificates of others, in the public directory. */
  partners: z.array(Partner).default([]),
  /** Certificates the persons of this world have already. */
  owners: z
    .array(
      z.strictObject({
        id: Id,
        persona: z.string(),
        subject: Subject,
        store: Store.default('soft'),
        daysLeft: z.int().min(1).default(300),
        revoked: z.boolean().default(false),
        usage: z.array(z.string()).default(SIGNING),
      }),
    )
    .default([]),
  tokens: z.array(z.strictObject({ persona: z.string(), pin: z.string(), puk: z.string() })).default([]),
  /** Signed papers to be checked: what was signed, and what it says now. */
  documents: z
    .array(
      z.strictObject({
        id: Id,
        name: z.string(),
        text: z.string().max(4000),
        signer: Id,
        now: z.string().max(4000).nullable().default(null),
      }),
    )
    .default([]),
  /** Personas who sit at the officer's desk. */
  officers: z.array(z.string()).default([]),
  codeSeconds: z
    .int()
    .min(60)
    .default(7 * 86_400),
  revokeSeconds: z.int().min(1).default(7200),
  listSeconds: z.int().min(60).default(86_400),
})
export type PkiConfig = z.output<typeof PkiConfig>

/** A certificate as the world keeps it; `pem` is the real thing. */
export const Cert = z.strictObject({
  serial: z.string(),
  id: z.string(),
  issuer: z.string(),
  subject: Subject,
  usage: z.array(z.string()),
  from: z.int(),
  until: z.int(),
  holder: z.string().nullable(),
  partner: z.string().nullable(),
  store: Store.nullable(),
  public: z.string(),
  privateKey: z.strictObject({ hidden: z.string() }),
  pem: z.string(),
  fingerprint: z.string(),
})
export type CertData = z.output<typeof Cert>
export type Certificate = CertData & { status: string; revokedAt: number | null; reason: string; successor: string | null; seq: number }
export const Made = z.strictObject({
  root: Cert,
  issuing: Cert,
  certs: z.array(Cert.extend({ revoked: z.boolean() })),
  documents: z.array(z.strictObject({ id: z.string(), p7s: z.string() })),
})

export type Application = {
  no: string
  persona: string
  profile: string
  subject: Subject
  idNo: string
  docs: string[]
  state: string
  reason: string
  returns: number
  pickupCode: Hidden<string>
  codeUntil: number
  request: string | null
  key: string | null
  serial: string | null
  seq: number
}
export type KeyPair = {
  id: string
  persona: string
  store: z.output<typeof Store>
  privateKey: Hidden<string>
  public: string
  seq: number
}
export type Signed = {
  doc: string
  persona: string
  serial: string
  text: string
  p7s: string
  status: string
  sealed: string | null
  at: number
  seq: number
}

export type PkiSlice = {
  config: Omit<PkiConfig, 'tokens' | 'documents' | 'owners' | 'partners'>
  prepared: Hidden<{ partners: PkiConfig['partners']; owners: PkiConfig['owners']; documents: PkiConfig['documents'] }>
  root: CertData | null
  issuing: CertData | null
  certs: Certificate[]
  applications: Application[]
  keys: KeyPair[]
  requests: { key: string; persona: string; pem: string; seq: number }[]
  tokens: Record<string, { pin: Hidden<string>; puk: Hidden<string>; tries: number; state: string }>
  trust: Record<string, { fingerprint: string; compared: boolean; seq: number }>
  lists: { persona: string; number: number; at: number; until: number; pem: string; serials: string[]; seq: number }[]
  exports: {
    id: string
    persona: string
    serial: string
    withKey: boolean
    strength: number
    folder: string
    name: string
    data: string
    password: Hidden<string>
    seq: number
  }[]
  signed: Signed[]
  papers: { id: string; name: string; text: string; signer: string; p7s: string; altered: Hidden<boolean> }[]
  checks: {
    doc: string
    persona: string
    digest: boolean
    signature: boolean
    chain: boolean
    revoked: boolean
    inTime: boolean
    seq: number
  }[]
  verdicts: { doc: string; verdict: string; rightCall: Hidden<boolean>; seq: number }[]
}

export const parts = partsFor<PkiSlice>()
export type PkiPart = Pick<AppSpec<PkiSlice>, 'commands' | 'events' | 'refusals'>

export const APPLICATION: Machine = {
  initial: 'draft',
  states: {
    draft: { zh: '填写中', on: { submit: 'submitted' } },
    submitted: { zh: '待审核', on: { approve: 'approved', ask: 'needMore', reject: 'rejected' } },
    needMore: { zh: '待补正', on: { submit: 'submitted' } },
    approved: { zh: '待领取', on: { pickUp: 'pickedUp', lapse: 'lapsed' } },
    pickedUp: { zh: '已领取', on: {} },
    lapsed: { zh: '提取码已失效', on: {} },
    rejected: { zh: '未通过', on: {} },
  },
  triggers: { submit: '提交', approve: '审核通过', ask: '退回补正', reject: '拒绝', pickUp: '领取证书', lapse: '逾期失效' },
}

export const CERT: Machine = {
  initial: 'valid',
  states: {
    valid: { zh: '有效', on: { hold: 'held', expire: 'expired', revoke: 'revoked' } },
    held: { zh: '已冻结，等待吊销', on: { release: 'valid', revoke: 'revoked', expire: 'expired' } },
    revoked: { zh: '已吊销', on: {} },
    expired: { zh: '已过期', on: {} },
  },
  triggers: { hold: '申请吊销', release: '撤回吊销申请', revoke: '吊销', expire: '到期' },
}

export const TOKEN: Machine = {
  initial: 'ok',
  states: { ok: { zh: '正常', on: { lock: 'locked' } }, locked: { zh: '已锁定', on: { unlock: 'ok' } } },
  triggers: { lock: '锁定', unlock: '用 PUK 解锁' },
}

export function seedPki({ tokens, documents, owners, partners, ...config }: PkiConfig): PkiSlice {
  const kept = tokens.map(({ persona, pin, puk }) => [persona, { pin: hide(pin), puk: hide(puk), tries: 0, state: TOKEN.initial }] as const)
  return {
    config,
    prepared: hide({ partners, owners, documents }),
    root: null,
    issuing: null,
    certs: [],
    applications: [],
    keys: [],
    requests: [],
    tokens: Object.fromEntries(kept),
    trust: {},
    lists: [],
    exports: [],
    signed: [],
    papers: [],
    checks: [],
    verdicts: [],
  }
}
