import { checkpointLog } from '../../modules/audit/index.ts'
import { type SitePlace, closeOverdueHere, takeInbox } from '../../modules/delivery/index.ts'
import { type Ports, systemContext } from '../../platform/context.ts'
import type { CronEntry, JobTask } from '../../platform/jobs.ts'

export function tasksFor(ports: Ports, place: SitePlace): Readonly<Record<string, JobTask>> {
  const { database } = ports
  return {
    'checkpoint-audit': async () => void (await database.transact(tx => checkpointLog(tx, place.dataFolder))),
    'close-overdue': async () => void (await database.transact(tx => closeOverdueHere(tx, systemContext(ports, 'close-overdue')))),
    'take-inbox': async () => void (await takeInbox(systemContext(ports, 'take-inbox'), place)),
    // a site has no keys: what ended here is scored at the centre, when the result package has come home
    'attempt-ended': async () => undefined,
  }
}

export const cronEntries: readonly CronEntry[] = [
  { task: 'checkpoint-audit', pattern: '* * * * *' },
  { task: 'close-overdue', pattern: '* * * * *' },
  { task: 'take-inbox', pattern: '* * * * *' },
]
