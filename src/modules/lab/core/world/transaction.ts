import { fillText } from '../../../../kernel/refusal-catalogue.ts'
import { COMMON_REFUSALS } from '../app/common-refusals.ts'
import type { LabApp, LabCommand } from '../app/define-app.ts'
import type { Asked, DecideContext, Decision, TimerWish } from '../app/lab-app.ts'
import { type Refuse, no } from '../app/refuse.ts'
import type { Json } from './canonical.ts'
import { type Engine, appOf, groundOf } from './engine.ts'
import { type Fold, eventHash, foldEvent, openFold, split } from './fold.ts'
import { agentId, worldTime } from './ids.ts'
import type { LabEvent, LabRefusal, Setup, Timer, TraceEntry, WorldState } from './state.ts'

/** W11: what one command, and what one turn of the clock, may set in motion. */
export const MOST_EVENTS = 200
export const MOST_CLOCK_EVENTS = 5000
/** How far one event may lead to another through agents that react at once. */
export const MOST_DEPTH = 8

/** Too much at once: the whole command is undone. */
export class BoundExceeded extends Error {}
/** A state that must not be: the whole command is undone and somebody is told (W8). */
export class InvariantBroken extends Error {}

/** One command of a person with everything that follows at once. Nothing of it is seen before it is whole (W7). */
export type Draft = {
  readonly engine: Engine
  readonly setup: Setup
  readonly base: WorldState
  fold: Fold
  readonly events: LabEvent[]
  readonly refused: TraceEntry[]
  readonly touched: Set<string>
  /** Ids handed out since the last event. */
  pending: Record<string, number>
  most: number
  advanceTo: number | null
  resetTo: number | null
}

export function openDraft(engine: Engine, setup: Setup, base: WorldState): Draft {
  const fold = openFold(engine, setup, base)
  return {
    engine,
    setup,
    base,
    fold,
    events: [],
    refused: [],
    touched: new Set(),
    pending: {},
    most: MOST_EVENTS,
    advanceTo: null,
    resetTo: null,
  }
}

/** Adds an event to the chain and folds it. Throws when the event does not fit what its app declared: that is a bug of the app. */
export function append(draft: Draft, body: { type: string; by: string; cause: number; data: Json; at?: number }): LabEvent {
  if (draft.events.length >= draft.most) throw new BoundExceeded()
  const { state } = draft.fold
  const [id, name] = split(body.type)
  if (id !== 'world') {
    const def = appOf(draft.engine, id).events[name]
    if (def === undefined || !def.data.safeParse(body.data).success) throw new TypeError(`event ${body.type} is not as declared`)
    draft.touched.add(id)
  }
  const counters = Object.keys(draft.pending).length === 0 ? {} : { counters: draft.pending }
  const at = worldTime(body.at ?? state.now)
  const bare = { seq: state.seq + 1, at, type: body.type, by: body.by, cause: body.cause, data: body.data, ...counters }
  const event = { ...bare, hash: eventHash(draft.engine, state.head, bare) }
  foldEvent(draft.fold, event)
  draft.pending = {}
  draft.events.push(event)
  return event
}

/** Goes back to the first `count` events of this draft. Rare, so the state is folded anew instead of being kept. */
function undo(draft: Draft, count: number): void {
  draft.events.length = count
  draft.fold = openFold(draft.engine, draft.setup, draft.base)
  draft.pending = {}
  for (const event of draft.events) foldEvent(draft.fold, event)
}

export type Given = { readonly type: string; readonly data: unknown; readonly by: string; readonly cause: number }
export type Performed = { readonly ok: true; readonly reply: Json } | { readonly ok: false; readonly refusal: LabRefusal }

/** Decides one command and writes its events, or leaves everything as it was. */
export function perform(draft: Draft, given: Given): Performed {
  const before = draft.events.length
  const decision = decide(draft, given)
  if (decision.ok) return { ok: true, reply: write(draft, given, decision) }
  undoTo(draft, before)
  return { ok: false, refusal: refusalOf(draft, given, decision) }
}

function undoTo(draft: Draft, before: number): void {
  draft.pending = {}
  if (draft.events.length > before) undo(draft, before)
}

function decide(draft: Draft, given: Given): Decision {
  const [id, name] = split(given.type)
  const inWorld = hasApp(draft.setup, id)
  const app = inWorld ? appOf(draft.engine, id) : undefined
  const def = app !== undefined && Object.hasOwn(app.commands, name) ? app.commands[name] : undefined
  if (app === undefined || def === undefined) return no('E_UNKNOWN', { command: given.type.slice(0, 60) })
  const allowed = permitted(draft, app, def, given.by)
  if (!allowed) return no('E_PERM', { persona: nameOf(draft, given.by), command: def.zh })
  const parsed = def.data.safeParse(given.data)
  if (!parsed.success) {
    const field = (parsed.error.issues[0]?.path ?? []).map(String).join('.')
    return no('E_FORMAT', { field: field === '' ? '全部内容' : field }, field)
  }
  return def.decide(draft.fold.state.apps[id] as never, parsed.data as never, contextOf(draft, given))
}

function permitted(draft: Draft, app: LabApp, def: LabCommand, by: string): boolean {
  const persona = draft.setup.scenario.personas.find(p => p.id === by)
  if (persona === undefined) return def.who !== 'persona'
  return def.who !== 'agent' && persona.apps.includes(app.id) && (def.kinds === undefined || def.kinds.includes(persona.kind))
}

