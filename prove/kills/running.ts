import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Seat } from '../../bench/saves/hall.ts'

/** What is killed in a round. `database`: the postmaster; `backend`: one of its children, so that all recover; `both`: all at once. */
export const VICTIMS = ['app', 'database', 'backend', 'both'] as const
export type Victim = (typeof VICTIMS)[number]

export type HallOptions = { readonly folder: string; readonly port: number; readonly seats: number; readonly defect: string }

const MAIN = fileURLToPath(new URL('./hall.ts', import.meta.url))

/** Starts the process that will be killed; resolves once it takes requests. */
export function startHall({ folder, port, seats, defect }: HallOptions): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN, folder, String(port), String(seats), defect], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((done, fail) => {
    child.once('message', () => done(child))
    child.once('exit', code => fail(new Error(`the hall ended at its start with ${code}`)))
  })
}

/** Where the hall notes who sits in it, so that whoever writes outlives it. */
export function seatsFile(folder: string): string {
  return join(folder, 'seats.json')
}

export function readSeats(folder: string): readonly Seat[] {
  return JSON.parse(readFileSync(seatsFile(folder), 'utf8')) as readonly Seat[]
}

/** Kills with SIGKILL. What dies with the app is started again by the caller; a database comes back by itself. */
export async function kill(child: ChildProcess, folder: string, victim: Victim): Promise<void> {
  const main = postmaster(folder)
  if (victim === 'backend') {
    const [one] = childrenOf(main)
    if (one !== undefined) process.kill(one, 'SIGKILL')
    return
  }
  if (victim === 'database') return void process.kill(main, 'SIGKILL')
  const gone = new Promise<void>(done => child.once('exit', () => done()))
  child.kill('SIGKILL')
  if (victim === 'both') for (const pid of [main, ...childrenOf(main)]) killIfThere(pid)
  await gone
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it went between being listed and being killed
  }
}

function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number).toReversed()
}
