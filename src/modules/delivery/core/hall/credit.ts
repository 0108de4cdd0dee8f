import { type Instant, instant } from '../../../../kernel/instant.ts'

/** From one instant (inclusive) to another (exclusive). */
export type Interval = { readonly from: Instant; readonly to: Instant }

/** The parts of an interval that none of the others covers, in order. */
export function uncovered(wanted: Interval, covered: readonly Interval[]): Interval[] {
  let parts: Interval[] = [wanted]
  for (const known of covered)
    parts = parts.flatMap(part => [
      { from: part.from, to: instant(Math.min(part.to, known.from)) },
      { from: instant(Math.max(part.from, known.to)), to: part.to },
    ])
  return parts.filter(part => part.from < part.to)
}

/** Whole minutes of these intervals together; a part of a minute counts as one, in favour of the candidate. */
export function minutesOf(parts: readonly Interval[]): number {
  return Math.ceil(parts.reduce((sum, part) => sum + part.to - part.from, 0) / 60_000)
}

/** What of an interval fell into the working time of an attempt; null when nothing did. */
export function withinWork(wanted: Interval, work: { readonly from: Instant; readonly to: Instant | null }): Interval | null {
  const from = instant(Math.max(wanted.from, work.from))
  const to = work.to === null ? wanted.to : instant(Math.min(wanted.to, work.to))
  return from < to ? { from, to } : null
}
