import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

export type { CertificateDocument } from './core/certificate-document.ts'
export { REISSUE_REASONS, type CertificateState, type ReissueReason, type Remark } from './core/certificate.ts'
export type { IssueOrder } from './core/issue-order.ts'
export { LOOK_UP_BUDGET } from './core/look-up/look-up-budget.ts'
export { certificateRefusals } from './core/refusals.ts'
export { type BandLimits, RESULT_BANDS, type ResultBand, resultBand, USUAL_BANDS } from './core/result-band.ts'

const Band = z.enum(['fail', 'pass', 'good', 'excellent']).nullable()
const Bands = z.object({ theory: Band, practical: Band })
const Remark = z.object({ zh: z.string(), en: z.string() })
const Standing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('valid') }),
  z.object({ kind: z.literal('sheet-replaced'), on: z.string() }),
  z.object({ kind: z.literal('revoked'), on: z.string(), reason: z.string() }),
])
const PublicView = z.object({
  number: z.string(),
  sheet: z.string(),
  maskedName: z.string(),
  idTail: z.string(),
  occupation: z.string(),
  level: z.string(),
  title: z.string(),
  grade: z.number().nullable(),
  edition: z.string(),
  issuedOn: z.string(),
  issuer: z.string(),
  sessionCode: z.string(),
  bands: Bands,
  remarks: z.array(Remark),
  standing: Standing,
})
export type PublicCertificateView = z.output<typeof PublicView>

const State = z.enum(['valid', 'replaced', 'revoked'])
const RegisterView = z.object({
  number: z.string(),
  sheet: z.string(),
  holderName: z.string(),
  idMasked: z.string(),
  occupation: z.string(),
  level: z.string(),
  title: z.string(),
  issuedOn: z.string(),
  issuer: z.string(),
  institution: z.string(),
  sessionCode: z.string(),
  marks: z.object({ theory: z.number().nullable(), practical: z.number().nullable() }),
  bands: Bands,
  state: State,
  stateAt: z.number().nullable(),
})
export type RegisterRow = z.output<typeof RegisterView>
const RevocationView = z.object({
  revocationId: z.string(),
  number: z.string(),
  reason: z.string(),
  proposedAt: z.number(),
  state: z.enum(['proposed', 'approved', 'declined']),
  decidedAt: z.number().nullable(),
  own: z.boolean(),
})
export type RevocationRow = z.output<typeof RevocationView>
const numbered = z.object({ number: z.string().min(1).max(64) })

/** The public look-up: anybody, by number and name. */
export const lookUpCertificate = endpoint({
  method: 'POST',
  path: '/api/certificate/look-ups',
  summary: '证书查询（公众） / public look-up by number and name',
  body: z.object({ number: z.string().max(64), name: z.string().max(80) }),
  reply: PublicView,
  refusals: ['look-up-incomplete', 'certificate-not-found', 'look-up-exhausted'],
})

/** Verifies the code scanned from a certificate. */
export const verifyCertificate = endpoint({
  method: 'GET',
  path: '/api/certificate/verifications/:code',
  summary: '扫码验证证书 / verify a scanned code',
  params: z.object({ code: z.string().max(300) }),
  reply: PublicView,
  refusals: ['verification-code-malformed', 'code-not-genuine', 'look-up-exhausted'],
})

export const listOwnCertificates = endpoint({
  method: 'GET',
  path: '/api/certificate/own-certificates',
  summary: '我的证书 / my certificates',
  reply: z.object({ certificates: z.array(PublicView.extend({ holderName: z.string() })) }),
})

/** The register: newest first. `wanted` is a whole number or a whole name. */
export const listCertificates = endpoint({
  method: 'GET',
  path: '/api/certificate/certificates',
  summary: '证书登记簿 / the register',
  query: z.object({
    wanted: z.string().max(80).default(''),
    level: z.string().max(8).default(''),
    state: z.union([State, z.literal('')]).default(''),
    most: z.coerce.number().int().min(1).max(500).default(100),
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({ certificates: z.array(RegisterView), total: z.number() }),
})

export const showCertificate = endpoint({
  method: 'GET',
  path: '/api/certificate/certificates/:number',
  summary: '一份证书及其历次印刷与撤销 / one certificate with its sheets and revocations',
  params: numbered,
  reply: z.object({
    certificate: RegisterView,
    sheets: z.array(z.object({ sheet: z.string(), state: State, at: z.number().nullable(), remarks: z.array(Remark) })),
    revocations: z.array(RevocationView),
  }),
  refusals: ['certificate-unknown'],
})

/** The printable certificate, for its holder and for officers. */
export const printCertificate = endpoint({
  method: 'GET',
  path: '/api/certificate/certificates/:number/document',
  summary: '打印证书 / the certificate as PDF',
  params: numbered,
  replies: 'file',
  refusals: ['certificate-unknown'],
})

/** Prints a certificate again: same number, new sheet. */
export const replaceCertificate = endpoint({
  method: 'POST',
  path: '/api/certificate/certificates/:number/sheets',
  summary: '补发证书 / re-issue on a new sheet',
  params: numbered,
  body: z.object({
    newSheet: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z-]{0,32}$/, '印刷号只能含字母、数字和短横。|Letters, digits and dashes only.'),
    reason: z.enum(['lost', 'damaged', 'misprinted']),
    publicNotice: z.string().trim().max(200).default(''),
  }),
  reply: z.object({ number: z.string(), sheet: z.string() }),
  refusals: [
    'certificate-unknown',
    'certificate-not-valid',
    'sheet-number-missing',
    'sheet-number-used',
    'public-notice-missing',
    'changed-meanwhile',
  ],
})

export const proposeToRevoke = endpoint({
  method: 'POST',
  path: '/api/certificate/certificates/:number/revocations',
  summary: '提出撤销证书 / propose a revocation',
  params: numbered,
  body: z.object({ reason: z.string().max(500) }),
  reply: RevocationView,
  refusals: ['certificate-unknown', 'certificate-not-valid', 'revocation-reason-missing', 'revocation-open'],
})

export const decideOnRevocation = endpoint({
  method: 'POST',
  path: '/api/certificate/certificates/:number/revocations/:revocationId/decisions',
  summary: '审批撤销（另一人） / decide on a revocation, by another officer',
  params: z.object({ number: z.string().min(1).max(64), revocationId: z.string().min(1).max(64) }),
  body: z.object({ approve: z.boolean() }),
  reply: RevocationView,
  refusals: [
    'certificate-unknown',
    'revocation-unknown',
    'revocation-same-person',
    'wrong-state',
    'changed-meanwhile',
    'certificate-not-valid',
  ],
})

export const listOpenRevocations = endpoint({
  method: 'GET',
  path: '/api/certificate/revocations',
  summary: '待审批的撤销 / revocations that wait',
  reply: z.object({ revocations: z.array(RevocationView) }),
})
