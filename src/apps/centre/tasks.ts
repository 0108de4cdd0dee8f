import { checkpointLog } from '../../modules/audit/index.ts'
import { issueForSession } from '../../modules/award/index.ts'
import { sweepOldSignIns } from '../../modules/identity/index.ts'
import { scoreAttempt } from '../../modules/marking/index.ts'
import { type Ports, systemContext } from '../../platform/context.ts'
import type { CronEntry, JobTask } from '../../platform/jobs.ts'

/** Jobs are shallow: each names an action. A refusal that will not change is not tried again. */
export function tasksFor(ports: Ports, dataFolder: string): Readonly<Record<string, JobTask>> {
  const { database } = ports
  return {
    'checkpoint-audit': async () => void (await database.transact(tx => checkpointLog(tx, dataFolder))),
    'sweep-sign-ins': async () => void (await database.transact(sweepOldSignIns)),
    'issue-certificates': payload => issueForSession(ports, { sessionId: String(payload['sessionId']) }),
    'attempt-ended': async payload => {
      const place = { sittingId: String(payload['sittingId']), attemptId: String(payload['attemptId']) }
      const scored = await database.transact(tx => scoreAttempt(tx, systemContext(ports, 'attempt-ended'), place))
      // practical papers are marked by assessors, and an absent candidate has nothing to score
      if (!scored.ok && !NOT_FOR_MACHINES.has(scored.refusal.code)) throw new Error(`${place.attemptId} not scored: ${scored.refusal.code}`)
    },
  }
}

const NOT_FOR_MACHINES = new Set(['attempt-unknown', 'nothing-to-score'])

/** Every minute the heads of the audit chains are written outside the database; at night old sign-ins go. */
export const cronEntries: readonly CronEntry[] = [
  { task: 'checkpoint-audit', pattern: '* * * * *' },
  { task: 'sweep-sign-ins', pattern: '17 19 * * *' },
]
