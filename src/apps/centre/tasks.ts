import { checkpointLog } from '../../modules/audit/index.ts'
import { sweepOldSignIns } from '../../modules/identity/index.ts'
import type { Ports } from '../../platform/context.ts'
import type { CronEntry, JobTask } from '../../platform/jobs.ts'

/** Jobs are shallow: each names an action. */
export function tasksFor(ports: Ports, dataFolder: string): Readonly<Record<string, JobTask>> {
  const { database } = ports
  return {
    'checkpoint-audit': async () => void (await database.transact(tx => checkpointLog(tx, dataFolder))),
    'sweep-sign-ins': async () => void (await database.transact(sweepOldSignIns)),
  }
}

/** Every minute the heads of the audit chains are written outside the database; at night old sign-ins go. */
export const cronEntries: readonly CronEntry[] = [
  { task: 'checkpoint-audit', pattern: '* * * * *' },
  { task: 'sweep-sign-ins', pattern: '17 19 * * *' },
]
