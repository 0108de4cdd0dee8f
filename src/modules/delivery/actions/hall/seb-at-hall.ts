import { randomInt } from 'node:crypto'
import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { allowWithoutSeb, makeSebFile, prepareSebAtHall, readSebAtHall } from '../../contract.ts'
import { type Attempt, type AttemptId, hasEnded } from '../../core/attempt/attempt.ts'
import { type HallSitting, findHallSitting } from '../../store/hall/hall.ts'
import { lockAttempt } from '../../store/attempts.ts'
import { insertIncident } from '../../store/incidents.ts'
import { WITHOUT_SEB, exceptionsOfSitting } from '../../store/seb/exceptions.ts'
import { findSebSitting, openLockOf } from '../../store/seb/seb.ts'
import { configureSeb, sebFile } from '../seb/seb-sitting.ts'
import { lockedSeats, unlockIntegrity } from '../seb/unlock-integrity.ts'
import { openSitting } from './credits.ts'
import { type Keepers, byOne, byTwo, doOnce, mustBe } from './keepers.ts'
import { peopleOf } from './staff.ts'

type At<P = object> = { readonly params: { readonly sittingId: string } & P }
type Done = Result<{ readonly actId: string }>
type OfAttempt = At<{ readonly attemptId: string }> & { readonly body: BodyOf<typeof allowWithoutSeb> }

/** Which attempts stand still and why, and what was let pass. Refusals: `not-found`, those of the keepers. */
export async function readSebAction(tx: Tx, { params }: At, ctx: Ctx): Promise<Result<ReplyOf<typeof readSebAtHall>>> {
  const keepers = await byOne(tx, ctx, 'watch')
  if (!keepers.ok) return keepers
  const sitting = await findHallSitting(tx, params.sittingId)
  if (!sitting) return refuse('not-found')
  const { sittingId, rules } = sitting
  const locks = await lockedSeats(tx, sittingId)
  return ok({
    required: rules.seb === 'required',
    prepared: (await findSebSitting(tx, sittingId)) !== undefined,
    locks: locks.map(({ lockId, attemptId, maskedName, roomLabel, seatLabel, cause, lockedAt, advice }) => {
      return { lockId, attemptId, maskedName, roomLabel, seatLabel, cause, lockedAt, advice }
    }),
    without: await exceptionsOfSitting(tx, sittingId),
    people: await peopleOf(tx, sitting.sitePackageId),
  })
}

