import { setTimeout as pause } from 'node:timers/promises'
import { type Dice, pick } from '../../src/kernel/dice.ts'
import type { Machine, Room } from '../hall/client/machine.ts'
import { look, openPage } from '../hall/client/page.ts'
import { settle, workOn } from '../hall/client/person.ts'
import type { HallProcess } from '../hall/hall-process.ts'
import { readBooks } from '../hall/run/books.ts'
import type { Round } from '../hall/run/command.ts'
import { type HallRounds, type OneRound, inHall, judged, machinesFor, roomOf } from '../hall/run/hall-rounds.ts'
import { drain } from '../hall/run/quiet.ts'
import { type TimeError, watchTime } from './time-error.ts'

const HOUR_MS = 3_600_000
const PAPER_MINUTES = 90
/** So much is left of everybody's paper when a round begins. */
const LEFT_MS = 7_000
const GRACE_SECONDS = 1
const STEP_AT_MS = 1_200
const KILL_AT_MS = 2_400
const PAUSE_MS = 60
const PATIENCE_MS = 30_000
const MOST_ERROR_MS = 1_000

/** The wall clock of the machine jumps and drifts, in every other round over a kill and a restart; papers end when they should. */
export function runClocks(order: HallRounds): Promise<void> {
  return inHall(order, { name: 'clocks' }, playRound)
}

async function playRound(hall: HallProcess, { seats, seed, defect }: OneRound): Promise<Round> {
  await hall.ask('wall', { aheadMs: 0, driftPpm: 0 })
  const error = watchTime()
  const room = roomOf(hall, { seed: `clocks-${seed}`, defect, speed: 4, onServerTime: error.hear })
  const opensAt = (await hall.ask('time', null)) - PAPER_MINUTES * 60_000 + LEFT_MS
  const machines = machinesFor(
    room,
    await hall.ask('seat', { count: seats, rules: { opensAt: opensAt as never, graceSeconds: GRACE_SECONDS, lateLimitMinutes: 10_000 } }),
  )
  const scene: Scene = {
    hall,
    room,
    machines,
    error,
    faults: [],
    endsAt: opensAt + PAPER_MINUTES * 60_000,
    restarts: seed % 2 === 1,
    trueEndAt: 0,
  }
  const siteTime = await hall.ask('time', null)
  scene.trueEndAt = performance.now() + scene.endsAt - siteTime
  for (const { seat } of machines) room.recorder.note({ kind: 'started', attempt: seat.attemptId, siteTime })
  const credited = await playPaper(scene)
  const stuck = await drain(machines, PATIENCE_MS)
  await Promise.all(machines.map(look))
  const faults = [...scene.faults, ...stuck.map(one => `${one.name} could not bring everything`)]
  if (error.mostMs() > MOST_ERROR_MS) faults.push(`the hall's time was wrong by ${error.mostMs()} ms`)
  const verdict = await judged(hall, room.recorder, machines)
  return { ...verdict, seed, faults, told: { 时间误差毫秒: error.mostMs(), 加时人数: credited, 重启: scene.restarts ? 1 : 0 } }
}

type Scene = {
  readonly hall: HallProcess
  readonly room: Room
  readonly machines: readonly Machine[]
  readonly error: TimeError
  readonly faults: string[]
  readonly endsAt: number
  readonly restarts: boolean
  /** When the paper ends in the observer's time; a restart moves it, because nobody is charged for that. */ trueEndAt: number
}

async function playPaper(scene: Scene): Promise<number> {
  const { hall, room, machines } = scene
  const day = { isOver: false }
  for (const machine of machines) {
    openPage(machine)
    workOn(machine, PAUSE_MS, () => day.isOver)
  }
  const credited = machines.filter((_, at) => at % 3 === 0)
  for (const [at, machine] of credited.entries()) await credit(scene, machine, at)
  // one who is not credited has no line at the end: what that machine holds comes after it
  const absent = machines[1]
  await pause(STEP_AT_MS)
  await hall.ask('wall', stepOf(room.dice))
  await closesNobody(scene, 'after a step of the wall clock')
  if (absent) absent.offline = true
  await pause(KILL_AT_MS - STEP_AT_MS)
  if (scene.restarts) await restart(scene)
  await closesNobody(scene, 'in the middle')
  await untilSiteTime(hall, scene.endsAt + GRACE_SECONDS * 1_000 + 50)
  await closeRest(scene, credited)
  day.isOver = true
  for (const machine of machines) settle(machine)
  if (absent) absent.offline = false
  return credited.length
}

function stepOf(dice: Dice): { readonly aheadMs: number; readonly driftPpm: number } {
  return { aheadMs: pick([HOUR_MS, -HOUR_MS], dice), driftPpm: pick([0, 500, -500], dice) }
}

async function credit({ hall, room }: Scene, { seat }: Machine, at: number): Promise<void> {
  const { sittingId, attemptId } = seat
  const creditId = `credit-${attemptId}-${at}`
  const id = room.recorder.invoke('invigilator', { op: 'credit', attempts: [attemptId], server: 0, creditId })
  await hall.ask('credit', { sittingId, attemptId, minutes: 1, reason: creditId })
  room.recorder.conclude(id, { reply: { op: 'credit' } })
}

/** The app dies, the machine comes up with another time, and nobody is charged for more than passed. */
async function restart(scene: Scene): Promise<void> {
  const { hall, room, error, faults } = scene
  const [before, from] = [await hall.ask('time', null), performance.now()]
  await hall.kill('app')
  await hall.restart({ wallAheadMs: stepOf(room.dice).aheadMs })
  error.restarted()
  const [after, until] = [await hall.ask('time', null), performance.now()]
  const charged = after - before
  if (charged < 0 || charged > until - from)
    faults.push(`over a restart of ${Math.round(until - from)} ms the hall's time moved by ${charged} ms`)
  scene.trueEndAt = until + scene.endsAt - after
}

async function closesNobody(scene: Scene, when: string): Promise<void> {
  // on a busy machine the end may have come meanwhile
  if (performance.now() > scene.trueEndAt - MOST_ERROR_MS) return
  const closed = await closeOverdue(scene)
  if (closed > 0) scene.faults.push(`${closed} papers were closed ${when}, before their time`)
}

function attemptsOf({ machines }: Scene): string[] {
  return machines.map(machine => machine.seat.attemptId)
}

async function closeOverdue(scene: Scene): Promise<number> {
  const { hall, machines, room } = scene
  const [first] = machines
  if (!first) return 0
  const closed = await hall.ask('close-overdue', { sittingId: first.seat.sittingId })
  if (closed === 0) return 0
  for (const { attempt, closing } of await readBooks(hall.options.folder, attemptsOf(scene), 0))
    if (closing) room.recorder.note({ kind: 'clock-closed', attempt, siteTime: closing.siteTime })
  return closed
}

async function closeRest(scene: Scene, credited: readonly Machine[]): Promise<void> {
  await closeOverdue(scene)
  const books = await readBooks(scene.hall.options.folder, attemptsOf(scene), 0)
  const closed = books.filter(book => book.closing !== null).length
  const expected = scene.machines.length - credited.length
  if (closed !== expected) scene.faults.push(`at the end ${closed} papers were closed instead of ${expected}`)
}

async function untilSiteTime(hall: HallProcess, at: number): Promise<void> {
  for (;;) {
    const left = at - (await hall.ask('time', null))
    if (left <= 0) return
    if (left > 60_000) return // a clock that is an hour behind: what follows tells
    await pause(Math.min(left, 500))
  }
}
