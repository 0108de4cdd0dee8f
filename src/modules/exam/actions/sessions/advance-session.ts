import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { closeSession as closeEndpoint } from '../../contract.ts'
import { advanceSession as advance, type SessionEvent } from '../../core/session.ts'
import { type KeptSession, lockSession, saveSessionState } from '../../store/sessions.ts'
import { sessionView, windowOf } from './session-views.ts'

const TOLD = { close: 'session-closed', hold: 'session-held', finish: 'session-finished' } as const

/** Closes registration. Refuses `session-unknown`, `wrong-state`, `registration-still-open`. */
export function closeSession(tx: Tx, ctx: Ctx, { sessionId }: { readonly sessionId: string }): Promise<Result<KeptSession>> {
  return moveOn(tx, ctx, sessionId, 'close')
}

/** The day has come: the first candidate was let in. Refuses also `session-day-not-reached`. */
export function holdSession(tx: Tx, ctx: Ctx, { sessionId }: { readonly sessionId: string }): Promise<Result<KeptSession>> {
  return moveOn(tx, ctx, sessionId, 'hold')
}

/** Its results are published. */
export function finishSession(tx: Tx, ctx: Ctx, { sessionId }: { readonly sessionId: string }): Promise<Result<KeptSession>> {
  return moveOn(tx, ctx, sessionId, 'finish')
}

async function moveOn(tx: Tx, ctx: Ctx, sessionId: string, event: Exclude<SessionEvent, 'publish'>): Promise<Result<KeptSession>> {
  const session = await lockSession(tx, sessionId)
  if (!session) return refuse('session-unknown')
  const window = windowOf(session)
  if (!window.ok) return window
  const advanced = advance(session, event, { now: ctx.now, window: window.value })
  if (!advanced.ok) return advanced
  const moved = { ...session, state: advanced.value.state }
  if (!(await saveSessionState(tx, moved))) return refuse('changed-meanwhile')
  await record(tx, ctx, {
    type: TOLD[event],
    subject: { kind: 'session', id: sessionId },
    facts: { code: session.code, state: moved.state },
  })
  return ok({ ...moved, version: session.version + 1 })
}

export async function closeSessionAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof closeEndpoint> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof closeEndpoint>>> {
  const closed = await closeSession(tx, ctx, params)
  return closed.ok ? ok(sessionView(closed.value)) : closed
}
