import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { beatClient } from '../../contract.ts'
import { standingOf } from '../../core/attempt/takeover.ts'
import { groupCommit } from '../../store/group-commit.ts'
import { insertHelpCall, openHelpCalls } from '../../store/hall/acts.ts'
import { type BeatStanding, type ClientBeat, putClientBeats } from '../../store/hall/hall.ts'
import { examClient, tokenHash } from '../open-next-epoch.ts'
import { identifyBearer, tokenFor } from './identify-bearer.ts'
import { noteLostLog } from './note-lost-log.ts'

type Params = { readonly params: { readonly attemptId: string } }
const MOST_PER_GROUP = 200
const lines = new WeakMap<Database, (beat: ClientBeat) => Promise<BeatStanding | undefined>>()

/** A sign of life, taken in groups as saves are; the reply tells how the attempt stands. Refusal: `token-refused`. */
export async function beatAction(
  { params, body }: Params & { readonly body: BodyOf<typeof beatClient> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof beatClient>>> {
  const token = tokenFor(ctx, params.attemptId)
  if (!token || ctx.bearer === null || body.epoch !== token.epoch) return refuse('token-refused')
  const { sittingId, attemptId, epoch } = token
  const { rttMs, batteryPercent, charging, focusLost, unsent } = body
  const standing = await lineOf(ctx.ports.database)({
    sittingId,
    attemptId,
    epoch,
    tokenHash: tokenHash(ctx.bearer),
    at: ctx.now,
    rttMs,
    batteryPercent,
    charging,
    focusLost,
    unsent,
  })
  if (!standing) return refuse('token-refused')
  if (!body.keepsLog) await noteLostLog(ctx, { sittingId, attemptId, epoch })
  return ok({
    serverTime: ctx.now,
    state: standing.state,
    standing: standingOf(epoch, standing),
    endsAt: standing.ends_at,
    pausedSince: standing.paused_since,
    pauseReason: standing.paused_since === null ? null : standing.pause_reason,
  })
}

function lineOf(database: Database): (beat: ClientBeat) => Promise<BeatStanding | undefined> {
  const known = lines.get(database)
  if (known) return known
  const line = groupCommit<ClientBeat, BeatStanding | undefined>({
    run: group => putClientBeats(database, group),
    laneOf: one => one.sittingId,
    keyOf: one => one.attemptId,
    mostPerGroup: MOST_PER_GROUP,
  })
  lines.set(database, line)
  return line
}

/** Raises a hand; raised already, it stays as it is. Refusal: `token-refused`. */
export async function callForHelpAction(tx: Tx, { params }: Params, ctx: Ctx): Promise<Result<{ readonly calledAt: number }>> {
  const bearer = await identifyBearer(tx, ctx, { attemptId: params.attemptId, lock: true })
  if (!bearer.ok) return bearer
  const { sittingId, attemptId } = bearer.value.attempt
  const raised = (await openHelpCalls(tx, sittingId)).find(call => call.attemptId === attemptId)
  if (raised) return ok({ calledAt: raised.calledAt })
  await insertHelpCall(tx, { sittingId, attemptId, id: newId(), now: ctx.now })
  await record(
    tx,
    { ...ctx, actor: examClient(attemptId) },
    { type: 'help-called', subject: { kind: 'attempt', id: attemptId }, facts: { sitting: sittingId } },
  )
  return ok({ calledAt: ctx.now })
}
