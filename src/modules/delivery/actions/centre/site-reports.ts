import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { record } from '../../../audit/index.ts'
import type { readStanding, sendSiteReport } from '../../contract.ts'
import { type SiteCall, judgeCall } from '../../core/site/site-call.ts'
import { SiteReport, judgeReport } from '../../core/site/site-report.ts'
import { type KeptReport, lastDrill, lockReport, peerEvidence, putReport, reportsOfSites } from '../../store/hall/sites.ts'
import { currentPackage } from '../../store/hall/site.ts'
import { enrolledSite } from './enrolments.ts'

/** Hears a signed report of a site. Refusals: those of `judgeReport`. */
export async function sendSiteReportAction(
  tx: Tx,
  { body }: { readonly body: BodyOf<typeof sendSiteReport> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof sendSiteReport>>> {
  const read = SiteReport.safeParse(body.report)
  const site = read.success ? await enrolledSite(tx, read.data.siteCode) : undefined
  const last = read.success ? await lockReport(tx, read.data) : undefined
  const trust = () => ({ signingKey: site?.signingKey ?? null, lastNumber: last?.report.number ?? 0, isSignedBy })
  const heard = judgeReport(body, trust, ctx.now)
  if (!heard.ok) return heard
  const { report, clockAheadMs } = heard.value
  if (!(await putReport(tx, heard.value, ctx.now))) return refuse('site-report-repeated', { number: report.number, last: report.number })
  await tellChange(tx, ctx, report, last?.report)
  return ok({ heardAt: ctx.now, clockAheadMs })
}

/** What a site does with its package is put on record; that it is alive every minute is not. */
async function tellChange(tx: Tx, ctx: Ctx, report: SiteReport, before: SiteReport | undefined): Promise<void> {
  const now = report.package
  const was = before?.package?.sitePackageId === now?.sitePackageId ? before?.package : null
  const facts = { server: report.server, package: now?.sitePackageId ?? '' }
  const subject = { kind: 'site', id: report.siteCode }
  if (now && !was) await record(tx, ctx, { type: 'site-holds-package', subject, facts })
  if (now?.openedAt && !was?.openedAt) await record(tx, ctx, { type: 'site-opened-papers', subject, facts })
  if (now?.armedAt && !was?.armedAt) await record(tx, ctx, { type: 'site-armed', subject, facts })
}

/** Is this call from the site it names? Refusals: those of `judgeCall`. */
export async function heardCall(
  tx: Tx,
  ctx: Ctx,
  received: { readonly call: SiteCall; readonly signature: string },
): Promise<Result<SiteCall>> {
  const site = await enrolledSite(tx, received.call.siteCode)
  return judgeCall(received, { signingKey: site?.signingKey ?? null, isSignedBy }, ctx.now)
}

/** What the servers of these sites told last. */
export function siteReports(tx: Tx, siteCodes: readonly string[]): Promise<KeptReport[]> {
  return reportsOfSites(tx, siteCodes)
}

/** At a site: what its report is made from. */
export async function readStandingAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof readStanding>>> {
  const kept = await currentPackage(tx)
  const peer = kept ? await peerEvidence(tx, kept.sitePackageId) : undefined
  return ok({
    siteCode: kept?.siteCode ?? null,
    package: kept ? { sitePackageId: kept.sitePackageId, openedAt: kept.papersOpenedAt, armedAt: kept.armedAt } : null,
    drill: (await lastDrill(tx)) ?? null,
    peer: peer === undefined ? 'alone' : peer ? 'reached' : 'lost',
    serverTime: ctx.now,
  })
}
