import { type Json, hiddenIn } from './canonical.ts'
import { type Engine, appOf } from './engine.ts'
import { timeText } from './calendar.ts'
import { split } from './fold.ts'
import type { PersonaId, WorldTime } from './ids.ts'
import type { LabEvent, Setup, Timer, WorldState } from './state.ts'
import { nameOf } from './transaction.ts'

/** What one app shows to a persona. A hidden value on its way out is a bug and stops here (W5). */
export function appView(engine: Engine, state: WorldState, id: string, persona: PersonaId): Json {
  const has = (app: string): boolean => Object.hasOwn(state.apps, app)
  const ask = (what: string, data: Json): Json => {
    const [other, name] = split(what)
    const read = has(other) ? appOf(engine, other).asks[name] : undefined
    if (read === undefined) throw new RangeError(`nothing answers ${what}`)
    return read(state.apps[other] as never, data as never, state.now)
  }
  const view = appOf(engine, id).view(state.apps[id] as never, { persona, now: state.now, has, ask })
  if (hiddenIn(view).length > 0) throw new TypeError(`the view of ${id} shows what is hidden`)
  return view
}

/** What the acting persona may see of the whole world. Nothing else leaves the server. */
export function worldView(engine: Engine, setup: Setup, state: WorldState): Json {
  const persona = setup.scenario.personas.find(p => p.id === state.persona)
  const apps = (persona?.apps ?? []).filter(id => state.apps[id] !== undefined)
  return {
    now: state.now,
    seq: state.seq,
    lap: state.lap,
    persona: state.persona,
    personas: setup.scenario.personas.map(({ id, name, kind }) => ({ id, name, kind })),
    apps: Object.fromEntries(apps.map(id => [id, appView(engine, state, id, state.persona)])),
  }
}

export type DueItem = { readonly at: WorldTime; readonly zh: string }

/** What a person is told before a jump to `to`: the timers they may know of. Surprises are not in it. */
export function preview(state: WorldState, to: WorldTime): DueItem[] {
  return state.timers.flatMap(({ due, known }) => (due <= to && known !== null ? [{ at: due, zh: known }] : []))
}

/** When the next thing happens that a person may know of; null when there is none. */
export function nextKnown(state: WorldState): Timer | null {
  return state.timers.find(timer => timer.known !== null) ?? null
}

const OWN_CAPTIONS: Readonly<Record<string, string>> = {
  'world.opened': '开始做题',
  'world.clock': '时间推进',
  'world.persona': '更换身份',
  'world.filed': '上传文件',
  'world.reset': '重置本题，重新开始',
}

/** One line of Chinese for an event, as this persona may know it; null when it is none of their business. */
export function captionOf(at: { engine: Engine; setup: Setup }, event: LabEvent, persona: PersonaId): string | null {
  const time = timeText(event.at)
  const [id, name] = split(event.type)
  if (id === 'world') return event.type in OWN_CAPTIONS ? `${time} ${OWN_CAPTIONS[event.type]}` : null
  const def = appOf(at.engine, id).events[name]
  if (def === undefined) throw new RangeError(`no event ${event.type}`)
  if (def.shown !== undefined && !def.shown(event.data as never, persona, event.by)) return null
  const head = { seq: event.seq, at: event.at, by: event.by, cause: event.cause, who: nameOf(at, event.by) }
  return `${time} ${def.caption(event.data as never, head)}`
}
