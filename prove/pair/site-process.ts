import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export type ServerName = 'A' | 'B'
export type SitePlace = { readonly name: ServerName; readonly folder: string; readonly port: number; readonly peer: string | null }

const MAIN = fileURLToPath(new URL('../../src/apps/site/main.ts', import.meta.url))

/** Starts `zhiheng site` as a process of its own; resolves once it listens. */
export function startSite({ name, folder, port, peer }: SitePlace): Promise<ChildProcess> {
  const { DATABASE_URL: _own, ...env } = process.env
  const words = ['--port', String(port), '--no-pages', '--data', folder, '--name', name, ...(peer === null ? [] : ['--peer', peer])]
  const child = spawn(process.execPath, [MAIN, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, ZHIHENG_LOG: process.env['ZHIHENG_LOG'] ?? 'silent' },
  })
  return new Promise((done, fail) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
      if (/https?:\/\/[\d.]+:\d+/.test(said)) done(child)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', (chunk: Buffer) => {
      if (process.env['ZHIHENG_LOG']) process.stderr.write(`${name} ${chunk.toString()}`)
      hear(chunk)
    })
    child.once('exit', code => fail(new Error(`site ${name} ended at its start with ${code}: ${said}`)))
  })
}

export function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(done => child.once('exit', () => done()))
}

/** SIGKILL to the server, and with `machine` to its database too. */
export async function killSite(child: ChildProcess, folder: string, what: 'server' | 'machine'): Promise<void> {
  child.kill('SIGKILL')
  if (what === 'machine') killDatabase(folder)
  await gone(child)
}

/** Ends the database of a folder that nobody serves from, without ceremony. */
export function killDatabase(folder: string): void {
  const file = join(folder, 'postgres', 'cluster', 'postmaster.pid')
  if (!existsSync(file)) return
  const main = Number(readFileSync(file, 'utf8').split('\n')[0])
  for (const pid of [main, ...childrenOf(main)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // it went between being listed and being killed
    }
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** The disk of a server that is down is gone for good. */
export function destroyDisk(folder: string): void {
  killDatabase(folder)
  rmSync(folder, { recursive: true, force: true })
}

export function freePort(): Promise<number> {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
