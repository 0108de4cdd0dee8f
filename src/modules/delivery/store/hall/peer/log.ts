import { z } from 'zod'
import { type Instant, instant } from '../../../../../kernel/instant.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { sqlFile } from '../../../../../platform/db/sql.ts'
import { ReadinessCertificate, certificateText } from '../../../core/drill/certificate.ts'
import type { LogHead } from '../../../core/protocol/pair/log-links.ts'
import type { CertificateTold, EvidenceTold, LogEntry, LogReach } from '../../../core/protocol/pair/wire-log.ts'

const sql = sqlFile(import.meta.url, './log.sql')
const ReachRow = z
  .object({ disk_id: z.string(), chain: z.string(), through: z.number() })
  .transform((row): LogReach => ({ diskId: row.disk_id, chain: row.chain, through: row.through }))
const entryColumns = {
  chain: z.string(),
  seq: z.number(),
  at: z.number(),
  actor: z.string(),
  type: z.string(),
  subject_kind: z.string(),
  subject_id: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  previous_hash: z.string(),
  hash: z.string(),
}
const EntryRow = z.object(entryColumns).transform(entryOf)
const KeptRow = z.object({ ...entryColumns, disk_id: z.string() }).transform(row => ({ diskId: row.disk_id, entry: entryOf(row) }))

function entryOf(row: {
  readonly chain: string
  readonly seq: number
  readonly at: number
  readonly actor: string
  readonly type: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly facts: LogEntry['facts']
  readonly previous_hash: string
  readonly hash: string
}): LogEntry {
  const { chain, seq, at, actor, type, facts, hash } = row
  return {
    chain,
    seq,
    at,
    actor,
    type,
    subject: { kind: row.subject_kind, id: row.subject_id },
    facts,
    previousHash: row.previous_hash,
    hash,
  }
}

/** How far the peer holds the logs that are told from here. */
export function logReaches(tx: Tx): Promise<LogReach[]> {
  return sql.many(tx, 'log-reaches', {}, ReachRow)
}

export async function putLogReaches(tx: Tx, reaches: readonly LogReach[]): Promise<void> {
  const rows = JSON.stringify(reaches.map(({ diskId, chain, through }) => ({ disk_id: diskId, chain, through })))
  if (reaches.length > 0) await sql.run(tx, 'put-log-reaches', { rows })
}

/** Chains of other disks that are kept here, and how far. */
export function keptChains(tx: Tx): Promise<LogReach[]> {
  return sql.many(tx, 'kept-chains', {}, ReachRow)
}

export async function keptHead(tx: Tx, of: { readonly diskId: string; readonly chain: string }): Promise<LogHead> {
  return (await sql.maybe(tx, 'kept-head', of, z.object({ seq: z.number(), hash: z.string() }))) ?? null
}

export function keptAfter(
  tx: Tx,
  page: { readonly diskId: string; readonly chain: string; readonly after: number; readonly most: number },
): Promise<LogEntry[]> {
  return sql.many(tx, 'kept-after', page, EntryRow)
}

export async function keepEntries(tx: Tx, diskId: string, entries: readonly LogEntry[]): Promise<void> {
  const rows = entries.map(({ subject, previousHash, ...entry }) => {
    return { ...entry, subject_kind: subject.kind, subject_id: subject.id, previous_hash: previousHash }
  })
  if (rows.length > 0) await sql.run(tx, 'keep-entries', { diskId, rows: JSON.stringify(rows) })
}

/** What other disks wrote about one thing. */
export function keptHistory(
  tx: Tx,
  subject: { readonly kind: string; readonly id: string },
): Promise<{ readonly diskId: string; readonly entry: LogEntry }[]> {
  return sql.many(tx, 'kept-of-subject', subject, KeptRow)
}

const CertificateRow = z
  .object({ id: z.string(), content: ReadinessCertificate, signature: z.string(), public_key: z.string(), peer_news: z.number() })
  .transform((row): CertificateTold => {
    return { id: row.id, content: row.content, signature: row.signature, publicKey: row.public_key, news: row.peer_news }
  })

export function certificatesWithNews(tx: Tx, siteCode: string): Promise<CertificateTold[]> {
  return sql.many(tx, 'certificates-with-news', { siteCode }, CertificateRow)
}

const EvidenceRow = z
  .object({
    kind: z.string(),
    passed: z.boolean(),
    valid_until: z.number().nullable(),
    note: z.string(),
    recorded_at: z.number(),
    peer_news: z.number(),
  })
  .transform((row): EvidenceTold => {
    const { kind, passed, note } = row
    return { kind, passed, validUntil: row.valid_until, note, recordedAt: row.recorded_at, news: row.peer_news }
  })

/** How a server stands with its peer is its own to say, and not told. */
export function evidenceWithNews(tx: Tx, sitePackageId: string): Promise<EvidenceTold[]> {
  return sql.many(tx, 'evidence-with-news', { sitePackageId }, EvidenceRow)
}

export type SiteKey = { readonly siteCode: string; readonly sitePackageId: string }

export async function toldSiteRows(
  tx: Tx,
  { siteCode, sitePackageId }: SiteKey,
  told: { readonly certificates: readonly CertificateTold[]; readonly evidence: readonly EvidenceTold[] },
): Promise<void> {
  for (const { id, news } of told.certificates) await sql.run(tx, 'told-certificate', { siteCode, id, news })
  for (const { kind, news } of told.evidence) await sql.run(tx, 'told-evidence', { sitePackageId, kind, news })
}

/** Of this site only; the same again changes nothing. */
export async function takeSiteRows(
  tx: Tx,
  { siteCode, sitePackageId }: SiteKey,
  told: { readonly certificates: readonly CertificateTold[]; readonly evidence: readonly EvidenceTold[] },
): Promise<void> {
  for (const { id, content, signature, publicKey } of told.certificates) {
    const row = { siteCode, id, content: certificateText(content), signature, publicKey, issuedAt: content.performedAt }
    if (content.siteCode === siteCode) await sql.run(tx, 'take-certificate', row)
  }
  for (const { news: _told, ...one } of told.evidence)
    if (one.kind !== 'peer') await sql.run(tx, 'take-evidence', { sitePackageId, ...one, recordedAt: instant(one.recordedAt) as Instant })
}

/** The peer came back with an empty disk. */
export async function forgetSiteTold(tx: Tx, { siteCode, sitePackageId }: SiteKey): Promise<void> {
  for (const diskId of new Set((await logReaches(tx)).map(one => one.diskId))) await sql.run(tx, 'forget-log-reaches', { diskId })
  await sql.run(tx, 'forget-certificates', { siteCode })
  await sql.run(tx, 'forget-evidence', { sitePackageId })
}
