import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { childrenOf, postmaster } from '../../prove/hall/hall-process.ts'

const TICKS_PER_SECOND = 100
const SAMPLE_MS = 500

/** What the server and its database used: processor share of all cores, and the most memory seen. */
export type Use = { readonly cpuPercent: number; readonly serverMb: number; readonly databaseMb: number }

/** Watches a server process and the embedded database of its folder until it is asked. */
export function watchUse(folder: string, pid: () => number): () => Use {
  const from = { at: performance.now(), ticks: ticksOf(folder, pid()) }
  let [server, database] = [0, 0]
  const sample = () => {
    server = Math.max(server, kilobytes(`/proc/${pid()}/status`, 'VmRSS'))
    // shared pages are divided among those who share them, so that they count once
    database = Math.max(database, familyOf(folder).reduce((sum, one) => sum + kilobytes(`/proc/${one}/smaps_rollup`, 'Pss'), 0))
  }
  const timer = setInterval(sample, SAMPLE_MS)
  return () => {
    clearInterval(timer)
    sample()
    const seconds = (performance.now() - from.at) / 1000
    const used = Math.max(0, ticksOf(folder, pid()) - from.ticks) / TICKS_PER_SECOND
    return {
      cpuPercent: Math.round((used / seconds / cpus().length) * 100),
      serverMb: Math.round(server / 1024),
      databaseMb: Math.round(database / 1024),
    }
  }
}

function familyOf(folder: string): number[] {
  try {
    const main = postmaster(folder)
    return [main, ...childrenOf(main)]
  } catch {
    return []
  }
}

/** User and system time, with that of children that have ended. */
function ticksOf(folder: string, pid: number): number {
  return [pid, ...familyOf(folder)].reduce((sum, one) => sum + ticks(one), 0)
}

function ticks(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0)
  } catch {
    return 0
  }
}

function kilobytes(file: string, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
