import { type Instant, instant } from '../../../../../kernel/instant.ts'

/**
 * Time given back: an interval in which candidates could not work. `until` null: it is still going on (a pause).
 * The same fault may stand in several scopes; what counts for a person is the union.
 */
export type Credit = {
  readonly creditId: string
  readonly scope: 'person' | 'room' | 'site'
  readonly from: Instant
  readonly until: Instant | null
  /** When it was put in: what had ended by its clock before that does not begin again. */
  readonly grantedAt: Instant
}

/** What an attempt's time is made of. Whole milliseconds; minutes given without an interval are `extraMs`. */
export type TimeFacts = {
  readonly clockStart: Instant
  readonly allottedMs: number
  readonly allowanceMs: number
  readonly extraMs: number
  readonly credits: readonly Credit[]
}

type Span = { readonly from: number; readonly until: number }

/** The union of the intervals from the start of the clock on, in order and without overlap: nothing is counted twice. */
export function creditedSpans(facts: TimeFacts): Span[] {
  const spans: Span[] = []
  const sorted = facts.credits
    .map(credit => ({ from: Math.max(credit.from, facts.clockStart), until: credit.until ?? Infinity }))
    .filter(span => span.until > span.from)
    .toSorted((a, b) => a.from - b.from)
  for (const span of sorted) {
    const last = spans.at(-1)
    if (last && span.from <= last.until) spans[spans.length - 1] = { from: last.from, until: Math.max(last.until, span.until) }
    else spans.push(span)
  }
  return spans
}

/**
 * First deadline: from here on nothing may be edited. An interval that begins after it gives nothing back; one that is still
 * going on before it leaves the deadline open (null), because the clock stands still.
 */
export function editingEnds(facts: TimeFacts): Instant | null {
  let ends = facts.clockStart + entitledMs(facts)
  for (const span of creditedSpans(facts)) {
    if (span.from >= ends) break
    if (span.until === Infinity) return null
    ends += span.until - span.from
  }
  return instant(ends)
}

/** Second deadline: until here events that were made in time are still taken. Null while the clock stands still. */
export function transportEnds(facts: TimeFacts, graceMs: number): Instant | null {
  const ends = editingEnds(facts)
  return ends === null ? null : instant(ends + graceMs)
}

/** What a person is entitled to before any interval is given back, in milliseconds. */
export function entitledMs(facts: TimeFacts): number {
  return facts.allottedMs + facts.allowanceMs + facts.extraMs
}

export type TimeBalance = { readonly usedMs: number; readonly creditedMs: number; readonly remainingMs: number }

/** used + remaining = entitled, and used + credited = elapsed, as long as the deadline has not passed; none is ever negative. */
export function balanceAt(facts: TimeFacts, now: Instant): TimeBalance {
  const ends = editingEnds(facts)
  const seen = Math.max(facts.clockStart, ends === null ? now : Math.min(now, ends))
  const creditedMs = creditedSpans(facts).reduce((sum, span) => sum + Math.max(0, Math.min(span.until, seen) - span.from), 0)
  const usedMs = seen - facts.clockStart - creditedMs
  return { usedMs, creditedMs, remainingMs: entitledMs(facts) - usedMs }
}
