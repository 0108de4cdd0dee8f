import { diceOf } from '../../../src/kernel/dice.ts'
import { type Careless, type Machine, type Room, newMachine } from '../client/machine.ts'
import { retire } from '../client/person.ts'
import { type HallOptions, type HallProcess, freePort, hallFolder, startHall } from '../hall-process.ts'
import type { Seat } from '../open-hall.ts'
import { PLANTED, type Planted } from '../planted/planted.ts'
import { readBooks } from './books.ts'
import type { Order, Round } from './command.ts'
import { type Verdict, judge } from './judge.ts'
import { type Recorder, newRecorder } from './recorder.ts'

/** Faults that are planted into the clients, beside those of the hall. */
export const CARELESS: Readonly<Record<Careless, string>> = {
  'forgets-when-sent': 'the machine forgets what it has sent, before anybody acknowledged it',
  'shown-when-sent': 'the page says saved when it has sent',
  'numbers-anew': 'a page that comes again goes on from where the server stands, not from its own log',
}
export const DEFECTS: Readonly<Record<string, string>> = { ...PLANTED, ...CARELESS }

export type HallRounds = Pick<Order, 'rounds' | 'seats' | 'from' | 'onRound'> & {
  /** A planted fault, or several: then each round has the next of them. */ readonly defect: string | readonly string[]
}
/** What one round is played with. */
export type OneRound = { readonly seats: number; readonly seed: number; readonly defect: string }

/** Starts a hall, plays so many rounds in it, and ends it. */
export async function inHall(
  order: HallRounds,
  options: Partial<HallOptions> & { readonly name: string },
  play: (hall: HallProcess, round: OneRound) => Promise<Round>,
): Promise<void> {
  const { name, ...changes } = options
  const defects = typeof order.defect === 'string' ? [order.defect] : order.defect
  const plantedBy = (defect: string) => (defect in PLANTED ? (defect as Planted) : 'none')
  const hall = await startHall({ folder: hallFolder(name), port: await freePort(), defect: plantedBy(defects[0] ?? 'none'), ...changes })
  try {
    for (let round = 0; round < order.rounds; round++) {
      const defect = defects[round % defects.length] ?? 'none'
      await hall.plant(plantedBy(defect))
      order.onRound(await play(hall, { seats: order.seats, seed: order.from + round, defect }))
    }
  } finally {
    await hall.end()
  }
}

export type Hunt = {
  readonly defects: readonly string[]
  readonly seats: number
  readonly from?: number
  /** Whether the round shows its fault; people act by chance, so a round may pass a fault by. */
  readonly shows?: (defect: string, round: Round) => boolean
}
const MOST_HUNTS = 4

/** A round for each fault, in one hall: what tests ask for. A fault that a round did not show is played again with other seeds. */
export async function roundsWith(run: (order: HallRounds) => Promise<void>, hunt: Hunt): Promise<ReadonlyMap<string, Round>> {
  const { defects, seats, from = 0, shows = () => true } = hunt
  const found = new Map<string, Round>()
  let [left, seed] = [defects, from]
  for (let turn = 0; turn < MOST_HUNTS && left.length > 0; turn++) {
    const rounds: Round[] = []
    await run({ rounds: left.length, seats, from: seed, defect: left, onRound: round => void rounds.push(round) })
    seed += left.length
    left = left.filter((defect, at) => {
      const round = rounds[at]
      if (round) found.set(defect, round)
      return !round || !shows(defect, round)
    })
  }
  return found
}

/** What the machines of a round share, with a recorder of its own. */
export function roomOf(hall: HallProcess, changes: Partial<Room> & { readonly seed: string; readonly defect: string }): Room {
  const { seed, defect, ...rest } = changes
  return {
    recorder: newRecorder(),
    dice: diceOf(seed),
    port: () => hall.options.port,
    speed: 10,
    patienceMs: 3_000,
    admit: seat => hall.ask('admit', seat),
    careless: defect in CARELESS ? (defect as Careless) : undefined,
    ...rest,
  }
}

export function machinesFor(room: Room, seats: readonly Seat[]): Machine[] {
  return seats.map(seat => newMachine(room, seat, seat.token))
}

/** Everybody leaves; what stands in the tables is held against what was seen. */
export async function judged(hall: HallProcess, recorder: Recorder, machines: readonly Machine[]): Promise<Verdict> {
  for (const machine of machines) if (!machine.retired) retire(machine)
  const attempts = [...new Set(machines.map(machine => machine.seat.attemptId))]
  return judge(recorder.entries, await readBooks(hall.options.folder, attempts, Date.now()))
}
