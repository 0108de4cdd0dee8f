import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newToken } from '../../../../platform/id.ts'
import { hasEnded } from '../../core/attempt/attempt.ts'
import { NONCE_SECONDS } from '../../core/seb/check.ts'
import { findSebSitting, insertNonce, openLockOf } from '../../store/seb/seb.ts'
import { identifyCurrentBearer } from '../client/identify-bearer.ts'
import { pagePath } from './guard-seb.ts'
import { sha256 } from './seb-sitting.ts'
import { mayGoWithoutSeb } from './without-seb.ts'

type Request = { readonly params: { readonly attemptId: string } }

/**
 * The address of a page that can be loaded once, within a minute, by the holder of this entry.
 * Refusals: those of the bearer, `seb-not-required`, `seb-not-prepared`, `attempt-over`, `locked-integrity`.
 */
export async function mintNonceAction(
  tx: Tx,
  { params }: Request,
  ctx: Ctx,
): Promise<Result<{ readonly path: string; readonly validUntil: Instant }>> {
  const bearer = await identifyCurrentBearer(tx, ctx, { attemptId: params.attemptId, lock: false })
  if (!bearer.ok) return bearer
  const { attempt, epoch } = bearer.value
  if (attempt.rules.seb === 'off') return refuse('seb-not-required')
  if (hasEnded(attempt)) return refuse('attempt-over')
  if (await mayGoWithoutSeb(tx, attempt)) return refuse('seb-not-required')
  if ((await findSebSitting(tx, attempt.sittingId)) === undefined) return refuse('seb-not-prepared')
  if ((await openLockOf(tx, attempt)) !== undefined) return refuse('locked-integrity')
  const nonce = newToken()
  const validUntil = instant(ctx.now + NONCE_SECONDS * 1000)
  await insertNonce(tx, { ...attempt, nonceHash: sha256(nonce), epoch, ip: ctx.ip, now: ctx.now, validUntil })
  return ok({ path: pagePath(attempt.attemptId, nonce), validUntil })
}
