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
  /** Most memory the server has used so far in MiB; null where the system does not tell. */
  peakMemory(): number | null
  /** Lets the server finish what is under way and end, at most once. */
  stop(): Promise<void>
}

const START_SECONDS = 120
const STOP_SECONDS = 30

/** Starts a demonstration centre with the seed country's institutions, staff and items, without pages; resolves once it answers. */
export async function hostCentre(): Promise<HostedCentre> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhiheng-season-'))
  chmodSync(dataFolder, 0o755) // started as root, the database runs as somebody else and must reach its folder
  const words = ['start', '--port', '0', '--data', dataFolder, '--bare', '--no-pages']
  const { DATABASE_URL: _own, ...environment } = process.env
  const child = spawn(process.execPath, [CENTRE_MAIN, ...words], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ZHIHENG_LOG: 'warn', ...environment } })
  try {
    const address = await addressOf(child)
    return { address, dataFolder, peakMemory: () => peakMemoryOf(child.pid), stop: once(() => ended(child)) }
  } catch (error) {
    await ended(child)
    rmSync(dataFolder, { recursive: true, force: true })
    throw error
  }
}

/** Reads what the server prints until its address stands there; the last lines explain a start that fails. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`国家中心在${START_SECONDS}秒内没有启动 (the centre did not start)：\n${said}`)), START_SECONDS * 1000)
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      const found = /https?:\/\/[\w.:[\]-]+:\d+/.exec(said)
      if (!found) return
      clearTimeout(late)
      done(found[0])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
    })
    child.once('exit', code => {
      clearTimeout(late)
      fail(new Error(`国家中心没有启动，退出码${code} (the centre ended at once)：\n${said}`))
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
