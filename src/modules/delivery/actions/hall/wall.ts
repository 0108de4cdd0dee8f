import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { EventsReply, SentEvent } from '../../../../platform/http/route.ts'
import type { readWall } from '../../contract.ts'
import { type SeatOnWall, seatOnWall } from '../../core/hall/wall.ts'
import { answeredCounts, findHallSitting, seatsOfSitting } from '../../store/hall/hall.ts'
import type { PeerView } from '../../core/protocol/pair/wire.ts'
import { byOne } from './keepers.ts'
import { linkOf } from './peer/link.ts'
import { type WallFeed, openWallFeed } from './wall-feed.ts'

type At = { readonly params: { readonly sittingId: string } }
/** Counting responses reads far more rows than the seats, so it is done less often. */
const COUNTS_KEPT_MS = 15_000
const counts = new WeakMap<Ports, Map<string, { readonly at: number; readonly answered: ReadonlyMap<string, number> }>>()
const feeds = new WeakMap<Ports, Map<string, WallFeed>>()

/** Every seat as it stands now. Refusal: `not-found`. */
export async function readWallAction(tx: Tx, { params }: At, ctx: Ctx): Promise<Result<ReplyOf<typeof readWall>>> {
  const keepers = await byOne(tx, ctx, 'watch')
  if (!keepers.ok) return keepers
  if (!(await findHallSitting(tx, params.sittingId))) return refuse('not-found')
  return ok({ serverTime: ctx.now, mark: '', seats: await seatsNow(tx, ctx.ports, params.sittingId), peer: peerNow(ctx.ports) })
}

/** How this server stands with its peer; null where there is none. */
function peerNow(ports: Ports): PeerView | null {
  return linkOf(ports.database)?.view() ?? null
}

async function seatsNow(tx: Tx, ports: Ports, sittingId: string): Promise<SeatOnWall[]> {
  const now = ports.clock.now()
  const seats = await seatsOfSitting(tx, sittingId)
  const answered = await answeredNow(tx, ports, sittingId)
  return seats.map(seat => seatOnWall(seat, seat.attemptId === null ? null : (answered.get(seat.attemptId) ?? 0), now))
}

async function answeredNow(tx: Tx, ports: Ports, sittingId: string): Promise<ReadonlyMap<string, number>> {
  const kept = counts.get(ports) ?? new Map<string, { readonly at: number; readonly answered: ReadonlyMap<string, number> }>()
  counts.set(ports, kept)
  const known = kept.get(sittingId)
  const now = performance.now()
  if (known && now - known.at < COUNTS_KEPT_MS) return known.answered
  const answered = await answeredCounts(tx, sittingId)
  kept.set(sittingId, { at: now, answered })
  return answered
}

/** Follows the wall: a snapshot, or what was missed, and then every change. Refusals: `not-found`, those of the keepers. */
export async function followWallAction({ params }: At, ctx: Ctx): Promise<Result<EventsReply>> {
  const { ports } = ctx
  const permitted = await ports.database.transact<Result<true>>(async tx => {
    const keepers = await byOne(tx, ctx, 'watch')
    if (!keepers.ok) return keepers
    return (await findHallSitting(tx, params.sittingId)) ? ok(true) : refuse('not-found')
  })
  if (!permitted.ok) return permitted
  const feed = feedOf(ports, params.sittingId)
  return ok({ open: (send: (event: SentEvent) => void) => feed.listen(send, ctx.lastEventId) })
}

/** One reader of the tables for all consoles of a sitting. */
function feedOf(ports: Ports, sittingId: string): WallFeed {
  const known = feeds.get(ports) ?? new Map<string, WallFeed>()
  feeds.set(ports, known)
  const feed =
    known.get(sittingId) ??
    openWallFeed({
      read: () => ports.database.transact(tx => seatsNow(tx, ports, sittingId)),
      peer: () => peerNow(ports),
      now: () => ports.clock.now(),
      log: ports.log,
    })
  known.set(sittingId, feed)
  return feed
}
