import type { AttemptId, AttemptRules, SittingId } from '../../src/modules/delivery/contract.ts'
import type { Seat } from './open-hall.ts'
import type { Planted } from './planted/planted.ts'

type Place = { readonly sittingId: SittingId; readonly attemptId: AttemptId }

/** What whoever runs the harness asks of the hall beside HTTP: what invigilators do, and what happens to the machine. */
export type Orders = {
  /** Sets so many people before a paper, in a sitting of their own. */
  seat: {
    order: { count: number; rules?: Partial<AttemptRules>; state?: 'ready' | 'running'; practical?: boolean }
    answer: readonly Seat[]
  }
  /** A new entry code for somebody. */
  admit: { order: Place; answer: string }
  credit: { order: Place & { minutes: number; reason: string }; answer: null }
  /** The wall clock of the machine shows so much more than the true time. */
  wall: { order: { aheadMs: number; driftPpm: number }; answer: null }
  /** What the minute job of a site does: ends what is overdue. */
  'close-overdue': { order: { sittingId: SittingId }; answer: number }
  /** From now on this fault is in the hall. */
  plant: { order: { defect: Planted | 'none' }; answer: null }
  /** Where a quota stands in for the disk: is it full? */
  space: { order: { full: boolean }; answer: null }
  /** What the hall's own clock shows. */
  time: { order: null; answer: number }
}
export type OrderName = keyof Orders
export type Asked = { readonly id: number; readonly name: OrderName; readonly order: unknown }
export type Answered = { readonly id: number; readonly answer?: unknown; readonly error?: string }
