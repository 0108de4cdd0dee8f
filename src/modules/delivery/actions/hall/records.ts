import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { headOf } from '../../../audit/index.ts'
import type { settleHelpCall, readJournal, readPending, readRoomRecord, recordAtHall } from '../../contract.ts'
import { type Attempt, type AttemptId, hasEnded } from '../../core/attempt/attempt.ts'
import type { Incident } from '../../core/attempt/incident.ts'
import { faultClock, reaches } from '../../core/hall/halt.ts'
import { attemptsOfSitting } from '../../store/attempts.ts'
import {
  type DoneAct,
  type Halt,
  actsOfSitting,
  settleHelpCall as markSettled,
  creditsOfSitting,
  haltsOfSitting,
  malpracticeOfSitting,
  openHelpCalls,
} from '../../store/hall/acts.ts'
import { type HallCandidate, type HallSitting, candidatesOfSitting, findHallSitting } from '../../store/hall/hall.ts'
import { incidentsOfSitting, insertIncident } from '../../store/incidents.ts'
import { byOne, doOnce } from './keepers.ts'
import { lateEventsOf } from './late-events.ts'
import { peopleOf } from './staff.ts'

type Done = Result<{ readonly actId: string }>
type At<P = object> = { readonly params: { readonly sittingId: string } & P }

/** Writes down what happened, with its reason. */
export async function recordAtHallAction(
  tx: Tx,
  { params, body }: At & { readonly body: BodyOf<typeof recordAtHall> },
  ctx: Ctx,
): Promise<Done> {
  const keepers = await byOne(tx, ctx, 'record')
  if (!keepers.ok) return keepers
  const sitting = await findHallSitting(tx, params.sittingId)
  if (!sitting) return refuse('not-found')
  const { sittingId } = sitting
  const { actId, kind, candidateRef, reason, note } = body
  const candidate = candidateRef === null ? null : (await candidatesOfSitting(tx, sittingId)).find(one => one.candidateRef === candidateRef)
  if (candidate === undefined) return refuse('not-found')
  if (
    !(await doOnce(tx, ctx, keepers.value, {
      sittingId,
      actId,
      kind: 'incident-recorded',
      facts: { kind, candidate: candidateRef, reason, note },
    }))
  )
    return ok({ actId })
  const attemptId = candidate?.attemptId ?? null
  await insertIncident(tx, {
    sittingId,
    attemptId,
    id: actId,
    kind,
    note,
    facts: { reason },
    recordedBy: actorRef(ctx.actor),
    recordedAt: ctx.now,
  })
  return ok({ actId })
}

export async function settleHelpAction(
  tx: Tx,
  { params, body }: At<{ readonly callId: string }> & { readonly body: BodyOf<typeof settleHelpCall> },
  ctx: Ctx,
): Promise<Done> {
  const keepers = await byOne(tx, ctx, 'record')
  if (!keepers.ok) return keepers
  const { sittingId, callId } = params
  if (!(await findHallSitting(tx, sittingId))) return refuse('not-found')
  if (!(await doOnce(tx, ctx, keepers.value, { sittingId, actId: body.actId, kind: 'help-given', facts: { call: callId } })))
    return ok({ actId: body.actId })
  return (await markSettled(tx, { sittingId, callId, by: actorRef(ctx.actor), now: ctx.now }))
    ? ok({ actId: body.actId })
    : refuse('not-found')
}

/** What happened in a sitting besides its seats. Refusal: `not-found`. */
export async function readJournalAction(tx: Tx, { params }: At, ctx: Ctx): Promise<Result<ReplyOf<typeof readJournal>>> {
  const keepers = await byOne(tx, ctx, 'watch')
  if (!keepers.ok) return keepers
  const sitting = await findHallSitting(tx, params.sittingId)
  if (!sitting) return refuse('not-found')
  const { sittingId } = sitting
  return ok({
    serverTime: ctx.now,
    halts: (await haltsOfSitting(tx, sittingId)).map(halt => viewHalt(halt, sitting, ctx.now)),
    credits: await creditsOfSitting(tx, sittingId),
    calls: await openHelpCalls(tx, sittingId),
    incidents: (await incidentsOfSitting(tx, sittingId)).map(viewIncident),
    malpractice: await malpracticeOfSitting(tx, sittingId),
    acts: (await actsOfSitting(tx, sittingId)).map(viewAct),
    people: await peopleOf(tx, sitting.sitePackageId),
  })
}

