import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { AttemptId, SittingId } from '../../../delivery/contract.ts'
import { admitCandidate } from '../../../delivery/index.ts'
import type { checkIn as checkInEndpoint, renewEntryCode as codeEndpoint } from '../../contract.ts'
import { admit, COMPUTER_ROOM_RULE } from '../../core/hall/check-in.ts'
import { entryCodeMinutes, seatIs } from '../../core/hall/seat-state.ts'
import { insertCheckIn, saveSeatState } from '../../store/seats.ts'
import { formsOfSession } from '../../store/sittings.ts'
import { findSession, lockSession } from '../../store/sessions.ts'
import { holdSession } from '../sessions/advance-session.ts'
import { type KeptSeat, lockKeptSeat } from './hall-access.ts'

type CheckInRequest = { readonly params: ParamsOf<typeof checkInEndpoint>; readonly body: BodyOf<typeof checkInEndpoint> }
type CodeRequest = { readonly params: ParamsOf<typeof codeEndpoint>; readonly body: BodyOf<typeof codeEndpoint> }
const RULE = COMPUTER_ROOM_RULE

/**
 * Lets a candidate in at the door: by the clock, with ticket and document, and the person being the one on both. The first
 * check-in of a session makes it held. Gives the entry code of a paper sat at a machine, shown once.
 */
export async function checkInAction(tx: Tx, { params, body }: CheckInRequest, ctx: Ctx): Promise<Result<ReplyOf<typeof checkInEndpoint>>> {
  const locked = await lockKeptSeat(tx, ctx, { sittingId: params.sittingId, applicationId: body.applicationId })
  if (!locked.ok) return locked
  const { sitting, seat } = locked.value
  if (seat.state !== 'expected') return seatIs(seat.state)
  const verdict = admit({ ...body, startsAt: sitting.startsAt, now: ctx.now }, RULE)
  if (!verdict.ok) return verdict
  const held = await holdOnce(tx, ctx, sitting.sessionId)
  if (!held.ok) return held
  if (!(await saveSeatState(tx, seat, { state: 'checked-in', now: ctx.now }))) return refuse('changed-meanwhile')
  const minutesLate = verdict.value.kind === 'late' ? verdict.value.minutesLate : 0
  await keepCheckIn(tx, ctx, locked.value, { kind: 'first', document: body.document, minutesLate, note: '' })
  const code = await entryCode(tx, ctx, locked.value)
  if (!code.ok) return code
  const facts = { sitting: sitting.sittingId, room: seat.roomNumber, seat: seat.seatNo, document: body.document, minutesLate }
  await record(tx, ctx, { type: 'candidate-checked-in', subject: { kind: 'application', id: seat.applicationId }, facts })
  return ok({ entryCode: code.value, minutesLate })
}

/** A new entry code for somebody inside: a machine failed, or the code was mistyped too often. */
export async function renewEntryCodeAction(tx: Tx, { params, body }: CodeRequest, ctx: Ctx): Promise<Result<ReplyOf<typeof codeEndpoint>>> {
  const locked = await lockKeptSeat(tx, ctx, { sittingId: params.sittingId, applicationId: body.applicationId })
  if (!locked.ok) return locked
  const { sitting, seat } = locked.value
  if (await isByHand(tx, sitting)) return refuse('entry-code-not-needed')
  if (seat.state !== 'checked-in') return seatIs(seat.state)
  await keepCheckIn(tx, ctx, locked.value, { kind: 'again', document: '', minutesLate: 0, note: body.reason })
  const code = await entryCode(tx, ctx, locked.value)
  if (!code.ok) return code
  const facts = { sitting: sitting.sittingId, room: seat.roomNumber, seat: seat.seatNo, reason: body.reason }
  await record(tx, ctx, { type: 'entry-code-renewed', subject: { kind: 'application', id: seat.applicationId }, facts })
  return code.value === null ? refuse('entry-code-not-needed') : ok({ entryCode: code.value })
}

/** A practical paper for which no form was assembled is worked on without a machine of its own. */
async function isByHand(tx: Tx, { sessionId, level, paper }: KeptSeat['sitting']): Promise<boolean> {
  if (paper !== 'skill') return false
  const form = (await formsOfSession(tx, sessionId)).find(one => one.level === level && one.form === 'P')
  return form === undefined || form.formId === ''
}

/** Refuses as delivery does (`attempt-over`); null for a practical paper without a machine. */
async function entryCode(tx: Tx, ctx: Ctx, { sitting, seat }: KeptSeat): Promise<Result<string | null>> {
  if (await isByHand(tx, sitting)) return ok(null)
  const validMinutes = entryCodeMinutes(sitting.startsAt, ctx.now, RULE)
  const place = { sittingId: sitting.sittingId as SittingId, attemptId: seat.attemptId as AttemptId }
  const admitted = await admitCandidate(tx, ctx, { ...place, validMinutes })
  return admitted.ok ? ok(admitted.value.entryCode) : admitted
}

type CheckInFacts = { readonly kind: 'first' | 'again'; readonly document: string; readonly minutesLate: number; readonly note: string }

async function keepCheckIn(tx: Tx, ctx: Ctx, { sitting, seat }: KeptSeat, facts: CheckInFacts): Promise<void> {
  const key = { sittingId: sitting.sittingId, applicationId: seat.applicationId, checkInId: newId() }
  await insertCheckIn(tx, { ...key, ...facts, byActor: actorRef(ctx.actor), at: ctx.now })
}

/** The first check-in holds the session. Several doors open at once: whoever finds it held already goes on. */
async function holdOnce(tx: Tx, ctx: Ctx, sessionId: string): Promise<Result<unknown>> {
  if ((await findSession(tx, sessionId))?.state !== 'closed') return ok(true)
  const locked = await lockSession(tx, sessionId)
  return locked?.state === 'closed' ? holdSession(tx, ctx, { sessionId }) : ok(true)
}
