/** Kills the hall while candidates work in the laboratory: `npm run prove -- kills worlds 5 [--seats 20]`. */
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { attachEmbedded } from '../../src/platform/db/embedded.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { createLog } from '../../src/platform/log.ts'
import { freePort, hallFolder, startHall } from '../hall/hall-process.ts'
import { type Worker, workerAt } from './worker.ts'

const [rounds = 5] = process.argv.slice(2).flatMap(word => (/^\d+$/.test(word) ? [Number(word)] : []))
const seatsAt = process.argv.indexOf('--seats')
const SEATS = seatsAt < 0 ? 20 : Number(process.argv[seatsAt + 1])
/** Steps a candidate takes on average before the kill, and after it. */
const STEPS = 4

const folder = hallFolder('worlds')
const port = await freePort()
const hall = await startHall({ folder, port, defect: 'none' })
const seats = await hall.ask('seat', { count: SEATS, practical: true })
const workers = seats.map(seat => workerAt(() => `http://127.0.0.1:${port}`, seat))
let faults: string[] = []
for (let round = 1; round <= rounds && faults.length === 0; round++) {
  const victim = round % 2 === 0 ? ('both' as const) : ('app' as const)
  let over = false
  const working = workers.map(worker => worker.work(() => over))
  await untilMore(STEPS * SEATS)
  await hall.kill(victim)
  await hall.restart()
  await untilMore(STEPS * SEATS)
  over = true
  await Promise.all(working)
  faults = await judge()
  const steps = workers.reduce((sum, worker) => sum + worker.acknowledged.length, 0)
  console.log(`round ${round}: killed ${victim}, ${steps} steps acknowledged until now, ${faults.length} faults`)
  for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`)
}
console.log(
  JSON.stringify({ rounds, seats: SEATS, steps: workers.reduce((sum, one) => sum + one.acknowledged.length, 0), faults: faults.length }),
)
await hall.end()
process.exit(faults.length === 0 ? 0 : 1)

/** Until so many steps more were acknowledged than now. */
async function untilMore(steps: number): Promise<void> {
  const acknowledged = () => workers.reduce((sum, one) => sum + one.acknowledged.length, 0)
  const wanted = acknowledged() + steps
  while (acknowledged() < wanted) await pause(20)
}

/** Every acknowledged step stands in the tables, was carried out once and in its order, and the world shows it. */
async function judge(): Promise<string[]> {
  const config = attachEmbedded(folder)
  if (!config) throw new Error('the database is away')
  const database = openDatabase({ config, log: createLog('silent') })
  try {
    const found: string[] = []
    for (const worker of workers) found.push(...(await faultsOf(worker, await carriedOut(worker))))
    return found
  } finally {
    await database.end()
  }

  async function carriedOut({ seat }: Worker): Promise<number[]> {
    const text = 'select command_id from lab_entry where owner_id = $1 and command_id is not null order by entry'
    const { rows } = await database.statement({ text, values: [seat.attemptId] })
    return rows.map(row => Number(String(row['command_id']).split('.')[1]))
  }
}

async function faultsOf({ seat, acknowledged, open }: Worker, carriedOut: readonly number[]): Promise<string[]> {
  const name = seat.attemptId.slice(0, 8)
  const { through, view } = await open()
  const last = acknowledged[acknowledged.length - 1] ?? 0
  return [
    ...(carriedOut.join() === acknowledged.join()
      ? []
      : [`${name}: acknowledged ${acknowledged.length}, carried out ${carriedOut.length}`]),
    ...((through?.seq ?? 0) === last ? [] : [`${name}: the world stands at ${through?.seq ?? 0}, acknowledged was ${last}`]),
    ...acknowledged.filter(seq => !view.includes(`备忘-${name}-${seq}"`)).map(seq => `${name}: step ${seq} is not in the world`),
  ]
}
