import type { Engine } from '../world/engine.ts'
import type { World } from '../world/world.ts'
import { split } from '../world/fold.ts'
import type { Surroundings } from './expression/evaluate.ts'
import type { Value } from './expression/functions.ts'

type Row = { readonly [field: string]: Value }

/** What the expressions of a rubric look at: the facts of the world as it stands, and the events of the present lap (`@mail.opened()`). */
export function surroundingsOf(engine: Engine, world: World, params: Readonly<Record<string, Value>>): Surroundings {
  const known = new Map<string, readonly Row[]>()
  const read = (source: string): readonly Row[] =>
    source.startsWith('@') ? eventRows(world, source.slice(1)) : factRows(engine, world, source)
  return {
    params,
    rows: source => {
      const rows = known.get(source) ?? read(source)
      known.set(source, rows)
      return rows
    },
    nameOf: (source, field) => {
      const [id, name] = split(source)
      return engine.apps[id]?.facts[name]?.fields[field]?.zh
    },
    typeOf: (source, field) => {
      const [id, name] = split(source)
      return engine.apps[id]?.facts[name]?.fields[field]?.type
    },
  }
}

function factRows(engine: Engine, world: World, source: string): readonly Row[] {
  const [id, name] = split(source)
  const fact = world.state.apps[id] === undefined ? undefined : engine.apps[id]?.facts[name]
  return fact === undefined ? [] : [...fact.rows(world.state.apps[id] as never)].toSorted((a, b) => a.seq - b.seq)
}

function eventRows({ events, state }: World, type: string): Row[] {
  return events.filter(e => e.type === type && e.seq > state.lapFrom).map(({ seq, at, by, data }) => ({ ...(data as Row), seq, at, by }))
}
