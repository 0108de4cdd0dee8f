import { setTimeout as pause } from 'node:timers/promises'
import { pick } from '../../src/kernel/dice.ts'
import { type ChaosProxy, openChaosProxy } from './chaos-proxy.ts'
import { FAIR, STORM } from './plan.ts'
import { type Machine, type Room, chance } from '../hall/client/machine.ts'
import { openPage } from '../hall/client/page.ts'
import { handIn, reload, workOn } from '../hall/client/person.ts'
import type { HallProcess } from '../hall/hall-process.ts'
import type { Round } from '../hall/run/command.ts'
import { type HallRounds, type OneRound, inHall, judged, machinesFor, roomOf } from '../hall/run/hall-rounds.ts'
import { drain, until } from '../hall/run/quiet.ts'
import { contradict } from './contradict.ts'

/** So long at least, and on a busy machine at most, until enough was saved and lost. */
const STORM_MS = [2_500, 15_000] as const
const ENOUGH_SAVES = 150
const PAUSE_MS = 60
const PATIENCE_MS = 60_000
/** So long a request waits for its reply; a half-open line must not hold a round up for ten seconds. */
const REPLY_MS = 700

/** Clients work through a bad line: cuts, half-open connections, lost replies, trickles, and the switch going off. */
export function runNetwork(order: HallRounds): Promise<void> {
  return inHall(order, { name: 'network' }, playRound)
}

async function playRound(hall: HallProcess, { seats, seed, defect }: OneRound): Promise<Round> {
  const proxy = await openChaosProxy({ target: () => hall.options.port, seed: `network-${seed}` })
  const room = roomOf(hall, { seed: `people-${seed}`, defect, port: () => proxy.port, patienceMs: REPLY_MS })
  const machines = machinesFor(room, await hall.ask('seat', { count: seats }))
  const day = { isOver: false }
  for (const machine of machines) {
    openPage(machine)
    workOn(machine, PAUSE_MS, () => day.isOver)
  }
  await until(() => machines.every(machine => machine.page?.standing === 'working'), PATIENCE_MS)
  await storm(proxy, room, machines)
  day.isOver = true
  proxy.weather(FAIR)
  proxy.mend()
  const stuck = await drain(machines, PATIENCE_MS)
  await Promise.all(machines.map(machine => contradict(machine, hall.options.port)))
  if (stuck.length === 0) await Promise.all(machines.filter((_, at) => at % 2 === 0).map(machine => handIn(machine)))
  const verdict = await judged(hall, room.recorder, machines)
  const { connections, refused, cut, halfOpen, truncated } = proxy.counts()
  await proxy.close()
  return {
    ...verdict,
    seed,
    faults: stuck.map(one => `${one.name} could not bring everything`),
    told: { 连接: connections, 拒绝: refused, 切断: cut, 半开: halfOpen, 截断: truncated },
  }
}

/** The whole room loses its line now and then; some pages are reloaded in the middle of it. */
async function storm(proxy: ChaosProxy, { dice, recorder }: Room, machines: readonly Machine[]): Promise<void> {
  proxy.weather(STORM)
  const [least, most] = [performance.now() + STORM_MS[0], performance.now() + STORM_MS[1]]
  const isEnough = () => performance.now() > least && recorder.counts().saves > ENOUGH_SAVES && recorder.counts().unknown > 0
  while (performance.now() < most && !isEnough()) {
    await pause(300 + dice() * 500)
    const what = pick(['nothing', 'cut', 'frozen'] as const, dice)
    if (what === 'cut') proxy.cutAll()
    if (what === 'frozen') proxy.freezeAll()
    for (const machine of machines) if (chance(machine, 0.08)) reload(machine)
    await pause(what === 'nothing' ? 0 : 60 + dice() * 200)
    proxy.mend()
  }
}
