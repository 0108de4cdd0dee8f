import { type Dice, roll } from '../../src/kernel/dice.ts'
import type { Entry, Operation, Reply } from '../history/history.ts'
import type { Defect } from './defects.ts'
import type { Machine } from './machine/machine.ts'
import type { Network } from './network.ts'
import type { DueQueue } from './queue.ts'
import type { Books, ServerNode } from './server/server-node.ts'

/** Everything there is in one run. It is changed in place; only what the protocol core decides is pure. */
export type World = {
  now: number
  readonly queue: DueQueue
  readonly dice: Dice
  readonly defect: Defect | null
  readonly entries: Entry[]
  readonly network: Network
  servers: ServerNode[]
  readonly machines: Machine[]
  readonly attempts: readonly AttemptPlan[]
  /** What a server with an empty disk starts from: the package, nobody has entered. */
  readonly emptyBooks: Books
  /** Receipts by attempt and closing. */
  readonly receipts: Map<string, string>
  /** Set when faults stop and everything is mended, so that the run comes to rest. */
  healing: boolean
  /** Commits take tenths of a second, as on a tired disk. */
  readonly slowDisks: boolean
  counter: number
}

export type AttemptPlan = {
  readonly attemptId: string
  readonly allowanceMs: number
  /** When the candidate wants to hand in, in milliseconds from the opening; after the end the clock does it. */
  readonly handsInAt: number
}

export const OPENS_AT = 1_800_000_000_000
export const ALLOTTED_MS = 150_000
export const GRACE_SECONDS = 20
export const ITEMS = 5

/** Calls back after so many milliseconds. */
export function later(world: World, ms: number, run: () => void): void {
  world.queue.add(world.now + ms, run)
}

/** An integer between both, inclusive. */
export function between(world: World, least: number, most: number): number {
  return least + roll(world.dice, most - least + 1)
}

export function chance(world: World, share: number): boolean {
  return world.dice() < share
}

export function has(world: World, defect: Defect): boolean {
  return world.defect === defect
}

export function invoke(world: World, by: string, operation: Operation): number {
  const id = world.counter++
  world.entries.push({ kind: 'invoke', id, at: world.now, by, operation })
  return id
}

export function conclude(world: World, id: number, outcome: { readonly reply: Reply } | { readonly code: string } | null): void {
  const { now: at } = world
  if (outcome === null) world.entries.push({ kind: 'unknown', id, at })
  else if ('reply' in outcome) world.entries.push({ kind: 'ok', id, at, reply: outcome.reply })
  else world.entries.push({ kind: 'fail', id, at, code: outcome.code })
}
