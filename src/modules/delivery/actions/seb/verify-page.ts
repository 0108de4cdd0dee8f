import { type Result, ok, refuse, refuseAndKeep } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { hasEnded } from '../../core/attempt/attempt.ts'
import { type SebHashes, judgeHashes, judgeNonce } from '../../core/seb/check.ts'
import { askedAddress } from '../../core/seb/config-key.ts'
import { findNonce, openLockOf, spendNonce } from '../../store/seb/seb.ts'
import { identifyCurrentBearer } from '../client/identify-bearer.ts'
import { kickPeer } from '../hall/peer/link.ts'
import { examClient } from '../open-next-epoch.ts'
import { concludeSeb, headerHashes, pagePath, sebTools } from './guard-seb.ts'
import { overOrigins, sebSittingOf, sha256 } from './seb-sitting.ts'

type Request = { readonly params: { readonly attemptId: string; readonly nonce: string }; readonly body: SebHashes }

/**
 * Judges the page that was loaded under a nonce and makes it the proof of this entry. The nonce is spent whatever the outcome.
 * Hashes in the header of this request count before those of the script interface. Refusals: those of the bearer, `seb-not-required`,
 * `seb-not-prepared`, `attempt-over`, `locked-integrity`, and `seb-` with the verdict.
 */
export async function verifyPageAction(
  tx: Tx,
  { params, body }: Request,
  ctx: Ctx,
): Promise<Result<{ readonly via: 'header' | 'script' }>> {
  const bearer = await identifyCurrentBearer(tx, ctx, { attemptId: params.attemptId, lock: true })
  if (!bearer.ok) return bearer
  const { attempt, epoch } = bearer.value
  if (attempt.rules.seb === 'off') return refuse('seb-not-required')
  if (hasEnded(attempt)) return refuse('attempt-over')
  if ((await openLockOf(tx, attempt)) !== undefined) return refuse('locked-integrity')
  const expected = await sebSittingOf(tx, ctx, attempt.sittingId)
  if (expected === undefined) return refuse('seb-not-prepared')
  const place = { ...attempt, nonceHash: sha256(params.nonce) }
  const stale = judgeNonce(await findNonce(tx, place), { epoch, now: ctx.now })
  if (stale !== undefined) return refuse(`seb-${stale}`)
  const header = headerHashes(ctx)
  const via = header.configKey === null ? 'script' : 'header'
  const path = via === 'header' ? ctx.target : pagePath(attempt.attemptId, params.nonce)
  const verdict = overOrigins(expected, origin => {
    const shown = { address: askedAddress(origin, path), hashes: via === 'header' ? header : body }
    return judgeHashes(expected, shown, sebTools)
  })
  if (!(await spendNonce(tx, { ...place, via: verdict === 'verified' ? via : null, ip: ctx.ip, now: ctx.now })))
    return refuseAndKeep('seb-replayed-nonce')
  kickPeer(tx, ctx.ports.database)
  const concluded = await concludeSeb(tx, ctx, { attempt, epoch }, verdict)
  if (!concluded.ok) return concluded
  await record(
    tx,
    { ...ctx, actor: examClient(attempt.attemptId) },
    {
      type: 'seb-verified',
      subject: { kind: 'attempt', id: attempt.attemptId },
      facts: { sitting: attempt.sittingId, epoch, via, ip: ctx.ip },
    },
  )
  return ok({ via })
}
