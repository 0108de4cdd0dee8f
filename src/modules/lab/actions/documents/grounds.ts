import type { Log } from '../../../../platform/log.ts'
import type { TaskDocument } from '../../core/task/document-schema.ts'
import { groundOfTask } from '../../core/task/gates/gates-record.ts'
import { labEngine } from '../engine.ts'
import { catalogueOf } from './catalogue.ts'

/** A task of this build with the hash of what it is played on; a verdict of the gates is said of that. */
export type GroundedTask = { readonly task: TaskDocument; readonly ground: string }

/** The tasks of this build by their numbers. */
export function groundedTasks(log: Log): ReadonlyMap<string, GroundedTask> {
  return new Map(
    [...catalogueOf(log)].map(([id, { task, scenario }]) => [id, { task, ground: groundOfTask({ engine: labEngine, task, scenario }) }]),
  )
}
