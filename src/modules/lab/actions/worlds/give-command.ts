import type { Instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type Database, violatedKey } from '../../../../platform/db/database.ts'
import type { Command, LabEvent, Reply } from '../../core/world/state.ts'
import { type Outcome, PastNeeded, type World, submit } from '../../core/world/world.ts'
import { appendCommand, entryOfCommand, putSnapshot } from '../../store/history.ts'
import type { WorldPlace } from '../../store/worlds.ts'
import { labEngine } from '../engine.ts'
import { type HeldWorld, holdWorld, keepAtHand, letGo, wholeWorld } from './hold-world.ts'

/** What a command came to, after its commit, and the world it left. */
export type Given = {
  readonly reply: Reply
  readonly held: HeldWorld
  /** The events it led to; null when it was answered before, and they stand in the store. */
  readonly events: readonly LabEvent[] | null
}

/** Events after which a state is written down, so that taking up a world stays short. */
const SNAPSHOT_AFTER = 200
/** Another process may be at the same world; then it is read anew. */
const TRIES = 3

/**
 * One command: decided on the world at hand, written in one statement, answered after its commit. The same command id always gets its first
 * reply. Only to be called inside `aloneWith`. Refusals: `world-not-found`, `version-changed`, `world-busy`.
 */
export async function giveCommand(database: Database, place: WorldPlace, command: Command, now: Instant): Promise<Result<Given>> {
  for (let i = 0; i < TRIES; i++) {
    const held = await holdWorld(database, place)
    if (held === undefined) return refuse('world-not-found')
    if ('outdated' in held) return refuse('version-changed')
    const earlier = await answeredBefore(database, held, command)
    if (earlier !== null) return ok({ reply: earlier, held, events: null })
    const outcome = await decide(database, held, command)
    if (outcome.world === held.world) return ok({ reply: outcome.reply, held, events: null })
    const events = outcome.world.events.filter(event => event.seq > held.world.state.seq)
    const next = await write(database, held, { world: outcome.world, events, now })
    if (next !== null) return ok({ reply: outcome.reply, held: next, events })
    letGo(database, place)
    const meanwhile = await replyTo(database, place, command)
    if (meanwhile !== null) return ok({ reply: meanwhile, held, events: null })
  }
  return refuse('world-busy')
}

/** Only a command that looks at an old world can have been answered before the entries that are at hand. */
async function answeredBefore(database: Database, { head, world, entries }: HeldWorld, command: Command): Promise<Reply | null> {
  if (command.expectedSeq === world.state.seq || entries <= world.trace.length || world.trace.some(t => t.id === command.id)) return null
  return replyTo(database, head, command)
}

async function replyTo(database: Database, place: WorldPlace, command: Command): Promise<Reply | null> {
  return (await database.transact(tx => entryOfCommand(tx, place, command.id)))?.reply ?? null
}

async function decide(database: Database, { head, world }: HeldWorld, command: Command): Promise<Outcome> {
  try {
    return submit(labEngine, world, command)
  } catch (error) {
    if (!(error instanceof PastNeeded)) throw error
    const { events } = await database.transact(tx => wholeWorld(tx, head))
    return submit(labEngine, { ...world, events }, command)
  }
}

type News = { readonly world: World; readonly events: readonly LabEvent[]; readonly now: Instant }

/** Writes what is new; null when the world has moved on or this command was answered meanwhile. */
async function write(database: Database, held: HeldWorld, { world, events, now }: News): Promise<HeldWorld | null> {
  const trace = newEntries(held.world, world)
  const addition = { fromSeq: held.world.state.seq, fromEntries: held.entries, state: world.state, events, trace, now }
  try {
    const { ownerId, worldId } = held.head
    if (!(await appendCommand(database, { ownerId, worldId, ...addition }))) return null
  } catch (error) {
    if (violatedKey(error) === null) throw error
    return null
  }
  const resets = events.some(event => event.type === 'world.reset')
  const since = held.sinceSnapshot + events.length
  const writesDown = since >= SNAPSHOT_AFTER || resets
  if (writesDown) await putSnapshot(database, held.head, world.state)
  const head = { ...held.head, lastSeq: world.state.seq, lap: world.state.lap, head: world.state.head, touchedAt: now }
  const next = { head, world, entries: held.entries + trace.length, sinceSnapshot: writesDown ? 0 : since }
  keepAtHand(database, next)
  return next
}

function newEntries(before: World, after: World): World['trace'] {
  return after.trace.slice(before.trace.length)
}
