import type { Database, Tx } from '../../../../platform/db/database.ts'
import type { BoardEntry } from '../../core/board/standing.ts'
import { openedHints } from '../../core/task/hints/hint-cost.ts'
import type { TaskDocument } from '../../core/task/document-schema.ts'
import { scoreOf } from '../../core/task/gates/rehearse.ts'
import type { CheckEvidence, TaskScore } from '../../core/task/score/score.ts'
import type { Params } from '../../core/task/variant.ts'
import { split } from '../../core/world/fold.ts'
import type { LabEvent, WorldState } from '../../core/world/state.ts'
import { type World, openWorld } from '../../core/world/world.ts'
import { type KeptEntry, entriesFrom, eventsAfter } from '../../store/history.ts'
import { type WorldHead, taskByHash } from '../../store/worlds.ts'
import { labEngine, labValidators } from '../engine.ts'
import { peekWorld, wholeWorld } from '../worlds/hold-world.ts'
import { type Shelf, openShelf } from '../worlds/shelf.ts'

/** What the board knows of a world at an event. */
export type ScoredWorld = {
  readonly seq: number
  readonly submitted: boolean
  readonly score: Pick<TaskScore, 'got' | 'max'> & { readonly checks: readonly CheckEvidence[] }
  readonly hints: number
  readonly entries: readonly BoardEntry[]
}

/** The same with what is needed to go on from there when the world has moved. */
type Known = ScoredWorld & {
  readonly task: TaskDocument
  readonly start: World
  readonly events: readonly LabEvent[]
  /** How many entries of the trace were read. */
  readonly read: number
}

/** Bytes of memory for the worlds of boards; what falls off is read and scored anew. */
const MOST_BYTES = 64 * 1024 * 1024
/** Bytes of an event in memory, and of what a world starts from. */
const OF_EVENT = 600
const OF_START = 150_000
const PAGE = 200

const shelves = new WeakMap<Database, Shelf<Known>>()

/**
 * A world as the board needs it. It is scored once an event: a world that has not moved is only looked up, one that has is read on from
 * where it was known. `null`: it was opened on another build and cannot be scored here.
 */
export async function scoredWorld(database: Database, tx: Tx, head: WorldHead): Promise<ScoredWorld | null> {
  const shelf = shelves.get(database) ?? openShelf<Known>(MOST_BYTES)
  shelves.set(database, shelf)
  const key = `${head.ownerId}/${head.worldId}`
  const before = shelf.get(key)
  if (before !== undefined && before.seq === head.lastSeq && before.read === head.entries) return before
  const next = await readOn(database, tx, head, before)
  if (next !== null) shelf.put(key, next, OF_START + next.events.length * OF_EVENT)
  return next
}

async function readOn(database: Database, tx: Tx, head: WorldHead, before: Known | undefined): Promise<Known | null> {
  const news = await entriesAfter(tx, head, before?.read ?? 0)
  const entries = [...(before?.entries ?? []), ...news.flatMap(boardEntry)]
  const read = news.at(-1)?.entry ?? before?.read ?? 0
  // refusals alone move no event: what was scored still holds
  if (before !== undefined && before.seq === head.lastSeq) return { ...before, entries, read }
  const held = await peekWorld(database, tx, head)
  if (held === undefined || 'outdated' in held) return null
  const { setup } = held.world
  const world = await worldNow(tx, head, { setup, state: held.world.state, known: before?.events ?? [] })
  const task = before?.task ?? (await taskByHash(tx, head.taskHash))
  const start = before?.start ?? openWorld(labEngine, setup)
  const variant = { setup, params: setup.params as Params, brief: '' }
  const score = scoreOf({ engine: labEngine, task, validators: labValidators }, variant, world, start)
  const hints = openedHints(world.events).size
  return { seq: world.state.seq, submitted: isSubmitted(world.state), score, hints, entries, read, task, start, events: world.events }
}

type Now = { readonly setup: World['setup']; readonly state: WorldState; readonly known: readonly LabEvent[] }

/** The state at hand with the whole past behind it; when memory and store do not agree on the last event, everything is read anew. */
async function worldNow(tx: Tx, head: WorldHead, { setup, state, known }: Now): Promise<World> {
  const news = await eventsAfter(tx, head, known.at(-1)?.seq ?? 0)
  const events = [...known, ...news].filter(event => event.seq <= state.seq)
  return events.at(-1)?.hash === state.head ? { setup, state, events, trace: [] } : wholeWorld(tx, head)
}

async function entriesAfter(tx: Tx, head: WorldHead, entry: number): Promise<KeptEntry[]> {
  const all: KeptEntry[] = []
  for (let from = entry + 1; from <= head.entries; from += PAGE) all.push(...(await entriesFrom(tx, head, from, PAGE)))
  return all
}

/** Only what a person tried: refusals of agents are the world's own business. */
function boardEntry({ id, type, from, receivedAt, reply }: KeptEntry): BoardEntry[] {
  if (id === null) return []
  const refusal = reply.ok ? null : { app: split(type)[0], code: reply.refusal.code, zh: reply.refusal.zh }
  return [{ fromSeq: from, receivedAt, refusal }]
}

function isSubmitted({ apps }: WorldState): boolean {
  return (apps['desk'] as { readonly task?: string } | undefined)?.task === 'submitted'
}
