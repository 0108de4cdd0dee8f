import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { actorOf } from '../../modules/identity/index.ts'
import { checkpointLog } from '../../modules/audit/index.ts'
import { type Clock, demonstrationClock, realClock } from '../../platform/clock.ts'
import type { Ports } from '../../platform/context.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { startEmbedded } from '../../platform/db/embedded.ts'
import { migrate, readMigrations } from '../../platform/db/migrate.ts'
import { moduleOrder } from '../../platform/db/module-order.ts'
import { openFileStore } from '../../platform/files/file-store.ts'
import { createServer } from '../../platform/http/server.ts'
import { jobs, prepareJobs, startWorkers } from '../../platform/jobs.ts'
import { openSolver } from '../../platform/solver/solver.ts'
import { openKeys } from '../../platform/keys.ts'
import { createLog } from '../../platform/log.ts'
import { mountPages } from './mount-pages.ts'
import { allRoutes } from './mounted.ts'
import { cronEntries, tasksFor } from './tasks.ts'
import { allRefusals } from './told.ts'

export type CentreOptions = {
  readonly dataFolder: string
  readonly port: number
  readonly host?: string
  /** A PostgreSQL server of one's own instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  /** The seed country: personas and a settable clock. */
  readonly demonstration: boolean
  readonly logLevel?: string
  /** Serve the built pages beside the API. */
  readonly pages?: boolean
}

/** A running centre. `stop` finishes what is under way, then ends the database. */
export type Centre = {
  readonly address: string
  readonly ports: Ports
  readonly app: FastifyInstance
  /** True when the data folder was made by this start. */ readonly firstStart: boolean
  stop(): Promise<void>
}

/** Starts the national centre: database, migrations, jobs, HTTP. */
export async function startCentre(options: CentreOptions): Promise<Centre> {
  const dataFolder = resolve(options.dataFolder)
  mkdirSync(dataFolder, { recursive: true })
  const log = createLog(options.logLevel)
  const server = options.databaseUrl
    ? { config: { connectionString: options.databaseUrl } as pg.PoolConfig, firstStart: false, stop: async () => undefined }
    : await startEmbedded(dataFolder)
  const database = openDatabase({ config: server.config, log })
  try {
    await migrate(database.pool, readMigrations(fileURLToPath(new URL('../../modules', import.meta.url)), moduleOrder()))
    await prepareJobs(database)
  } catch (error) {
    await database.end()
    await server.stop()
    throw error
  }
  const clock: Clock = options.demonstration ? demonstrationClock(dataFolder) : realClock()
  const keys = openKeys(dataFolder)
  const ports: Ports = { database, keys, files: openFileStore(dataFolder, keys), jobs, clock, log, solver: openSolver() }
  const workers = await startWorkers({ database, tasks: tasksFor(ports, dataFolder), cron: cronEntries, log })
  const app = await createServer({
    routes: allRoutes,
    refusals: allRefusals,
    ports,
    actorOf: (tx, token, now) => actorOf(tx, token, now as never),
    ready: () => answers(ports),
  })
  if (options.pages ?? true) await mountPages(app)
  const stop = once(async () => {
    await closeServer(app)
    await workers.stop()
    await ports.solver.close()
    await database
      .transact(tx => checkpointLog(tx, dataFolder))
      .catch(error => log.error({ err: error as Error }, 'no checkpoint at the stop'))
    await database.end()
    await server.stop()
  })
  try {
    const address = await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' })
    return { address, ports, app, firstStart: server.firstStart, stop }
  } catch (error) {
    await stop() // a taken port must not leave the database running
    throw error
  }
}

/** Answers what is under way, then lets go of connections as they fall idle: a browser's kept-alive one must not hold the stop up. */
async function closeServer(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50)
  await app.close().finally(() => clearInterval(sweep))
}

async function answers(ports: Ports): Promise<boolean> {
  return ports.database.statement({ text: 'select 1', values: [] }).then(
    () => true,
    () => false,
  )
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= run())
}
