import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { CENTRE_MAIN } from './run-centre.ts'

/** A centre that runs for one purpose, on a data folder of its own. */
export type HostedCentre = {
  readonly address: string
  readonly dataFolder: string
  /** The last errors the server wrote to its log, as they stand there. */
  lastErrors(): readonly string[]
  /** Most memory the server has used so far in MiB; null where the system does not tell. */
  peakMemory(): number | null
  /** Lets the server finish what is under way and end, at most once. */
  stop(): Promise<void>
}

const START_SECONDS = 120
const STOP_SECONDS = 30
const KEPT_CHARACTERS = 20_000
const ERRORS_SHOWN = 3

/** Starts a demonstration centre with the seed country's institutions, staff and items, without pages; resolves once it answers. */
export async function hostCentre(): Promise<HostedCentre> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhiheng-season-'))
  chmodSync(dataFolder, 0o755) // started as root, the database runs as somebody else and must reach its folder
  const words = ['start', '--port', '0', '--data', dataFolder, '--bare', '--no-pages']
  const { DATABASE_URL: _own, ...environment } = process.env
  const child = spawn(process.execPath, [CENTRE_MAIN, ...words], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ZHIHENG_LOG: 'warn', ...environment },
  })
  const heard = listen(child)
  try {
    const address = await addressOf(child, heard)
    return {
      address,
      dataFolder,
      lastErrors: () => errorsIn(heard()),
      peakMemory: () => peakMemoryOf(child.pid),
      stop: once(() => ended(child)),
    }
  } catch (error) {
    await ended(child)
    rmSync(dataFolder, { recursive: true, force: true })
    throw error
  }
}

/** Keeps the end of what the server prints; it must be read all the time, or the server would wait. */
function listen(child: ChildProcess): () => string {
  let said = ''
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-KEPT_CHARACTERS)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return () => said
}

/** Log lines of level 50 (error) and above. */
function errorsIn(said: string): string[] {
  return said
    .split('\n')
    .filter(line => /"level":[56]0/.test(line))
    .slice(-ERRORS_SHOWN)
}

/** Waits until the address stands in what the server prints; its last lines explain a start that fails. */
function addressOf(child: ChildProcess, heard: () => string): Promise<string> {
  return new Promise((done, fail) => {
    const late = setTimeout(
      () => fail(new Error(`国家中心在${START_SECONDS}秒内没有启动 (the centre did not start)：\n${heard()}`)),
      START_SECONDS * 1000,
    )
    child.stdout?.on('data', () => {
      const found = /https?:\/\/[\w.:[\]-]+:\d+/.exec(heard())
      if (!found) return
      clearTimeout(late)
      done(found[0])
    })
    child.once('exit', code => {
      clearTimeout(late)
      fail(new Error(`国家中心没有启动，退出码${code} (the centre ended at once)：\n${heard()}`))
    })
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(done => {
    const slow = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1000)
    child.once('exit', () => {
      clearTimeout(slow)
      done()
    })
    child.kill('SIGTERM')
  })
}

function peakMemoryOf(pid: number | undefined): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Math.round(Number(found[1]) / 1024) : null
  } catch {
    return null
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= run())
}
