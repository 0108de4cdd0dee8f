/** How many requests of a class are worked on at once, how many may wait, and for how long before they are told their place. */
export type LaneLimits = { readonly atOnce: number; readonly waiting: number; readonly patienceMs: number }

/** Who may go in gives the place back by `leave`, once; who may not hears how many are before them and when to come again. */
export type Turn =
  | { readonly in: true; readonly leave: () => void }
  | { readonly in: false; readonly place: number; readonly ahead: number; readonly seconds: number }

export type Lane = {
  /** `place` is what an earlier turn said: who comes back keeps it and is not overtaken by those who came later. */
  arrive(place: number | null): Promise<Turn>
  readonly load: () => { readonly working: number; readonly waiting: number }
}

type Waiting = { readonly place: number; readonly take: (turn: Turn) => void; readonly alarm: NodeJS.Timeout }
/** Who does not come back within this time has gone. */
const PLACE_KEPT_MS = 10_000

/** A line of its own for one class of requests: first come, first served, nobody is left standing without a word. */
export function openLane(limits: LaneLimits, now: () => number): Lane {
  let working = 0
  let lastPlace = 0
  const waiting: Waiting[] = []
  const sentAway = new Map<number, number>()

  const leaveOnce = () => {
    let left = false
    return () => {
      if (left) return
      left = true
      working -= 1
      next()
    }
  }
  const next = () => {
    while (working < limits.atOnce) {
      const first = waiting.shift()
      if (!first) return
      clearTimeout(first.alarm)
      working += 1
      first.take({ in: true, leave: leaveOnce() })
    }
  }
  const ahead = (place: number) => {
    for (const [other, seen] of sentAway) if (now() - seen > PLACE_KEPT_MS) sentAway.delete(other)
    return waiting.filter(one => one.place < place).length + [...sentAway.keys()].filter(other => other < place).length
  }
  const sendAway = (place: number): Turn => {
    sentAway.set(place, now())
    const before = ahead(place)
    return { in: false, place, ahead: before, seconds: Math.min(30, 1 + Math.floor(before / Math.max(1, limits.atOnce))) }
  }

  return {
    load: () => ({ working, waiting: waiting.length }),
    arrive(given) {
      const place = given !== null && given >= 1 && given <= lastPlace ? given : (lastPlace += 1)
      sentAway.delete(place)
      if (working < limits.atOnce && waiting.length === 0) {
        working += 1
        return Promise.resolve({ in: true, leave: leaveOnce() })
      }
      if (waiting.length >= limits.waiting) return Promise.resolve(sendAway(place))
      return new Promise(take => {
        const alarm = setTimeout(() => {
          waiting.splice(waiting.indexOf(one), 1)
          take(sendAway(place))
        }, limits.patienceMs)
        const one: Waiting = { place, take, alarm }
        const at = waiting.findIndex(other => other.place > place)
        waiting.splice(at < 0 ? waiting.length : at, 0, one)
      })
    },
  }
}
