import { diceOf, roll } from '../../src/kernel/dice.ts'
import { instant } from '../../src/kernel/instant.ts'
import { openBook } from '../../src/modules/delivery/core/protocol/server/book.ts'
import { AttemptRules } from '../../src/modules/delivery/core/attempt/rules.ts'
import type { History } from '../history/history.ts'
import type { Defect } from './defects.ts'
import { finalsOf } from './finals.ts'
import { bringUp, drawFault } from './hall/faults.ts'
import { bringStick, seat } from './hall/invigilator.ts'
import { closeTab } from './machine/machine.ts'
import { openPage } from './machine/page.ts'
import { DueQueue } from './queue.ts'
import { keepPaired } from './server/pairing.ts'
import { closeOverdue } from './server/requests.ts'
import { type ServerNode, createServer, hearTime, timeOf } from './server/server-node.ts'
import { ALLOTTED_MS, type AttemptPlan, GRACE_SECONDS, OPENS_AT, type World, between, later } from './world.ts'

/** The official start lies so long after the beginning of the run. */
const BEFORE_MS = 20_000
/** Until here faults happen; then everything is mended and the run comes to rest. */
const FAULTS_UNTIL_MS = BEFORE_MS + ALLOTTED_MS + 70_000
const REST_MS = 100_000

export type Run = { readonly history: History; readonly steps: number; readonly events: number }

/** One whole sitting from a seed: the same seed gives the same run, step by step. */
export function runWorld(seed: string, defect: Defect | null = null): Run {
  const world = createWorld(seed, defect)
  for (const plan of world.attempts) later(world, between(world, 0, 4_000), () => seat(world, plan))
  const [one, other] = world.servers as [ServerNode, ServerNode]
  for (const [server, peer] of [
    [one, other],
    [other, one],
  ] as const) {
    keepPaired(world, server, peer)
    tick(world, server)
  }
  const faults = between(world, 4, 16)
  for (let i = 0; i < faults; i++) {
    const fault = drawFault(world)
    later(world, between(world, 5_000, FAULTS_UNTIL_MS - 5_000), () => !world.healing && fault(world))
  }
  const before = advance(world, FAULTS_UNTIL_MS)
  heal(world)
  const steps = before + advance(world, FAULTS_UNTIL_MS + REST_MS)
  const finals = finalsOf(world)
  const events = finals[0]?.books.reduce((sum, book) => sum + book.events.length, 0) ?? 0
  return { history: { entries: world.entries, finals }, steps, events }
}

function createWorld(seed: string, defect: Defect | null): World {
  const dice = diceOf(seed)
  const rough = dice() < 0.4
  const network = { cut: new Set<string>(), drop: rough ? 0.08 : 0.004, twice: rough ? 0.08 : 0.01, slow: rough ? 0.06 : 0.01 }
  const attempts = Array.from({ length: 1 + roll(dice, 3) }, (_, at): AttemptPlan => {
    const early = dice() < 0.5
    return {
      attemptId: `a${at}`,
      allowanceMs: dice() < 0.25 ? 30_000 : 0,
      handsInAt: early ? 70_000 + roll(dice, 75_000) : Infinity,
    }
  })
  const rules = AttemptRules.parse({
    opensAt: OPENS_AT,
    lateLimitMinutes: 30,
    clock: dice() < 0.5 ? 'sitting' : 'own',
    earliestHandInMinutes: 1,
    graceSeconds: GRACE_SECONDS,
  })
  const books = new Map(
    attempts.map(({ attemptId, allowanceMs }) => [attemptId, openBook({ attemptId, rules, allottedMs: ALLOTTED_MS, allowanceMs })]),
  )
  const world: World = {
    now: 0,
    queue: new DueQueue(),
    dice,
    defect,
    entries: [],
    network,
    servers: [],
    machines: [],
    attempts,
    emptyBooks: books,
    receipts: new Map(),
    healing: false,
    slowDisks: dice() < 0.4,
    counter: 0,
  }
  world.servers = [0, 1].map(place => createServer(world, place, books))
  return world
}

/** The server ends what is overdue, and writes its time down. */
function tick(world: World, server: ServerNode): void {
  closeOverdue(world, server)
  if (server.up && !server.full) server.disk = { ...server.disk, siteTime: instant(Math.max(server.disk.siteTime, timeOf(world, server))) }
  later(world, 2_000, () => tick(world, server))
}

function advance(world: World, until: number): number {
  let steps = 0
  for (let due = world.queue.take(); due; due = world.queue.take()) {
    if (due.at > until) {
      world.queue.add(due.at, due.run)
      break
    }
    world.now = due.at
    due.run()
    steps += 1
  }
  world.now = until
  return steps
}

/** Everything is mended: links, servers, disks; machines that still have a disk are switched on once more. */
function heal(world: World): void {
  world.healing = true
  world.network.cut.clear()
  const [one, other] = world.servers as [ServerNode, ServerNode]
  for (const server of world.servers) {
    server.full = false
    bringUp(world, server)
  }
  hearTime(world, one, timeOf(world, other))
  hearTime(world, other, timeOf(world, one))
  for (const machine of world.machines) {
    machine.full = false
    if (!machine.tab) openPage(world, machine)
    later(world, 55_000, () => {
      closeTab(world, machine)
      bringStick(world, machine, between(world, 0, 1))
    })
  }
}