/** Makes the configuration of a sitting with passwords of its own. Refusals: `not-found`, `sitting-closed`, those of `configureSeb`. */
export async function prepareSebAction(
  tx: Tx,
  { params, body }: At & { readonly body: BodyOf<typeof prepareSebAtHall> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof prepareSebAtHall>>> {
  const sitting = await sittingFor(tx, ctx, params.sittingId)
  if (!sitting.ok) return sitting
  const [quitPassword, settingsPassword] = [newPassword(), newPassword()]
  const made = await configureSeb(tx, ctx, { ...body, sittingId: sitting.value.sittingId, quitPassword, settingsPassword })
  if (!made.ok) return made
  return ok(made.value.made ? { made: true, quitPassword, settingsPassword } : { made: false, quitPassword: null, settingsPassword: null })
}

/** A file for the machines, each under a password of its own. Refusals: `not-found`, `sitting-closed`, those of `sebFile`. */
export async function makeSebFileAction(tx: Tx, { params }: At, ctx: Ctx): Promise<Result<ReplyOf<typeof makeSebFile>>> {
  const sitting = await sittingFor(tx, ctx, params.sittingId)
  if (!sitting.ok) return sitting
  const password = newPassword()
  const file = await sebFile(tx, ctx, { sittingId: sitting.value.sittingId, password })
  if (!file.ok) return file
  const { fileName, mediaType, bytes, sha256 } = file.value
  return ok({ fileName, mediaType, sha256, base64: bytes.toString('base64'), password })
}

async function sittingFor(tx: Tx, ctx: Ctx, sittingId: string): Promise<Result<HallSitting>> {
  const keepers = await byOne(tx, ctx, 'seb-file')
  return keepers.ok ? openSitting(tx, sittingId) : keepers
}

/** Letters and digits that are not taken for one another when they are read aloud or typed from paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4

function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** Lets a paused attempt go on, by two. Refusals: `not-found`, `sitting-closed`, those of `unlockIntegrity` and of the keepers. */
export async function unlockAction({ params, body }: OfAttempt, ctx: Ctx): Promise<Done> {
  return byTwo<{ readonly actId: string }>(ctx, {
    act: 'unlock',
    witness: body.witness,
    run: async (tx, keepers) => {
      const permitted = mustBe('unlock', keepers)
      if (!permitted.ok) return permitted
      const sitting = await openSitting(tx, params.sittingId)
      if (!sitting.ok) return sitting
      const { sittingId } = sitting.value
      const { actId, reason } = body
      const facts = { attempt: params.attemptId, reason }
      if (!(await doOnce(tx, ctx, keepers, { sittingId, actId, kind: 'integrity-unlocked', facts }))) return ok({ actId })
      const unlocked = await unlockIntegrity(tx, ctx, unlockOrder(keepers, sitting.value, { ...body, attemptId: params.attemptId }))
      return unlocked.ok ? ok({ actId }) : unlocked
    },
  })
}

function unlockOrder(
  { first, second }: Keepers,
  { sittingId }: HallSitting,
  body: { readonly attemptId: string; readonly reason: string },
) {
  const attemptId = body.attemptId as AttemptId
  return { sittingId, attemptId, invigilator: first.staffId, second: second?.staffId ?? '', reason: body.reason }
}

/**
 * Lets one candidate go on without Safe Exam Browser: a lock that stands is taken away with it, and the incident is on record.
 * Refusals: `not-found`, `sitting-closed`, `attempt-over`, `seb-not-required`, those of the keepers.
 */
export async function allowWithoutSebAction({ params, body }: OfAttempt, ctx: Ctx): Promise<Done> {
  return byTwo<{ readonly actId: string }>(ctx, {
    act: 'without-seb',
    witness: body.witness,
    run: async (tx, keepers) => {
      const permitted = mustBe('without-seb', keepers)
      if (!permitted.ok) return permitted
      const sitting = await openSitting(tx, params.sittingId)
      if (!sitting.ok) return sitting
      const attempt = await lockAttempt(tx, { sittingId: sitting.value.sittingId, attemptId: params.attemptId as AttemptId })
      if (!attempt) return refuse('not-found')
      if (attempt.rules.seb === 'off') return refuse('seb-not-required')
      if (hasEnded(attempt)) return refuse('attempt-over')
      return allow(tx, ctx, { keepers, attempt, body })
    },
  })
}

type Allowing = { readonly keepers: Keepers; readonly attempt: Attempt; readonly body: OfAttempt['body'] }

async function allow(tx: Tx, ctx: Ctx, { keepers, attempt, body }: Allowing): Promise<Done> {
  const { sittingId, attemptId } = attempt
  const { actId, reason } = body
  if (!(await doOnce(tx, ctx, keepers, { sittingId, actId, kind: WITHOUT_SEB, facts: { attempt: attemptId, reason } })))
    return ok({ actId })
  await insertIncident(tx, {
    sittingId,
    attemptId,
    id: actId,
    kind: 'machine',
    note: reason,
    facts: { reason: 'machine-broken', withoutSeb: true, witness: keepers.second?.staffId ?? '' },
    recordedBy: actorRef(ctx.actor),
    recordedAt: ctx.now,
  })
  if ((await openLockOf(tx, attempt)) === undefined) return ok({ actId })
  const order = { sittingId, attemptId, invigilator: keepers.first.staffId, second: keepers.second?.staffId ?? '', reason }
  const unlocked = await unlockIntegrity(tx, ctx, order)
  return unlocked.ok ? ok({ actId }) : unlocked
}
