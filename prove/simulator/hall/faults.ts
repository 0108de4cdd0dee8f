import { pick } from '../../../src/kernel/dice.ts'
import { closeTab, crash, wipe } from '../machine/machine.ts'
import { openPage, work } from '../machine/page.ts'
import { linkName } from '../network.ts'
import { PAIR_LINK } from '../server/pairing.ts'
import { type ServerNode, destroy, kill, restart, timeOf } from '../server/server-node.ts'
import { type World, between, chance, later } from '../world.ts'
import { credit, pause, stop, swapSeat } from './invigilator.ts'

type Fault = (world: World) => void

/** What goes wrong in a hall, and what people do about it. The weights say how often each is drawn. */
export const FAULTS: readonly (readonly [weight: number, fault: Fault])[] = [
  [7, killServer],
  [2, killBoth],
  [2, loseServer],
  [2, fillDisk],
  [5, cutPeer],
  [5, cutClient],
  [3, cutSwitch],
  [5, reload],
  [3, crashMachine],
  [3, wipeStore],
  [1, fillStore],
  [2, stepClock],
  [4, swapSeat],
  [4, credit],
  [2, pause],
  [1, stop],
  [2, secondTab],
]

export function drawFault(world: World): Fault {
  const sum = FAULTS.reduce((total, [weight]) => total + weight, 0)
  let place = world.dice() * sum
  for (const [weight, fault] of FAULTS) {
    place -= weight
    if (place < 0) return fault
  }
  return killServer
}

function peerOf(world: World, server: ServerNode): ServerNode {
  return world.servers[1 - server.place] as ServerNode
}

export function bringUp(world: World, server: ServerNode): void {
  const peer = peerOf(world, server)
  const hears = peer.up && !world.network.cut.has(PAIR_LINK)
  restart(world, server, hears ? timeOf(world, peer) : null)
}

function killServer(world: World): void {
  const server = pick(world.servers, world.dice)
  whenBusy(world, server, chance(world, 0.6) ? 150 : 0, () => {
    kill(world, server)
    later(world, between(world, 500, 20_000), () => bringUp(world, server))
  })
}

/** Waits up to so many moments for a commit that is on its way: that is when a cut teaches most. */
function whenBusy(world: World, server: ServerNode, moments: number, act: () => void): void {
  if (moments === 0 || (server.unsettled !== null && server.unsettled !== server.books)) return act()
  later(world, 20, () => !world.healing && whenBusy(world, server, moments - 1, act))
}

function killBoth(world: World): void {
  for (const server of world.servers) {
    kill(world, server)
    later(world, between(world, 1_000, 30_000), () => bringUp(world, server))
  }
}

/** The disk of one server is gone for good. Two such losses within one sitting are beyond what a pair can bear. */
function loseServer(world: World): void {
  if (world.servers.some(server => server.origin !== server.place)) return
  const server = pick(world.servers, world.dice)
  destroy(world, server, world.emptyBooks)
  later(world, between(world, 5_000, 40_000), () => bringUp(world, server))
}

function fillDisk(world: World): void {
  const server = pick(world.servers, world.dice)
  server.full = true
  later(world, between(world, 2_000, 30_000), () => {
    server.full = false
  })
}

function cut(world: World, links: readonly string[], ms: number): void {
  for (const link of links) world.network.cut.add(link)
  later(world, ms, () => {
    for (const link of links) world.network.cut.delete(link)
  })
}

function cutPeer(world: World): void {
  cut(world, [PAIR_LINK], between(world, 3_000, 60_000))
}

function cutClient(world: World): void {
  const machine = pick(world.machines, world.dice)
  const places = chance(world, 0.5) ? [0, 1] : [between(world, 0, 1)]
  cut(
    world,
    places.map(place => linkName(machine.name, `s${place}`)),
    between(world, 2_000, 60_000),
  )
}

/** A switch fails: both halves go on, each with one server, and people change seats between them. */
function cutSwitch(world: World): void {
  const links = world.machines.map((machine, at) => linkName(machine.name, `s${at % 2}`))
  const ms = between(world, 15_000, 60_000)
  cut(world, [PAIR_LINK, ...links], ms)
  for (const act of [reload, swapSeat, reload]) later(world, between(world, 1_000, ms), () => !world.healing && act(world))
}

function reload(world: World): void {
  const machine = pick(world.machines, world.dice)
  if (machine.tab && chance(world, 0.7)) work(world, machine, machine.tab, true)
  closeTab(world, machine)
  later(world, between(world, 100, 3_000), () => {
    if (!machine.tab) openPage(world, machine)
  })
}

function crashMachine(world: World): void {
  const machine = pick(world.machines, world.dice)
  crash(world, machine)
  later(world, between(world, 4_000, 20_000), () => {
    if (!machine.tab && !machine.retired) openPage(world, machine)
  })
}

function wipeStore(world: World): void {
  const machine = pick(world.machines, world.dice)
  wipe(world, machine)
  if (chance(world, 0.6)) reload(world)
}

function fillStore(world: World): void {
  const machine = pick(world.machines, world.dice)
  machine.full = true
  later(world, between(world, 5_000, 60_000), () => {
    machine.full = false
  })
}

/** The wall clock of a server jumps by up to an hour. */
function stepClock(world: World): void {
  const server = pick(world.servers, world.dice)
  server.wallOffset += between(world, -3_600_000, 3_600_000)
}

/** A second tab only reads; when the first one goes, it takes over with what it remembers from when it was opened. */
function secondTab(world: World): void {
  const machine = pick(world.machines, world.dice)
  if (!machine.tab) return
  const remembered = { ...machine.memory }
  later(world, between(world, 2_000, 30_000), () => {
    if (machine.retired) return
    closeTab(world, machine)
    // the voucher is kept for the whole machine, not for one tab
    machine.memory = { ...remembered, vouched: machine.memory.vouched && remembered.vouched }
    openPage(world, machine)
  })
}
