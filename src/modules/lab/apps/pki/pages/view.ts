import { z } from 'zod'
import type { AppPageProps } from '../../../pages/app-page.ts'
import type { Doing } from '../../../pages/parts/command-form.tsx'

const Subject = z.strictObject({ name: z.string(), org: z.string(), email: z.string() })
const CertShape = {
  serial: z.string(),
  issuer: z.string(),
  subject: Subject,
  usage: z.array(z.string()),
  from: z.int(),
  until: z.int(),
  store: z.string().nullable(),
  publicKey: z.string(),
  pem: z.string(),
  fingerprint: z.string(),
}
const Certificate = z.strictObject(CertShape)
const OwnCertificate = z.strictObject({
  ...CertShape,
  status: z.string(),
  statusZh: z.string(),
  successor: z.string().nullable(),
  acts: z.array(z.string()),
})
const Application = z.strictObject({
  no: z.string(),
  profile: z.string(),
  subject: Subject,
  idNo: z.string(),
  docs: z.array(z.string()),
  state: z.string(),
  stateZh: z.string(),
  reason: z.string(),
  codeUntil: z.int(),
  request: z.string().nullable(),
  serial: z.string().nullable(),
})

/** What the authority shows a persona: its public site once it was opened, and the own drawer of keys and certificates; times in seconds. */
export const PkiView = z.strictObject({
  name: z.string(),
  opened: z.boolean(),
  profiles: z.array(
    z.strictObject({
      id: z.string(),
      zh: z.string(),
      docs: z.array(z.string()),
      usage: z.array(z.string()),
      days: z.int(),
      idKind: z.string(),
    }),
  ),
  root: Certificate.nullable(),
  issuing: Certificate.nullable(),
  directory: z.array(z.strictObject({ ...CertShape, name: z.string() })),
  certs: z.array(OwnCertificate),
  applications: z.array(Application),
  review: z.array(Application),
  keys: z.array(z.strictObject({ id: z.string(), store: z.string(), publicKey: z.string() })),
  requests: z.array(z.strictObject({ key: z.string(), pem: z.string() })),
  token: z.strictObject({ state: z.string(), stateZh: z.string(), left: z.int() }).nullable(),
  trusted: z.strictObject({ fingerprint: z.string(), compared: z.boolean() }).nullable(),
  lists: z.array(z.strictObject({ number: z.int(), at: z.int(), until: z.int(), pem: z.string(), serials: z.array(z.string()) })),
  exports: z.array(
    z.strictObject({
      id: z.string(),
      serial: z.string(),
      withKey: z.boolean(),
      folder: z.string(),
      name: z.string(),
      data: z.string(),
    }),
  ),
  signed: z.array(
    z.strictObject({
      doc: z.string(),
      serial: z.string(),
      text: z.string(),
      p7s: z.string(),
      sealed: z.string().nullable(),
      at: z.int(),
    }),
  ),
  papers: z.array(z.strictObject({ id: z.string(), name: z.string(), text: z.string(), p7s: z.string() })),
  checks: z.array(
    z.strictObject({
      doc: z.string(),
      digest: z.boolean(),
      signature: z.boolean(),
      chain: z.boolean(),
      revoked: z.boolean(),
      inTime: z.boolean(),
    }),
  ),
  conclusions: z.array(z.strictObject({ doc: z.string(), verdict: z.string() })),
})

export type PkiView = z.output<typeof PkiView>
export type Certificate = z.output<typeof Certificate>
export type OwnCertificate = z.output<typeof OwnCertificate>
export type Application = z.output<typeof Application>
export type PkiProps = AppPageProps<PkiView> & Doing
