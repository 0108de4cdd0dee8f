import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { decideLateEvents, readLateEvents } from '../../contract.ts'
import { type Attempt, type AttemptId, hasEnded } from '../../core/attempt/attempt.ts'
import { type LateDecision, countPlaces, itemsChangedBy, judgeLateDecision, placesText, undecided } from '../../core/record/late-events.ts'
import { attemptsOfSitting, lockAttempt } from '../../store/attempts.ts'
import { eventsOf } from '../../store/epochs.ts'
import { type HallSitting, findHallSitting, lockHallSitting } from '../../store/hall/hall.ts'
import { LATE_DECIDED, attemptsWithLate, lateDecisionsOf } from '../../store/hall/late.ts'
import { byOne, byTwo, doOnce, mustBe } from './keepers.ts'
import { settleAttempt } from './peer/settle-attempt.ts'
import { peopleOf } from './staff.ts'

type At<P = object> = { readonly params: { readonly sittingId: string } & P }

/** What arrived late in a sitting, and what was decided about it. Refusals: `not-found`, those of the keepers. */
export async function readLateEventsAction(tx: Tx, { params }: At, ctx: Ctx): Promise<Result<ReplyOf<typeof readLateEvents>>> {
  const keepers = await byOne(tx, ctx, 'watch')
  if (!keepers.ok) return keepers
  const sitting = await findHallSitting(tx, params.sittingId)
  if (!sitting) return refuse('not-found')
  return ok(await lateEventsOf(tx, sitting))
}

export async function lateEventsOf(tx: Tx, { sittingId, sitePackageId }: HallSitting): Promise<ReplyOf<typeof readLateEvents>> {
  const decisions = await lateDecisionsOf(tx, sittingId)
  const withLate = await attemptsWithLate(tx, sittingId)
  const waiting = []
  for (const attempt of await attemptsOfSitting(tx, sittingId)) {
    const view = withLate.has(attempt.attemptId) ? await viewWaiting(tx, attempt, decisions) : null
    if (view) waiting.push(view)
  }
  return { waiting, decisions: decisions.map(viewDecision), people: await peopleOf(tx, sitePackageId) }
}

async function viewWaiting(tx: Tx, attempt: Attempt, decisions: readonly LateDecision[]) {
  if (!hasEnded(attempt)) return null
  const own = decisions.filter(one => one.attemptId === attempt.attemptId)
  const events = await eventsOf(tx, attempt)
  const open = undecided(events, own)
  if (open.length === 0) return null
  const { attemptId, candidateRef, ticketNumber, maskedName, roomLabel, seatLabel, endedAt } = attempt
  const received = open.map(event => event.receivedAt)
  return {
    attemptId,
    candidateRef,
    ticketNumber,
    maskedName,
    roomLabel,
    seatLabel,
    endedAt,
    events: open.length,
    itemsChanged: itemsChangedBy(events, own).length,
    firstAt: Math.min(...received),
    lastAt: Math.max(...received),
    places: placesText(open),
  }
}

/** A decision as people read it. */
function viewDecision({ places, ...decision }: LateDecision) {
  return { ...decision, events: countPlaces(places) }
}

/**
 * Takes or leaves what arrived late, by two. Taken, it counts as if it had come in time: for each item the latest stands. What both
 * servers derive follows from the act, which the peer hears of. Refusals: `not-found`, those of `judgeLateDecision` and of the keepers.
 */
export async function decideLateEventsAction(
  { params, body }: At<{ readonly attemptId: string }> & { readonly body: BodyOf<typeof decideLateEvents> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof decideLateEvents>>> {
  return byTwo<{ readonly actId: string }>(ctx, {
    act: 'decide-late',
    witness: body.witness,
    run: async (tx, keepers) => {
      const permitted = mustBe('decide-late', keepers)
      if (!permitted.ok) return permitted
      const { sittingId } = params
      const sitting = await lockHallSitting(tx, sittingId)
      const attempt = sitting && (await lockAttempt(tx, { sittingId: sitting.sittingId, attemptId: params.attemptId as AttemptId }))
      if (!attempt) return refuse('not-found')
      const decisions = (await lateDecisionsOf(tx, sittingId)).filter(one => one.attemptId === attempt.attemptId)
      if (decisions.some(one => one.actId === body.actId)) return ok({ actId: body.actId })
      const open = undecided(await eventsOf(tx, attempt), decisions)
      const { state } = attempt
      const judged = judgeLateDecision({ state, places: placesText(open), shown: body.places, note: body.note })
      if (!judged.ok) return judged
      const { take, places, reason, note, actId } = body
      const facts = { attempt: attempt.attemptId, take, places, events: open.length, reason, note }
      if (await doOnce(tx, ctx, keepers, { sittingId, actId, kind: LATE_DECIDED, facts })) await settleAttempt(tx, attempt)
      return ok({ actId })
    },
  })
}
