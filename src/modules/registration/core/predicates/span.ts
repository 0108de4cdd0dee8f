import { type LocalDate, later, plusDays } from '../../../../kernel/local-date.ts'

/** Days from `from` up to, not including, `before`. A predicate is true on the days of its spans. */
export type Span = { readonly from: LocalDate; readonly before: LocalDate }

/** The end of a span without end; later than every day a dossier may name. */
export const NEVER = '9999-12-31' as LocalDate

/** The first day on or after `on` that lies in one of the spans; null when there is none. */
export function firstDayIn(spans: readonly Span[], on: LocalDate): LocalDate | null {
  let first: LocalDate | null = null
  for (const span of spans) {
    if (span.before <= on || span.before <= span.from) continue
    const day = later(span.from, on)
    if (first === null || day < first) first = day
  }
  return first
}

/** The first day on or after `on` that lies in every one of the sets of spans; null when there is none. */
export function firstDayInAll(sets: readonly (readonly Span[])[], on: LocalDate): LocalDate | null {
  let day = on
  for (let settled = false; !settled;) {
    settled = true
    for (const spans of sets) {
      const next = firstDayIn(spans, day)
      if (next === null) return null
      if (next > day) {
        day = next
        settled = false
      }
    }
  }
  return day
}

/** The last day, inclusive, as the end of a span. */
export function dayAfter(last: LocalDate | null): LocalDate {
  return last === null ? NEVER : plusDays(last, 1)
}
