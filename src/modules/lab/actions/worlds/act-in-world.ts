import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { record } from '../../../audit/index.ts'
import type { checkWorld, commandWorld, submitWorld } from '../../contract.ts'
import { MODES } from '../../core/modes.ts'
import { commandId } from '../../core/world/ids.ts'
import type { Command, LabEvent } from '../../core/world/state.ts'
import { worldView } from '../../core/world/view.ts'
import { eventsAfter } from '../../store/history.ts'
import { countScores } from '../../store/scores.ts'
import type { WorldPlace } from '../../store/worlds.ts'
import { labEngine } from '../engine.ts'
import { type Given, giveCommand } from './give-command.ts'
import { aloneWith, holdWorld } from './hold-world.ts'
import { placeOf } from './reach.ts'
import { type ScoredWorld, scoreWorld } from './score-world.ts'
import { captionsOf, dueIn } from './show-world.ts'

type Acted<P, B> = { readonly params: P; readonly body: B }

/**
 * The hot path: no transaction of its own, one statement, a reply only after the commit. Only its owner acts in a world.
 * Refusals: `world-not-found`, `version-changed`, `world-busy`.
 */
export async function actInWorld(
  { params, body }: Acted<ParamsOf<typeof commandWorld>, BodyOf<typeof commandWorld>>,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof commandWorld>>> {
  const place = placeOf({ params }, ctx)
  if (place === null) return refuse('not-signed-in')
  const { database } = ctx.ports
  const command: Command = { id: commandId(body.commandId), type: body.type, data: body.data ?? {}, expectedSeq: body.expectedSeq }
  const given = await aloneWith(database, place, () => giveCommand(database, place, command, ctx.now))
  return given.ok ? ok(await replyOf(ctx, given.value)) : given
}

async function replyOf(ctx: Ctx, given: Given): Promise<ReplyOf<typeof commandWorld>> {
  const { reply, held } = given
  const { setup, state } = held.world
  return {
    ok: reply.ok,
    seq: reply.seq,
    reply: reply.ok ? reply.reply : null,
    refusal: reply.ok ? null : reply.refusal,
    captions: captionsOf({ setup, state }, given.events ?? (await eventsOf(ctx, given))),
    due: dueIn(setup, state),
    view: worldView(labEngine, setup, state),
  }
}

/** The events of a command that was answered before. */
async function eventsOf(ctx: Ctx, { reply, held }: Given): Promise<readonly LabEvent[]> {
  const first = reply.ok ? reply.events[0] : undefined
  if (first === undefined) return []
  const events = await ctx.ports.database.transact(tx => eventsAfter(tx, held.head, first - 1))
  return events.filter(event => event.seq <= reply.seq)
}

/** Submits the task, scores the world as it then stands, and anchors the head of its chain in the audit log. Sent again, it comes to the same. */
export async function submitTask(
  { params, body }: Acted<ParamsOf<typeof submitWorld>, BodyOf<typeof submitWorld>>,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof submitWorld>>> {
  const place = placeOf({ params }, ctx)
  if (place === null) return refuse('not-signed-in')
  const { database } = ctx.ports
  const { commandId: id, expectedSeq, discard } = body
  const command: Command = { id: commandId(id), type: 'desk.task.submit', data: { discard }, expectedSeq }
  return aloneWith(database, place, async () => {
    const given = await giveCommand(database, place, command, ctx.now)
    if (!given.ok) return given
    const shown = await replyOf(ctx, given.value)
    const { reply, held } = given.value
    if (!reply.ok) return ok({ ...shown, head: held.head.head, score: null })
    const scored = await keepSubmission(ctx, place, reply.seq)
    return ok({ ...shown, head: scored.head, score: MODES[held.head.mode].open ? scored.view : null })
  })
}

function keepSubmission(ctx: Ctx, place: WorldPlace, seq: number): Promise<ScoredWorld> {
  return ctx.ports.database.transact(async tx => {
    const scored = await scoreWorld(tx, ctx, place, { seq, kind: 'submission' })
    if (scored.isNew)
      await record(tx, ctx, {
        type: 'lab-world-submitted',
        subject: { kind: 'lab-world', id: place.worldId },
        facts: { seq, head: scored.head, lap: scored.view.lap },
      })
    return scored
  })
}

/** Shows a person their checks while they practise. Refusals: `world-closed-book`, `self-checks-used`. */
export async function checkOneself(
  { params }: { params: ParamsOf<typeof checkWorld> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof checkWorld>>> {
  const place = placeOf({ params }, ctx)
  if (place === null) return refuse('not-signed-in')
  const { database } = ctx.ports
  return aloneWith(database, place, async () => {
    const held = await holdWorld(database, place)
    if (held === undefined) return refuse('world-not-found')
    if ('outdated' in held) return refuse('version-changed')
    const most = MODES[held.head.mode].selfChecks
    if (most === 0) return refuse('world-closed-book')
    return database.transact(async tx => {
      const used = await countScores(tx, { ...place, kind: 'self-check', lap: held.world.state.lap })
      if (used >= most) return refuse('self-checks-used', { most })
      const { view, isNew } = await scoreWorld(tx, ctx, place, { seq: held.world.state.seq, kind: 'self-check' })
      return ok({ left: most - used - (isNew ? 1 : 0), score: view })
    })
  })
}
