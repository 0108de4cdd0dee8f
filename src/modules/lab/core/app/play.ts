import type { Json } from '../world/canonical.ts'
import type { Mode, Persona, ScenarioAgent } from '../world/state.ts'

/** One command of a play: its type, its data, and the code it must be refused with; without a code it must be done. */
export type PlayStep = readonly [type: string, data: Json, refusal?: string]

/** A play of an app: what the scenario says, what the person does, and what that leads to. Plain data. */
export type Play = {
  readonly name: string
  readonly mode?: Mode
  readonly apps: Readonly<Record<string, Json>>
  readonly agents?: readonly ScenarioAgent[]
  readonly personas?: readonly Persona[]
  readonly steps: readonly PlayStep[]
  /** Traps of this app that are stepped into; all others must not be. */
  readonly springs?: readonly string[]
  /** Consequences of this app that arrive. */
  readonly follows?: readonly string[]
}
