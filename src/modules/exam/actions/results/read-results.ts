import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { record } from '../../../audit/index.ts'
import type { Arrow } from '../../../delivery/contract.ts'
import { ledgerAttempts, siteReports, takenResults } from '../../../delivery/index.ts'
import { peopleOf } from '../../../identity/index.ts'
import type { downloadReceipt, listResultsIn } from '../../contract.ts'
import { levelName } from '../../core/level-names.ts'
import { overseesSite } from '../../core/policy.ts'
import type { ArrowView } from '../../core/sealing/ledger-view.ts'
import { ledgerSums, sittingLedger } from '../../core/sealing/sitting-ledger.ts'
import { seatsOfSitting } from '../../store/seats.ts'
import { findSitting, type Sitting, sittingsOfSession } from '../../store/sittings.ts'
import { maskedName } from '../arrangement/write-seats.ts'
import { sessionHead } from '../sealing/read-sealings.ts'
import { requireSession } from '../sessions/session-views.ts'

type Reply = ReplyOf<typeof listResultsIn>

/** The sittings of a session within reach: what came in, and whether every arrow of the ledger sums. */
export async function listResultsAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof listResultsIn> },
  ctx: Ctx,
): Promise<Result<Reply>> {
  const found = await requireSession(tx, params.sessionId)
  if (!found.ok) return found
  const session = found.value
  const all = session.arrangedAt === null ? [] : await sittingsOfSession(tx, session.id)
  const sittings: Reply['sittings'][number][] = []
  for (const sitting of all.filter(one => overseesSite(ctx.actor, one)))
    sittings.push(await sittingResult(tx, ctx, sitting, session.editionId))
  return ok({ now: ctx.now, session: sessionHead(session), sittings })
}

async function sittingResult(tx: Tx, ctx: Ctx, sitting: Sitting, editionId: string): Promise<Reply['sittings'][number]> {
  const { sittingId, siteCode, siteName, level, paper, endsAt } = sitting
  const { taken, played, arrows, sums } = await ledgerOf(tx, ctx, sitting)
  const state = taken ? 'taken' : played ? 'played-here' : endsAt > ctx.now ? 'not-over' : 'awaited'
  return {
    sittingId,
    siteCode,
    siteName,
    paper,
    endsAt,
    state,
    sums,
    levelName: levelName(editionId, level),
    root: taken?.receipt.root.slice(0, 16) ?? null,
    servers: taken?.statement.servers ?? null,
    twoReported: taken ? await twoServersReported(tx, siteCode) : false,
    receivedAt: taken?.receipt.receivedAt ?? null,
    purgeFrom: taken?.receipt.purgeFrom ?? null,
    arrows: taken || played ? await shownArrows(tx, sittingId, arrows) : [],
  }
}

/** Did the site ever tell of a second server? Then a result that speaks of one only is to be looked at. */
async function twoServersReported(tx: Tx, siteCode: string): Promise<boolean> {
  const reports = await siteReports(tx, [siteCode])
  return reports.length > 1 || reports.some(one => one.report.peer !== 'alone')
}

/** The ledger of a sitting: of a result that came in, or of what was played at the centre. */
export async function ledgerOf(tx: Tx, ctx: Ctx, sitting: Sitting) {
  const { sittingId, endsAt } = sitting
  const [taken] = await takenResults(tx, [sittingId])
  const attempts = await ledgerAttempts(tx, sittingId)
  const seats = await seatsOfSitting(tx, sittingId)
  const played = !taken && attempts.some(one => one.epoch > 0 || one.state !== 'ready')
  const arrows = sittingLedger({ seats, attempts, inResult: taken ? attempts.map(one => one.candidateRef) : null })
  return { taken, played, arrows, sums: taken || played ? ledgerSums(arrows, taken !== undefined || endsAt <= ctx.now) : null }
}

async function shownArrows(tx: Tx, sittingId: string, arrows: readonly Arrow[]): Promise<ArrowView[]> {
  const named = new Set(arrows.flatMap(arrow => [...arrow.unexplained, ...arrow.invented]))
  const seats = named.size === 0 ? [] : await seatsOfSitting(tx, sittingId)
  const people = await peopleOf(tx, [...named])
  const name = (ref: string) => ({
    ticketNumber: seats.find(seat => seat.personId === ref)?.ticketNumber ?? '',
    name: maskedName(people.get(ref)?.name ?? ''),
  })
  return arrows.map(({ from, to, before, after, excused, unexplained, invented, sums }) => ({
    from,
    to,
    before,
    after,
    sums,
    excused: Object.entries(excused).map(([reason, refs]) => ({ reason, count: refs.length })),
    unexplained: unexplained.map(name),
    invented: invented.map(name),
  }))
}

/** The signed receipt, as the site has to keep it before it may delete anything. Refusals: `sitting-unknown`, `result-not-taken`. */
export async function downloadReceiptAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof downloadReceipt> },
  ctx: Ctx,
): Promise<Result<FileReply>> {
  const sitting = await findSitting(tx, params.sittingId)
  if (!sitting || !overseesSite(ctx.actor, sitting)) return refuse('sitting-unknown')
  const [taken] = await takenResults(tx, [params.sittingId])
  if (!taken) return refuse('result-not-taken')
  const text = `${JSON.stringify({ receipt: taken.receipt, signature: taken.signature }, null, 2)}\n`
  await record(tx, ctx, {
    type: 'receipt-downloaded',
    subject: { kind: 'sitting', id: params.sittingId },
    facts: { site: sitting.siteCode },
  })
  return ok({
    bytes: Buffer.from(text),
    mediaType: 'application/json',
    fileName: `收讫回执-${sitting.siteCode}-${params.sittingId.slice(0, 8)}.json`,
  })
}
