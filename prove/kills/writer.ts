import type { ResponseEvent } from '../../src/modules/delivery/contract.ts'
import type { Seat } from '../../bench/saves/hall.ts'

const MOST_PER_SAVE = 3
const AGAIN_MS = 40

/** One exam client: saves events one batch after the other, and the same batch again until it is acknowledged. */
export type Writer = {
  readonly attemptId: string
  /** Everything up to this seq was acknowledged. */
  acked(): number
  /** Everything up to this seq was sent at least once. */
  sent(): number
  /** Saves whose outcome stayed unknown because the connection broke or the server failed. */
  unknown(): number
  stop(): Promise<void>
}

/** The event with this number; its value is like no other, so that a loss or a mix-up cannot hide. */
export function eventOf(attemptId: string, seq: number): ResponseEvent {
  return {
    seq,
    itemId: `item-s${1 + (seq % 60)}`,
    kind: 'respond',
    value: { version: 1, optionId: `${attemptId.slice(0, 8)}-${seq}` },
    clientMs: seq,
  }
}

export function startWriter(port: number, seat: Seat, onAck: (sentAt: number) => void): Writer {
  const state = { acked: 0, sent: 0, unknown: 0, stopped: false }
  const done = write(port, seat, state, onAck)
  return {
    attemptId: seat.attemptId,
    acked: () => state.acked,
    sent: () => state.sent,
    unknown: () => state.unknown,
    stop: () => {
      state.stopped = true
      return done
    },
  }
}

type State = { acked: number; sent: number; unknown: number; stopped: boolean }

async function write(port: number, seat: Seat, state: State, onAck: (sentAt: number) => void): Promise<void> {
  while (!state.stopped) {
    const events = Array.from({ length: 1 + (state.acked % MOST_PER_SAVE) }, (_, at) => eventOf(seat.attemptId, state.acked + 1 + at))
    const through = state.acked + events.length
    state.sent = Math.max(state.sent, through)
    const sentAt = performance.now()
    const stored = await save(port, seat, events)
    if (stored !== null && stored >= through) {
      state.acked = through
      onAck(sentAt)
    } else {
      state.unknown += 1
      await new Promise(later => setTimeout(later, AGAIN_MS))
    }
  }
}

/** How far the server says it holds the epoch; null when it said nothing or refused. */
async function save(port: number, seat: Seat, events: readonly ResponseEvent[]): Promise<number | null> {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/api/delivery/attempts/${seat.attemptId}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${seat.token}` },
      body: JSON.stringify({ epoch: 1, events }),
      signal: AbortSignal.timeout(15_000),
    })
    if (!reply.ok) return await reply.text().then(() => null)
    return ((await reply.json()) as { storedThrough: number }).storedThrough
  } catch {
    return null
  }
}
