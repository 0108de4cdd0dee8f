/** How far the time that a hall tells is from true time, beyond what the way of a reply explains. */
export type TimeError = {
  hear(told: { readonly serverMs: number; readonly sentAt: number; readonly heardAt: number }): void
  /** A new process: its time goes on, and the time it was away is not counted. It may never be behind what was told before. */
  restarted(): void
  readonly mostMs: () => number
}

export function watchTime(): TimeError {
  let [low, high] = [-Infinity, Infinity]
  let most = 0
  let latest = -Infinity
  let isFresh = false
  return {
    hear({ serverMs, sentAt, heardAt }) {
      // the hall read its clock between sending and hearing: its offset lies between these
      const [from, to] = [serverMs - heardAt, serverMs - sentAt]
      if (isFresh) {
        isFresh = false
        most = Math.max(most, latest - serverMs)
        ;[low, high] = [from, to]
      }
      latest = Math.max(latest, serverMs)
      most = Math.max(most, low - to, from - high)
      low = Math.max(low, from)
      high = Math.min(high, to)
    },
    restarted: () => void (isFresh = true),
    mostMs: () => Math.round(Math.max(0, most)),
  }
}
