import { hash } from 'node:crypto'
import type { Ctx } from '../../../../../platform/context.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { type Result, ok } from '../../../../../kernel/result.ts'
import { forgetWorldsOf, summariesOfWorlds, takeWorldRecord, worldRecordOf } from '../../../../lab/index.ts'
import { commandLine } from '../../../core/paper/lab/command.ts'
import type { AttemptLine, WorldEntry } from '../../../core/record/record.ts'
import { type AttemptPlace, attemptsOfSitting } from '../../../store/attempts.ts'
import { attemptsWithCommands, commandMarks, itemsWithCommands } from '../../../store/lab/lab-commands.ts'
import { catchUpWorld, openWorldHere, worldPlace } from './world-of-item.ts'

/** What a record says of the worlds of an attempt, from the tables: the same on every server that carried out the same commands. */
export async function worldEntries(tx: Tx, place: AttemptPlace): Promise<WorldEntry[]> {
  const entries: WorldEntry[] = []
  for (const { worldId: itemId, ...world } of await summariesOfWorlds(tx, place.attemptId)) {
    // a world that was only looked at stands where it was looked at, and is nobody's work
    const { line, aside } = commandLine(await commandMarks(tx, place, itemId))
    const text = line.length === 0 ? undefined : await worldRecordOf(tx, worldPlace(place, itemId))
    if (text === undefined) continue
    entries.push({ itemId, ...world, aside, sha256: hash('sha256', text, 'hex'), bytes: Buffer.byteLength(text) })
  }
  return entries
}

/**
 * Carries out in every world of a sitting what is stored and was not yet done: before its result is built, and before the other server is
 * asked for its word. A world that nobody opened here, because the candidate worked at the other server, is opened first.
 */
export async function catchUpSitting(ctx: Ctx, sittingId: string): Promise<Result<true>> {
  const { database } = ctx.ports
  for (const attemptId of await database.transact(tx => attemptsWithCommands(tx, sittingId))) {
    const place = { sittingId, attemptId } as AttemptPlace
    for (const itemId of await database.transact(tx => itemsWithCommands(tx, place))) {
      const opened = await openWorldHere(ctx, place, itemId)
      if (!opened.ok) return opened
      const played = await catchUpWorld(ctx, place, itemId)
      if (!played.ok) return played
    }
  }
  return ok(true as const)
}

/** Takes the records of worlds of an attempt in at the centre; their bytes lie in the file store under their digests. Refusals: those of `takeWorldRecord`. */
export async function takeWorlds(tx: Tx, ctx: Ctx, { attempt, worlds = [] }: AttemptLine): Promise<Result<true>> {
  for (const { itemId, sha256 } of worlds) {
    const text = (await ctx.ports.files.get(sha256)).toString()
    const taken = await takeWorldRecord(tx, ctx, worldPlace({ attemptId: attempt.id as AttemptPlace['attemptId'] }, itemId), text)
    if (!taken.ok) return taken
  }
  return ok(true as const)
}

/** Lays the records of worlds down in the file store, so that a result package finds them like files of responses. */
export async function layDownWorlds(ctx: Ctx, attempts: readonly AttemptLine[]): Promise<void> {
  for (const { attempt, worlds = [] } of attempts)
    for (const { itemId } of worlds) {
      const place = worldPlace({ attemptId: attempt.id as AttemptPlace['attemptId'] }, itemId)
      const text = await ctx.ports.database.transact(tx => worldRecordOf(tx, place))
      if (text !== undefined) await ctx.ports.files.put(Buffer.from(text))
    }
}

/** Deletes the worlds of a sitting, and gives the names of their records in the file store. */
export async function forgetWorldsOfSitting(tx: Tx, ctx: Ctx, sittingId: string): Promise<string[]> {
  const names: string[] = []
  for (const { attemptId } of await attemptsOfSitting(tx, sittingId as AttemptPlace['sittingId'])) {
    names.push(...(await worldEntries(tx, { sittingId, attemptId } as AttemptPlace)).map(one => one.sha256))
    await forgetWorldsOf(tx, ctx, attemptId)
  }
  return names
}
