/** `npm test`: all tests, or those whose path holds one of the given words. Usage: test.ts [part-of-path …] */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { filesUnder, isTest, textOf } from './read/files.ts'
import { ensureChromium, NO_CHROMIUM } from './testing/chromium.ts'
import { planOf } from './testing/plan.ts'
import { COUNTS } from './testing/reporter.ts'
import type { Counts } from './testing/reporter.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const REPORTER = new URL('./testing/reporter.ts', import.meta.url).href
/** A test that hangs is a failure; journeys with a power cut are the longest. */
const TIMEOUT_MS = 300_000
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const NONE: Counts = { passed: 0, failed: 0, skipped: 0 }

/** Runs test files and passes on what they say; a run that ends without counts, or badly without a failure, is one failure. */
async function run(files: readonly string[], flags: readonly string[], env: NodeJS.ProcessEnv): Promise<Counts> {
  if (files.length === 0) return NONE
  const args = [
    '--test',
    '--test-force-exit',
    `--test-reporter=${REPORTER}`,
    '--test-reporter-destination=stdout',
    `--test-timeout=${TIMEOUT_MS}`,
    ...flags,
    ...files,
  ]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env })
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  const stop = (): void => void child.kill('SIGTERM')
  for (const signal of STOPS) process.once(signal, stop)
  let counts: Counts | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(COUNTS)) counts = JSON.parse(line.slice(COUNTS.length)) as Counts
    else console.log(line)
  }
  const code = await ended
  for (const signal of STOPS) process.off(signal, stop)
  if (counts === undefined) console.log(`✖ the test run ended early (exit code ${code})`)
  return counts === undefined || (code !== 0 && counts.failed === 0) ? { ...(counts ?? NONE), failed: 1 } : counts
}

async function main(filters: readonly string[]): Promise<number> {
  const start = performance.now()
  const named = [...filesUnder(root, 'src'), ...filesUnder(root, 'tools'), ...filesUnder(root, 'tests'), ...filesUnder(root, 'prove')]
  // what tests share carries the name of a test, so that it may look into rooms; it holds none itself
  const plan = planOf(
    named.filter(file => !isTest(file) || textOf(root, file).includes('node:test')),
    filters,
  )
  if (plan.pure.length + plan.apart.length === 0) {
    console.error(`no test file matches ${filters.join(' ')}`)
    return 2
  }
  const chromium = plan.needsBrowser ? ensureChromium() : null
  if (plan.needsBrowser && chromium === null) console.error(NO_CHROMIUM)
  const env = { ...process.env, NODE_ENV: 'test', ...(chromium === null ? {} : { CHROMIUM: chromium }) }
  const runs = [await run(plan.pure, ['--test-isolation=none'], env), await run(plan.apart, ['--test-concurrency=2'], env)]
  const sum = (key: keyof Counts): number => runs.reduce((total, counts) => total + counts[key], 0)
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  console.log(`tests: ${sum('passed')} passed, ${sum('failed')} failed${skipped}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return sum('failed') > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
