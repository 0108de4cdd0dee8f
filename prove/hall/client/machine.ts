import { type Dice, roll } from '../../../src/kernel/dice.ts'
import type { PlacedEvent } from '../../../src/modules/delivery/contract.ts'
import type { Outbox } from '../../../src/modules/delivery/core/protocol/client/outbox.ts'
import type { Recorder } from '../run/recorder.ts'
import type { Seat } from '../open-hall.ts'
import { type Wire, openWire } from './wire.ts'

/** What a careless client would do; planted to see whether a harness finds it. */
export type Careless = 'forgets-when-sent' | 'shown-when-sent' | 'numbers-anew'

/** Everything the machines of one round share. */
export type Room = {
  readonly recorder: Recorder
  readonly dice: Dice
  /** Where the machines connect. */ readonly port: () => number
  /** How much faster the machines' clocks run than true time: pauses before a next try shrink with it. */ readonly speed: number
  /** After so long (true time) a request counts as lost. */ readonly patienceMs: number
  /** The invigilator hands out an entry code. */ readonly admit: (seat: Seat) => Promise<string>
  readonly careless?: Careless | undefined
  /** Told whenever a server acknowledged something, with the true time at which it was sent. */
  readonly onAck?: (sentAt: number) => void
  /** Told of every answer that is not a success. */
  readonly onRefusal?: (answer: { readonly status: number; readonly retryAfter: number | null; readonly code: string }) => void
  readonly onServerTime?: (told: { readonly serverMs: number; readonly sentAt: number; readonly heardAt: number }) => void
}

/** One opened page. `gone` once it is closed: whatever still comes for it is ignored. */
export type Page = {
  gone: boolean
  outbox: Outbox | null
  standing: 'opening' | 'working' | 'handing-in' | 'done' | 'fenced'
  wake: NodeJS.Timeout | undefined
  said: string
}

/** A machine at a seat: what it has written down, what its tab remembers, and its page. */
export type Machine = {
  readonly name: string
  readonly seat: Seat
  readonly room: Room
  readonly wire: Wire
  readonly rows: Map<string, PlacedEvent>
  memory: { token: string | null; vouched: boolean }
  page: Page | null
  /** The cable is out. */ offline: boolean
  retired: boolean
}

let machines = 0

export function newMachine(room: Room, seat: Seat, token: string | null): Machine {
  machines += 1
  return {
    name: `m${machines}`,
    seat,
    room,
    wire: openWire(room.port, room.patienceMs),
    rows: new Map(),
    memory: { token, vouched: true },
    page: null,
    offline: false,
    retired: false,
  }
}

/** The epoch of the token that the machine holds. */
export function epochOf(machine: Machine): number | null {
  const epoch = Number(machine.memory.token?.split('.')[2])
  return Number.isSafeInteger(epoch) ? epoch : null
}

/** The machine's own clock, in its milliseconds. */
export function clockOf({ room }: Machine): number {
  return performance.now() * room.speed
}

/** Calls back after so many milliseconds of the machine's clock. */
export function later({ room }: Machine, ms: number, run: () => void): NodeJS.Timeout {
  return setTimeout(run, ms / room.speed)
}

export function chance({ room }: Machine, share: number): boolean {
  return room.dice() < share
}

export function between({ room }: Machine, least: number, most: number): number {
  return least + roll(room.dice, most - least + 1)
}
