import assert from 'node:assert/strict'

/** Most milliseconds one input may keep the processor; what takes longer hangs in the eyes of whoever waits for it. */
export const MOST_MS = 1_000
/** An input that was slow is tried again: a collection of garbage or a first translation falls on one input only once. */
const TRIES = 3

/** How many inputs a test tries: what `ZHIHENG_FUZZ` says, else so many that the test stays short. */
export function fuzzRounds(usual: number): number {
  return Number(process.env['ZHIHENG_FUZZ'] ?? usual)
}

/**
 * Does the work for one input and fails when it hangs: when it keeps the processor longer than `MOST_MS` each time.
 * Counted is the time of the processor, not of the clock, so that a busy machine fails no sound parser.
 */
export function promptly<T>(work: () => T, most = MOST_MS): T {
  for (let left = TRIES; ; left--) {
    const before = process.cpuUsage()
    const result = work()
    const { user, system } = process.cpuUsage(before)
    if (user + system <= most * 1_000) return result
    assert.ok(left > 1, `one input kept the processor ${Math.round((user + system) / 1_000)} ms, more than ${most} ms`)
  }
}
