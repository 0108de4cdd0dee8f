import type { BodyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { closeSittingAtHall, handInForCandidate, recordMalpractice } from '../../contract.ts'
import { hasEnded, isOverdue } from '../../core/attempt/attempt.ts'
import { mayHandIn } from '../../core/attempt/hand-in.ts'
import { attemptsOfSitting, lockAttempt, saveProgress } from '../../store/attempts.ts'
import { insertMalpractice } from '../../store/hall/acts.ts'
import { candidatesOfSitting, closeHallSitting, findHallSitting, lockCandidate } from '../../store/hall/hall.ts'
import { closeAttempt } from '../close-attempt.ts'
import { sealAttempt } from '../seal-attempt.ts'
import { openSitting } from './credits.ts'
import { endAbsent, insider } from './door.ts'
import { openHalts } from './halts.ts'
import { type Keepers, byOne, byTwo, doOnce, mustBe } from './keepers.ts'

type Done = Result<{ readonly actId: string }>
type At<B> = { readonly params: { readonly sittingId: string }; readonly body: B }

/** Hands in for a person whose machine cannot: what the server holds is what is handed in; never before it is allowed. */
export async function handInForAction(tx: Tx, { params, body }: At<BodyOf<typeof handInForCandidate>>, ctx: Ctx): Promise<Done> {
  const keepers = await byOne(tx, ctx, 'hand-in')
  if (!keepers.ok) return keepers
  const inside = await insider(tx, params.sittingId, body.candidateRef)
  if (!inside.ok) return inside
  const { attemptId, sittingId } = inside.value.candidate
  if (attemptId === null) return refuse('papers-not-open')
  const attempt = await lockAttempt(tx, { sittingId, attemptId })
  if (!attempt) return refuse('not-found')
  const facts = { candidate: body.candidateRef, note: body.note }
  if (!(await doOnce(tx, ctx, keepers.value, { sittingId, actId: body.actId, kind: 'handed-in', facts }))) return ok({ actId: body.actId })
  const running = mayHandIn(attempt, { by: 'candidate', lastSeq: 0, storedThrough: 0 }, ctx.now)
  if (!running.ok) return running
  const sealed = await sealAttempt(tx, ctx, attempt, { how: 'candidate', epoch: null })
  await saveProgress(tx, { ...running.value, state: 'handed-in', endedAt: ctx.now, by: 'candidate', receiptCode: sealed.receiptCode })
  await record(tx, ctx, {
    type: 'attempt-handed-in',
    subject: { kind: 'attempt', id: attemptId },
    facts: { sitting: sittingId, by: 'hall', receipt: sealed.receiptCode, responses: sealed.responsesDigest },
  })
  return ok({ actId: body.actId })
}

/** Two persons record a breach; it may end the attempt at once. */
export async function malpracticeAction({ params, body }: At<BodyOf<typeof recordMalpractice>>, ctx: Ctx): Promise<Done> {
  return byTwo<{ readonly actId: string }>(ctx, {
    act: 'malpractice',
    witness: body.witness,
    run: async (tx, keepers) => {
      const permitted = mustBe('malpractice', keepers)
      if (!permitted.ok || keepers.second === null) return permitted.ok ? refuse('second-person-needed') : permitted
      const { sittingId } = params
      const sitting = await findHallSitting(tx, sittingId)
      const candidate = sitting && (await lockCandidate(tx, sittingId, body.candidateRef))
      if (!candidate) return refuse('not-found')
      const { actId, candidateRef, reason, note, stop } = body
      if (
        !(await doOnce(tx, ctx, keepers, {
          sittingId,
          actId,
          kind: 'malpractice-recorded',
          facts: { candidate: candidateRef, reason, note, stop },
        }))
      )
        return ok({ actId })
      const people = { by: keepers.first.staffId, witness: keepers.second.staffId }
      await insertMalpractice(tx, sittingId, { id: actId, candidateRef, reason, note, stopped: stop, ...people, at: ctx.now })
      if (!stop) return ok({ actId })
      if (candidate.attemptId === null) return refuse('not-found')
      const place = { sittingId: candidate.sittingId, attemptId: candidate.attemptId }
      const ended = await closeAttempt(tx, ctx, { ...place, reason: 'malpractice', note: reason })
      return ended.ok ? ok({ actId }) : ended
    },
  })
}

/** Closes a sitting when nobody works any more: who never came is absent, overdue attempts end by the clock, idle ones are stopped. */
export async function closeSittingAction(tx: Tx, request: At<BodyOf<typeof closeSittingAtHall>>, ctx: Ctx): Promise<Done> {
  const keepers = await byOne(tx, ctx, 'close')
  return keepers.ok ? closeFor(tx, request, ctx, keepers.value) : keepers
}

/** Closes a sitting on the word of keepers who have been judged. */
export async function closeFor(tx: Tx, { params, body }: At<BodyOf<typeof closeSittingAtHall>>, ctx: Ctx, keepers: Keepers): Promise<Done> {
  const { sittingId } = params
  const sitting = await openSitting(tx, sittingId)
  if (!sitting.ok) return sitting.refusal.code === 'sitting-closed' ? ok({ actId: body.actId }) : sitting
  if ((await openHalts(tx, sittingId)).length > 0) return refuse('halted-already')
  const attempts = await attemptsOfSitting(tx, sitting.value.sittingId)
  const working = attempts.filter(one => one.state === 'running' && !isOverdue(one, ctx.now)).length
  if (working > 0) return refuse('still-working', { count: working })
  const lateUntil = sitting.value.opensAt + sitting.value.absentMinutesAfter * 60_000
  const waiting = attempts.filter(one => one.state === 'ready').length
  if (waiting > 0 && ctx.now < lateUntil) return refuse('still-working', { count: waiting })
  for (const candidate of await candidatesOfSitting(tx, sittingId))
    if (candidate.checkedInAt === null && candidate.absentAt === null) await endAbsent(tx, ctx, candidate)
  for (const attempt of await attemptsOfSitting(tx, sitting.value.sittingId))
    if (!hasEnded(attempt))
      await closeAttempt(tx, ctx, {
        sittingId: attempt.sittingId,
        attemptId: attempt.attemptId,
        reason: attempt.state === 'running' ? 'time-up' : 'stopped',
        note: '',
      })
  await closeHallSitting(tx, sittingId, ctx.now)
  await doOnce(tx, ctx, keepers, { sittingId, actId: body.actId, kind: 'closed', facts: { attempts: attempts.length } })
  return ok({ actId: body.actId })
}
