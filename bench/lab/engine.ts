import type { Database } from '../../src/platform/db/database.ts'
import { labEngine, labValidators } from '../../src/modules/lab/actions/engine.ts'
import { hydrateWorld, letGo, wholeWorld } from '../../src/modules/lab/actions/worlds/hold-world.ts'
import { scoreOf } from '../../src/modules/lab/core/task/gates/rehearse.ts'
import type { Params } from '../../src/modules/lab/core/task/variant.ts'
import { commandId } from '../../src/modules/lab/core/world/ids.ts'
import { replay } from '../../src/modules/lab/core/world/replay.ts'
import { type World, submit } from '../../src/modules/lab/core/world/world.ts'
import { taskByHash } from '../../src/modules/lab/store/worlds.ts'
import type { BenchLaboratory, Seat } from './bench-laboratory.ts'

export type EngineFigures = {
  readonly replay600Ms: number
  readonly hydrateMs: number
  /** What of it this process worked itself; the rest is the database and the queue of a busy machine. */
  readonly hydrateCpuMs: number
  readonly advance30DaysMs: number
  readonly scoreMs: number
}

const RUNS = 15

/** A world of six hundred events: how long it takes to fold it, to take it up again, to turn its clock by 30 days, and to score it. */
export async function measureEngine(laboratory: BenchLaboratory, taskHash: string): Promise<EngineFigures> {
  const { database } = laboratory.ports
  const seat = await laboratory.seat('engine', 'engine-seed')
  let n = 0
  while (seat.seq < 600) await act(laboratory, seat, n++)
  const world = await database.transact(tx => wholeWorld(tx, seat))
  const task = await database.transact(tx => taskByHash(tx, taskHash))
  const events = world.events.slice(0, 600)
  const busy = withReminders(world)
  const variant = { setup: world.setup, params: world.setup.params as Params, brief: '' }
  return {
    replay600Ms: median(() => void replay(labEngine, world.setup, events)),
    ...(await hydrating(database, seat)),
    advance30DaysMs: median(() => void advance(busy)),
    scoreMs: median(() => void scoreOf({ engine: labEngine, task, validators: labValidators }, variant, world)),
  }
}

/** Something a person does at the desk, in the browser and in the mail, one after the other. */
export async function act(laboratory: BenchLaboratory, seat: Seat, n: number): Promise<boolean> {
  const draft = { id: null, to: ['chen@yunqi.lab.test'], cc: [], bcc: [], subject: `第 ${n} 封`, text: '请看附件，谢谢。' }
  switch (n % 5) {
    case 0:
      return laboratory.say(seat, 'desk.note.save', { id: n < 5 ? null : 'N1001', text: `第 ${n} 条便笺：先看《报价规定》，再回客户。` })
    case 1:
      return laboratory.say(seat, 'net.open', { url: 'http://files.yunqi.lab.test/' })
    case 2:
      return laboratory.say(seat, 'mail.draft.save', n < 5 ? draft : { ...draft, id: 'D1001' })
    case 3:
      return laboratory.say(seat, 'desk.clock.advance', { mode: 'by', value: 60 })
    default:
      return laboratory.say(seat, 'desk.task.mark', { marked: n % 2 === 0 })
  }
}

/** Ten things a day for a month that fall due when the clock is turned. */
function withReminders(world: World): World {
  const horizon = (world.state.now + 40 * 86_400) as World['state']['now']
  let busy: World = { ...world, setup: { ...world.setup, scenario: { ...world.setup.scenario, horizon } } }
  for (let i = 0; i < 300; i++) {
    const data = { at: world.state.now + (i + 1) * 8_000, text: `第 ${i} 件事` }
    const command = { id: commandId(`r${i}`), type: 'desk.reminder.set', data, expectedSeq: busy.state.seq }
    const { world: next, reply } = submit(labEngine, busy, command)
    if (!reply.ok) throw new Error(reply.refusal.zh)
    busy = next
  }
  return busy
}

function advance(busy: World): void {
  const to = busy.state.now + 30 * 86_400
  const command = { id: commandId('month'), type: 'desk.clock.advance', data: { mode: 'to', value: to }, expectedSeq: busy.state.seq }
  const { reply } = submit(labEngine, busy, command)
  if (!reply.ok) throw new Error(reply.refusal.zh)
}

async function hydrating(database: Database, seat: Seat): Promise<Pick<EngineFigures, 'hydrateMs' | 'hydrateCpuMs'>> {
  const taken: number[] = []
  const cpu = process.cpuUsage()
  for (let i = 0; i < RUNS; i++) {
    letGo(database, seat)
    const began = performance.now()
    await database.transact(tx => hydrateWorld(tx, seat))
    taken.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(cpu)
  return { hydrateMs: middle(taken), hydrateCpuMs: Math.round((user + system) / RUNS / 10) / 100 }
}

function median(work: () => void): number {
  const taken = Array.from({ length: RUNS }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return middle(taken)
}

function middle(values: readonly number[]): number {
  return Math.round((values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0) * 100) / 100
}
