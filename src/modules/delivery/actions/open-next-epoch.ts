import { hash } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId, newToken } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { Attempt, AttemptId } from '../core/attempt/attempt.ts'
import { THE_ONLY_SERVER, nextEpoch } from '../core/attempt/takeover.ts'
import { tokenText } from '../core/attempt/token.ts'
import { EPOCH_ROWS } from '../core/protocol/pair/numbers.ts'
import { saveProgress } from '../store/attempts.ts'
import { kickPeer } from './hall/peer/link.ts'
import { openEpoch } from '../store/epochs.ts'
import { findSelf } from '../store/hall/peer/self.ts'
import { insertIncident } from '../store/incidents.ts'

/** Which server decides here, and of how many rows it takes the numbers of its epochs. */
export async function actingServer(tx: Tx): Promise<{ readonly origin: number; readonly servers: number }> {
  const self = await findSelf(tx)
  return self?.paired ? { origin: self.number, servers: EPOCH_ROWS } : THE_ONLY_SERVER
}

/**
 * Opens the next epoch of a locked attempt and gives its token; from now on every older one is fenced. `from`: the entry of the same page
 * before this one.
 */
export async function openNextEpoch(
  tx: Tx,
  ctx: Ctx,
  attempt: Attempt,
  from: number | null = null,
): Promise<{ readonly attempt: Attempt; readonly token: string }> {
  const { sittingId, attemptId } = attempt
  const acting = await actingServer(tx)
  const epoch = nextEpoch(attempt, acting)
  const token = tokenText({ sittingId, attemptId, epoch, secret: newToken() })
  const entered = { ...attempt, epoch }
  await saveProgress(tx, entered)
  kickPeer(tx, ctx.ports.database)
  await openEpoch(tx, { sittingId, attemptId, epoch, tokenHash: tokenHash(token), ip: ctx.ip, now: ctx.now, origin: acting.origin, from })
  if (attempt.state === 'running') {
    await insertIncident(tx, {
      sittingId,
      attemptId,
      id: newId(),
      kind: 'takeover',
      note: '',
      facts: { epoch, ip: ctx.ip },
      recordedBy: 'system:exam-client',
      recordedAt: ctx.now,
    })
  }
  await record(
    tx,
    { ...ctx, actor: examClient(attemptId) },
    { type: 'attempt-entered', subject: { kind: 'attempt', id: attemptId }, facts: { sitting: sittingId, epoch, ip: ctx.ip } },
  )
  return { attempt: entered, token }
}

/** Only this is stored of a token. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** Who acts when a candidate acts: the exam client of an attempt; the person is known to the module that prepared it. */
export function examClient(attemptId: AttemptId): Actor {
  return { kind: 'system', job: `exam-client:${attemptId}` }
}
