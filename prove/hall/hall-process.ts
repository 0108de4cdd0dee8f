import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Answered, OrderName, Orders } from './orders.ts'
import type { Planted } from './planted/planted.ts'

/** What is killed in a round. `database`: the postmaster; `backend`: one of its children, so that all recover; `both`: all at once. */
export const VICTIMS = ['app', 'database', 'backend', 'both'] as const
export type Victim = (typeof VICTIMS)[number]

export type HallOptions = {
  readonly folder: string
  readonly port: number
  readonly defect: Planted | 'none'
  /** A built exam client to serve below /exam/. */
  readonly pages?: string
  /** How far the wall clock of the machine is ahead when the process starts. */
  readonly wallAheadMs?: number
}

/** A hall in a process of its own, which can be killed and started again over the same folder. */
export type HallProcess = {
  readonly options: HallOptions
  readonly pid: () => number
  ask<Name extends OrderName>(name: Name, order: Orders[Name]['order']): Promise<Orders[Name]['answer']>
  /** Kills with SIGKILL. What dies with the app is started again by `restart`; a database comes back by itself. */
  kill(victim: Victim): Promise<void>
  restart(changes?: Partial<HallOptions>): Promise<void>
  /** Ends it in order and takes its folder away. */
  end(): Promise<void>
}

const MAIN = fileURLToPath(new URL('./serve.ts', import.meta.url))

/** A folder that the account of the database may enter. */
export function hallFolder(name: string, below = tmpdir()): string {
  const folder = mkdtempSync(join(below, `zhiheng-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

/** Starts a hall; resolves once it takes requests. */
export async function startHall(given: HallOptions): Promise<HallProcess> {
  let options = given
  let child = await launch(options)
  let asked = 0
  return {
    get options() {
      return options
    },
    pid: () => child.pid ?? 0,
    ask: (name, order) => answerOf(child, { id: ++asked, name, order }) as never,
    async kill(victim) {
      const main = postmaster(options.folder)
      if (victim === 'backend') {
        const [one] = childrenOf(main)
        return void (one === undefined || process.kill(one, 'SIGKILL'))
      }
      if (victim === 'database') return void process.kill(main, 'SIGKILL')
      const gone = new Promise<void>(done => child.once('exit', () => done()))
      child.kill('SIGKILL')
      if (victim === 'both') for (const pid of [main, ...childrenOf(main)]) killIfThere(pid)
      await gone
    },
    async restart(changes = {}) {
      options = { ...options, ...changes }
      child = await launch(options)
    },
    async end() {
      await endOf(child)
      rmSync(options.folder, { recursive: true, force: true })
    },
  }
}

function launch(options: HallOptions): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN, JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.setMaxListeners(0)
  return new Promise((done, fail) => {
    child.once('message', () => done(child))
    child.once('exit', code => fail(new Error(`the hall ended at its start with ${code}`)))
  })
}

function answerOf(child: ChildProcess, asked: { id: number; name: OrderName; order: unknown }): Promise<unknown> {
  return new Promise((done, fail) => {
    const gone = () => fail(new Error(`the hall ended before it answered ${asked.name}`))
    const hear = (said: unknown) => {
      const { id, answer, error } = said as Answered
      if (id !== asked.id) return
      child.off('message', hear).off('exit', gone)
      if (error === undefined) done(answer)
      else fail(new Error(error))
    }
    child.on('message', hear).once('exit', gone)
    child.send(asked)
  })
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(done => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it went between being listed and being killed
  }
}

export function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number).toReversed()
}

export function freePort(): Promise<number> {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
