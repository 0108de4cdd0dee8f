import type { Frozen } from '../../../../kernel/brand.ts'
import type {
  AppSpec,
  CommandDef,
  Decision,
  DecideContext,
  EventDef,
  EventHead,
  FactDef,
  Invariant,
  AgentPolicy,
  Parser,
  Trap,
} from './lab-app.ts'
import type { Json } from '../world/canonical.ts'
import type { PersonaId, WorldTime } from '../world/ids.ts'

/** A slice whose type only its app knows; for everybody else it is plain data. */
type Slice = { readonly slice: never }

/** An app as the engine sees it. */
export type LabApp = AppSpec<Slice>
export type LabCommand = CommandDef<Slice>

/**
 * Takes the type of its slice off an app, so that all apps stand in one table. Safe because the engine gives a slice to no other app
 * than the one whose `seed` made it and whose `evolve` changed it.
 */
export function defineApp<S>(spec: AppSpec<S>): LabApp {
  return spec as unknown as LabApp
}

type DataOf<P> = P extends Parser<infer T> ? T : never

/** Writers of commands, events and so on for the slice `S`: what a schema promises is what the function gets. */
export function partsFor<S>(): {
  readonly command: <P extends Parser<unknown>>(
    def: Omit<CommandDef<S>, 'data' | 'decide'> & {
      readonly data: P
      readonly decide: (slice: Frozen<S>, data: DataOf<P>, ctx: DecideContext) => Decision
    },
  ) => CommandDef<S>
  readonly event: <P extends Parser<unknown>>(def: {
    readonly data: P
    readonly caption: (data: DataOf<P>, head: EventHead & { readonly who: string }) => string
    readonly evolve: (slice: S, data: DataOf<P>, head: EventHead) => void
    readonly shown?: (data: DataOf<P>, persona: PersonaId, by: string) => boolean
  }) => EventDef<S>
  readonly asked: <P extends Parser<unknown>>(
    schema: P,
    read: (slice: Frozen<S>, data: DataOf<P>, now: WorldTime) => Json,
  ) => (slice: Frozen<S>, data: never, now: WorldTime) => Json
  readonly fact: (def: FactDef<S>) => FactDef<S>
  readonly trap: (def: Trap<S>) => Trap<S>
  readonly policy: (def: AgentPolicy<S>) => AgentPolicy<S>
  readonly invariant: (def: Invariant<S>) => Invariant<S>
} {
  return {
    command: def => def as unknown as CommandDef<S>,
    event: def => def as unknown as EventDef<S>,
    asked: (schema, read) => (slice, data, now) => {
      const parsed = schema.safeParse(data)
      if (!parsed.success) throw new TypeError('an app asks another with data that does not fit')
      return read(slice, parsed.data as DataOf<typeof schema>, now)
    },
    fact: def => def,
    trap: def => def,
    policy: def => def,
    invariant: def => def,
  }
}

/** One event, and perhaps timers and a reply. */
export function happened(
  type: string,
  data: Json,
  more: Pick<Extract<Decision, { ok: true }>, 'timers' | 'cancel' | 'reply'> = {},
): Extract<Decision, { ok: true }> {
  return { ok: true, events: [{ type, data }], ...more }
}
