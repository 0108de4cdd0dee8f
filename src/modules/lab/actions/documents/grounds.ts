import type { Log } from '../../../../platform/log.ts'
import { groundOfTask } from '../../core/task/gates/gates-record.ts'
import { labEngine } from '../engine.ts'
import { catalogueOf } from './catalogue.ts'

/** What a task of this build is played on, as a hash; undefined when the build has no such task. A verdict of the gates is said of it. */
export function groundOfOffered(log: Log, task: string): string | undefined {
  const offered = catalogueOf(log).get(task)
  return offered === undefined ? undefined : groundOfTask({ engine: labEngine, task: offered.task, scenario: offered.scenario })
}
