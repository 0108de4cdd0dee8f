import { type Instant, instant } from '../../../../../kernel/instant.ts'
import type { ClosingReason } from '../../attempt/attempt.ts'
import { minutesOf, uncovered } from '../../hall/credit.ts'
import { type Book, type Closing, closingOf, currentEpoch, startedAt } from '../server/book.ts'
import type { Credit } from '../time/ledger.ts'

/** Minutes given back to one attempt, as a row of either server. */
export type GivenMinutes = {
  readonly id: string
  readonly minutes: number
  readonly grantedAt: Instant
  readonly fromAt: Instant | null
  readonly toAt: Instant | null
}
export type CountedMinutes = { readonly id: string; readonly minutes: number; readonly grantedAt: Instant }

/** What of the minutes counts: an interval that both servers gave back while they were cut apart counts once. */
export function countedMinutes(rows: readonly GivenMinutes[]): CountedMinutes[] {
  const covered: { from: Instant; to: Instant }[] = []
  const counted: CountedMinutes[] = []
  for (const { id, minutes, grantedAt, fromAt, toAt } of rows.toSorted((a, b) => a.grantedAt - b.grantedAt || (a.id < b.id ? -1 : 1))) {
    if (fromAt === null || toAt === null || fromAt >= toAt) {
      counted.push({ id, minutes, grantedAt })
      continue
    }
    const whole = { from: fromAt, to: toAt }
    const parts = uncovered(whole, covered)
    const isWhole = parts.length === 1 && parts[0]?.from === fromAt && parts[0].to === toAt
    const fresh = isWhole ? minutes : minutesOf(parts)
    covered.push(whole)
    if (fresh > 0) counted.push({ id, minutes: fresh, grantedAt })
  }
  return counted
}

/** The same minutes as intervals of the ledger, one after the other from the start of the clock, so that they add up to whole minutes. */
export function ledgerOf(counted: readonly CountedMinutes[], clockStart: Instant, pausedSince: Instant | null): Credit[] {
  const credits: Credit[] = []
  let from: Instant = clockStart
  for (const { id, minutes, grantedAt } of counted) {
    const until = instant(from + minutes * 60_000)
    credits.push({ creditId: id, scope: 'person', from, until, grantedAt })
    from = until
  }
  if (pausedSince === null) return credits
  return [...credits, { creditId: 'paused', scope: 'room', from: pausedSince, until: null, grantedAt: pausedSince }]
}

/** How an attempt stands by all that both servers hold of it. */
export type Standing = {
  readonly epoch: number
  readonly startedAt: Instant | null
  readonly startRef: string | null
  readonly closing: Closing | null
}

export function standingOfBook(book: Book): Standing {
  const started = startedAt(book)
  const start = [...book.starts.values()].toSorted((a, b) => b.startedAt - a.startedAt || a.origin - b.origin)[0]
  return { epoch: currentEpoch(book), startedAt: started, startRef: start?.startRef ?? null, closing: closingOf(book) ?? null }
}

/** The reason of an end from outside; undefined for a hand-in. */
export function reasonOf(how: Closing['how']): ClosingReason | undefined {
  return how === 'candidate' || how === 'clock' ? undefined : how
}
