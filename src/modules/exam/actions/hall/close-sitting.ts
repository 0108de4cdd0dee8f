import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { clockOf, instant } from '../../../../kernel/instant.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { acceptsUntil, type Attempt, hasEnded, type SittingId } from '../../../delivery/contract.ts'
import { attemptsOfSitting, closeAttempt } from '../../../delivery/index.ts'
import type { closeSitting as endpoint } from '../../contract.ts'
import { closableAt } from '../../core/hall/seat-state.ts'
import { type AllocatedSeat, checkInsOfSitting, insertHandover, saveSeatState, seatsOfSitting } from '../../store/seats.ts'
import { saveClosed, type Sitting } from '../../store/sittings.ts'
import { keptSitting } from './hall-access.ts'
import { makeAbsent } from './mark-absent.ts'

type Request = { readonly params: ParamsOf<typeof endpoint>; readonly body: BodyOf<typeof endpoint> }
type Counts = { handedIn: number; absent: number }

/** The job that follows a closed sitting: marking takes up its attempts. Payload `{ sittingId, paper, level, site }`. */
export const SITTING_CLOSED_TASK = 'sitting-closed'

/**
 * Ends a sitting: who never came is absent, work still open is handed in by the clock, and the rooms are handed over.
 * Refuses `sitting-unknown`, `sitting-not-over`, `sitting-closed-already`, and `attempts-still-running` while somebody has time left.
 */
export async function closeSittingAction(tx: Tx, { params, body }: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof endpoint>>> {
  const found = await keptSitting(tx, ctx, params.sittingId)
  if (!found.ok) return found
  const sitting = found.value
  const open = closableAt(sitting, ctx.now)
  if (!open.ok) return open
  const attempts = await attemptsOfSitting(tx, sitting.sittingId as SittingId)
  const running = stillRunning(attempts, ctx.now)
  if (running.length > 0)
    return refuse('attempts-still-running', { running: running.length, until: clockOf(instant(Math.max(...running))) })
  if (!(await saveClosed(tx, { sittingId: sitting.sittingId, closedAt: ctx.now, closedBy: actorRef(ctx.actor) })))
    return refuse('sitting-closed-already')
  const counts: Counts = { handedIn: 0, absent: 0 }
  for (const seat of await seatsOfSitting(tx, sitting.sittingId)) {
    const ended = await endSeat(tx, ctx, { sitting, seat, attempt: attempts.find(a => a.attemptId === seat.attemptId), counts })
    if (!ended.ok) return ended
  }
  await handOver(tx, ctx, sitting, body.note)
  const { sittingId, paper, level, siteCode: site } = sitting
  await ctx.ports.jobs.enqueue(tx, SITTING_CLOSED_TASK, { sittingId, paper, level, site }, { key: `${SITTING_CLOSED_TASK}:${sittingId}` })
  await record(tx, ctx, {
    type: 'sitting-closed',
    subject: { kind: 'sitting', id: sittingId },
    facts: { paper, level, site, ...counts, note: body.note },
  })
  return ok(counts)
}

/** Until when each attempt still takes saves; only those that do. */
function stillRunning(attempts: readonly Attempt[], now: number): number[] {
  return attempts.flatMap(a => (a.state === 'running' && acceptsUntil(a, a.startedAt) >= now ? [acceptsUntil(a, a.startedAt)] : []))
}

type Ending = { readonly sitting: Sitting; readonly seat: AllocatedSeat; readonly attempt: Attempt | undefined; readonly counts: Counts }

async function endSeat(tx: Tx, ctx: Ctx, { sitting, seat, attempt, counts }: Ending): Promise<Result<true>> {
  if (seat.state === 'expected') {
    counts.absent += 1
    return makeAbsent(tx, ctx, { sitting, seat })
  }
  if (seat.state === 'absent') counts.absent += 1
  if (seat.state !== 'checked-in') return ok(true)
  if (attempt && !hasEnded(attempt)) {
    const closed = await closeAttempt(tx, ctx, { ...attempt, reason: 'time-up', note: '场次结束统一收卷' })
    if (!closed.ok) return closed
  }
  counts.handedIn += 1
  return (await saveSeatState(tx, seat, { state: 'finished', now: ctx.now })) ? ok(true) : refuse('changed-meanwhile')
}

/** One record for each room: how many were seated, came, came late and stayed away. */
async function handOver(tx: Tx, ctx: Ctx, { sittingId }: Sitting, note: string): Promise<void> {
  const seats = await seatsOfSitting(tx, sittingId)
  const late = new Set(
    (await checkInsOfSitting(tx, sittingId)).filter(c => c.kind === 'first' && c.minutesLate > 0).map(c => c.applicationId),
  )
  for (const [roomId, room] of Map.groupBy(seats, seat => seat.roomId)) {
    const absent = room.filter(seat => seat.state === 'absent').length
    const figures = { seated: room.length, present: room.length - absent, absent, late: room.filter(s => late.has(s.applicationId)).length }
    await insertHandover(tx, { sittingId, roomId, ...figures, note, byActor: actorRef(ctx.actor), at: ctx.now })
  }
}
