import { setImmediate as turn } from 'node:timers/promises'
import type { Time } from '../ports/time.ts'

/** Time that stands still until somebody moves it. */
export type FakeTime = Time & { advance(ms: number): Promise<void> }

export function fakeTime(): FakeTime {
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  const takeNext = (until: number) => {
    const [next] = timers.filter(timer => timer.at <= until).toSorted((a, b) => a.at - b.at)
    timers = timers.filter(one => one !== next)
    return next
  }
  return {
    now: () => now,
    wall: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => void (timers = timers.filter(one => one !== timer))
    },
    async advance(ms) {
      const until = now + ms
      await turn()
      for (let next = takeNext(until); next; next = takeNext(until)) {
        now = Math.max(now, next.at)
        next.run()
        await turn()
      }
      now = until
      await turn()
    },
  }
}
