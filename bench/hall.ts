/**
 * A site server under the load of an examination: `npm run bench -- hall --seats 500` (`--lite`: short phases for continuous integration).
 * Clients run on the same machine and arrive on their own account; a latency counts from when the request was due.
 */
import { cpus } from 'node:os'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { diceOf } from '../src/kernel/dice.ts'
import { newClient } from './hall/client.ts'
import { errorsOf, spreadOf } from './hall/measure.ts'
import { type Hall, type Phase, type Scale, burst, handInAll, peak, stageAll, startAll, steady, storm } from './hall/phases.ts'
import { startServer } from './hall/server-process.ts'
import { watchUse } from './hall/watch.ts'

const { values } = parseArgs({
  options: { seats: { type: 'string' }, lite: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const seats = Number(values.seats ?? (values.lite ? 100 : 500))
if (!Number.isSafeInteger(seats) || seats < 1 || seats > 5_000) {
  console.error('用法：npm run bench -- hall [--seats 人数] [--lite] [--only stage,start,steady,burst,peak,storm,hand-in]')
  process.exit(2)
}

const WHOLE: Scale = {
  seats,
  stageSeconds: 60,
  startSeconds: 10,
  steadySeconds: 60,
  burstSeconds: 60,
  savesPerSecond: 1_000,
  handInSeconds: 30,
  peakSeconds: 10,
  peakClients: 500,
}
const LITE: Scale = {
  ...WHOLE,
  stageSeconds: 3,
  startSeconds: 3,
  steadySeconds: 5,
  burstSeconds: 4,
  savesPerSecond: 300,
  handInSeconds: 3,
  peakSeconds: 2,
  peakClients: 100,
}
const scale = values.lite ? LITE : WHOLE

/** What each phase is held against: the figure, in milliseconds or as named, and its limit of the requirements. */
const PHASES = {
  stage: { run: stageAll, limits: { p99: 10_000 } },
  start: { run: startAll, limits: { p99: 3_000 } },
  steady: { run: steady, limits: { p99: 150 } },
  burst: { run: burst, limits: { p99: 250 } },
  peak: { run: peak, limits: { savesPerSecond: 5_000 } },
  storm: { run: storm, limits: { drainedSeconds: 30, p99: 5_000 } },
  'hand-in': { run: handInAll, limits: { p99: 2_000 } },
} as const
const MOST_MB = 600

const only = values.only?.split(',')
const server = await startServer(scale.seats, scale.peakClients)
const hall: Hall = {
  server,
  scale,
  dice: diceOf('hall'),
  clients: server.prepared.seats.map(seat => newClient(server.port, seat)),
  spare: server.prepared.spare.map(seat => newClient(server.port, seat)),
}
let errors = 0
let mostMb = 0
try {
  for (const [name, { run, limits }] of Object.entries(PHASES)) {
    if (only && !only.includes(name)) continue
    const watched = watchUse(server.folder, server.pid)
    tell(name, await run(hall), { limits, use: watched() })
  }
} finally {
  for (const client of [...hall.clients, ...hall.spare]) client.line.close()
  await server.end()
}
const [cpu] = cpus()
console.log(
  JSON.stringify({
    name: 'hall',
    seats,
    lite: values.lite,
    errors,
    mostServerAndDatabaseMb: mostMb,
    ofMemoryLimit: share(mostMb, MOST_MB),
    cores: cpus().length,
    node: process.version,
    cpu: cpu?.model.trim() ?? 'unknown',
  }),
)
if (errors > 0) process.exitCode = 1

type Judged = { readonly limits: Readonly<Record<string, number>>; readonly use: ReturnType<ReturnType<typeof watchUse>> }

function tell(phase: string, { tally, figures, alsoTallies = {} }: Phase, { limits, use }: Judged): void {
  const spread = spreadOf(tally)
  const all = [tally, ...Object.values(alsoTallies)]
  errors += all.reduce((sum, one) => sum + errorsOf(one), 0)
  mostMb = Math.max(mostMb, use.serverMb + use.databaseMb)
  const known: Readonly<Record<string, number>> = { ...spread, ...figures }
  const ofLimit = Object.fromEntries(Object.entries(limits).map(([what, limit]) => [what, share(known[what] ?? 0, limit)]))
  const also = Object.fromEntries(Object.entries(alsoTallies).map(([what, one]) => [what, spreadOf(one)]))
  const said = Object.fromEntries(all.flatMap(one => [...one.errors]))
  console.log(JSON.stringify({ phase, ...spread, ...figures, ...also, errors: said, ...use, limits, ofLimit }))
}

function share(value: number, limit: number): number {
  return Math.round((value / limit) * 100) / 100
}
