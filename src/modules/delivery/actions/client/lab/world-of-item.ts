import { type Result, ok, refuse } from '../../../../../kernel/result.ts'
import type { Ctx } from '../../../../../platform/context.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { openExamWorld, playExamWorld } from '../../../../lab/index.ts'
import type { Attempt } from '../../../core/attempt/attempt.ts'
import { type CommandLine, commandKey, commandLine } from '../../../core/paper/lab/command.ts'
import { type PaperPackage, itemsOf, laboratoryItems } from '../../../core/paper/package.ts'
import { type AttemptPlace, lockAttempt } from '../../../store/attempts.ts'
import { commandMarks, commandsAt } from '../../../store/lab/lab-commands.ts'
import { packageOf } from '../view-state.ts'
import { hallMac } from '../../hall/peer/secret.ts'

/** A world belongs to the attempt, and is the one of its item. */
export const worldPlace = ({ attemptId }: Pick<AttemptPlace, 'attemptId'>, itemId: string) => ({ ownerId: attemptId, worldId: itemId })

/**
 * Opens the world of an item where it is not open yet; the attempt is locked. Its luck follows from a secret that both servers of the site
 * hold and nobody outside, from the attempt and from the item. Refusals: `no-world-here` and those of the laboratory.
 */
export async function openWorldOfItem(tx: Tx, ctx: Ctx, attempt: Attempt, itemId: string): Promise<Result<'opened' | 'there'>> {
  const paper = await packageOf(tx, attempt, ctx)
  const document = laboratoryItems(paper).find(one => one.itemId === itemId)?.sha256
  if (document === undefined || document === null) return refuse('no-world-here')
  const seed = fixedSeed(paper, itemId) ?? (await secretSeed(tx, ctx, attempt, itemId))
  return openExamWorld(tx, ctx, { ...worldPlace(attempt, itemId), document, seed })
}

/** As `openWorldOfItem`, for a world that the other server opened. Refusals: as there. */
export async function openWorldHere(ctx: Ctx, place: AttemptPlace, itemId: string): Promise<Result<'opened' | 'there'>> {
  return ctx.ports.database.transact(async tx => {
    const attempt = await lockAttempt(tx, place)
    if (!attempt) throw new Error('a command without its attempt')
    return openWorldOfItem(tx, ctx, attempt, itemId)
  })
}

function fixedSeed(paper: PaperPackage, itemId: string): string | null {
  const seed = itemsOf(paper).find(item => item.itemId === itemId)?.content['seed']
  return typeof seed === 'string' ? seed : null
}

function secretSeed(tx: Tx, ctx: Ctx, { sittingId, attemptId }: Attempt, itemId: string): Promise<string> {
  return hallMac(tx, ctx, { sittingId, purpose: 'lab-seed', text: JSON.stringify([attemptId, itemId]) })
}

/**
 * Brings the world of an item to the commands that are stored here and count. `line` is what was carried out. Not inside a transaction.
 * Refusals: those of `playExamWorld`.
 */
export async function catchUpWorld(ctx: Ctx, place: AttemptPlace, itemId: string): Promise<Result<CommandLine>> {
  const { database } = ctx.ports
  const line = commandLine(await database.transact(tx => commandMarks(tx, place, itemId)))
  const at = new Map(line.line.map(one => [commandKey(one), one]))
  const played = await playExamWorld(ctx, worldPlace(place, itemId), [...at.keys()], async ids => {
    const wanted = ids.flatMap(id => at.get(id) ?? [])
    const stored = await database.transact(tx => commandsAt(tx, place, wanted))
    return stored.map(({ value: { type, data, expectedSeq }, ...where }) => ({ id: commandKey(where), type, data, expectedSeq }))
  })
  return played.ok ? ok(line) : played
}
