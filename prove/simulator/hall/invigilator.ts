import { pick } from '../../../src/kernel/dice.ts'
import { instant } from '../../../src/kernel/instant.ts'
import type { Credit } from '../../../src/modules/delivery/core/protocol/time/ledger.ts'
import { call } from '../machine/calls.ts'
import { sit } from '../machine/candidate.ts'
import { type Machine, closeTab, newMachine } from '../machine/machine.ts'
import { openPage } from '../machine/page.ts'
import { linkName } from '../network.ts'
import { timeOf } from '../server/server-node.ts'
import { type AttemptPlan, type World, between, chance, later } from '../world.ts'

/** Who keeps the room. The desk is a browser like any other: its requests may get lost, and it asks the other server then. */
const DESK = 'desk'

/** Sets a candidate at a fresh machine. */
export function seat(world: World, plan: AttemptPlan): Machine {
  const machine = newMachine(world, plan.attemptId)
  openPage(world, machine)
  sit(world, machine, plan.handsInAt)
  return machine
}

/** A machine has failed, or is said to have: the candidate goes on at another one. The old one is dead, alive, or alive and cut off. */
export function swapSeat(world: World): void {
  const plan = pick(world.attempts, world.dice)
  const old = world.machines.filter(machine => machine.attempt === plan.attemptId && !machine.retired).at(-1)
  if (!old || old.handedIn) return
  const fate = between(world, 0, 2)
  if (fate === 0) closeTab(world, old)
  if (fate === 2) {
    const links = [0, 1].map(place => linkName(old.name, `s${place}`))
    for (const link of links) world.network.cut.add(link)
    later(world, between(world, 10_000, 70_000), () => links.forEach(link => world.network.cut.delete(link)))
  }
  // a person who has left does not go on typing, except for a moment in which both seats are alive
  later(world, fate === 0 ? 0 : between(world, 0, 5_000), () => {
    old.retired = true
  })
  later(world, between(world, 1_000, 8_000), () => seat(world, plan))
}

/** Credits an interval of the last minutes to a person, a room or the site; both servers are told, each until it has it. */
export function credit(world: World): void {
  const scope = pick(['person', 'room', 'site'] as const, world.dice)
  const now = readTime(world)
  const from = now - between(world, 1_000, 50_000)
  const until = Math.min(now, from + between(world, 1_000, 40_000))
  const attempts = scope === 'person' ? [pick(world.attempts, world.dice).attemptId] : world.attempts.map(plan => plan.attemptId)
  const whole = { creditId: `c${world.counter++}`, scope, from: instant(from), until: instant(until), grantedAt: instant(now) }
  for (const place of [0, 1]) grant(world, attempts, whole, place)
}

/** Stops the clock of the room for a while. */
export function pause(world: World): void {
  const attempts = world.attempts.map(plan => plan.attemptId)
  const creditId = `c${world.counter++}`
  const from = instant(readTime(world))
  for (const place of [0, 1]) grant(world, attempts, { creditId, scope: 'room', from, until: null, grantedAt: from }, place)
  later(world, between(world, 5_000, 40_000), () => {
    const until = instant(Math.max(from, readTime(world)))
    for (const place of [0, 1]) grant(world, attempts, { creditId, scope: 'room', from, until, grantedAt: from }, place)
  })
}

function readTime(world: World): number {
  const times = world.servers.filter(server => server.up).map(server => timeOf(world, server))
  return Math.max(...(times.length > 0 ? times : world.servers.map(server => server.disk.siteTime)))
}

function grant(world: World, attempts: readonly string[], given: Credit, place: number): void {
  call(world, { from: DESK, place }, { ask: 'credit', attempts, credit: given }, answer => {
    if (!answer || 'code' in answer) later(world, 1_500, () => grant(world, attempts, given, place))
  })
}

/** Ends an attempt from outside. */
export function stop(world: World): void {
  if (!chance(world, 0.3)) return
  const plan = pick(world.attempts, world.dice)
  call(world, { from: DESK, place: between(world, 0, 1) }, { ask: 'stop', attempt: plan.attemptId }, () => undefined)
}

/** After the end: what a machine holds and its page can no longer bring goes to the server on a stick. */
export function bringStick(world: World, machine: Machine, place: number, tries = 0): void {
  const events = [...machine.rows.values()].toSorted((a, b) => a.epoch - b.epoch || a.seq - b.seq)
  for (const epoch of new Set(events.map(event => event.epoch))) {
    const part = events.filter(event => event.epoch === epoch)
    const request = { ask: 'save', attempt: machine.attempt, tokenEpoch: epoch, epoch, events: part, staff: true } as const
    call(world, { from: DESK, place }, request, answer => {
      if ((!answer || ('code' in answer && answer.code === 'unavailable')) && tries < 8)
        later(world, 1_000, () => bringStick(world, machine, 1 - place, tries + 1))
    })
  }
}
