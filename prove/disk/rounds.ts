import { setTimeout as pause } from 'node:timers/promises'
import { openPage } from '../hall/client/page.ts'
import { handIn, workOn } from '../hall/client/person.ts'
import type { HallProcess } from '../hall/hall-process.ts'
import type { Round } from '../hall/run/command.ts'
import { type HallRounds, type OneRound, inHall, judged, machinesFor, roomOf } from '../hall/run/hall-rounds.ts'
import { drain, until } from '../hall/run/quiet.ts'
import { type SmallDisk, openSmallDisk } from './small-disk.ts'

const BEFORE_MS = 500
const FULL_MS = 1_500
const PAUSE_MS = 20
const NOTICED_WITHIN_MS = 20_000
const PATIENCE_MS = 45_000

type DiskRounds = HallRounds & {
  /** A quota instead of a small disk. */ readonly standIn?: boolean
  /** How long saves may take to go through after space has come back. */ readonly patienceMs?: number
  /** How long it may take until the first save finds no space. */ readonly noticedMs?: number
}

/** The disk of the database fills up under load and gets space again. As root on a small tmpfs, otherwise a quota before the database. */
export async function runDisk(order: DiskRounds): Promise<void> {
  const disk = order.standIn ? null : openSmallDisk(order)
  if (!disk) console.log('没有小容量磁盘可用，以数据库前的配额代替 (no small disk: a quota before the database stands in)')
  try {
    const options = disk ? { name: 'disk', folder: disk.folder } : { name: 'disk', quota: true }
    await inHall(order, options, (hall, round) => playRound(hall, disk, { ...order, ...round }))
  } finally {
    disk?.close()
  }
}

async function playRound(hall: HallProcess, disk: SmallDisk | null, order: Omit<DiskRounds, 'defect'> & OneRound): Promise<Round> {
  const { seats, seed, defect, patienceMs = PATIENCE_MS, noticedMs = NOTICED_WITHIN_MS } = order
  const refusals: { readonly status: number; readonly retryAfter: number | null; readonly code: string }[] = []
  const room = roomOf(hall, { seed: `disk-${seed}`, defect, onRefusal: answer => void refusals.push(answer), patienceMs: 10_000 })
  const machines = machinesFor(room, await hall.ask('seat', { count: seats }))
  const day = { isOver: false }
  for (const machine of machines) {
    openPage(machine)
    workOn(machine, PAUSE_MS, () => day.isOver)
  }
  await pause(BEFORE_MS + room.dice() * BEFORE_MS)
  const isFull = (full: boolean) => (disk ? (full ? disk.fill() : disk.free()) : hall.ask('space', { full }))
  await isFull(true)
  const wasNoticed = await until(() => refusals.some(one => one.status === 503), noticedMs)
  await pause(FULL_MS)
  await isFull(false)
  const freedAt = performance.now()
  day.isOver = true
  const stuck = await drain(machines, patienceMs)
  const recoveredMs = Math.round(performance.now() - freedAt)
  if (stuck.length === 0) await Promise.all(machines.slice(0, 3).map(machine => handIn(machine)))
  return {
    ...(await judged(hall, room.recorder, machines)),
    seed,
    faults: [
      ...(wasNoticed ? [] : ['a full disk was never told']),
      ...new Set(refusals.filter(one => one.status >= 500 && (one.status !== 503 || one.retryAfter === null)).map(faultOf)),
      ...stuck.map(one => `${one.name} could not bring everything after space had come back`),
    ],
    told: { '503应答': refusals.filter(one => one.status === 503).length, 恢复毫秒: recoveredMs },
  }
}

function faultOf({
  status,
  retryAfter,
  code,
}: {
  readonly status: number
  readonly retryAfter: number | null
  readonly code: string
}): string {
  return `told ${status} (${code})${retryAfter === null ? ' without a time to come again' : ''}`
}
