import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import type { Enrolment } from '../../core/site/enrolment.ts'
import { type HeardReport, SiteReport, type SiteServer } from '../../core/site/site-report.ts'
import { ResultReceipt } from '../../core/record/purge.ts'
import { Statement } from '../../core/record/judge-record.ts'

const sql = sqlFile(import.meta.url, './sites.sql')
const moment = z.number().transform(ms => instant(ms))
const CountRow = z.object({ n: z.coerce.number() })

const EnrolmentRow = z
  .object({
    site_code: z.string(),
    fingerprint: z.string(),
    recipient: z.string(),
    signing_key: z.string(),
    received_at: moment,
    confirmed_at: moment.nullable(),
    confirmed_by: z.string().nullable(),
  })
  .transform((row): Enrolment => ({
    siteCode: row.site_code,
    fingerprint: row.fingerprint,
    recipient: row.recipient,
    signingKey: row.signing_key,
    receivedAt: row.received_at,
    confirmedAt: row.confirmed_at,
    confirmedBy: row.confirmed_by,
  }))

/** The same enrolment again changes nothing. */
export async function insertEnrolment(
  tx: Tx,
  enrolment: Pick<Enrolment, 'siteCode' | 'fingerprint' | 'recipient' | 'signingKey'>,
  now: Instant,
): Promise<boolean> {
  return (await sql.run(tx, 'insert-enrolment', { ...enrolment, now })) === 1
}

export async function countUnconfirmed(tx: Tx, siteCode: string): Promise<number> {
  return (await sql.one(tx, 'unconfirmed-of-site', { siteCode }, CountRow)).n
}

export function enrolmentsOfSite(tx: Tx, siteCode: string): Promise<Enrolment[]> {
  return sql.many(tx, 'enrolments-of-site', { siteCode }, EnrolmentRow)
}

export function listEnrolments(tx: Tx): Promise<Enrolment[]> {
  return sql.many(tx, 'list-enrolments', {}, EnrolmentRow)
}

export async function confirmEnrolment(
  tx: Tx,
  confirmation: { readonly siteCode: string; readonly fingerprint: string; readonly confirmedBy: string; readonly now: Instant },
): Promise<boolean> {
  return (await sql.run(tx, 'confirm-enrolment', confirmation)) === 1
}

const ReportRow = z
  .object({ report: SiteReport, clock_ahead_ms: z.number(), heard_at: moment })
  .transform(row => ({ report: row.report, clockAheadMs: row.clock_ahead_ms, heardAt: row.heard_at }))
/** A report as it is kept, with when it was heard by the centre's clock. */
export type KeptReport = HeardReport & { readonly heardAt: Instant }

/** The row stays locked until the end of the transaction. */
export function lockReport(tx: Tx, of: { readonly siteCode: string; readonly server: SiteServer }): Promise<KeptReport | undefined> {
  return sql.maybe(tx, 'find-report', of, ReportRow)
}

/** False when a later one came meanwhile. */
export async function putReport(tx: Tx, { report, clockAheadMs }: HeardReport, now: Instant): Promise<boolean> {
  const { siteCode, server, number } = report
  return (await sql.run(tx, 'put-report', { siteCode, server, number, report: canonicalJson(report), clockAheadMs, now })) === 1
}

export function reportsOfSites(tx: Tx, siteCodes: readonly string[]): Promise<KeptReport[]> {
  return sql.many(tx, 'reports-of-sites', { siteCodes }, ReportRow)
}

const TakenRow = z
  .object({ sitting_id: z.string(), statement: Statement, receipt: ResultReceipt, signature: z.string() })
  .transform(row => ({
    sittingId: row.sitting_id,
    statement: row.statement,
    receipt: row.receipt,
    signature: row.signature,
  }))
/** A result that was taken in, and what was answered. */
export type TakenResult = z.output<typeof TakenRow>

export function receiptsOfSittings(tx: Tx, sittingIds: readonly string[]): Promise<TakenResult[]> {
  return sql.many(tx, 'receipts-of-sittings', { sittingIds }, TakenRow)
}

export async function countPlayed(tx: Tx, sittingId: string): Promise<number> {
  return (await sql.one(tx, 'attempts-played', { sittingId }, CountRow)).n
}

export async function deleteUnplayed(tx: Tx, sittingId: string): Promise<void> {
  await sql.run(tx, 'delete-unplayed', { sittingId })
}

const DrillRow = z
  .object({ valid_until: moment.nullable(), recorded_at: moment })
  .transform(row => ({ performedAt: row.recorded_at, validUntil: row.valid_until ?? row.recorded_at }))

/** At a site: the drill that was passed last, whatever package it was held with. */
export function lastDrill(tx: Tx): Promise<NonNullable<SiteReport['drill']> | undefined> {
  return sql.maybe(tx, 'last-drill', {}, DrillRow)
}

/** At a site: whether the peer is reached; undefined where the package that is played is kept by one server. */
export async function peerEvidence(tx: Tx, sitePackageId: string): Promise<boolean | undefined> {
  return (await sql.maybe(tx, 'peer-evidence', { sitePackageId }, z.object({ passed: z.boolean() })))?.passed
}

const LedgerRow = z
  .object({
    id: z.string(),
    candidate_ref: z.string(),
    ticket_number: z.string(),
    masked_name: z.string(),
    state: z.enum(['ready', 'running', 'handed-in', 'closed']),
    epoch: z.number(),
    started: z.boolean(),
    ended_by: z.string().nullable(),
    whole: z.boolean(),
  })
  .transform(row => ({
    attemptId: row.id,
    candidateRef: row.candidate_ref,
    ticketNumber: row.ticket_number,
    maskedName: row.masked_name,
    state: row.state,
    epoch: row.epoch,
    started: row.started,
    endedBy: row.ended_by,
    whole: row.whole,
  }))
/** An attempt for the completeness ledger; `whole`: every acknowledged event of every epoch is here, counted anew. */
export type CountedAttempt = z.output<typeof LedgerRow>

export function ledgerAttempts(tx: Tx, sittingId: string): Promise<CountedAttempt[]> {
  return sql.many(tx, 'ledger-attempts', { sittingId }, LedgerRow)
}
