import { fillText } from '../../../../kernel/refusal-catalogue.ts'
import { COMMON_REFUSALS } from '../app/common-refusals.ts'
import { type Json, canonical } from './canonical.ts'
import { type Engine, appOf, hashOf } from './engine.ts'
import { eventHash, resetState, seedState } from './fold.ts'
import { type WorldTime, worldTime } from './ids.ts'
import { replay } from './replay.ts'
import type { Command, LabEvent, LabRefusal, Reply, Setup, TraceEntry, WorldState } from './state.ts'
import { advanceClock, settle } from './settle.ts'
import { BoundExceeded, type Draft, InvariantBroken, append, openDraft, perform, schedule } from './transaction.ts'
import { worldView } from './view.ts'

/**
 * A world with its past. Nothing in it is ever changed: a command gives the next world. Of a world taken up from a snapshot only the last
 * events and entries need to be there; what then needs more throws `PastNeeded`.
 */
export type World = {
  readonly setup: Setup
  readonly state: WorldState
  readonly events: readonly LabEvent[]
  readonly trace: readonly TraceEntry[]
}

/** The command looks back further than the events at hand reach: give the whole past and the command again. */
export class PastNeeded extends Error {}

/** W11: bytes of a command's data, of one file, of all files of a world. */
const MOST_BYTES = 64 * 1024
const MOST_FILE = 1024 * 1024
const MOST_FILES = 20 * 1024 * 1024

/** Begins a world. Throws when the scenario names an app, persona or policy that is not there: that is checked when a scenario is written. */
export function openWorld(engine: Engine, setup: Setup): World {
  const seed = seedState(engine, setup)
  const draft = openDraft(engine, setup, seed)
  for (const agent of setup.scenario.agents) {
    if (appOf(engine, agent.app).policies[agent.policy] === undefined) throw new RangeError(`no policy ${agent.app}.${agent.policy}`)
  }
  if (!setup.scenario.personas.some(p => p.id === setup.scenario.persona)) throw new RangeError('the scenario begins as nobody')
  append(draft, { type: 'world.opened', by: 'world', cause: 0, data: { pins: hashOf(engine, seed.pins as unknown as Json) } })
  for (const id of Object.keys(seed.apps)) {
    const wishes = appOf(engine, id).opening?.(seed.apps[id] as never, seed.now) ?? []
    for (const wish of wishes) schedule(draft, wish, 1)
  }
  settle(draft, 0)
  if (draft.events.length > 1) append(draft, { type: 'world.ready', by: 'world', cause: 1, data: {} })
  return { setup, state: draft.fold.state, events: draft.events, trace: draft.refused }
}

/** What a command came to. `view` is there when the sender looked at an old one. */
export type Outcome = { readonly world: World; readonly reply: Reply; readonly view?: Json }

/**
 * One command of the person. Either all of its events, with all that follows at once, are in the next world, or none and a traced refusal.
 * The same command id again gets its first reply; an old `expectedSeq` is told so with the present view (W7, W9, W10).
 */
export function submit(engine: Engine, world: World, command: Command): Outcome {
  const known = world.trace.findLast(entry => entry.id === command.id)
  if (known !== undefined) return { world, reply: known.reply }
  const { state } = world
  const early = preliminary(world, command)
  if (early !== null) {
    const outcome = refused(world, command, early, null)
    return early.code === 'E_STALE' ? { ...outcome, view: worldView(engine, world.setup, state) } : outcome
  }
  const draft = openDraft(engine, world.setup, state)
  try {
    const performed = run(draft, world, command)
    return performed.ok ? kept(world, draft, command, performed.reply) : refused(world, command, performed.refusal, null)
  } catch (error) {
    if (error instanceof BoundExceeded)
      return refused(world, command, plainRefusal(draft.advanceTo === null ? 'E_BOUND' : 'E_TOO_FAR'), null)
    if (error instanceof InvariantBroken) return refused(world, command, plainRefusal('E_ENGINE'), error.message)
    throw error
  }
}

