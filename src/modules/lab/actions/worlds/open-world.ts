import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { openOwnWorld } from '../../contract.ts'
import { MODES, type ModeRules } from '../../core/modes.ts'
import { variantOf } from '../../core/task/variant.ts'
import type { Mode } from '../../core/world/state.ts'
import { openWorld } from '../../core/world/world.ts'
import { appendOpening } from '../../store/history.ts'
import { type WorldPlace, insertWorld, putTask } from '../../store/worlds.ts'
import { catalogueOf } from '../documents/catalogue.ts'
import { labEngine } from '../engine.ts'

/** For whom a world is opened, with which task, and where its luck comes from. */
export type Opening = {
  readonly ownerId: string
  readonly institution: string | null
  readonly task: string
  readonly mode: Exclude<Mode, 'replay'>
  readonly seed: string
}

/** Opens a world for somebody: a quiz or an exam gives the seed. Refusal: `task-not-found`. */
export async function openWorldFor(tx: Tx, ctx: Ctx, opening: Opening): Promise<Result<WorldPlace>> {
  const offered = catalogueOf(ctx.ports.log).get(opening.task)
  if (offered === undefined) return refuse('task-not-found', { task: opening.task })
  const { task, scenario, hash } = offered
  const { seed, mode, ownerId, institution } = opening
  const { setup: drawn } = variantOf({ task, scenario, seed, mode, sha256: labEngine.sha256, hashes: [hash] })
  // what is kept is what is played: read back, so that the order of every key is the same now and after a restart
  const setup = JSON.parse(JSON.stringify(drawn)) as typeof drawn
  const world = openWorld(labEngine, setup)
  const place = { ownerId, worldId: newId() }
  await putTask(tx, { hash, task, now: ctx.now })
  await insertWorld(tx, { ...place, institution, task: task.task, taskHash: hash, setup, pins: world.state.pins, now: ctx.now })
  await appendOpening(tx, place, world.state, world.events)
  await record(tx, ctx, {
    type: 'lab-world-opened',
    subject: { kind: 'lab-world', id: place.worldId },
    facts: { task: task.task, mode, ownerId, scenario: setup.scenario.id },
  })
  return ok(place)
}

/** The route: a person opens a world to train in. Refusals: `mode-not-open`, `task-not-found`. */
export async function openOwn(
  tx: Tx,
  { body }: { body: BodyOf<typeof openOwnWorld> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof openOwnWorld>>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  const { self, seed } = MODES[body.mode]
  if (!self) return refuse('mode-not-open')
  const opened = await openWorldFor(tx, ctx, {
    ownerId: ctx.actor.personId,
    institution: null,
    task: body.task,
    mode: body.mode,
    seed: seedFor(seed, body.task),
  })
  return opened.ok ? ok({ worldId: opened.value.worldId }) : opened
}

/** The seed of a world of training: one demonstration for all, or luck that nobody had before. */
export function seedFor(kind: ModeRules['seed'], task: string): string {
  return kind === 'fixed' ? `demonstration-${task}` : newId()
}

/** The seed of a quiz or an exam: nobody can tell it beforehand, and the same person in the same attempt always gets the same. */
export function examSeed(ctx: Pick<Ctx, 'ports'>, { secret, ownerId, task }: { secret: string; ownerId: string; task: string }): string {
  return ctx.ports.keys.mac('lab-seed', JSON.stringify([secret, ownerId, task]))
}
