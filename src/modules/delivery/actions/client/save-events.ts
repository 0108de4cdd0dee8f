import type { Instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/id.ts'
import type { ResponseEvent } from '../../core/events.ts'
import { saveReceiptText } from '../../core/attempt/hand-in.ts'
import { mayBring, standingOf } from '../../core/attempt/takeover.ts'
import type { ExamToken } from '../../core/attempt/token.ts'
import type { SaveView } from '../../core/views.ts'
import { insertIncident } from '../../store/incidents.ts'
import { requiresSeb } from '../../store/seb/seb.ts'
import { noteSaved } from '../hall/peer/link.ts'
import { guardSeb } from '../seb/guard-seb.ts'
import { type Saved, saveEvents } from '../../store/save-events.ts'
import { identifyBearer, tokenFor } from './identify-bearer.ts'
import { tokenHash } from '../open-next-epoch.ts'

type Request = {
  readonly params: { readonly attemptId: string }
  readonly body: { readonly epoch: number; readonly events: readonly ResponseEvent[] }
}

/**
 * The hot path: no transaction of its own, one statement shared with whatever else arrives, a reply only after the commit.
 * Refusals: `token-refused`, `epoch-refused`, `not-started`, `attempt-over`, `event-clash`, and those of `guardSeb`.
 */
export async function saveEventsAction({ params, body }: Request, ctx: Ctx): Promise<Result<SaveView>> {
  const token = tokenFor(ctx, params.attemptId)
  if (!token || ctx.bearer === null) return refuse('token-refused')
  if (!mayBring(token.epoch, body.epoch)) return refuse('epoch-refused')
  const guarded = await guardSave(ctx, token)
  if (!guarded.ok) return guarded
  const saved = await saveEvents(ctx.ports.database, {
    sittingId: token.sittingId,
    attemptId: token.attemptId,
    tokenEpoch: token.epoch,
    tokenHash: tokenHash(ctx.bearer),
    epoch: body.epoch,
    receivedAt: ctx.now,
    events: body.events,
  })
  switch (saved.kind) {
    case 'unknown':
      return refuse('token-refused')
    case 'shut':
      return refuse(saved.why)
    case 'stored':
      noteSaved(ctx.ports.database, token.sittingId, { attemptId: token.attemptId, epoch: body.epoch })
      if (saved.clashes > 0) return clash(ctx, token, body.epoch)
      return ok(viewSave(ctx, token, { ...saved, epoch: body.epoch }))
  }
}

/** Free for attempts in any browser; the others prove theirs before every save. What is refused stays in the log of the machine. */
async function guardSave(ctx: Ctx, token: ExamToken): Promise<Result<true>> {
  if (!(await requiresSeb(ctx.ports.database, token))) return ok(true)
  return ctx.ports.database.transact(async tx => {
    const bearer = await identifyBearer(tx, ctx, { attemptId: token.attemptId, lock: false })
    return bearer.ok ? guardSeb(tx, ctx, bearer.value) : bearer
  })
}

function viewSave(ctx: Ctx, token: ExamToken, saved: Extract<Saved, { kind: 'stored' }> & { readonly epoch: number }): SaveView {
  const serverTime: Instant = ctx.now
  const { epoch, storedThrough, pairThrough, endsAt } = saved
  return {
    epoch,
    storedThrough,
    pairThrough,
    standing: saved.late ? 'late' : standingOf(token.epoch, { epoch: saved.currentEpoch }),
    serverTime,
    endsAt,
    receipt: ctx.ports.keys.mac('delivery-save', saveReceiptText({ attemptId: token.attemptId, epoch, storedThrough, serverTime })),
  }
}

/** The stored event stays as it is; that somebody contradicted it is recorded for the invigilator. */
async function clash(ctx: Ctx, token: ExamToken, epoch: number): Promise<Result<never>> {
  const { sittingId, attemptId } = token
  await ctx.ports.database.transact(tx =>
    insertIncident(tx, {
      sittingId,
      attemptId,
      id: newId(),
      kind: 'event-clash',
      note: '',
      facts: { epoch, ip: ctx.ip },
      recordedBy: 'system:exam-client',
      recordedAt: ctx.now,
    }),
  )
  return refuse('event-clash')
}
