import type { BusinessDays } from './calendar.ts'
import type { Json } from './canonical.ts'
import type { AgentId, AppId, CommandId, Hash, PersonaId, WorldId, WorldTime } from './ids.ts'

/** What a world is used for. Hints, resets, visibility and seeds differ; the engine is the same. */
export type Mode = 'explore' | 'guided' | 'practice' | 'module-quiz' | 'final' | 'replay'

/** What a world was begun with and stays with (W4). */
export type Pins = {
  readonly engine: string
  readonly apps: Readonly<Record<string, string>>
  readonly scenario: Hash
  readonly tasks: readonly Hash[]
}

/** As whom the person may act, and in which apps. `kind` is what commands ask for: `buyer`, `checker`. */
export type Persona = { readonly id: PersonaId; readonly name: string; readonly kind: string; readonly apps: readonly AppId[] }

/** A scripted counterpart of a scenario: the policy of an app, open parameters, and what nobody may see of it. */
export type ScenarioAgent = {
  readonly id: AgentId
  readonly name: string
  readonly app: AppId
  readonly policy: string
  readonly params: Readonly<Record<string, Json>>
  readonly secret: { readonly hidden: Readonly<Record<string, Json>> }
}

/** Everything a world starts from besides its seed. Plain data; its hash is pinned. */
export type Scenario = {
  readonly id: string
  readonly start: WorldTime
  /** The last second of this world. */
  readonly horizon: WorldTime
  readonly days: BusinessDays
  readonly personas: readonly Persona[]
  readonly persona: PersonaId
  /** App → its fragment of the scenario. Only these apps exist in the world. */
  readonly apps: Readonly<Record<string, Json>>
  readonly agents: readonly ScenarioAgent[]
  /** Seconds of the world's time that a command takes; 0 when it is not named. */
  readonly costs: Readonly<Record<string, number>>
}

export type Setup = {
  readonly id: WorldId
  readonly mode: Mode
  readonly seed: string
  readonly params: Readonly<Record<string, Json>>
  readonly scenario: Scenario
  readonly tasks: readonly Hash[]
}

/** A command that an agent will give at a time. Order of firing: `due`, then `prio` (lower first), then `id`. */
export type Timer = {
  readonly id: number
  readonly due: WorldTime
  readonly prio: number
  readonly by: AgentId
  readonly type: string
  readonly data: Json
  /** The event that set it. */
  readonly cause: number
  /** What a person is told before a jump over it; null is a surprise. */
  readonly known: string | null
  /** By which an app finds it again to cancel it. */
  readonly key: string | null
}

/** What the fold of the events gives. `head` is the hash of the last event. */
export type WorldState = {
  readonly pins: Pins
  readonly now: WorldTime
  readonly seq: number
  readonly head: Hash
  /** The last event of the opening: where a reset leads. */
  readonly ready: number
  /** How often the task has been begun; 1 at first. */
  readonly lap: number
  /** The event with which this lap began. */
  readonly lapFrom: number
  readonly persona: PersonaId
  readonly apps: Readonly<Record<string, Json>>
  readonly timers: readonly Timer[]
  readonly memories: Readonly<Record<string, Json>>
  readonly counters: Readonly<Record<string, number>>
  /** Digest → bytes of every file that was brought into the world. */
  readonly files: Readonly<Record<string, number>>
}

/** One fact of a world. Hash = SHA-256 of the hash before it and everything else in it. */
export type LabEvent = {
  readonly seq: number
  readonly at: WorldTime
  /** `mail.sent`; `world.*` is written by the engine itself. */
  readonly type: string
  /** A persona, an agent, or `world`. */
  readonly by: string
  /** The event that led to this one; 0 when a person's command did. */
  readonly cause: number
  readonly data: Json
  /** Counters of ids after this event, where it used any. */
  readonly counters?: Readonly<Record<string, number>>
  readonly hash: Hash
}

/** A file that a command brings along; its bytes are kept elsewhere under their digest. */
export type BroughtFile = { readonly digest: Hash; readonly bytes: number }

/** What a person wants to do. */
export type Command = {
  readonly id: CommandId
  readonly type: string
  readonly data: unknown
  /** The last event the sender has seen. */
  readonly expectedSeq: number
  readonly files?: readonly BroughtFile[]
}

/** A "no" inside a world, with its Chinese text. */
export type LabRefusal = {
  readonly code: string
  readonly zh: string
  readonly field?: string
  readonly facts: Readonly<Record<string, string | number>>
}

export type Reply =
  | { readonly ok: true; readonly seq: number; readonly events: readonly number[]; readonly reply: Json }
  | { readonly ok: false; readonly seq: number; readonly refusal: LabRefusal }

/** One command and what came of it, refusals of agents included (W10). `from` is the last event before it. */
export type TraceEntry = {
  readonly id: CommandId | null
  readonly by: string
  readonly type: string
  readonly from: number
  readonly at: WorldTime
  readonly reply: Reply
  /** A broken invariant: the command was undone and somebody must look. */
  readonly alarm: string | null
}
