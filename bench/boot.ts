/** Cold first start in a new data folder, and the second start; each until the address answers. Prints one JSON line. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/apps/centre/main.ts', import.meta.url))
const SECOND_START_LIMIT_SECONDS = 5

type Start = { readonly seconds: number; readonly serverMb: number; readonly databaseMb: number }

async function startOnce(folder: string, flags: readonly string[]): Promise<Start> {
  const began = performance.now()
  const child = spawn(process.execPath, [main, 'start', '--port', '0', '--data', folder, '--no-pages', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await addressOf(child)
  const seconds = (performance.now() - began) / 1000
  const serverMb = residentMb(Number(child.pid))
  const databaseMb = childrenOf(Number(child.pid)).reduce((sum, pid) => sum + proportionalMb(pid), 0)
  child.kill('SIGTERM')
  await new Promise(done => child.once('exit', done))
  return { seconds: round(seconds), serverMb: round(serverMb), databaseMb: round(databaseMb) }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/\S+/.exec(said)
      if (found) done(found[0])
    })
    child.once('exit', code => fail(new Error(`ended with ${code}: ${said}`)))
  })
}

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

/** Shared pages counted once: PostgreSQL's processes share their buffers. */
function proportionalMb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function childrenOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        return [[Number(name), Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1])] as const]
      } catch {
        return []
      }
    })
  const direct = parents.filter(([, parent]) => parent === pid).map(([child]) => child)
  return direct.flatMap(child => [child, ...childrenOf(child)])
}

function bareNodeMs(): number {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    execFileSync(process.execPath, ['-e', '0'])
    return performance.now() - began
  }).toSorted((a, b) => a - b)
  return times[2] ?? 0
}

const round = (n: number) => Math.round(n * 100) / 100
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-bench-'))
chmodSync(folder, 0o755)
const first = await startOnce(join(folder, 'real'), ['--real'])
const second = await startOnce(join(folder, 'real'), ['--real'])
const planted = await startOnce(join(folder, 'seed'), ['--bare'])
const again = await startOnce(join(folder, 'seed'), ['--bare'])
rmSync(folder, { recursive: true, force: true })
console.log(
  JSON.stringify({
    name: 'boot',
    firstStart: first,
    secondStart: second,
    firstStartWithSeedBase: planted,
    secondStartWithSeedBase: again,
    limitSeconds: SECOND_START_LIMIT_SECONDS,
    ratio: round(again.seconds / SECOND_START_LIMIT_SECONDS),
    bareNodeStartMs: round(bareNodeMs()),
    node: process.version,
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
  }),
)
