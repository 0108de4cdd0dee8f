import { setTimeout as pause } from 'node:timers/promises'
import { type Dice, pick } from '../../src/kernel/dice.ts'
import { type Machine, type Room, newMachine } from '../hall/client/machine.ts'
import { closePage, openPage } from '../hall/client/page.ts'
import { handIn, retire, settle, wipe, workOn } from '../hall/client/person.ts'
import type { HallProcess } from '../hall/hall-process.ts'
import type { Round } from '../hall/run/command.ts'
import { type HallRounds, type OneRound, inHall, judged, machinesFor, roomOf } from '../hall/run/hall-rounds.ts'
import { drain, until } from '../hall/run/quiet.ts'

const PAUSE_MS = 40
const RESUME_LIMIT_MS = 10_000
const PATIENCE_MS = 30_000

/** What became of the machine that somebody was taken away from. */
const OLD_MACHINES = ['dead', 'alive', 'late'] as const
type OldMachine = (typeof OLD_MACHINES)[number]

/** People change their seats in the middle of the work, whose old machines are dead, alive, or come back later with what they hold. */
export function runSwaps(order: HallRounds & { readonly resumeLimitMs?: number }): Promise<void> {
  const { resumeLimitMs = RESUME_LIMIT_MS } = order
  return inHall(order, { name: 'swaps' }, (hall, round) => playRound(hall, { ...round, resumeLimitMs }))
}

async function playRound(
  hall: HallProcess,
  { seats, seed, defect, resumeLimitMs }: OneRound & { readonly resumeLimitMs: number },
): Promise<Round> {
  const room = roomOf(hall, { seed: `swaps-${seed}`, defect, speed: 4 })
  const old = machinesFor(room, await hall.ask('seat', { count: seats }))
  const day = { isOver: false }
  for (const machine of old) sit(machine, () => day.isOver)
  const isEnough = (saves: number) => until(() => room.recorder.counts().saves >= saves, PATIENCE_MS)
  await isEnough(4 * seats)
  const swapped = await Promise.all(old.map(machine => swap(room, machine, () => day.isOver)))
  await isEnough(room.recorder.counts().saves + 4 * seats)
  day.isOver = true
  for (const { from, how } of swapped) if (how === 'late') from.offline = false
  const machines = swapped.flatMap(({ from, to }) => [from, to])
  const stuck = await drain(machines, PATIENCE_MS)
  await Promise.all(swapped.map(({ to }, at) => (at % 3 === 0 ? handIn(to) : undefined)))
  const slow = swapped.filter(one => one.resumedMs > resumeLimitMs)
  const count = (how: OldMachine) => swapped.filter(one => one.how === how).length
  return {
    ...(await judged(hall, room.recorder, machines)),
    seed,
    faults: [
      ...stuck.map(one => `${one.name} could not bring everything`),
      ...slow.map(one => `${one.to.name} could go on only after ${one.resumedMs} ms`),
      ...swapped.flatMap(one => one.missing),
    ],
    told: {
      换机: swapped.length,
      旧机损坏: count('dead'),
      旧机在用: count('alive'),
      旧机后到: count('late'),
      最慢恢复毫秒: Math.max(...swapped.map(one => one.resumedMs)),
    },
  }
}

function sit(machine: Machine, isOver: () => boolean): void {
  openPage(machine)
  workOn(machine, PAUSE_MS, isOver)
}

type Swapped = {
  readonly from: Machine
  readonly to: Machine
  readonly how: OldMachine
  /** From asking for a code until the new machine takes work. */ readonly resumedMs: number
  readonly missing: readonly string[]
}

async function swap(room: Room, from: Machine, isOver: () => boolean): Promise<Swapped> {
  const how = pick(OLD_MACHINES, room.dice)
  await leave(room.dice, from, how)
  const to = newMachine(room, from.seat, null)
  const asked = performance.now()
  openPage(to)
  const isBack = await until(() => to.page?.standing === 'working', PATIENCE_MS)
  const resumedMs = isBack ? Math.round(performance.now() - asked) : Infinity
  workOn(to, PAUSE_MS, isOver)
  return { from, to, how, resumedMs, missing: isBack ? [] : [`${to.name} never got its paper`] }
}

async function leave(dice: Dice, machine: Machine, how: OldMachine): Promise<void> {
  await pause(dice() * 300)
  if (how === 'late') machine.offline = true
  if (how !== 'dead') return void (how === 'late' && settle(machine))
  // its disk went with it: what no server had acknowledged is gone, and nothing else may be
  closePage(machine)
  wipe(machine)
  retire(machine)
}
