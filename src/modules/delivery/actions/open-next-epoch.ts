import { hash } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId, newToken } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { Attempt, AttemptId } from '../core/attempt/attempt.ts'
import { nextEpoch } from '../core/attempt/takeover.ts'
import { tokenText } from '../core/attempt/token.ts'
import { saveProgress } from '../store/attempts.ts'
import { openEpoch } from '../store/epochs.ts'
import { insertIncident } from '../store/incidents.ts'

/** Opens the next epoch of a locked attempt and gives its token; from now on every older one is fenced. */
export async function openNextEpoch(tx: Tx, ctx: Ctx, attempt: Attempt): Promise<{ readonly attempt: Attempt; readonly token: string }> {
  const { sittingId, attemptId } = attempt
  const epoch = nextEpoch(attempt)
  const token = tokenText({ sittingId, attemptId, epoch, secret: newToken() })
  const entered = { ...attempt, epoch }
  await saveProgress(tx, entered)
  await openEpoch(tx, { sittingId, attemptId, epoch, tokenHash: tokenHash(token), ip: ctx.ip, now: ctx.now })
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
