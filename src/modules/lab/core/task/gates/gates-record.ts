import { z } from 'zod'
import { canonicalJson } from '../../../../../kernel/canonical-json.ts'
import { ENGINE_VERSION, type Engine, appOf } from '../../world/engine.ts'
import type { ScenarioDocument, TaskDocument } from '../document-schema.ts'
import type { GatesReport } from './gates.ts'

/** How many variants a task must have been tried over before candidates may meet it. */
export const LEAST_SEEDS = 200
/** How many faults are kept; the first ones say what is wrong. */
const KEPT_FAULTS = 20

/**
 * What the gates said about a task, and of what exactly: `ground` is the hash over the task, its scenario and the versions of the engine
 * and the apps it is played on. Any other text or build is another ground, about which nothing has been said.
 */
export const GatesRecord = z.strictObject({
  task: z.string().regex(/^L[1-4]-\d{2}$/),
  version: z.int().min(1),
  ground: z.string().regex(/^[0-9a-f]{64}$/),
  seeds: z.int().min(1),
  steps: z.int().min(0),
  /** The most a solution brought in another candidate's world, in percent. */
  foreign: z.int().min(0).max(100),
  /** How many variants' faults there were in all, and the first of them. */
  faultCount: z.int().min(0),
  faults: z.array(z.strictObject({ gate: z.string(), seed: z.string(), zh: z.string() })).max(KEPT_FAULTS),
})
export type GatesRecord = z.infer<typeof GatesRecord>

/** What a task is played on: its text, its scenario, and the build. */
export type TaskGround = { readonly engine: Engine; readonly task: TaskDocument; readonly scenario: ScenarioDocument }

/** The hash of everything the gates' verdict rests on. */
export function groundOfTask({ engine, task, scenario }: TaskGround): string {
  const apps = Object.fromEntries(Object.keys(scenario.apps).map(id => [id, appOf(engine, id).version]))
  return engine.sha256(canonicalJson({ engine: ENGINE_VERSION, apps, task, scenario }))
}

/** The report of a trial as it is kept. */
export function gatesRecord(ground: TaskGround, report: GatesReport): GatesRecord {
  const { seeds, steps, foreign, faults } = report
  return {
    task: ground.task.task,
    version: ground.task.version,
    ground: groundOfTask(ground),
    seeds,
    steps,
    foreign,
    faultCount: faults.length,
    faults: faults.slice(0, KEPT_FAULTS).map(({ gate, seed, zh }) => ({ gate, seed, zh })),
  }
}

/** Why a task may not be released; null when it may. */
export type ReleaseFault =
  | { readonly kind: 'not-tried' }
  | { readonly kind: 'changed-since' }
  | { readonly kind: 'too-few-seeds'; readonly seeds: number; readonly least: number }
  | { readonly kind: 'failed'; readonly faults: number; readonly first: string }

/** A task is released on the word of its gates alone: said of exactly this ground, over enough variants, and without a fault. */
export function releaseFault(ground: string, said: GatesRecord | undefined): ReleaseFault | null {
  if (said === undefined) return { kind: 'not-tried' }
  if (said.ground !== ground) return { kind: 'changed-since' }
  if (said.faultCount > 0) return { kind: 'failed', faults: said.faultCount, first: said.faults[0]?.zh ?? '' }
  return said.seeds < LEAST_SEEDS ? { kind: 'too-few-seeds', seeds: said.seeds, least: LEAST_SEEDS } : null
}
