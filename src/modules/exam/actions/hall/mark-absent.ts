import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { AttemptId, SittingId } from '../../../delivery/contract.ts'
import { closeAttempt } from '../../../delivery/index.ts'
import type { markAbsent as endpoint } from '../../contract.ts'
import { COMPUTER_ROOM_RULE } from '../../core/hall/check-in.ts'
import { missSeat } from '../../core/hall/seat-state.ts'
import { saveSeatState } from '../../store/seats.ts'
import { type KeptSeat, lockKeptSeat } from './hall-access.ts'

type Request = { readonly params: ParamsOf<typeof endpoint>; readonly body: BodyOf<typeof endpoint> }

/** Who has not come by thirty minutes after the start is absent; the attempt is closed with it. Refuses `absent-too-early`, `seat-wrong-state`. */
export async function markAbsentAction(tx: Tx, { params, body }: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof endpoint>>> {
  const locked = await lockKeptSeat(tx, ctx, { sittingId: params.sittingId, applicationId: body.applicationId })
  if (!locked.ok) return locked
  const { sitting, seat } = locked.value
  const missed = missSeat(seat.state, { startsAt: sitting.startsAt, now: ctx.now }, COMPUTER_ROOM_RULE)
  if (!missed.ok) return missed
  const gone = await makeAbsent(tx, ctx, locked.value)
  return gone.ok ? ok({ state: 'absent' as const }) : gone
}

/** Writes an absence that the rules allow already. */
export async function makeAbsent(tx: Tx, ctx: Ctx, { sitting, seat }: KeptSeat): Promise<Result<true>> {
  if (!(await saveSeatState(tx, seat, { state: 'absent', now: ctx.now }))) return refuse('changed-meanwhile')
  const place = { sittingId: sitting.sittingId as SittingId, attemptId: seat.attemptId as AttemptId }
  const closed = await closeAttempt(tx, ctx, { ...place, reason: 'absent', note: '' })
  if (!closed.ok && closed.refusal.code !== 'attempt-over') return closed
  const facts = { sitting: sitting.sittingId, room: seat.roomNumber, seat: seat.seatNo, paper: sitting.paper }
  await record(tx, ctx, { type: 'candidate-absent', subject: { kind: 'application', id: seat.applicationId }, facts })
  return ok(true)
}
