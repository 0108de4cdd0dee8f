import type { Log } from '../../../../platform/log.ts'
import { projectFile } from '../../../../platform/project-file.ts'
import type { ScenarioDocument, TaskDocument } from '../../core/task/document-schema.ts'
import { type Hash, hash } from '../../core/world/ids.ts'
import { labEngine } from '../engine.ts'
import { faultLine, readLabFolder } from './read-folder.ts'

/** A task that can be opened, with its scenario and the hash of its text. */
export type OfferedTask = { readonly task: TaskDocument; readonly scenario: ScenarioDocument; readonly hash: Hash }
export type Catalogue = ReadonlyMap<string, OfferedTask>

let known: Catalogue | undefined

/** The tasks of this build by their number, read once. A file with a fault is told in the log and offered to nobody. */
export function catalogueOf(log: Log): Catalogue {
  known ??= readCatalogue(projectFile('data/lab'), log)
  return known
}

export function readCatalogue(folder: string, log: Log): Catalogue {
  const { tasks, faults } = readLabFolder(folder)
  for (const fault of faults) log.error({ fault: faultLine(fault) }, 'a document of the laboratory cannot be read')
  const offered = tasks.flatMap(({ file, task, scenario }) => {
    if (scenario !== null) return [[task.task, { task, scenario, hash: hash(labEngine.sha256(JSON.stringify(task))) }] as const]
    log.error({ file, scenario: task.scenario }, 'a task names a scenario that is not there')
    return []
  })
  return new Map(offered.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