/** What waits, and nothing that is over. Refusal: `not-found`. */
export async function readPendingAction(tx: Tx, { params }: At, ctx: Ctx): Promise<Result<ReplyOf<typeof readPending>>> {
  const keepers = await byOne(tx, ctx, 'watch')
  if (!keepers.ok) return keepers
  const sitting = await findHallSitting(tx, params.sittingId)
  if (!sitting) return refuse('not-found')
  const { sittingId } = sitting
  return ok({
    serverTime: ctx.now,
    halts: (await haltsOfSitting(tx, sittingId)).filter(halt => halt.toAt === null).map(halt => viewHalt(halt, sitting, ctx.now)),
    credits: (await creditsOfSitting(tx, sittingId)).filter(credit => credit.state === 'proposed'),
    calls: await openHelpCalls(tx, sittingId),
  })
}

function viewAct({ facts, ...act }: DoneAct) {
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null)
  return { ...act, candidateRef: text('candidate'), attemptId: text('attempt'), roomLabel: text('room') }
}

function viewHalt(halt: Halt, sitting: HallSitting, now: Instant) {
  const runs = halt.kind === 'fault' && halt.toAt === null
  return { ...halt, clock: runs ? faultClock(sitting.fault, halt.fromAt, now) : null }
}

function viewIncident({ facts, ...incident }: Incident) {
  return { ...incident, reason: String(facts['reason'] ?? incident.kind) }
}

/** The record of a room as it is printed and signed. Refusal: `not-found`. */
export async function readRoomRecordAction(
  tx: Tx,
  { params }: At<{ readonly roomLabel: string }>,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readRoomRecord>>> {
  const keepers = await byOne(tx, ctx, 'watch')
  if (!keepers.ok) return keepers
  const { kept } = keepers.value
  const { roomLabel } = params
  const sitting = await findHallSitting(tx, params.sittingId)
  const people = sitting ? (await candidatesOfSitting(tx, params.sittingId)).filter(one => one.roomLabel === roomLabel) : []
  if (!sitting || people.length === 0) return refuse('not-found')
  const { sittingId } = sitting
  const ids = new Set(people.flatMap(one => one.attemptId ?? []))
  const refs = new Set(people.map(one => one.candidateRef))
  const attempts = (await attemptsOfSitting(tx, sitting.sittingId)).filter(one => ids.has(one.attemptId))
  const absent = people.filter(one => one.absentAt !== null)
  const late = await lateEventsOf(tx, sitting)
  return ok({
    siteName: kept.siteName,
    title: kept.title,
    sitting: sitting.title,
    roomLabel,
    opensAt: sitting.opensAt,
    closedAt: sitting.closedAt,
    counts: {
      expected: people.length,
      checkedIn: people.filter(one => one.checkedInAt !== null).length,
      absent: absent.length,
      handedIn: attempts.filter(one => one.state === 'handed-in').length,
      ended: attempts.filter(one => one.state === 'closed').length - absent.length,
    },
    absent: absent.map(({ ticketNumber, maskedName, seatLabel }) => ({ ticketNumber, maskedName, seatLabel })),
    receipts: receiptsOf(people, attempts),
    halts: (await haltsOfSitting(tx, sittingId)).filter(halt => reaches(halt, roomLabel)).map(halt => viewHalt(halt, sitting, ctx.now)),
    credits: (await creditsOfSitting(tx, sittingId)).filter(
      one => one.scope === 'site' || one.roomLabel === roomLabel || (one.candidateRef !== null && refs.has(one.candidateRef)),
    ),
    incidents: (await incidentsOfSitting(tx, sittingId)).filter(one => one.attemptId === null || ids.has(one.attemptId)).map(viewIncident),
    malpractice: (await malpracticeOfSitting(tx, sittingId)).filter(one => refs.has(one.candidateRef)),
    lateDecisions: late.decisions.filter(one => ids.has(one.attemptId as AttemptId)),
    lateWaiting: late.waiting.filter(one => ids.has(one.attemptId as AttemptId)).length,
    people: await peopleOf(tx, sitting.sitePackageId),
    checkpoint: await headOf(tx, sittingId),
  })
}

function receiptsOf(people: readonly HallCandidate[], attempts: readonly Attempt[]) {
  const ends = new Map(attempts.flatMap(one => (hasEnded(one) ? [[one.attemptId as string, one] as const] : [])))
  return people.flatMap(({ attemptId, seatLabel, maskedName, absentAt }) => {
    const end = attemptId === null || absentAt !== null ? undefined : ends.get(attemptId)
    return end ? [{ seatLabel, maskedName, endedAt: end.endedAt, receiptCode: end.receiptCode }] : []
  })
}