/** The name a person reads for a persona or an agent. */
export function nameOf(at: { readonly engine: Engine; readonly setup: Setup }, by: string): string {
  const { personas, agents, apps } = at.setup.scenario
  const own = Object.keys(apps).map(id => appOf(at.engine, id).agents[by])
  return personas.find(p => p.id === by)?.name ?? agents.find(a => a.id === by)?.name ?? own.find(zh => zh !== undefined) ?? '系统'
}

function contextOf(draft: Draft, given: Given): DecideContext {
  const { state } = draft.fold
  const { scenario, mode } = draft.setup
  return {
    now: state.now,
    by: given.by,
    persona: state.persona,
    personas: scenario.personas,
    days: scenario.days,
    horizon: scenario.horizon,
    mode,
    nextDue: state.timers.find(timer => timer.known !== null)?.due ?? null,
    seq: state.seq,
    beginning: state.ready,
    draws: groundOf(draft.engine, draft.setup).draws,
    nextId: prefix => {
      const n = (draft.pending[prefix] ?? draft.fold.state.counters[prefix] ?? 0) + 1
      draft.pending[prefix] = n
      return `${prefix}${1000 + n}`
    },
    call: (port, data) => call(draft, given, port, data),
    has: app => hasApp(draft.setup, app),
    ask: (what, data) => askApp(draft.fold, what, data),
    effect: (name, input) => {
      const effect = draft.engine.effects[name]
      if (effect === undefined) throw new RangeError(`no effect ${name}`)
      return effect(input)
    },
  }
}

/** Another app's command, decided and written now. Its refusal is handed back; who passes it on undoes both. */
function call(draft: Draft, given: Given, port: string, data: Json): Asked<Json> {
  const [id, name] = split(port)
  const command = hasApp(draft.setup, id) ? appOf(draft.engine, id).ports[name] : undefined
  if (command === undefined) throw new RangeError(`no port ${port}`)
  const def = appOf(draft.engine, id).commands[command]
  const parsed = def?.data.safeParse(data)
  if (def === undefined || parsed === undefined || !parsed.success) throw new TypeError(`port ${port} got data that does not fit`)
  const type = `${id}.${command}`
  const before = draft.events.length
  const drawn = { ...draft.pending }
  const decision = def.decide(draft.fold.state.apps[id] as never, parsed.data as never, contextOf(draft, { ...given, type }))
  if (decision.ok) return { ok: true, value: write(draft, { ...given, type }, decision) }
  undoTo(draft, before)
  // ids that the caller drew before stay drawn: it may go on after this refusal
  draft.pending = drawn
  // the caller knows nothing of the other app's codes: the text is filled here and travels with the refusal
  return no(decision.code, { ...decision.facts, zh: refusalOf(draft, { ...given, type }, decision).zh })
}

/** Does the scenario of a world hold this app? */
export function hasApp(setup: Setup, id: string): boolean {
  return Object.hasOwn(setup.scenario.apps, id)
}

export function askApp(fold: Pick<Fold, 'engine' | 'setup' | 'state'>, what: string, data: Json): Json {
  const [id, name] = split(what)
  const ask = hasApp(fold.setup, id) ? appOf(fold.engine, id).asks[name] : undefined
  if (ask === undefined) throw new RangeError(`nothing answers ${what}`)
  return ask(fold.state.apps[id] as never, data as never, fold.state.now)
}

function write(draft: Draft, given: Given, decision: Extract<Decision, { ok: true }>): Json {
  const [id] = split(given.type)
  let cause = given.cause
  for (const { type, data } of decision.events) cause = append(draft, { type: `${id}.${type}`, by: given.by, cause: given.cause, data }).seq
  const gone = draft.fold.state.timers.filter(t => t.key !== null && decision.cancel?.includes(`${t.key}`))
  if (gone.length > 0) append(draft, { type: 'world.cancelled', by: 'world', cause, data: { timers: gone.map(t => t.id) } })
  for (const wish of decision.timers ?? []) schedule(draft, wish, cause)
  const turns = decision.advanceTo !== undefined || decision.resetTo !== undefined || decision.persona !== undefined
  if (turns && appOf(draft.engine, id).kernel !== true) throw new TypeError(`app ${id} may not turn the clock`)
  if (decision.persona !== undefined) append(draft, { type: 'world.persona', by: 'world', cause, data: { persona: decision.persona } })
  draft.advanceTo = decision.advanceTo ?? draft.advanceTo
  draft.resetTo = decision.resetTo ?? draft.resetTo
  return decision.reply ?? null
}

/** Puts a command of an agent into the calendar. Its id is the event that says so. */
export function schedule(draft: Draft, wish: TimerWish, cause: number): void {
  const { now, seq } = draft.fold.state
  const due = worldTime(Math.max(now, wish.at ?? now + (wish.after ?? 0)))
  const timer: Timer = {
    id: seq + 1,
    due,
    prio: wish.prio ?? 0,
    by: agentId(wish.by),
    type: wish.type,
    data: wish.data,
    cause,
    known: wish.known ?? null,
    key: wish.key ?? null,
  }
  append(draft, { type: 'world.scheduled', by: 'world', cause, data: { timer: timer as unknown as Json } })
}

function refusalOf(draft: Draft, given: Given, refuse: Refuse): LabRefusal {
  const [id] = split(given.type)
  const texts = Object.hasOwn(draft.engine.apps, id) ? draft.engine.apps[id]?.refusals : undefined
  const text = texts?.[refuse.code] ?? COMMON_REFUSALS[refuse.code] ?? refuse.facts['zh']
  if (text === undefined) throw new TypeError(`${given.type}: refusal ${refuse.code} has no text`)
  const { zh: _carried, ...facts } = refuse.facts
  return { code: refuse.code, zh: fillText(String(text), facts), facts, ...(refuse.field === undefined ? {} : { field: refuse.field }) }
}
