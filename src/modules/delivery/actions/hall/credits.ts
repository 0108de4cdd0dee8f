import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf } from '../../../../kernel/endpoint.ts'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import type { creditAtHall, decideCredit } from '../../contract.ts'
import { type Attempt, hasEnded } from '../../core/attempt/attempt.ts'
import { type Interval, minutesOf, uncovered, withinWork } from '../../core/hall/credit.ts'
import { creditedIntervals, lockAttempt } from '../../store/attempts.ts'
import { type HallCredit, decideHallCredit, insertHallCredit, lockHallCredit } from '../../store/hall/acts.ts'
import { type HallSitting, candidatesOfSitting, lockHallSitting } from '../../store/hall/hall.ts'
import { creditTime } from '../credit-time.ts'
import { byTwo, doOnce, mustBe } from './keepers.ts'

type Done = Result<{ readonly actId: string }>
type At<B> = { readonly params: { readonly sittingId: string }; readonly body: B }
type CreditBody = BodyOf<typeof creditAtHall>

/** Gives time back on the word of a person: minutes up to now, or an interval that is over. */
export async function creditAtHallAction({ params, body }: At<CreditBody>, ctx: Ctx): Promise<Done> {
  return byTwo<{ readonly actId: string }>(ctx, {
    act: 'credit',
    witness: body.witness,
    run: async (tx, keepers) => {
      const sitting = await openSitting(tx, params.sittingId)
      if (!sitting.ok) return sitting
      const interval = intervalOf(body, ctx.now)
      if (!interval) return refuse('credit-unclear')
      const stake = { minutes: minutesOf([interval]), threshold: sitting.value.fault.secondPersonOverMinutes }
      const permitted = mustBe('credit', keepers, stake)
      if (!permitted.ok) return permitted
      const facts = {
        scope: body.scope,
        room: body.roomLabel,
        candidate: body.candidateRef,
        from: interval.from,
        to: interval.to,
        reason: body.reason,
        note: body.note,
      }
      if (!(await doOnce(tx, ctx, keepers, { sittingId: params.sittingId, actId: body.actId, kind: 'time-credited', facts })))
        return ok({ actId: body.actId })
      const credit: HallCredit = {
        sittingId: params.sittingId,
        creditId: newId(),
        scope: body.scope,
        roomLabel: body.roomLabel,
        candidateRef: body.candidateRef,
        cause: body.reason,
        fromAt: interval.from,
        toAt: interval.to,
        note: body.note,
        state: 'granted',
        proposedBy: actorRef(ctx.actor),
        proposedAt: ctx.now,
        decidedBy: actorRef(ctx.actor),
        witness: keepers.second?.staffId ?? null,
        decidedAt: ctx.now,
      }
      await insertHallCredit(tx, credit)
      const given = await giveBack(tx, ctx, credit)
      return given.ok ? ok({ actId: body.actId }) : given
    },
  })
}

/** A scope that names its subject, and an interval that is over; null otherwise. */
function intervalOf(body: CreditBody, now: Instant): Interval | null {
  if (body.scope === 'person' && body.candidateRef === null) return null
  if (body.scope === 'room' && body.roomLabel === null) return null
  if (body.minutes !== null && body.fromAt === null) return { from: instant(now - body.minutes * 60_000), to: now }
  if (body.minutes !== null || body.fromAt === null || body.toAt === null) return null
  return body.fromAt < body.toAt && body.toAt <= now ? { from: instant(body.fromAt), to: instant(body.toAt) } : null
}

/** A sitting that is still open, locked: acts on many attempts stand in one order. Refusals: `not-found`, `sitting-closed`. */
export async function openSitting(tx: Tx, sittingId: string): Promise<Result<HallSitting>> {
  const sitting = await lockHallSitting(tx, sittingId)
  if (!sitting) return refuse('not-found')
  return sitting.closedAt === null ? ok(sitting) : refuse('sitting-closed')
}

/** Decides on what the server proposed. Refusals: `credit-decided`, those of the keepers. */
export async function decideCreditAction(
  {
    params,
    body,
  }: { readonly params: { readonly sittingId: string; readonly creditId: string }; readonly body: BodyOf<typeof decideCredit> },
  ctx: Ctx,
): Promise<Done> {
  return byTwo<{ readonly actId: string }>(ctx, {
    act: 'credit',
    witness: body.witness,
    run: async (tx, keepers) => {
      const sitting = await openSitting(tx, params.sittingId)
      if (!sitting.ok) return sitting
      const credit = await lockHallCredit(tx, params.sittingId, params.creditId)
      if (!credit) return refuse('not-found')
      const minutes = minutesOf([{ from: credit.fromAt, to: credit.toAt }])
      const permitted = mustBe('credit', keepers, { minutes, threshold: sitting.value.fault.secondPersonOverMinutes })
      if (!permitted.ok) return permitted
      const facts = { credit: credit.creditId, granted: body.grant, minutes }
      if (!(await doOnce(tx, ctx, keepers, { sittingId: params.sittingId, actId: body.actId, kind: 'credit-decided', facts })))
        return ok({ actId: body.actId })
      if (credit.state !== 'proposed') return refuse('credit-decided')
      const state = body.grant ? 'granted' : 'declined'
      await decideHallCredit(tx, {
        ...params,
        state,
        decidedBy: actorRef(ctx.actor),
        witness: keepers.second?.staffId ?? null,
        now: ctx.now,
      })
      const given = body.grant ? await giveBack(tx, ctx, credit) : ok(0)
      return given.ok ? ok({ actId: body.actId }) : given
    },
  })
}

/**
 * Gives an interval back to everybody it reached: what of it fell into their working time and was not given back before, in whole
 * minutes rounded up. Gives the number of attempts.
 */
export async function giveBack(tx: Tx, ctx: Ctx, credit: HallCredit): Promise<Result<number>> {
  let reached = 0
  for (const candidate of await candidatesOfSitting(tx, credit.sittingId)) {
    if (candidate.attemptId === null || !isMeant(credit, candidate)) continue
    const attempt = await lockAttempt(tx, { sittingId: candidate.sittingId, attemptId: candidate.attemptId })
    if (!attempt || hasEnded(attempt)) continue
    const given = await giveBackTo(tx, ctx, attempt, { from: credit.fromAt, to: credit.toAt, reason: credit.cause })
    if (!given.ok) return given
    reached += given.value ? 1 : 0
  }
  return ok(reached)
}

function isMeant(credit: HallCredit, candidate: { readonly candidateRef: string; readonly roomLabel: string }): boolean {
  switch (credit.scope) {
    case 'person':
      return candidate.candidateRef === credit.candidateRef
    case 'room':
      return candidate.roomLabel === credit.roomLabel
    case 'site':
      return true
  }
}

async function giveBackTo(
  tx: Tx,
  ctx: Ctx,
  attempt: Attempt,
  { reason, ...wanted }: Interval & { readonly reason: string },
): Promise<Result<boolean>> {
  const from = attempt.rules.clock === 'sitting' ? attempt.rules.opensAt : attempt.state === 'running' ? attempt.startedAt : null
  const within = from === null ? null : withinWork(wanted, { from, to: null })
  if (within === null) return ok(false)
  const place = { sittingId: attempt.sittingId, attemptId: attempt.attemptId }
  const parts = uncovered(within, await creditedIntervals(tx, place))
  for (const part of parts) {
    const given = await creditTime(tx, ctx, { ...place, minutes: minutesOf([part]), reason, interval: part })
    if (!given.ok) return given
  }
  return ok(parts.length > 0)
}
