import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { MODES } from '../../core/modes.ts'
import { isOwner, mayReadWorld } from '../../core/policy.ts'
import { type WorldHead, type WorldPlace, findWorld } from '../../store/worlds.ts'

type Asked = { readonly params: { readonly worldId: string }; readonly query?: { readonly ownerId?: string | undefined } }

/** The place a request means: the person's own worlds, unless it names an owner. */
export function placeOf({ params, query }: Asked, ctx: Ctx): WorldPlace | null {
  if (ctx.actor.kind !== 'person') return null
  return { ownerId: query?.ownerId ?? ctx.actor.personId, worldId: params.worldId }
}

/** A world this person may read; whatever else there is sounds the same as nothing. Refusal: `world-not-found`. */
export async function readable(tx: Tx, asked: Asked, ctx: Ctx): Promise<Result<WorldHead>> {
  const place = placeOf(asked, ctx)
  const head = place === null ? undefined : await findWorld(tx, place)
  return head !== undefined && mayReadWorld(ctx.actor, head) ? ok(head) : refuse('world-not-found')
}

/** One whose marks, hints and past are open to who asks: to its teacher always, to its person in training. Refusals: `world-not-found`, `world-closed-book`. */
export async function openBook(tx: Tx, asked: Asked, ctx: Ctx): Promise<Result<WorldHead>> {
  const found = await readable(tx, asked, ctx)
  if (!found.ok) return found
  return isOwner(ctx.actor, found.value) && !MODES[found.value.mode].open ? refuse('world-closed-book') : found
}

/** One that may be looked at while it is worked in: nobody looks over a shoulder in a quiz or an exam. Refusals: `world-not-found`, `world-closed-book`. */
export async function lookedOn(tx: Tx, asked: Asked, ctx: Ctx): Promise<Result<WorldHead>> {
  const found = await readable(tx, asked, ctx)
  if (!found.ok) return found
  return isOwner(ctx.actor, found.value) || MODES[found.value.mode].open ? found : refuse('world-closed-book')
}
