import { Logger, type Runner, type TaskList, makeWorkerUtils, run } from 'graphile-worker'
import type { Database, Tx } from './db/database.ts'
import type { Log } from './log.ts'

/** A job names a task and carries a small payload; it is enqueued in the transaction of the decision that asks for it. */
export type Jobs = {
  enqueue(tx: Tx, task: string, payload: Readonly<Record<string, unknown>>, options?: { key?: string; notBeforeMs?: number }): Promise<void>
}
/** `stopping` is given when the process ends: long work breaks off then. */
export type JobTask = (payload: Readonly<Record<string, unknown>>, stopping: AbortSignal) => Promise<void>
export type CronEntry = { readonly task: string; /** five-field cron pattern, UTC */ readonly pattern: string }

/** Creates the queue's own schema; harmless when it stands already. */
export async function prepareJobs(database: Database): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: database.pool, logger: silent })
  await utils.migrate()
  await utils.release()
}

export const jobs: Jobs = {
  async enqueue(tx, task, payload, options = {}) {
    const runAt = options.notBeforeMs === undefined ? null : new Date(options.notBeforeMs).toISOString()
    await tx.query({
      name: 'enqueue-job',
      text: 'select graphile_worker.add_job($1, $2::json, job_key => $3, run_at => coalesce($4::timestamptz, now()), max_attempts => 10)',
      values: [task, JSON.stringify(payload), options.key ?? null, runAt],
    })
  },
}

const silent = new Logger(() => () => undefined)

/** Starts the workers; `stop` tells running jobs and lets them finish. */
export async function startWorkers(options: {
  database: Database
  tasks: Readonly<Record<string, JobTask>>
  cron: readonly CronEntry[]
  log: Log
}): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = {}
  const ending = new AbortController()
  for (const [name, task] of Object.entries(options.tasks)) {
    taskList[name] = async payload => {
      await task(payload as Readonly<Record<string, unknown>>, ending.signal)
    }
  }
  let stopping = false
  const runner: Runner = await run({
    pgPool: options.database.pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList,
    crontab: options.cron.map(entry => `${entry.pattern} ${entry.task}`).join('\n'),
    logger: new Logger(
      () => (level, message) =>
        void (level === 'error' && !stopping
          ? options.log.error({ message }, 'job')
          : level === 'warning'
            ? options.log.warn({ message }, 'job')
            : undefined),
    ),
  })
  return {
    stop: () => {
      stopping = true
      ending.abort()
      return runner.stop()
    },
  }
}
