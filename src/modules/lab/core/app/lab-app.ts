import type { Frozen } from '../../../../kernel/brand.ts'
import type { BusinessDays } from '../world/calendar.ts'
import type { Json } from '../world/canonical.ts'
import type { AgentId, AppId, PersonaId, WorldTime } from '../world/ids.ts'
import type { Draws } from '../world/random.ts'
import type { Machine } from './machine.ts'
import type { Refuse } from './refuse.ts'

/** The part of a schema that the engine needs; zod schemas satisfy it. */
export type Parser<T> = {
  readonly safeParse: (
    value: unknown,
  ) =>
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } }
}

export type Asked<T> = { readonly ok: true; readonly value: T } | Refuse

/** A command for later. `after` in seconds, or `at` as a time. */
export type TimerWish = {
  readonly after?: number
  readonly at?: WorldTime
  readonly prio?: number
  readonly by: string
  readonly type: string
  readonly data: Json
  readonly known?: string
  readonly key?: string
}

/** What a command comes to. Events are written in this order; timers hang on the last of them. */
export type Decision =
  | {
      readonly ok: true
      readonly events: readonly { readonly type: string; readonly data: Json }[]
      readonly timers?: readonly TimerWish[]
      readonly cancel?: readonly string[]
      readonly reply?: Json
      /** Only the desk may turn the clock, begin the task anew, or change the persona. */
      readonly advanceTo?: WorldTime
      readonly resetTo?: number
      readonly persona?: PersonaId
    }
  | Refuse

/** What a decision may look at besides its own slice. */
export type DecideContext = {
  readonly now: WorldTime
  readonly by: string
  readonly persona: PersonaId
  readonly personas: readonly { readonly id: PersonaId; readonly name: string; readonly kind: string }[]
  readonly days: BusinessDays
  readonly horizon: WorldTime
  readonly mode: string
  /** When the next thing is due that the person may know of. */
  readonly nextDue: WorldTime | null
  readonly seq: number
  /** The event a reset leads back to. */
  readonly beginning: number
  readonly draws: Draws
  /** The next id of a kind, `M1001`; counted per prefix, so that nobody's clicks move another's ids. */
  readonly nextId: (prefix: string) => string
  /** Does something in another app now, inside the same transaction. */
  readonly call: (port: string, data: Json) => Asked<Json>
  /** Is this app in the world too? A partner may be absent from a scenario; ask before `call` and `ask`, which throw then. */
  readonly has: (app: string) => boolean
  /** Reads from another app what it offers to be read. */
  readonly ask: (what: string, data: Json) => Json
  /** Work whose outcome is not fixed by its input (signing, parsing by a library); the outcome belongs into the event (W3). */
  readonly effect: (name: string, input: Json) => Json
}

export type EventHead = { readonly seq: number; readonly at: WorldTime; readonly by: string; readonly cause: number }

export type CommandDef<S> = {
  readonly zh: string
  readonly data: Parser<unknown>
  /** Who may give it: a persona (of these kinds, if any are named) or an agent. */
  readonly who: 'persona' | 'agent' | 'both'
  readonly kinds?: readonly string[]
  /** Codes it may refuse with beyond the common ones. */
  readonly refusals: readonly string[]
  readonly decide: (slice: Frozen<S>, data: never, ctx: DecideContext) => Decision
}

export type EventDef<S> = {
  readonly data: Parser<unknown>
  /** One line of Chinese; `who` is the name of who did it. */
  readonly caption: (data: never, head: EventHead & { readonly who: string }) => string
  /** Changes the slice in place; total, nothing but data and head decides what happens. */
  readonly evolve: (slice: S, data: never, head: EventHead) => void
  /** May this persona know of it? Without it, everybody may. */
  readonly shown?: (data: never, persona: PersonaId, by: string) => boolean
}

/** A counterpart as its policy sees it. */
export type Agent = {
  readonly id: AgentId
  readonly params: Readonly<Record<string, Json>>
  readonly secret: Readonly<Record<string, Json>>
  readonly memory: Json
}

export type Reaction = {
  readonly after: number
  readonly type: string
  readonly data: Json
  readonly known?: string
  readonly memory?: Json
}

export type HappenedEvent = { readonly seq: number; readonly type: string; readonly data: Json; readonly by: string }

export type AgentPolicy<S> = {
  readonly zh: string
  /** Types of events it looks at. */
  readonly on: readonly string[]
  readonly params: Parser<unknown>
  readonly secret: Parser<unknown>
  readonly react: (at: {
    readonly slice: Frozen<S>
    readonly event: HappenedEvent
    readonly me: Agent
    readonly ctx: Pick<DecideContext, 'now' | 'draws' | 'has' | 'ask' | 'days'>
  }) => readonly Reaction[]
}

export type FactType = 'text' | 'number' | 'yes' | 'list' | 'time' | 'prose'
export type FactValue = string | number | boolean | null | readonly string[]
export type FactRow = Readonly<Record<string, FactValue>>

/** Rows a rubric may ask for. Every row says by `seq` which event it rests on. */
export type FactDef<S> = {
  readonly zh: string
  readonly fields: Readonly<Record<string, { readonly zh: string; readonly type: FactType }>>
  readonly rows: (slice: Frozen<S>) => readonly (FactRow & { readonly seq: number })[]
}

/** What a view may look at besides its own slice: what other apps offer to be read. */
export type ViewContext = { readonly persona: PersonaId; readonly now: WorldTime } & Pick<DecideContext, 'has' | 'ask'>

/** Something laid out for the careless. `sprung` gives the events with which the person stepped into it. */
export type Trap<S> = { readonly zh: string; readonly sprung: (slice: Frozen<S>) => readonly number[] }

/** What follows from a person's own act, later in the world's time. */
export type Consequence = { readonly zh: string; readonly cause: string; readonly effect: string }

export type Invariant<S> = { readonly id: string; readonly broken: (slice: Frozen<S>) => string | null }

/** One app of the laboratory, as its folder writes it. */
export type AppSpec<S> = {
  readonly id: AppId
  readonly version: string
  readonly zh: string
  readonly host: string | null
  readonly requires: readonly string[]
  readonly kernel?: true
  /** What a scenario says of this app. */
  readonly config: Parser<unknown>
  readonly seed: (config: never, at: { readonly draws: Draws; readonly start: WorldTime }) => S
  /** What is under way when the world begins: mail on the road, a domain about to lapse. */
  readonly opening?: (slice: Frozen<S>, start: WorldTime) => readonly TimerWish[]
  readonly commands: Readonly<Record<string, CommandDef<S>>>
  readonly events: Readonly<Record<string, EventDef<S>>>
  /** What other apps may do here: port → command of this app. */
  readonly ports: Readonly<Record<string, string>>
  readonly asks: Readonly<Record<string, (slice: Frozen<S>, data: never, now: WorldTime) => Json>>
  readonly agents: Readonly<Record<string, string>>
  readonly policies: Readonly<Record<string, AgentPolicy<S>>>
  readonly machines: Readonly<Record<string, Machine>>
  readonly view: (slice: Frozen<S>, at: ViewContext) => Json
  readonly facts: Readonly<Record<string, FactDef<S>>>
  readonly traps: Readonly<Record<string, Trap<S>>>
  readonly consequences: Readonly<Record<string, Consequence>>
  readonly invariants: readonly Invariant<S>[]
  /** Code → what the person reads. `{name}` is filled from the facts. */
  readonly refusals: Readonly<Record<string, string>>
  /** Raises the data of an event of an older version of this app; training worlds only (W4). */
  readonly upcast?: (event: HappenedEvent, fromVersion: string) => Json
}
