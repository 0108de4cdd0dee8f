import { hash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { diceOf } from '../../src/kernel/dice.ts'
import type { FinalBook } from '../history/history.ts'
import { type Machine, type Room, newMachine } from '../hall/client/machine.ts'
import { openPage } from '../hall/client/page.ts'
import { retire, workOn } from '../hall/client/person.ts'
import { type HallProcess, type Victim, freePort, hallFolder, startHall } from '../hall/hall-process.ts'
import type { Planted } from '../hall/planted/planted.ts'
import { readBooks } from '../hall/run/books.ts'
import type { Round } from '../hall/run/command.ts'
import { judge } from '../hall/run/judge.ts'
import { drain, until } from '../hall/run/quiet.ts'
import { newRecorder } from '../hall/run/recorder.ts'

export type Order = {
  readonly rounds: number
  readonly victims: readonly Victim[]
  readonly seats: number
  readonly from: number
  readonly defect: Planted | 'none'
  /** The fault is planted only from this round on. */ readonly defectFrom?: number
  readonly onRound: (round: Round) => void
}

const QUIET_MS = [150, 900] as const
const PAUSE_MS = 40
/** Nothing is killed before so many saves went through. */
const ENOUGH_SAVES = 20
/** Pauses of half a second and more before a next try become a tenth, so that rounds are short. */
const SPEED = 10
const AFTERWARDS_MS = 150
const PATIENCE_MS = 60_000

/** Kills under load, round by round, over one folder; in the end everything of all rounds is looked for once more. */
export async function runRounds(order: Order): Promise<void> {
  const hall = await startHall({ folder: hallFolder('kills'), port: await freePort(), defect: order.defectFrom ? 'none' : order.defect })
  const stood = new Map<string, string>()
  try {
    for (let round = 0; round < order.rounds; round++) {
      if (round === order.defectFrom) await hall.plant(order.defect)
      const victim = order.victims[round % order.victims.length] ?? 'app'
      const played = await playRound(hall, { ...order, seed: order.from + round, victim })
      for (const book of played.books) stood.set(book.attempt, digestOf(book))
      const isLast = round === order.rounds - 1
      const gone = isLast ? await goneSince(hall, stood) : []
      order.onRound({ ...played.round, lost: played.round.lost + gone.length, faults: [...played.round.faults, ...gone] })
    }
  } finally {
    await hall.end()
  }
}

type Play = Order & { readonly seed: number; readonly victim: Victim }

async function playRound(
  hall: HallProcess,
  { seats, seed, victim }: Play,
): Promise<{ readonly round: Round; readonly books: readonly FinalBook[] }> {
  const recorder = newRecorder()
  const served = { sentAt: 0 }
  const dice = diceOf(`kills-${seed}`)
  const room: Room = {
    recorder,
    dice,
    port: () => hall.options.port,
    speed: SPEED,
    patienceMs: 10_000,
    admit: seat => hall.ask('admit', seat),
    onAck: sentAt => void (served.sentAt = Math.max(served.sentAt, sentAt)),
  }
  const taken = await hall.ask('seat', { count: seats })
  const machines = taken.map(seat => newMachine(room, seat, seat.token))
  const day = { isOver: false }
  for (const machine of machines) openAndWork(machine, () => day.isOver)
  const isUnderLoad = await until(() => recorder.counts().saves >= ENOUGH_SAVES, PATIENCE_MS)
  await pause(QUIET_MS[0] + dice() * (QUIET_MS[1] - QUIET_MS[0]))
  const killedAt = performance.now()
  await hall.kill(victim)
  if (victim === 'app' || victim === 'both') await hall.restart()
  const isBack = await until(() => served.sentAt > killedAt, PATIENCE_MS)
  const recoveredMs = Math.round(performance.now() - killedAt)
  await pause(AFTERWARDS_MS)
  day.isOver = true
  const stuck = await drain(machines, PATIENCE_MS)
  for (const machine of machines) retire(machine)
  const books = await readBooks(hall.options.folder, attemptsOf(machines), Date.now())
  const faults = [
    ...(isUnderLoad ? [] : ['no load came about']),
    ...(isBack ? [] : ['nothing was acknowledged for a minute after the kill']),
    ...stuck.map(one => `${one.name} could not bring everything`),
  ]
  return { books, round: { ...judge(recorder.entries, books), seed, faults, told: { 目标: victim, 恢复毫秒: recoveredMs } } }
}

function openAndWork(machine: Machine, isOver: () => boolean): void {
  openPage(machine)
  workOn(machine, PAUSE_MS, isOver)
}

export function attemptsOf(machines: readonly Machine[]): string[] {
  return [...new Set(machines.map(machine => machine.seat.attemptId))]
}

/** All events of an attempt in one word. */
function digestOf({ events }: FinalBook): string {
  const lines = events.map(event => `${event.epoch}.${event.seq} ${event.text} ${event.late}`).toSorted()
  return `${events.length} ${hash('sha256', lines.join('\n'))}`
}

/** What stood after its round must stand after all others too. */
async function goneSince(hall: HallProcess, stood: ReadonlyMap<string, string>): Promise<string[]> {
  const gone: string[] = []
  const attempts = [...stood.keys()]
  for (let from = 0; from < attempts.length; from += 500)
    for (const book of await readBooks(hall.options.folder, attempts.slice(from, from + 500), Date.now()))
      if (stood.get(book.attempt) !== digestOf(book)) gone.push(`${book.attempt} is not what it was after its round`)
  return gone
}
