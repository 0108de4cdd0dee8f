import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { freePort, hallFolder } from '../../prove/hall/hall-process.ts'
import type { RawRate } from '../saves/raw-rate.ts'
import type { RawOrder } from './serve.ts'
import type { Prepared } from './site-of.ts'

/** The site server in a process of its own. */
export type Server = {
  readonly folder: string
  readonly port: number
  readonly prepared: Prepared
  readonly pid: () => number
  raw(order: RawOrder): Promise<RawRate>
  /** Kills it without a word and starts it again; gives the seconds until it takes requests. */
  restart(): Promise<number>
  end(): Promise<void>
}

const MAIN = fileURLToPath(new URL('./serve.ts', import.meta.url))

export async function startServer(seats: number, spare: number): Promise<Server> {
  const folder = hallFolder('bench-hall')
  const port = await freePort()
  const launch = () => launched([folder, String(port), String(seats), String(spare)])
  let child = await launch()
  return {
    folder,
    port,
    prepared: JSON.parse(readFileSync(join(folder, 'seats.json'), 'utf8')) as Prepared,
    pid: () => child.pid ?? 0,
    raw(order) {
      const { promise, resolve, reject } = Promise.withResolvers<RawRate>()
      child.once('message', said => resolve((said as { measured: RawRate }).measured))
      child.once('exit', () => reject(new Error('the server ended')))
      child.send(order)
      return promise
    },
    async restart() {
      const gone = new Promise(done => child.once('exit', done))
      child.kill('SIGKILL')
      await gone
      const from = performance.now()
      child = await launch()
      return (performance.now() - from) / 1000
    },
    async end() {
      const gone = new Promise(done => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function launched(args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.setMaxListeners(0)
  return new Promise((done, fail) => {
    child.once('message', () => done(child))
    child.once('exit', code => fail(new Error(`the server ended at its start with ${code}`)))
  })
}
