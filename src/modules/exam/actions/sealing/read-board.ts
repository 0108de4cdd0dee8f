import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { enrolmentInForce } from '../../../delivery/contract.ts'
import { siteEnrolments, siteReports, takenResults } from '../../../delivery/index.ts'
import type { BoardRowView, readBoard } from '../../contract.ts'
import { overseesSite } from '../../core/policy.ts'
import { boardLights, rowStanding, shortDigest, type SiteFacts } from '../../core/sealing/board.ts'
import { sealingOfSite } from '../../core/sealing/sealing.ts'
import { seatsOfSitting } from '../../store/seats.ts'
import { packagesOf, type SealedPackage } from '../../store/sealing/packages.ts'
import { type KeptSealing, sealingsOfSession } from '../../store/sealing/sealings.ts'
import { ledgerOf } from '../results/read-results.ts'
import { requireSession } from '../sessions/session-views.ts'
import { sessionHead } from './read-sealings.ts'
import { firstStartOf, type SessionSite, sitesOfSession } from './site-facts.ts'

/** How every site of a session stands, within reach of whoever asks. */
export async function readBoardAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof readBoard> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readBoard>>> {
  const found = await requireSession(tx, params.sessionId)
  if (!found.ok) return found
  const session = found.value
  const all = session.arrangedAt === null ? [] : await sitesOfSession(tx, session.id)
  const firstStart = firstStartOf(all) ?? null
  const board = await gather(
    tx,
    session.id,
    all.filter(site => overseesSite(ctx.actor, site)),
  )
  const rows: BoardRowView[] = []
  for (const site of board.sites) rows.push(await rowOf(tx, ctx, board, { site, firstStart: firstStart ?? ctx.now }))
  return ok({ now: ctx.now, session: sessionHead(session), firstStart, rows })
}

type Board = {
  readonly sites: readonly SessionSite[]
  readonly sealings: readonly KeptSealing[]
  readonly packages: ReadonlyMap<string, SealedPackage>
  readonly reports: ReadonlyMap<string, SiteFacts['reports']>
  readonly enrolments: Awaited<ReturnType<typeof siteEnrolments>>
  readonly taken: ReadonlySet<string>
}

/** Everything of all sites, each with one look at its table. */
async function gather(tx: Tx, sessionId: string, sites: readonly SessionSite[]): Promise<Board> {
  const sealings = (await sealingsOfSession(tx, sessionId)).filter(one => one.state === 'sealed')
  const packages = new Map<string, SealedPackage>()
  for (const { sealingId } of sealings) for (const one of await packagesOf(tx, sealingId)) packages.set(`${sealingId} ${one.siteCode}`, one)
  const codes = sites.map(site => site.siteCode)
  const reports = Map.groupBy(await siteReports(tx, codes), one => one.report.siteCode)
  const sittingIds = sites.flatMap(site => site.sittings.map(sitting => sitting.sittingId))
  const taken = new Set((await takenResults(tx, sittingIds)).map(one => one.sittingId))
  return { sites, sealings, packages, reports, enrolments: await siteEnrolments(tx, codes), taken }
}

type RowOf = { readonly site: SessionSite; readonly firstStart: SiteFacts['firstStart'] }

async function rowOf(tx: Tx, ctx: Ctx, board: Board, { site, firstStart }: RowOf): Promise<BoardRowView> {
  const { siteCode, siteName } = site
  const sealing = sealingOfSite(board.sealings, { siteCode, rehearsal: false })
  const sealed = sealing && board.packages.get(`${sealing.sealingId} ${siteCode}`)
  const enrolments = board.enrolments.filter(one => one.siteCode === siteCode)
  const inForce = enrolmentInForce(enrolments)
  const reports = board.reports.get(siteCode) ?? []
  const candidates = new Set<string>()
  const sittings: SiteFacts['sittings'][number][] = []
  for (const sitting of site.sittings) {
    for (const seat of await seatsOfSitting(tx, sitting.sittingId)) candidates.add(seat.personId)
    const taken = board.taken.has(sitting.sittingId)
    const sums = taken ? (await ledgerOf(tx, ctx, sitting)).sums : null
    sittings.push({ endsAt: sitting.endsAt, taken, sums })
  }
  const lights = boardLights(
    {
      enrolment: inForce ? 'confirmed' : enrolments.length > 0 ? 'unconfirmed' : 'none',
      sealed: sealed ? { sitePackageId: sealed.sitePackageId, fetchedAt: sealed.fetchedAt } : null,
      reports,
      firstStart,
      sittings,
    },
    ctx.now,
  )
  return {
    siteCode,
    siteName,
    candidates: candidates.size,
    sealing: sealing?.number ?? null,
    sitePackageId: sealed?.sitePackageId ?? null,
    digest: sealed ? shortDigest(sealed.digest) : null,
    standing: rowStanding(lights),
    lights,
    servers: reports.map(({ report, heardAt }) => ({ server: report.server, engine: report.engine, heardAt, number: report.number })),
    enrolments: enrolments.map(({ fingerprint, receivedAt, confirmedAt }) => ({
      fingerprint,
      receivedAt,
      confirmedAt,
      inForce: inForce?.fingerprint === fingerprint,
    })),
  }
}
