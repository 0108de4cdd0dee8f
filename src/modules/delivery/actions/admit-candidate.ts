import { randomInt } from 'node:crypto'
import { type Instant, plusMinutes } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import { hasEnded } from '../core/attempt/attempt.ts'
import { type AttemptPlace, lockAttempt, setEntryCode } from '../store/attempts.ts'
import { hallMac } from './hall/peer/secret.ts'

const DEFAULT_VALID_MINUTES = 60

export type AdmitCandidate = AttemptPlace & {
  /** How long the code opens the door; 60 minutes unless told. */
  readonly validMinutes?: number
  /** Six digits; drawn by lot unless given. */
  readonly entryCode?: string
}

/**
 * The invigilator has checked the person in, or lets them in again after a machine failed: hands out a one-time entry code.
 * A code handed out before is void. Refusals: `not-found`, `attempt-over`.
 */
export async function admitCandidate(
  tx: Tx,
  ctx: Ctx,
  order: AdmitCandidate,
): Promise<Result<{ readonly entryCode: string; readonly until: Instant }>> {
  const attempt = await lockAttempt(tx, order)
  if (!attempt) return refuse('not-found')
  if (hasEnded(attempt)) return refuse('attempt-over')
  const entryCode = order.entryCode ?? String(randomInt(1_000_000)).padStart(6, '0')
  const until = plusMinutes(ctx.now, order.validMinutes ?? DEFAULT_VALID_MINUTES)
  await setEntryCode(tx, order, { mac: await entryCodeMac(tx, ctx, attempt, entryCode), until, now: ctx.now })
  await record(tx, ctx, {
    type: 'candidate-admitted',
    subject: { kind: 'attempt', id: attempt.attemptId },
    facts: { sitting: attempt.sittingId, until, epoch: attempt.epoch },
  })
  return ok({ entryCode, until })
}

/** A keyed hash: six digits under a plain one could be found by trying them all. Both servers of a site compute the same. */
export function entryCodeMac(tx: Tx, ctx: Ctx, { sittingId, attemptId }: AttemptPlace, entryCode: string): Promise<string> {
  return hallMac(tx, ctx, { sittingId, purpose: 'delivery-entry-code', text: `${attemptId}:${entryCode}` })
}
