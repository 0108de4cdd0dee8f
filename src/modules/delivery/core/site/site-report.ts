import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { SignatureCheck } from '../seal/judge-manifest.ts'

const Moment = z
  .number()
  .int()
  .nonnegative()
  .transform(ms => instant(ms))
const bytes = z
  .number()
  .int()
  .min(0)
  .max(2 ** 50)

/** Which server of a site speaks. */
export const SiteServer = z.enum(['A', 'B'])
export type SiteServer = z.infer<typeof SiteServer>

/** How a server of a site stands, as it tells the centre. It names no candidate and nothing of a paper. */
export const SiteReport = z.strictObject({
  format: z.literal('zhiheng-site-report'),
  version: z.literal(1),
  siteCode: z.string().min(1).max(64),
  server: SiteServer,
  /** Grows by one with every report of this server; a number that was heard before is a report sent again. */
  number: z.number().int().min(1),
  /** By the clock of the site: the difference to the centre's is one of the things to know. */
  reportedAt: Moment,
  engine: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  /** What it holds to be played; null while there is nothing. */
  package: z.strictObject({ sitePackageId: z.uuid(), openedAt: Moment.nullable(), armedAt: Moment.nullable() }).nullable(),
  /** The last drill that was passed, until when its certificate is good. */
  drill: z.strictObject({ performedAt: Moment, validUntil: Moment }).nullable(),
  disk: z.strictObject({ freeBytes: bytes, totalBytes: bytes }),
  /** `alone`: this site has no second server. */
  peer: z.enum(['reached', 'lost', 'alone']),
})
export type SiteReport = z.infer<typeof SiteReport>

/** The text under the signature of a report. */
export function reportText(report: SiteReport): string {
  return `zhiheng site report 1\n${canonicalJson(report)}`
}

/** What the centre knows before it hears a report. */
export type ReportTrust = {
  /** The confirmed key of the site; null when it has none. */
  readonly signingKey: string | null
  /** The number of the last report heard from this server; 0 before the first. */
  readonly lastNumber: number
  readonly isSignedBy: SignatureCheck
}

/** A report that was believed, and by how much the clock of the site is ahead of the centre's (milliseconds; the way of the message is in it). */
export type HeardReport = { readonly report: SiteReport; readonly clockAheadMs: number }

/** Refusals: `site-report-malformed`, `site-unknown`, `site-signature-wrong`, `site-report-repeated`. */
export function judgeReport(
  received: { readonly report: unknown; readonly signature: string },
  trust: (report: SiteReport) => ReportTrust,
  now: Instant,
): Result<HeardReport> {
  const read = SiteReport.safeParse(received.report)
  if (!read.success) return refuse('site-report-malformed')
  const report = read.data
  const { signingKey, lastNumber, isSignedBy } = trust(report)
  if (signingKey === null) return refuse('site-unknown', { site: report.siteCode })
  if (!isSignedBy(signingKey, reportText(report), received.signature)) return refuse('site-signature-wrong', { site: report.siteCode })
  if (report.number <= lastNumber) return refuse('site-report-repeated', { number: report.number, last: lastNumber })
  return ok({ report, clockAheadMs: report.reportedAt - now })
}
