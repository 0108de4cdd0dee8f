import type { ResponseEvent } from '../../src/modules/delivery/contract.ts'

/** What the clients saw: all they had acknowledged, warm-up included, and the round trips after it. */
export type LoadReport = { readonly acked: number; readonly failed: number; readonly runMs: number; readonly latencies: readonly number[] }

/** The event every writer of the bench saves: one of sixty items, one of four options. */
export function eventOf(seq: number): ResponseEvent {
  return { seq, itemId: `item-s${1 + (seq % 60)}`, kind: 'respond', value: { version: 1, optionId: `option-${seq % 4}` }, clientMs: seq }
}
