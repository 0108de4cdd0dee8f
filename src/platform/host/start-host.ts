import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { type Clock, demonstrationClock, realClock } from '../clock.ts'
import type { Ports } from '../context.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate, readMigrations } from '../db/migrate.ts'
import { openFileStore } from '../files/file-store.ts'
import { createServer } from '../http/server.ts'
import type { ServerOptions } from '../http/server-options.ts'
import { type CronEntry, type JobTask, jobs, prepareJobs, startWorkers } from '../jobs.ts'
import { openKeys } from '../keys.ts'
import { createLog } from '../log.ts'
import { openSolver } from '../solver/solver.ts'

/** Where a server keeps its data and where it listens. */
export type HostPlace = {
  readonly dataFolder: string
  readonly port: number
  readonly host?: string
  /** A PostgreSQL server of one's own instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  readonly logLevel?: string
  /** Certificate and key as PEM texts: the server speaks HTTPS. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined
  /** For how many people at once: connections to the database and memory of the embedded one. */
  readonly size?: HostSize
}

export type HostSize = { readonly connections: number; readonly buffersMb: number }

/** What an app brings to its server. `beforeListening` and `atStop` see a database that answers. */
export type HostParts = Pick<ServerOptions, 'routes' | 'refusals' | 'actorOf' | 'admission' | 'isFriend'> & {
  readonly tasks: Readonly<Record<string, JobTask>>
  readonly cron: readonly CronEntry[]
  readonly beforeListening: (app: FastifyInstance) => Promise<void>
  readonly atStop: () => Promise<void>
}

/** A running server. `stop` finishes what is under way, then ends the database. */
export type Host = {
  readonly address: string
  readonly ports: Ports
  readonly app: FastifyInstance
  /** True when the data folder was made by this start. */ readonly firstStart: boolean
  stop(): Promise<void>
}

type HostOptions = HostPlace & {
  /** Modules whose migrations run, what is known before who knows it. */
  readonly modules: readonly string[]
  /** Where the time comes from; `settable` only where people are invented. */
  readonly clock: 'real' | 'settable' | ((database: Database, dataFolder: string) => Promise<Clock>)
  readonly parts: (ports: Ports, dataFolder: string) => HostParts
}

/** Starts database, migrations, jobs and HTTP, and tears down what stands when a step fails. */
export async function startHost(options: HostOptions): Promise<Host> {
  const dataFolder = resolve(options.dataFolder)
  mkdirSync(dataFolder, { recursive: true })
  const { ports, server } = await openPorts(options, dataFolder)
  const { database, log } = ports
  const parts = options.parts(ports, dataFolder)
  const workers = await startWorkers({ database, tasks: parts.tasks, cron: parts.cron, log })
  const app = await createServer({ ...parts, ports, tls: options.tls, ready: () => answers(ports) })
  const stop = once(async () => {
    await closeServer(app)
    await workers.stop()
    await ports.solver.close()
    await parts.atStop().catch(error => log.error({ err: error as Error }, 'the stop was not clean'))
    await database.end()
    await server.stop()
  })
  try {
    await parts.beforeListening(app)
    const address = await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' })
    return { address, ports, app, firstStart: server.firstStart, stop }
  } catch (error) {
    await stop() // a taken port must not leave the database running
    throw error
  }
}

/** Opens what a server has beside HTTP for a command of a moment, and closes it again. Throws `FolderInUse` beside a running server. */
export async function withPorts<T>(
  options: Pick<HostOptions, 'dataFolder' | 'databaseUrl' | 'modules' | 'clock' | 'logLevel'>,
  work: (ports: Ports) => Promise<T>,
): Promise<T> {
  const dataFolder = resolve(options.dataFolder)
  mkdirSync(dataFolder, { recursive: true })
  const { ports, server } = await openPorts(options, dataFolder)
  try {
    return await work(ports)
  } finally {
    await ports.solver.close()
    await ports.database.end()
    await server.stop()
  }
}

async function openPorts(options: Omit<HostOptions, 'parts' | 'port'>, dataFolder: string) {
  const log = createLog(options.logLevel)
  const server = options.databaseUrl
    ? { config: { connectionString: options.databaseUrl } as pg.PoolConfig, firstStart: false, stop: async () => undefined }
    : await startEmbedded(dataFolder, options.size)
  const database = openDatabase({ config: { ...server.config, ...(options.size ? { max: options.size.connections } : {}) }, log })
  try {
    await migrate(database.pool, readMigrations(fileURLToPath(new URL('../../modules', import.meta.url)), options.modules))
    await prepareJobs(database)
  } catch (error) {
    await database.end()
    await server.stop()
    throw error
  }
  const keys = openKeys(dataFolder)
  const clock = await openClock(options.clock, database, dataFolder)
  const ports: Ports = { database, keys, files: openFileStore(dataFolder, keys), jobs, clock, log, solver: openSolver() }
  return { ports, server }
}

async function openClock(clock: HostOptions['clock'], database: Database, dataFolder: string): Promise<Clock> {
  if (clock === 'real') return realClock()
  return clock === 'settable' ? demonstrationClock(dataFolder) : clock(database, dataFolder)
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
