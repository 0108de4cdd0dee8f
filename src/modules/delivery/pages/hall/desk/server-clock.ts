/** One answer of the server: its time, and when it arrived here by this machine's clock. */
export type ClockReading = { readonly serverTime: number; readonly receivedAt: number }

const KEPT = 8

/** The readings that still count, the newest last. */
export function withReading(readings: readonly ClockReading[], reading: ClockReading): readonly ClockReading[] {
  return readings.at(-1)?.receivedAt === reading.receivedAt ? readings : [...readings, reading].slice(-KEPT)
}

/**
 * How far the server's clock is ahead of this machine's, in milliseconds. An answer can only arrive late, never early, so the greatest
 * difference is the nearest to the truth. A step of this machine's clock drops out after eight readings.
 */
export function offsetOf(readings: readonly ClockReading[]): number {
  return readings.length === 0 ? 0 : Math.max(...readings.map(one => one.serverTime - one.receivedAt))
}

/** From how far off people should know: two seconds (design/delivery.md §2.2). */
const TOLD_FROM_MS = 2_000

export function isClockOff(offsetMs: number): boolean {
  return Math.abs(offsetMs) > TOLD_FROM_MS
}
