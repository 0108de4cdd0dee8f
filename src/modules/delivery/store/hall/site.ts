import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import type { ArmingEvidence } from '../../core/hall/site-state.ts'
import type { HallStaff } from '../../core/hall/staff.ts'
import { Duty, type SiteRoster } from '../../core/site/site-package.ts'

const sql = sqlFile(import.meta.url, './site.sql')
const moment = z
  .number()
  .transform(ms => instant(ms))
  .nullable()
const PackageRow = z
  .object({
    id: z.string(),
    site_code: z.string(),
    site_name: z.string(),
    title: z.string(),
    rehearsal: z.boolean(),
    pair_key_sealed: z.string(),
    digest: z.string(),
    papers_opened_at: moment,
    armed_at: moment,
  })
  .transform(row => ({
    sitePackageId: row.id,
    siteCode: row.site_code,
    siteName: row.site_name,
    title: row.title,
    rehearsal: row.rehearsal,
    pairKeySealed: row.pair_key_sealed,
    digest: row.digest,
    papersOpenedAt: row.papers_opened_at,
    armedAt: row.armed_at,
  }))
/** A site package as it is kept; its sittings and people are in tables of their own. */
export type KeptPackage = z.output<typeof PackageRow>
const StaffRow = z
  .object({
    site_package_id: z.string(),
    staff_id: z.string(),
    name: z.string(),
    duties: z.array(Duty),
    pass_verifier: z.string(),
    failed_tries: z.number(),
    locked_until: moment,
  })
  .transform((row): HallStaff => ({
    sitePackageId: row.site_package_id,
    staffId: row.staff_id,
    name: row.name,
    duties: row.duties,
    passVerifier: row.pass_verifier,
    failedTries: row.failed_tries,
    lockedUntil: row.locked_until,
  }))
const EvidenceRow = z
  .object({ kind: z.string(), passed: z.boolean(), valid_until: moment, note: z.string() })
  .transform((row): ArmingEvidence => ({ kind: row.kind, passed: row.passed, validUntil: row.valid_until, note: row.note }))
type StaffKey = { readonly sitePackageId: string; readonly staffId: string }

/** False when a package of this id stands already. */
export async function insertSitePackage(
  tx: Tx,
  roster: SiteRoster,
  kept: { readonly pairKeySealed: string; readonly digest: string; readonly now: Instant },
): Promise<boolean> {
  const { sitePackageId, siteCode, siteName, title, rehearsal, staff } = roster
  if ((await sql.run(tx, 'insert-site-package', { sitePackageId, siteCode, siteName, title, rehearsal, ...kept })) === 0) return false
  const rows = staff.map(one => ({ staff_id: one.staffId, name: one.name, duties: one.duties, pass_verifier: one.passVerifier }))
  await sql.run(tx, 'insert-staff', { sitePackageId, rows: JSON.stringify(rows) })
  return true
}

/** The package that is played here: the one installed last. */
export function currentPackage(tx: Tx): Promise<KeptPackage | undefined> {
  return sql.maybe(tx, 'current-package', {}, PackageRow)
}

export function findSitePackage(tx: Tx, sitePackageId: string): Promise<KeptPackage | undefined> {
  return sql.maybe(tx, 'find-site-package', { sitePackageId }, PackageRow)
}

/** Makes a package that stands here the one that is played. */
export async function playPackage(tx: Tx, sitePackageId: string, now: Instant): Promise<void> {
  await sql.run(tx, 'play-package', { sitePackageId, now })
}

export function lockPackage(tx: Tx, sitePackageId: string): Promise<KeptPackage> {
  return sql.one(tx, 'lock-package', { sitePackageId }, PackageRow)
}

export async function markPapersOpened(tx: Tx, sitePackageId: string, now: Instant): Promise<void> {
  await sql.run(tx, 'mark-papers-opened', { sitePackageId, now })
}

export async function markArmed(tx: Tx, sitePackageId: string, now: Instant): Promise<void> {
  await sql.run(tx, 'mark-armed', { sitePackageId, now })
}

export function staffOfPackage(tx: Tx, sitePackageId: string): Promise<HallStaff[]> {
  return sql.many(tx, 'staff-of-package', { sitePackageId }, StaffRow)
}

export function findStaff(tx: Tx, key: StaffKey): Promise<HallStaff | undefined> {
  return sql.maybe(tx, 'find-staff', key, StaffRow)
}

/** The row is kept for a decision on its tries. */
export function lockStaff(tx: Tx, key: StaffKey): Promise<HallStaff | undefined> {
  return sql.maybe(tx, 'lock-staff', { sitePackageId: key.sitePackageId, staffId: key.staffId }, StaffRow)
}

export async function countStaffTries(
  tx: Tx,
  { sitePackageId, staffId }: StaffKey,
  count: { readonly failedTries: number; readonly lockedUntil: Instant | null },
): Promise<void> {
  await sql.run(tx, 'count-staff-tries', { sitePackageId, staffId, ...count })
}

export async function insertHallSignIn(
  tx: Tx,
  { sitePackageId, staffId, ...row }: StaffKey & { readonly tokenHash: string; readonly now: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await sql.run(tx, 'insert-hall-sign-in', { sitePackageId, staffId, ...row })
}

export async function staffOfSignIn(tx: Tx, key: { readonly tokenHash: string; readonly now: Instant }): Promise<HallStaff | undefined> {
  const row = await sql.maybe(tx, 'find-hall-sign-in', key, z.object({ site_package_id: z.string(), staff_id: z.string() }))
  return row && findStaff(tx, { sitePackageId: row.site_package_id, staffId: row.staff_id })
}

export async function endHallSignIn(tx: Tx, key: { readonly tokenHash: string; readonly now: Instant }): Promise<void> {
  await sql.run(tx, 'end-hall-sign-in', key)
}

export async function putEvidence(tx: Tx, sitePackageId: string, evidence: ArmingEvidence, now: Instant): Promise<void> {
  await sql.run(tx, 'put-evidence', { sitePackageId, ...evidence, now })
}

export async function dropEvidence(tx: Tx, sitePackageId: string, kind: string): Promise<void> {
  await sql.run(tx, 'drop-evidence', { sitePackageId, kind })
}

export function evidenceOfPackage(tx: Tx, sitePackageId: string): Promise<ArmingEvidence[]> {
  return sql.many(tx, 'evidence-of-package', { sitePackageId }, EvidenceRow)
}

export async function lastBeat(tx: Tx, serverName: string): Promise<Instant | null> {
  const row = await sql.maybe(tx, 'last-beat', { serverName }, z.object({ beat_at: z.number() }))
  return row ? instant(row.beat_at) : null
}

export async function putBeat(
  tx: Tx,
  beat: { readonly serverName: string; readonly startedAt: Instant; readonly now: Instant },
): Promise<void> {
  await sql.run(tx, 'put-beat', beat)
}
