import { RUN_TASK, runAssembly, sweepRuns } from '../../modules/assembly/index.ts'
import { checkpointLog } from '../../modules/audit/index.ts'
import { issueForSession } from '../../modules/award/index.ts'
import { forgetLookUps } from '../../modules/certificate/index.ts'
import { completionsOf } from '../../modules/course/index.ts'
import type { SittingId } from '../../modules/delivery/contract.ts'
import { attemptsOfSitting, closeOverdue, RESULT_TAKEN_TASK } from '../../modules/delivery/index.ts'
import {
  ARRANGE_TASK,
  arrangeSession,
  FINISH_TASK,
  finishPackages,
  followResult,
  makePackages,
  publishedSessions,
  SEAL_TASK,
  SITTING_CLOSED_TASK,
  sittingsOf,
} from '../../modules/exam/index.ts'
import { sweepOldSignIns } from '../../modules/identity/index.ts'
import { openPracticalTasks, scoreAttempt } from '../../modules/marking/index.ts'
import { type Ports, systemContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { CronEntry, JobTask } from '../../platform/jobs.ts'

/** Jobs are shallow: each names an action. A refusal that will not change is not tried again. */
export function tasksFor(ports: Ports, dataFolder: string): Readonly<Record<string, JobTask>> {
  const { database } = ports
  return {
    'checkpoint-audit': async () => void (await database.transact(tx => checkpointLog(tx, dataFolder))),
    'forget-look-ups': async () => void (await database.transact(tx => forgetLookUps(tx, ports.clock.now()))),
    'sweep-sign-ins': async () => void (await database.transact(sweepOldSignIns)),
    'close-overdue': async () => {
      for (const sitting of await sittingsUnderWay(ports))
        await database.transact(tx => closeOverdue(tx, systemContext(ports, 'close-overdue'), sitting as SittingId))
    },
    'issue-certificates': payload => issueForSession(ports, { sessionId: String(payload['sessionId']) }),
    [ARRANGE_TASK]: async payload => {
      // what stands in the way is kept with the arrangement, where the officer reads it
      const arranged = await arrangeSession(systemContext(ports, ARRANGE_TASK), { sessionId: String(payload['sessionId']) })
      if (!arranged.ok) ports.log.info({ refusal: arranged.refusal }, 'seats not allocated')
    },
    [SEAL_TASK]: async payload => {
      const made = await makePackages(systemContext(ports, SEAL_TASK), { sealingId: String(payload['sealingId']) })
      if (!made.ok) ports.log.info({ refusal: made.refusal }, 'packages not made')
    },
    [FINISH_TASK]: async payload =>
      void (await finishPackages(systemContext(ports, FINISH_TASK), { sealingId: String(payload['sealingId']) })),
    [RESULT_TAKEN_TASK]: async payload =>
      void (await database.transact(tx =>
        followResult(tx, systemContext(ports, RESULT_TAKEN_TASK), { sittingId: String(payload['sittingId']) }),
      )),
    [RUN_TASK]: (payload, stopping) => runAssembly(systemContext(ports, RUN_TASK), { runId: String(payload['runId']), stopping }),
    'sweep-assembly-runs': async () => void (await database.transact(tx => sweepRuns(tx, systemContext(ports, 'sweep-assembly-runs')))),
    [SITTING_CLOSED_TASK]: async payload => {
      if (payload['paper'] !== 'skill') return
      const order = { sittingId: String(payload['sittingId']), site: String(payload['site']), level: String(payload['level']) }
      await database.transact(async tx =>
        openPracticalTasks(tx, systemContext(ports, SITTING_CLOSED_TASK), { ...order, institutions: await trainedAt(tx, order.sittingId) }),
      )
    },
    'attempt-ended': async payload => {
      const place = { sittingId: String(payload['sittingId']), attemptId: String(payload['attemptId']) }
      const scored = await database.transact(tx => scoreAttempt(tx, systemContext(ports, 'attempt-ended'), place))
      // practical papers and written responses are marked by assessors, and an absent candidate has nothing to score
      if (!scored.ok && !NOT_FOR_MACHINES.has(scored.refusal.code)) throw new Error(`${place.attemptId} not scored: ${scored.refusal.code}`)
    },
  }
}

/** Sittings of the sessions held now: their overdue attempts are handed in by the clock, also where nobody closes the hall. */
function sittingsUnderWay({ database }: Ports): Promise<string[]> {
  return database.transact(async tx => {
    const held = (await publishedSessions(tx)).filter(session => session.state === 'held')
    return (await Promise.all(held.map(session => sittingsOf(tx, session.sessionId))))
      .flat()
      .filter(sitting => sitting.closedAt === null)
      .map(sitting => sitting.sittingId)
  })
}

/** Where the candidates of a sitting were trained: nobody marks candidates of their own institution. */
async function trainedAt(tx: Tx, sittingId: string): Promise<ReadonlyMap<string, string>> {
  const institutions = new Map<string, string>()
  for (const { candidateRef } of await attemptsOfSitting(tx, sittingId as SittingId)) {
    const last = (await completionsOf(tx, candidateRef)).at(-1)
    if (last) institutions.set(candidateRef, last.institution)
  }
  return institutions
}

const NOT_FOR_MACHINES = new Set(['attempt-unknown', 'nothing-to-score', 'paper-by-hand', 'item-needs-person'])

/** Every minute the heads of the audit chains are written outside the database; at night old sign-ins go. */
export const cronEntries: readonly CronEntry[] = [
  { task: 'checkpoint-audit', pattern: '* * * * *' },
  { task: 'close-overdue', pattern: '* * * * *' },
  { task: 'sweep-assembly-runs', pattern: '* * * * *' },
  { task: 'sweep-sign-ins', pattern: '17 19 * * *' },
  { task: 'forget-look-ups', pattern: '27 19 * * *' },
]
