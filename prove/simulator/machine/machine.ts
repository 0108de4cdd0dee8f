import type { PlacedEvent } from '../../../src/modules/delivery/core/events.ts'
import { type Outbox, identity } from '../../../src/modules/delivery/core/protocol/client/outbox.ts'
import { type World, between, chance, has, later } from '../world.ts'

/** What a machine remembers beside its disk: it survives a reload of the page, not a crash of the machine. */
export type TabMemory = { tokenEpoch: number | null; vouched: boolean; readonly startRef: string }

/** One opened page. `gone` once it is closed: whatever still comes for it is ignored. */
export type Tab = {
  gone: boolean
  outbox: Outbox | null
  standing: 'opening' | 'working' | 'handing-in' | 'done' | 'fenced'
  started: boolean
  endsAt: number | null
  /** Site time minus the clock of this machine, as the last reply showed it. */
  clockAhead: number
  refusedInARow: number
  wake: number
  /** What was last shown as saved. */
  said: string
}

/** A machine at a seat: what it has written down, what its tab remembers, and how it is built. */
export type Machine = {
  readonly name: string
  readonly attempt: string
  readonly log: 'durable' | 'memory'
  /** Which server its page speaks to first. */
  readonly home: number
  readonly drift: number
  readonly rows: Map<string, PlacedEvent>
  /** The newest epoch worked in here, beside the rows on its disk. */
  newest: number
  memory: TabMemory
  tab: Tab | null
  /** The seat is left for good; only its disk is still there. */
  retired: boolean
  full: boolean
  handedIn: boolean
}

export function newMachine(world: World, attempt: string): Machine {
  const number = world.machines.length
  const machine: Machine = {
    name: `m${number}`,
    attempt,
    log: chance(world, 0.8) ? 'durable' : 'memory',
    home: between(world, 0, 1),
    drift: between(world, -500, 500) / 1e6,
    rows: new Map(),
    newest: 0,
    memory: freshMemory(number, 0),
    tab: null,
    retired: false,
    full: false,
    handedIn: false,
  }
  world.machines.push(machine)
  return machine
}

function freshMemory(number: number, at: number): TabMemory {
  return { tokenEpoch: null, vouched: true, startRef: `ref-${number}-${at}` }
}

/** The monotonic clock of a machine. */
export function clockOf(world: World, machine: Machine): number {
  return world.now * (1 + machine.drift)
}

export function newTab(): Tab {
  return {
    gone: false,
    outbox: null,
    standing: 'opening',
    started: false,
    endsAt: null,
    clockAhead: 0,
    refusedInARow: 0,
    wake: 0,
    said: '',
  }
}

/** What the page had not written down goes with it. */
export function closeTab(world: World, machine: Machine): void {
  const { tab } = machine
  if (tab?.outbox && (tab.outbox.unkept.size > 0 || !tab.outbox.keeps))
    world.entries.push({ kind: 'destroyed', at: world.now, what: 'page', name: machine.name })
  if (tab) tab.gone = true
  machine.tab = null
}

/** Writes down; `done(false)` when the disk of the machine refuses. A page that dies on the way leaves it half of the time. */
export function keepOnDisk(world: World, machine: Machine, events: readonly PlacedEvent[], done: (kept: boolean) => void): void {
  const { tab } = machine
  if (machine.log === 'memory' || machine.full) return void later(world, 1, () => done(false))
  const put = () => {
    for (const event of events) machine.rows.set(identity(event), event)
  }
  if (has(world, 'log-not-flushed')) {
    later(world, 1, () => done(true))
    later(world, 6_000, () => machine.tab === tab && put())
    return
  }
  later(world, between(world, 1, 15), () => {
    if (machine.tab === tab || chance(world, 0.5)) put()
    if (machine.tab === tab) done(true)
  })
}

/** The browser threw its store away; what the tab remembers is kept elsewhere and stays. */
export function wipe(world: World, machine: Machine): void {
  machine.rows.clear()
  world.entries.push({ kind: 'destroyed', at: world.now, what: 'machine', name: machine.name })
}

/** The machine is reset: its page and what the tab remembered are gone, its disk is not. */
export function crash(world: World, machine: Machine): void {
  closeTab(world, machine)
  machine.memory = freshMemory(Number(machine.name.slice(1)), world.now)
}