function run(draft: Draft, world: World, command: Command): ReturnType<typeof perform> {
  const by = draft.base.persona
  if (command.files !== undefined && command.files.length > 0)
    append(draft, { type: 'world.filed', by, cause: 0, data: { files: command.files as unknown as Json } })
  const performed = perform(draft, { type: command.type, data: command.data, by, cause: 0 })
  if (!performed.ok) return performed
  settle(draft, 0)
  if (draft.resetTo !== null) reset(draft, world, draft.resetTo)
  const first = draft.events[0]?.seq ?? 0
  const cost = draft.setup.scenario.costs[command.type] ?? 0
  const to = draft.advanceTo ?? draft.fold.state.now + cost
  if (to > draft.fold.state.now) advanceClock(draft, worldTime(Math.min(to, draft.setup.scenario.horizon)), first)
  return performed
}

/** A new lap from an event on: the chain goes on, and the old lap stays in it. */
function reset(draft: Draft, world: World, to: number): void {
  const { state, engine, setup } = draft.fold
  const bare = { seq: state.seq + 1, at: state.now, type: 'world.reset', by: 'world', cause: state.seq, data: { to } }
  if (world.events.length < draft.base.seq) throw new PastNeeded()
  const restored = replay(engine, setup, world.events.slice(0, to))
  const at: WorldTime = restored.now
  const event = { ...bare, at, hash: eventHash(engine, state.head, { ...bare, at }) }
  draft.fold.state = { ...resetState(state, restored, event) }
  draft.fold.owned.clear()
  draft.events.push(event)
}

function kept(world: World, draft: Draft, command: Command, reply: Json): Outcome {
  const { state } = draft.fold
  checkPlain(world.state, state)
  const done: Reply = { ok: true, seq: state.seq, events: draft.events.map(e => e.seq), reply }
  const entry = {
    id: command.id,
    by: draft.base.persona,
    type: command.type,
    from: draft.base.seq,
    at: draft.base.now,
    reply: done,
    alarm: null,
  }
  const trace = [...world.trace, ...draft.refused, entry]
  return { world: { setup: world.setup, state, events: [...world.events, ...draft.events], trace }, reply: done }
}

/** What a fold wrote must be plain, or a later hash of the world could not be taken (W6). Throws: it is a bug of the app. */
function checkPlain(before: WorldState, state: WorldState): void {
  for (const id of Object.keys(state.apps)) if (state.apps[id] !== before.apps[id]) canonical(state.apps[id])
}

function refused(world: World, command: Command, refusal: LabRefusal, alarm: string | null): Outcome {
  const { seq, now, persona } = world.state
  const reply: Reply = { ok: false, seq, refusal }
  const entry: TraceEntry = { id: command.id, by: persona, type: command.type.slice(0, 80), from: seq, at: now, reply, alarm }
  return { world: { ...world, trace: [...world.trace, entry] }, reply }
}

/** What is refused before any app is asked. */
function preliminary({ state }: World, command: Command): LabRefusal | null {
  if (command.expectedSeq !== state.seq) return plainRefusal('E_STALE')
  const bytes = plainBytes(command.data)
  if (bytes === null) return plainRefusal('E_FORMAT', { field: '全部内容' })
  if (bytes > MOST_BYTES) return plainRefusal('E_SIZE', { bytes, most: MOST_BYTES })
  const files = command.files ?? []
  const large = files.find(file => file.bytes > MOST_FILE)
  if (large !== undefined) return plainRefusal('E_FILE_SIZE', { bytes: large.bytes })
  const all = { ...state.files, ...Object.fromEntries(files.map(file => [file.digest, file.bytes])) }
  return Object.values(all).reduce((sum, n) => sum + n, 0) > MOST_FILES ? plainRefusal('E_FILE_TOTAL') : null
}

function plainRefusal(code: string, facts: LabRefusal['facts'] = {}): LabRefusal {
  return { code, zh: fillText(COMMON_REFUSALS[code] ?? code, facts), facts }
}

/** Bytes in UTF-8 of the canonical text; null when a world could not hold the value. */
function plainBytes(data: unknown): number | null {
  try {
    let bytes = 0
    for (const sign of canonical(data)) {
      const point = sign.codePointAt(0) ?? 0
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    }
    return bytes
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
