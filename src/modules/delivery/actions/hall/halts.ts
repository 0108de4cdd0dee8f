import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import type { haltHall, resumeHall, stopHall } from '../../contract.ts'
import { hasEnded } from '../../core/attempt/attempt.ts'
import { minutesOf } from '../../core/hall/credit.ts'
import { isPaused } from '../../core/hall/halt.ts'
import { lockAttempt, saveProgress } from '../../store/attempts.ts'
import { type Halt, type HallCredit, endHalt, haltsOfSitting, insertHallCredit, insertHalt } from '../../store/hall/acts.ts'
import { type HallCandidate, candidatesOfSitting } from '../../store/hall/hall.ts'
import { closeAttempt } from '../close-attempt.ts'
import { giveBack, openSitting } from './credits.ts'
import { byOne, byTwo, doOnce, mustBe } from './keepers.ts'

type Done = Result<{ readonly actId: string }>
type At<B> = { readonly params: { readonly sittingId: string }; readonly body: B }

/** Pauses a room or the site, or starts its fault clock; one person is enough, because every second counts. */
export async function haltAction(tx: Tx, { params, body }: At<BodyOf<typeof haltHall>>, ctx: Ctx): Promise<Done> {
  const keepers = await byOne(tx, ctx, 'pause')
  if (!keepers.ok) return keepers
  const sitting = await openSitting(tx, params.sittingId)
  if (!sitting.ok) return sitting
  const { actId, kind, roomLabel, reason, note } = body
  const fresh = await doOnce(tx, ctx, keepers.value, {
    ...params,
    actId,
    kind: kind === 'pause' ? 'paused' : 'fault-began',
    facts: { room: roomLabel, reason, note },
  })
  if (!fresh) return ok({ actId })
  const open = await openHalts(tx, params.sittingId)
  if (open.some(halt => halt.kind === kind && halt.roomLabel === roomLabel)) return refuse('halted-already')
  // the act is the halt: who resumes it names it by the same id
  await insertHalt(tx, { ...params, haltId: actId, kind, roomLabel, reason, note, by: actorRef(ctx.actor), now: ctx.now })
  if (kind === 'pause') await setClocks(tx, ctx, params.sittingId)
  return ok({ actId })
}

export async function openHalts(tx: Tx, sittingId: string): Promise<Halt[]> {
  return (await haltsOfSitting(tx, sittingId)).filter(halt => halt.toAt === null)
}

/** Stops or lets go the clocks of a sitting as the open pauses say. */
async function setClocks(tx: Tx, ctx: Ctx, sittingId: string): Promise<void> {
  const halts = await openHalts(tx, sittingId)
  for (const { attempt, candidate } of await underWay(tx, sittingId)) {
    const paused = isPaused(halts, candidate.roomLabel)
    if (paused === ((attempt.pausedSince ?? null) !== null)) continue
    await saveProgress(tx, { ...attempt, pausedSince: paused ? ctx.now : null })
  }
}

async function underWay(tx: Tx, sittingId: string) {
  const found = []
  for (const candidate of await candidatesOfSitting(tx, sittingId)) {
    const attempt = candidate.attemptId && (await lockAttempt(tx, { sittingId: candidate.sittingId, attemptId: candidate.attemptId }))
    if (attempt && !hasEnded(attempt)) found.push({ attempt, candidate })
  }
  return found
}

/** Ends a pause or a fault and gives its time back; who resumes confirms that, by two above the threshold. Refusal: `halt-over`. */
export async function resumeAction(
  { params, body }: { readonly params: { readonly sittingId: string; readonly haltId: string }; readonly body: BodyOf<typeof resumeHall> },
  ctx: Ctx,
): Promise<Done> {
  return byTwo<{ readonly actId: string }>(ctx, {
    act: 'resume',
    witness: body.witness,
    run: async (tx, keepers) => {
      const { sittingId, haltId } = params
      const sitting = await openSitting(tx, sittingId)
      if (!sitting.ok) return sitting
      const halt = (await haltsOfSitting(tx, sittingId)).find(one => one.haltId === haltId)
      if (!halt) return refuse('not-found')
      const minutes = minutesOf([{ from: halt.fromAt, to: ctx.now }])
      const permitted = mustBe('resume', keepers, { minutes, threshold: sitting.value.fault.secondPersonOverMinutes })
      if (!permitted.ok) return permitted
      if (!(await doOnce(tx, ctx, keepers, { sittingId, actId: body.actId, kind: 'resumed', facts: { halt: haltId, minutes } })))
        return ok({ actId: body.actId })
      if (halt.toAt !== null) return refuse('halt-over')
      await endHalt(tx, { sittingId, haltId, outcome: 'resumed', now: ctx.now })
      await letGo(tx, sittingId)
      const credit = creditOf(ctx, halt, { sittingId, witness: keepers.second?.staffId ?? null })
      await insertHallCredit(tx, credit)
      const given = await giveBack(tx, ctx, credit)
      if (!given.ok) return given
      await setClocks(tx, ctx, sittingId)
      return ok({ actId: body.actId })
    },
  })
}

/** All clocks run again for a moment, so that credits move the right deadlines; other pauses stop theirs again right after. */
async function letGo(tx: Tx, sittingId: string): Promise<void> {
  for (const { attempt } of await underWay(tx, sittingId))
    if ((attempt.pausedSince ?? null) !== null) await saveProgress(tx, { ...attempt, pausedSince: null })
}

function creditOf(
  ctx: Ctx,
  halt: Halt,
  { sittingId, witness }: { readonly sittingId: string; readonly witness: string | null },
): HallCredit {
  return {
    sittingId,
    creditId: newId(),
    scope: halt.roomLabel === null ? 'site' : 'room',
    roomLabel: halt.roomLabel,
    candidateRef: null,
    cause: halt.kind,
    fromAt: halt.fromAt,
    toAt: ctx.now,
    note: halt.note,
    state: 'granted',
    proposedBy: 'system:site',
    proposedAt: ctx.now,
    decidedBy: actorRef(ctx.actor),
    witness,
    decidedAt: ctx.now,
  }
}

/** Stops a room or the site here, to be held again: everybody in it ends as stopped, what they gave stays. */
export async function stopHallAction({ params, body }: At<BodyOf<typeof stopHall>>, ctx: Ctx): Promise<Done> {
  return byTwo<{ readonly actId: string }>(ctx, {
    act: 'stop',
    witness: body.witness,
    run: async (tx, keepers) => {
      const { sittingId } = params
      const { actId, roomLabel, reason, note } = body
      const permitted = mustBe('stop', keepers)
      if (!permitted.ok) return permitted
      const sitting = await openSitting(tx, sittingId)
      if (!sitting.ok) return sitting
      if (!(await doOnce(tx, ctx, keepers, { sittingId, actId, kind: 'stopped', facts: { room: roomLabel, reason, note } })))
        return ok({ actId })
      const meant = (candidate: HallCandidate) => roomLabel === null || candidate.roomLabel === roomLabel
      for (const { attempt, candidate } of await underWay(tx, sittingId))
        if (meant(candidate))
          await closeAttempt(tx, ctx, { sittingId: attempt.sittingId, attemptId: attempt.attemptId, reason: 'stopped', note: reason })
      for (const halt of await openHalts(tx, sittingId))
        if (roomLabel === null || halt.roomLabel === roomLabel)
          await endHalt(tx, { sittingId, haltId: halt.haltId, outcome: 'stopped', now: ctx.now })
      return ok({ actId })
    },
  })
}
