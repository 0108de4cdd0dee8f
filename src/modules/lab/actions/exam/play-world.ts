import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { commandId, hash } from '../../core/world/ids.ts'
import type { Reply, Setup } from '../../core/world/state.ts'
import { openWorld } from '../../core/world/world.ts'
import { variantOf } from '../../core/task/variant.ts'
import { appendOpening, entryOfCommand } from '../../store/history.ts'
import { forgetWorld, ownCommands } from '../../store/exam-worlds.ts'
import { type WorldPlace, findWorld, groundOfWorld, insertWorld, putTask } from '../../store/worlds.ts'
import { labEngine } from '../engine.ts'
import { giveCommand } from '../worlds/give-command.ts'
import { aloneWith, letGo } from '../worlds/hold-world.ts'
import { readKeptDocument } from './exam-documents.ts'

/** Which world of an exam: owner is the attempt, world the item. `seed` nobody outside can tell; equal seeds give equal worlds. */
export type ExamWorld = WorldPlace & { readonly document: string; readonly seed: string }

/** What a person did in a world of an exam. `id` names it for ever; the same one is carried out once. */
export type ExamCommand = { readonly id: string; readonly type: string; readonly data: unknown; readonly expectedSeq: number }

/**
 * Opens the world of an item in mode `final`; again, it changes nothing. The caller locks the attempt, so that two machines do not open
 * at once. Refusals: `lab-document-missing`, `lab-document-invalid`, `world-differs` (there is one of another document or seed).
 */
export async function openExamWorld(
  tx: Tx,
  ctx: Ctx,
  { document, seed, ownerId, worldId }: ExamWorld,
): Promise<Result<'opened' | 'there'>> {
  const place = { ownerId, worldId }
  const there = await findWorld(tx, place)
  if (there !== undefined) {
    const { setup } = await groundOfWorld(tx, place)
    return there.taskHash === document && setup.seed === seed ? ok('there') : refuse('world-differs')
  }
  const read = await readKeptDocument(tx, ctx, document)
  if (!read.ok) return read
  const { task, scenario } = read.value
  const order = { task, scenario, seed, mode: 'final' as const, sha256: labEngine.sha256, hashes: [hash(document)] }
  // read back, so that the order of every key is the same now and after a restart
  const setup = JSON.parse(JSON.stringify(variantOf(order).setup)) as Setup
  await putTask(tx, { hash: document, task, now: ctx.now })
  await begin(tx, ctx, { ...place, task: task.task, document, setup })
  return ok('opened')
}

type Beginning = WorldPlace & { readonly task: string; readonly document: string; readonly setup: Setup }

async function begin(tx: Tx, ctx: Ctx, { ownerId, worldId, task, document, setup }: Beginning): Promise<void> {
  const place = { ownerId, worldId }
  const world = openWorld(labEngine, setup)
  await insertWorld(tx, { ...place, institution: null, task, taskHash: document, setup, pins: world.state.pins, now: ctx.now })
  await appendOpening(tx, place, world.state, world.events)
}

/**
 * Brings an open world to exactly this list of commands, each carried out once and durably, in this order. Commands that are already there
 * are passed over; where the list is another than what was carried out, the world begins anew from its setup (its luck is drawn by name, so
 * what is the same in both lists happens again). Not to be called inside a transaction. Refusals: `world-not-found`, `version-changed`,
 * `world-busy`.
 */
export async function playExamWorld(ctx: Ctx, place: WorldPlace, ids: readonly string[], read: ReadCommands): Promise<Result<true>> {
  const { database } = ctx.ports
  return aloneWith(database, place, async () => {
    const done = await database.transact(tx => ownCommands(tx, place))
    const isPrefix = done.length <= ids.length && done.every((id, at) => id === ids[at])
    if (!isPrefix) await beginAnew(ctx, place)
    const missing = ids.slice(isPrefix ? done.length : 0)
    for (const command of missing.length === 0 ? [] : await read(missing)) {
      const given = await giveCommand(database, place, { ...command, id: commandId(command.id) }, ctx.now)
      if (!given.ok) return given
    }
    return ok(true as const)
  })
}

/** What a command was answered; undefined when it has not been carried out. */
export async function replyOfExamCommand(tx: Tx, place: WorldPlace, id: string): Promise<Reply | undefined> {
  return (await entryOfCommand(tx, place, id))?.reply
}

/** Fetches commands by their ids, in the order of the ids: only what is missing is read whole. */
export type ReadCommands = (ids: readonly string[]) => Promise<readonly ExamCommand[]>

async function beginAnew(ctx: Ctx, place: WorldPlace): Promise<void> {
  letGo(ctx.ports.database, place)
  await ctx.ports.database.transact(async tx => {
    const head = await findWorld(tx, place)
    if (head === undefined) return
    const { setup } = await groundOfWorld(tx, place)
    await forgetWorld(tx, place)
    await begin(tx, ctx, { ...place, task: head.task, document: head.taskHash, setup })
  })
  letGo(ctx.ports.database, place)
}
