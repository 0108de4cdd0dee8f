import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import type { commandWorld, readWorld } from '../../contract.ts'
import type { Reply } from '../../core/world/state.ts'
import { artefactOf, worldView } from '../../core/world/view.ts'
import { eventsAfter } from '../../store/history.ts'
import { type WorldPlace, taskByHash } from '../../store/worlds.ts'
import { labEngine } from '../engine.ts'
import { peekWorld } from '../worlds/hold-world.ts'
import { fileOf } from '../worlds/read-worlds.ts'
import { captionsOf, dueIn, showWorld } from '../worlds/show-world.ts'

/** A world as its person may see it now: brief, apps of the persona, views. Refusals: `world-not-found`, `version-changed`. */
export async function showExamWorld(tx: Tx, ctx: Ctx, place: WorldPlace): Promise<Result<ReplyOf<typeof readWorld>>> {
  const held = await peekWorld(ctx.ports.database, tx, place)
  if (held === undefined) return refuse('world-not-found')
  if ('outdated' in held) return refuse('version-changed')
  return ok(showWorld(held.head, await taskByHash(tx, held.head.taskHash), held.world))
}

/** What a command came to, with the captions of its events and the world after it. Refusals: as `showExamWorld`. */
export async function showExamReply(tx: Tx, ctx: Ctx, place: WorldPlace, reply: Reply): Promise<Result<ReplyOf<typeof commandWorld>>> {
  const held = await peekWorld(ctx.ports.database, tx, place)
  if (held === undefined) return refuse('world-not-found')
  if ('outdated' in held) return refuse('version-changed')
  const { setup, state } = held.world
  const first = reply.ok ? reply.events[0] : undefined
  const events = first === undefined ? [] : (await eventsAfter(tx, place, first - 1)).filter(event => event.seq <= reply.seq)
  return ok({
    ok: reply.ok,
    seq: reply.seq,
    reply: reply.ok ? reply.reply : null,
    refusal: reply.ok ? null : reply.refusal,
    captions: captionsOf({ setup, state }, events),
    due: dueIn(setup, state),
    view: worldView(labEngine, setup, state),
  })
}

/** A file that the acting persona takes out of an app. Refusals: as `showExamWorld`, `file-not-found`. */
export async function fileOfExamWorld(
  tx: Tx,
  ctx: Ctx,
  place: WorldPlace,
  what: { readonly app: string; readonly file: string },
): Promise<Result<FileReply>> {
  const held = await peekWorld(ctx.ports.database, tx, place)
  if (held === undefined) return refuse('world-not-found')
  if ('outdated' in held) return refuse('version-changed')
  const { setup, state } = held.world
  const artefact = artefactOf(labEngine, setup, state, { app: what.app, id: what.file })
  return artefact === null ? refuse('file-not-found') : ok(fileOf(artefact))
}
