import type { Instant } from '../../../../../kernel/instant.ts'
import type { AttemptState } from '../../attempt/attempt.ts'
import { type ResponseEvent, eventText } from '../../events.ts'

/** What the save statement reads of an attempt and of the epoch that is written, under the lock of the epoch row. */
export type SaveGate = {
  readonly state: AttemptState
  readonly startedAt: Instant | null
  /** The hand-in or a closing has stopped this epoch. */
  readonly sealed: boolean
  /** The newest epoch. */
  readonly currentEpoch: number
  /** Null while the clock stands still. */
  readonly acceptsUntil: Instant | null
  readonly storedThrough: number
}

/** A row that the statement adds. `fenced`: a newer entry existed; `late`: it came after the end and does not count by itself. */
export type StoredRow = { readonly event: ResponseEvent; readonly text: string; readonly fenced: boolean; readonly late: boolean }

export type SaveDecision =
  /** No such token, or no such epoch. */
  | { readonly kind: 'unknown' }
  /** Nothing is stored for a paper that was never started. */
  | { readonly kind: 'shut'; readonly why: 'not-started' | 'attempt-over' }
  | {
      readonly kind: 'stored'
      readonly rows: readonly StoredRow[]
      readonly storedThrough: number
      readonly clashes: number
      /** Whatever comes now is late. */
      readonly late: boolean
    }

export type Brought = { readonly epoch: number; readonly receivedAt: Instant; readonly events: readonly ResponseEvent[] }

/**
 * The decision of the save statement, as the pure model that the statement is compared with: a new event is stored (flagged if
 * its epoch is fenced or if it is late), a known one is the same event again or a clash, and the number told back is a prefix
 * without a hole. `storedText` gives the text of what is stored under a number of this epoch.
 */
export function decideSave(gate: SaveGate | undefined, brought: Brought, storedText: (seq: number) => string | undefined): SaveDecision {
  if (gate === undefined) return { kind: 'unknown' }
  if (gate.startedAt === null) return { kind: 'shut', why: gate.state === 'ready' ? 'not-started' : 'attempt-over' }
  const late = isLateNow(gate, brought.receivedAt)
  const fresh = new Map<number, StoredRow>()
  let clashes = 0
  for (const event of brought.events) {
    const text = eventText(event)
    const known = storedText(event.seq) ?? fresh.get(event.seq)?.text
    if (known === undefined) fresh.set(event.seq, { event, text, fenced: brought.epoch < gate.currentEpoch, late })
    else if (known !== text) clashes += 1
  }
  let storedThrough = gate.storedThrough
  while (fresh.has(storedThrough + 1) || storedText(storedThrough + 1) !== undefined) storedThrough += 1
  return { kind: 'stored', rows: [...fresh.values()], storedThrough, clashes, late }
}

function isLateNow(gate: SaveGate, receivedAt: Instant): boolean {
  return gate.state !== 'running' || gate.sealed || (gate.acceptsUntil !== null && receivedAt > gate.acceptsUntil)
}
