import { mkdirSync, mkdtempSync, chmodSync, rmSync, writeFileSync, readFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { newId } from '../id.ts'
import { prepareJobs } from '../jobs.ts'
import { createLog } from '../log.ts'
import { type Database, openDatabase } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { migrate, readMigrations } from './migrate.ts'
import { moduleOrder } from './module-order.ts'

/** A database of its own for one test file, cloned from a migrated template; `end` drops it. */
export type TestDatabase = { readonly database: Database; readonly config: pg.PoolConfig; end(): Promise<void> }

const root = fileURLToPath(new URL('../../..', import.meta.url))
type Cluster = { readonly config: pg.PoolConfig; readonly stop: () => Promise<void> }
let cluster: Promise<Cluster> | undefined

/**
 * One cluster per process, started on first use. `ZHIHENG_TEST_DATABASE_URL` points to a server shared by all
 * test processes instead. The template is migrated once per cluster.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { config } = await (cluster ??= startCluster())
  const name = `t_${newId().replaceAll('-', '')}`
  const admin = new pg.Client({ ...config, database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${name} template template_zhiheng`)
  await admin.end()
  const own = { ...config, database: name }
  const database = openDatabase({ config: own, log: createLog('silent') })
  return { database, config: own, end: () => database.end() }
}

async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-test-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'keys'), { recursive: true })
  const server = await startEmbedded(folder, { durable: false })
  process.once('exit', () => {
    killServer(folder)
    rmSync(folder, { recursive: true, force: true })
  })
  await prepareTemplate(server.config)
  return { config: server.config, stop: server.stop }
}

async function prepareTemplate(config: pg.PoolConfig): Promise<void> {
  const admin = new pg.Client({ ...config, database: 'postgres' })
  await admin.connect()
  await admin.query('create database template_zhiheng')
  await admin.end()
  const template = openDatabase({ config: { ...config, database: 'template_zhiheng' }, log: createLog('silent') })
  await migrate(template.pool, readMigrations(join(root, 'src/modules'), moduleOrder()))
  await prepareJobs(template)
  await template.end()
}

/** Test processes end without ceremony; the throw-away cluster must not outlive them. */
function killServer(folder: string): void {
  const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 'SIGQUIT')
  } catch {
    writeFileSync(pidFile, '')
  }
}
