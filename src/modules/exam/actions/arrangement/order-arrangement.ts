import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { arrangeSession as endpoint } from '../../contract.ts'
import { mayArrange } from '../../core/arrangement/arrangement.ts'
import { cancelArrangement, findArrangement } from '../../store/arrangements.ts'
import { lockSession } from '../../store/sessions.ts'
import { arrangementView } from '../sessions/read-sessions.ts'
import { loadPlan } from './load-plan.ts'

type Request = { readonly params: ParamsOf<typeof endpoint> }
type Reply = ReplyOf<typeof endpoint>

/** The job that allocates the seats; its payload is `{ sessionId }`. */
export const ARRANGE_TASK = 'arrange-session'

/** Checks that everybody finds a seat, and orders the job. An arranged session answers with what stands. */
export async function orderArrangement(tx: Tx, { params: { sessionId } }: Request, ctx: Ctx): Promise<Result<Reply>> {
  const session = await lockSession(tx, sessionId)
  if (!session) return refuse('session-unknown')
  const current = await findArrangement(tx, sessionId)
  if (session.arrangedAt !== null && current) return ok(arrangementView(current))
  const open = mayArrange(session, current, ctx.now)
  if (!open.ok) return open
  const plan = await loadPlan(tx, session)
  if (!plan.ok) return plan
  await ctx.ports.jobs.enqueue(tx, ARRANGE_TASK, { sessionId }, { key: `${ARRANGE_TASK}:${sessionId}` })
  await record(tx, ctx, { type: 'arrangement-ordered', subject: { kind: 'session', id: sessionId }, facts: { code: session.code } })
  return ok({ state: 'running', phase: 'plan', done: 0, total: plan.value.tickets.size, refusal: null })
}

/** The run stops before its next transaction; nothing of it was visible. Refuses `session-unknown`, `arrangement-not-running`. */
export async function cancelOrderedArrangement(tx: Tx, { params: { sessionId } }: Request, ctx: Ctx): Promise<Result<null>> {
  const session = await lockSession(tx, sessionId)
  if (!session) return refuse('session-unknown')
  if (!(await cancelArrangement(tx, sessionId, ctx.now))) return refuse('arrangement-not-running')
  await record(tx, ctx, { type: 'arrangement-cancelled', subject: { kind: 'session', id: sessionId }, facts: { code: session.code } })
  return ok(null)
}
