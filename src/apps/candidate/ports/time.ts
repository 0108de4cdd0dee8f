/** Monotonic milliseconds and a way to be called later; tests move them by hand. */
export type Time = {
  now(): number
  /** The wall clock of the machine; only to bridge a reload, in which the monotonic one starts anew. */
  wall(): number
  /** Returns the way to call it off. */
  after(ms: number, run: () => void): () => void
}

export const browserTime: Time = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
