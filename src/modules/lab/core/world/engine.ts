import type { LabApp } from '../app/define-app.ts'
import { type Json, canonical } from './canonical.ts'
import { type AppId, type Hash, hash } from './ids.ts'
import { type Draws, type Sha256, drawsOf } from './random.ts'
import type { Pins, ScenarioAgent, Setup, WorldState } from './state.ts'

/** The version of the rules in this folder. It changes when the same events would give another state. */
export const ENGINE_VERSION = '1.0.0'

/** The apps of this build and what the machine brings: a hash, and work whose outcome is recorded (W3). */
export type Engine = {
  readonly apps: Readonly<Record<string, LabApp>>
  readonly sha256: Sha256
  readonly effects: Readonly<Record<string, (input: Json) => Json>>
}

export function hashOf(engine: Engine, value: Json): Hash {
  return hash(engine.sha256(canonical(value)))
}

/** The hash of a whole state: the same on every machine that folded the same events (W1). */
export function stateHash(engine: Engine, state: WorldState): Hash {
  return hashOf(engine, state as unknown as Json)
}

/** Part of what a world does not change, worked out once. */
export type Ground = {
  readonly draws: Draws
  /** Type of event → the agents whose policy looks at it. */
  readonly watchers: ReadonlyMap<string, readonly ScenarioAgent[]>
  readonly apps: readonly AppId[]
}

const grounds = new WeakMap<Setup, { readonly engine: Engine; readonly ground: Ground }>()

/** Only a memory of pure work: the same setup and engine always give the same ground. */
export function groundOf(engine: Engine, setup: Setup): Ground {
  const known = grounds.get(setup)
  if (known?.engine === engine) return known.ground
  const watchers = new Map<string, ScenarioAgent[]>()
  for (const agent of setup.scenario.agents) {
    for (const type of appOf(engine, agent.app).policies[agent.policy]?.on ?? []) watchers.set(type, [...(watchers.get(type) ?? []), agent])
  }
  const ground = { draws: drawsOf(setup.seed, engine.sha256), watchers, apps: appsOf(engine, setup) }
  grounds.set(setup, { engine, ground })
  return ground
}

/** The apps of a scenario in the order of their ids, so that a fold never depends on the order of writing. */
function appsOf(engine: Engine, setup: Setup): AppId[] {
  return Object.keys(setup.scenario.apps)
    .sort()
    .map(id => appOf(engine, id).id)
}

/** An app of this build; a name that it has not is a bug of who opened the world. */
export function appOf(engine: Engine, id: string): LabApp {
  const app = Object.hasOwn(engine.apps, id) ? engine.apps[id] : undefined
  if (app === undefined) throw new RangeError(`there is no app ${id}`)
  return app
}

export function pinsOf(engine: Engine, setup: Setup): Pins {
  const versions = appsOf(engine, setup).map(id => [id, appOf(engine, id).version] as const)
  return {
    engine: ENGINE_VERSION,
    apps: Object.fromEntries(versions),
    scenario: hashOf(engine, setup.scenario as unknown as Json),
    tasks: setup.tasks,
  }
}

/** Which pins this build does not meet; empty when the world may go on here (W4). */
export function pinFaults(engine: Engine, setup: Setup, pins: Pins): string[] {
  const own = pinsOf(engine, setup)
  return [
    ...(own.engine === pins.engine ? [] : [`engine ${pins.engine}, here ${own.engine}`]),
    ...Object.keys({ ...own.apps, ...pins.apps })
      .filter(app => own.apps[app] !== pins.apps[app])
      .map(app => `app ${app} ${pins.apps[app] ?? 'absent'}, here ${own.apps[app] ?? 'absent'}`),
    ...(own.scenario === pins.scenario ? [] : ['another scenario']),
    ...(own.tasks.join() === pins.tasks.join() ? [] : ['other tasks']),
  ]
}
