import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { checkInAtHall, renewEntryCode, lookAtDoor, markAbsentAtHall, swapSeat } from '../../contract.ts'
import { mayCheckIn, mayMarkAbsent } from '../../core/hall/door.ts'
import { hasEnded } from '../../core/attempt/attempt.ts'
import { lockAttempt, moveAttempt } from '../../store/attempts.ts'
import {
  type HallCandidate,
  type HallSitting,
  candidateByTicket,
  findHallSitting,
  findSeat,
  lockCandidate,
  markOutOfOrder,
  saveCandidate,
} from '../../store/hall/hall.ts'
import type { Seat } from '../../core/protocol/pair/seating.ts'
import { insertMove } from '../../store/hall/peer/take.ts'
import { admitCandidate } from '../admit-candidate.ts'
import { closeAttempt } from '../close-attempt.ts'
import { openNextEpoch } from '../open-next-epoch.ts'
import { byOne, doOnce } from './keepers.ts'

type At = { readonly params: { readonly sittingId: string } }
type Code = ReplyOf<typeof checkInAtHall>
/** Reasons after which nobody shall sit at the old machine again today. */
const BROKEN = new Set(['machine-hung', 'machine-broken', 'input-device'])

/** Who has this ticket, with the face: every look is on record. Refusal: `not-found`. */
export async function lookAtDoorAction(
  tx: Tx,
  { params, query }: At & { readonly query: { readonly ticketNumber: string } },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof lookAtDoor>>> {
  const keepers = await byOne(tx, ctx, 'check-in')
  if (!keepers.ok) return keepers
  const found = await candidateByTicket(tx, params.sittingId, query.ticketNumber)
  if (!found) return refuse('not-found')
  await record(tx, ctx, {
    type: 'face-shown',
    subject: { kind: 'sitting', id: params.sittingId },
    facts: { candidate: found.candidateRef },
  })
  const { candidateRef, ticketNumber, maskedName, maskedIdNumber, roomLabel, seatLabel, allowanceMinutes, checkedInAt, absentAt } = found
  const face = found.faceSealed === null ? null : ctx.ports.keys.open(found.faceSealed)
  return ok({
    candidateRef,
    ticketNumber,
    maskedName,
    maskedIdNumber,
    roomLabel,
    seatLabel,
    allowanceMinutes,
    checkedInAt,
    absentAt,
    faceJpegBase64: face,
  })
}

/** Checks a person in by ticket; the entry code is shown this once, and asked for again it is another one. */
export async function checkInAction(
  tx: Tx,
  { params, body }: At & { readonly body: BodyOf<typeof checkInAtHall> },
  ctx: Ctx,
): Promise<Result<Code>> {
  const keepers = await byOne(tx, ctx, 'check-in')
  if (!keepers.ok) return keepers
  const sitting = await findHallSitting(tx, params.sittingId)
  const seen = sitting && (await candidateByTicket(tx, params.sittingId, body.ticketNumber))
  const candidate = seen && (await lockCandidate(tx, params.sittingId, seen.candidateRef))
  if (!sitting || !candidate) return refuse('not-found')
  const open = mayCheckIn(sitting, candidate, ctx.now)
  if (!open.ok) return open
  const code = await codeFor(tx, ctx, candidate)
  if (!code.ok) return code
  await saveCandidate(tx, { ...candidate, checkedInAt: candidate.checkedInAt ?? ctx.now })
  await doOnce(tx, ctx, keepers.value, {
    sittingId: params.sittingId,
    actId: body.actId,
    kind: 'checked-in',
    facts: { candidate: candidate.candidateRef },
  })
  return code
}

async function codeFor(tx: Tx, ctx: Ctx, candidate: HallCandidate): Promise<Result<Code>> {
  const { attemptId, sittingId, maskedName, roomLabel, seatLabel } = candidate
  if (attemptId === null) return refuse('papers-not-open')
  const admitted = await admitCandidate(tx, ctx, { sittingId, attemptId })
  return admitted.ok ? ok({ ...admitted.value, maskedName, roomLabel, seatLabel }) : admitted
}

/** The candidate of an act inside the hall, locked. Refusals: `not-found`, `sitting-closed`, `not-checked-in`. */
export async function insider(
  tx: Tx,
  sittingId: string,
  candidateRef: string,
): Promise<Result<{ readonly sitting: HallSitting; readonly candidate: HallCandidate }>> {
  const sitting = await findHallSitting(tx, sittingId)
  const candidate = sitting && (await lockCandidate(tx, sittingId, candidateRef))
  if (!sitting || !candidate) return refuse('not-found')
  if (sitting.closedAt !== null) return refuse('sitting-closed')
  return candidate.checkedInAt === null ? refuse('not-checked-in') : ok({ sitting, candidate })
}

/** A new code for the same seat. */
export async function renewEntryCodeAction(
  tx: Tx,
  { params, body }: At & { readonly body: BodyOf<typeof renewEntryCode> },
  ctx: Ctx,
): Promise<Result<Code>> {
  const keepers = await byOne(tx, ctx, 'check-in')
  if (!keepers.ok) return keepers
  const inside = await insider(tx, params.sittingId, body.candidateRef)
  if (!inside.ok) return inside
  const code = await codeFor(tx, ctx, inside.value.candidate)
  if (!code.ok) return code
  await doOnce(tx, ctx, keepers.value, {
    sittingId: params.sittingId,
    actId: body.actId,
    kind: 'code-renewed',
    facts: { candidate: body.candidateRef, reason: body.reason, note: body.note },
  })
  return code
}

/** Who has not come is absent: the attempt ends before it began. */
export async function markAbsentAction(
  tx: Tx,
  { params, body }: At & { readonly body: BodyOf<typeof markAbsentAtHall> },
  ctx: Ctx,
): Promise<Result<{ readonly actId: string }>> {
  const keepers = await byOne(tx, ctx, 'mark-absent')
  if (!keepers.ok) return keepers
  const sitting = await findHallSitting(tx, params.sittingId)
  const candidate = sitting && (await lockCandidate(tx, params.sittingId, body.candidateRef))
  if (!sitting || !candidate) return refuse('not-found')
  const due = mayMarkAbsent(sitting, candidate, ctx.now)
  if (!due.ok) return due
  if (candidate.absentAt === null) await endAbsent(tx, ctx, candidate)
  await doOnce(tx, ctx, keepers.value, {
    sittingId: params.sittingId,
    actId: body.actId,
    kind: 'marked-absent',
    facts: { candidate: body.candidateRef },
  })
  return ok({ actId: body.actId })
}

export async function endAbsent(tx: Tx, ctx: Ctx, candidate: HallCandidate): Promise<void> {
  const { sittingId, attemptId } = candidate
  await saveCandidate(tx, { ...candidate, absentAt: ctx.now })
  if (attemptId !== null) await closeAttempt(tx, ctx, { sittingId, attemptId, reason: 'absent', note: '' })
}

/** Seats a person at another machine: what the old one still sends counts only for items that the new one has not touched. */
export async function swapSeatAction(
  tx: Tx,
  { params, body }: At & { readonly body: BodyOf<typeof swapSeat> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof swapSeat>>> {
  const keepers = await byOne(tx, ctx, 'swap-seat')
  if (!keepers.ok) return keepers
  const { sittingId } = params
  const inside = await insider(tx, sittingId, body.candidateRef)
  if (!inside.ok) return inside
  const { candidate } = inside.value
  const { attemptId } = candidate
  if (attemptId === null) return refuse('papers-not-open')
  const attempt = await lockAttempt(tx, { ...candidate, attemptId })
  if (!attempt) return refuse('not-found')
  if (hasEnded(attempt)) return refuse('attempt-over')
  const fresh = await doOnce(tx, ctx, keepers.value, {
    sittingId,
    actId: body.actId,
    kind: 'seat-swapped',
    facts: {
      candidate: body.candidateRef,
      from: `${candidate.roomLabel} ${candidate.seatLabel}`,
      to: `${body.roomLabel} ${body.seatLabel}`,
      reason: body.reason,
      note: body.note,
    },
  })
  const moved = { ...candidate, roomLabel: body.roomLabel, seatLabel: body.seatLabel }
  if (fresh) {
    const free = await seatIsFree(tx, { sittingId, roomLabel: body.roomLabel, seatLabel: body.seatLabel })
    if (!free.ok) return free
    await saveCandidate(tx, moved)
    const [from, to] = [candidate, moved].map(({ roomLabel, seatLabel }) => ({ roomLabel, seatLabel })) as [Seat, Seat]
    const move = { id: body.actId, candidateRef: body.candidateRef, from, to, movedAt: ctx.now, fromBroken: BROKEN.has(body.reason) }
    await insertMove(tx, sittingId, move)
    await moveAttempt(tx, { sittingId: candidate.sittingId, attemptId, roomLabel: body.roomLabel, seatLabel: body.seatLabel })
    if (BROKEN.has(body.reason)) await markOutOfOrder(tx, { ...candidate }, ctx.now)
    // nobody holds the token of this epoch: it only fences the old machine at once, and the entry at the new one opens the next
    if (attempt.epoch > 0) await openNextEpoch(tx, ctx, attempt)
  }
  return codeFor(tx, ctx, fresh ? moved : candidate)
}

async function seatIsFree(
  tx: Tx,
  place: { readonly sittingId: string; readonly roomLabel: string; readonly seatLabel: string },
): Promise<Result<true>> {
  const seat = await findSeat(tx, place)
  if (!seat) return refuse('seat-unknown')
  if (seat.takenBy !== null) return refuse('seat-taken')
  return seat.outOfOrder ? refuse('seat-out-of-order') : ok(true)
}
