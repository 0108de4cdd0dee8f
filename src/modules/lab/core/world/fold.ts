import { type Json, canonical, plainCopy } from './canonical.ts'
import { type Engine, appOf, groundOf, pinsOf } from './engine.ts'
import { type Hash, type PersonaId, type WorldTime, hash } from './ids.ts'
import type { Draws } from './random.ts'
import type { BroughtFile, LabEvent, Setup, Timer, WorldState } from './state.ts'

type Open<T> = { -readonly [K in keyof T]: T[K] }
/** A state that is being written. */
export type OpenState = Open<WorldState>

/** A state under way and which of its slices are already copies of its own. */
export type Fold = { readonly engine: Engine; readonly setup: Setup; state: OpenState; readonly owned: Set<string> }

/** The state before the first event: every app's seed. The first hash already depends on all that is pinned and on the seed. */
export function seedState(engine: Engine, setup: Setup): WorldState {
  const { draws, apps } = groundOf(engine, setup)
  const { scenario } = setup
  const at = { draws, start: scenario.start }
  const slices = apps.map(id => [id, seedOf(engine, id, scenario.apps[id], at)] as const)
  const pins = pinsOf(engine, setup)
  const opening = canonical({ pins, seed: setup.seed, params: setup.params, mode: setup.mode, id: setup.id })
  return {
    pins,
    now: scenario.start,
    seq: 0,
    head: hash(engine.sha256(opening)),
    ready: 0,
    lap: 1,
    lapFrom: 0,
    persona: scenario.persona,
    apps: Object.fromEntries(slices),
    timers: [],
    memories: {},
    counters: {},
    files: {},
  }
}

function seedOf(engine: Engine, id: string, fragment: unknown, at: { draws: Draws; start: WorldTime }): Json {
  const app = appOf(engine, id)
  const config = app.config.safeParse(fragment)
  if (!config.success) throw new TypeError(`scenario: ${id}.${(config.error.issues[0]?.path ?? []).map(String).join('.')} does not fit`)
  return app.seed(config.data as never, at) as unknown as Json
}

/** Opens a state for writing; it shares everything with the one it comes from until something is written. */
export function openFold(engine: Engine, setup: Setup, state: WorldState): Fold {
  return { engine, setup, state: { ...state, apps: { ...state.apps } }, owned: new Set() }
}

/** Opens a state that belongs to nobody else: nothing needs to be copied. */
export function openOwned(engine: Engine, setup: Setup, state: WorldState): Fold {
  return { ...openFold(engine, setup, state), owned: new Set(Object.keys(state.apps)) }
}

/** The hash of an event, by the hash before it and all it says. */
export function eventHash(engine: Engine, head: Hash, event: Omit<LabEvent, 'hash'>): Hash {
  return hash(engine.sha256(`${head}\n${canonical(event)}`))
}

/** Takes one event into the state. Total for every event that the engine wrote; `world.reset` needs the history and is not folded here. */
export function foldEvent(fold: Fold, event: LabEvent): void {
  const { state } = fold
  state.seq = event.seq
  state.now = event.at
  state.head = event.hash
  if (event.counters !== undefined) state.counters = { ...state.counters, ...event.counters }
  if (event.type.startsWith('world.')) return foldOwn(state, event)
  const [id = '', name = ''] = split(event.type)
  const def = appOf(fold.engine, id).events[name]
  if (def === undefined) throw new RangeError(`no event ${event.type}`)
  def.evolve(ownSlice(fold, id) as never, event.data as never, { seq: event.seq, at: event.at, by: event.by, cause: event.cause })
}

/** `mail.draft.save` → `mail`, `draft.save`. */
export function split(type: string): readonly [string, string] {
  const at = type.indexOf('.')
  return at < 0 ? [type, ''] : [type.slice(0, at), type.slice(at + 1)]
}

function ownSlice(fold: Fold, id: string): Json {
  const { state, owned } = fold
  if (!owned.has(id)) {
    state.apps = { ...state.apps, [id]: plainCopy(state.apps[id] ?? null) }
    owned.add(id)
  }
  return state.apps[id] ?? null
}

/** The engine's own events. */
function foldOwn(state: OpenState, event: LabEvent): void {
  const data = event.data as Record<string, Json>
  switch (event.type) {
    case 'world.opened':
      state.lapFrom = event.seq
      state.ready = event.seq
      break
    case 'world.ready':
      state.ready = event.seq
      break
    case 'world.clock': // the time of the event is all it says
      break
    case 'world.scheduled':
      state.timers = inserted(state.timers, data['timer'] as unknown as Timer)
      break
    case 'world.cancelled':
      state.timers = state.timers.filter(timer => !(data['timers'] as readonly number[]).includes(timer.id))
      break
    case 'world.fired':
      state.timers = state.timers.filter(timer => timer.id !== data['timer'])
      break
    case 'world.persona':
      state.persona = data['persona'] as PersonaId
      break
    case 'world.noted':
      state.memories = { ...state.memories, [data['agent'] as string]: data['memory'] ?? null }
      break
    case 'world.filed':
      state.files = { ...state.files, ...Object.fromEntries((data['files'] as unknown as BroughtFile[]).map(f => [f.digest, f.bytes])) }
      break
    default:
      throw new RangeError(`no event ${event.type}`)
  }
}

/** Keeps the order of firing: due, prio, id. */
function inserted(timers: readonly Timer[], timer: Timer): Timer[] {
  let at = timers.length
  while (at > 0 && isBefore(timer, timers[at - 1] as Timer)) at--
  return [...timers.slice(0, at), timer, ...timers.slice(at)]
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.due !== b.due ? a.due < b.due : a.prio !== b.prio ? a.prio < b.prio : a.id < b.id
}

/** After a reset: what was folded up to some event becomes the present again, but numbers, chain and files go on. */
export function resetState(before: WorldState, restored: WorldState, event: LabEvent): WorldState {
  return { ...restored, seq: event.seq, head: event.hash, lap: before.lap + 1, lapFrom: event.seq, files: before.files }
}
