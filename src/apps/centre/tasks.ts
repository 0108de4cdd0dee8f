import { checkpointLog } from '../../modules/audit/index.ts'
import type { Ports } from '../../platform/context.ts'
import type { CronEntry, JobTask } from '../../platform/jobs.ts'

/** Jobs are shallow: each names an action. */
export function tasksFor(ports: Ports, dataFolder: string): Readonly<Record<string, JobTask>> {
  return {
    'checkpoint-audit': async () => {
      await ports.database.transact(tx => checkpointLog(tx, dataFolder))
    },
  }
}

/** Every minute the heads of the audit chains are written outside the database. */
export const cronEntries: readonly CronEntry[] = [{ task: 'checkpoint-audit', pattern: '* * * * *' }]
