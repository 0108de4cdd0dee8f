import { z } from 'zod'
import { ReadinessCertificate } from '../../drill/certificate.ts'

const moment = z.number().int().nonnegative()
const count = z.number().int().min(1)
const short = z.string().max(200)

export const MOST_LOG_ENTRIES_TOLD = 400
/** A disk that is lost now and then, in sixteen chains each. */
const MOST_CHAINS = 256

/** An entry of the audit log as the server wrote it. Only that server can prove its hash; the other one keeps it, link by link. */
export const LogEntry = z.strictObject({
  chain: z.string().min(1).max(16),
  seq: count,
  at: moment,
  actor: short,
  type: short,
  subject: z.strictObject({ kind: short, id: short }),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  previousHash: short,
  hash: short,
})
export type LogEntry = z.infer<typeof LogEntry>

const CertificateTold = z.strictObject({
  id: z.uuid(),
  content: ReadinessCertificate,
  signature: short,
  publicKey: short,
  news: count,
})
export type CertificateTold = z.infer<typeof CertificateTold>

const EvidenceTold = z.strictObject({
  kind: short,
  passed: z.boolean(),
  validUntil: moment.nullable(),
  note: z.string().max(2_000),
  recordedAt: moment,
  news: count,
})
export type EvidenceTold = z.infer<typeof EvidenceTold>

/** What belongs to the site and to no sitting: the audit logs of every disk, certificates of drills, evidence for arming. */
export const SiteTold = z.strictObject({
  sitePackageId: z.uuid(),
  logs: z.array(z.strictObject({ diskId: z.uuid(), entries: z.array(LogEntry).max(MOST_LOG_ENTRIES_TOLD) })).max(64),
  certificates: z.array(CertificateTold).max(20),
  evidence: z.array(EvidenceTold).max(20),
})
export type SiteTold = z.infer<typeof SiteTold>

const LogReach = z.strictObject({ diskId: z.uuid(), chain: z.string().max(16), through: z.number().int().min(0) })
export type LogReach = z.infer<typeof LogReach>
/** How far the receiver holds each chain that was told. `torn`: chains whose next entry did not follow the last one; nothing of them was taken. */
export const SiteTaken = z.strictObject({ reaches: z.array(LogReach).max(MOST_CHAINS), torn: z.array(LogReach).max(MOST_CHAINS) })
export type SiteTaken = z.infer<typeof SiteTaken>
