import { clockOf, dayOf, type Instant, instant } from '../../../../kernel/instant.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'

/** The least spans of counting; a day is one of Beijing. */
export type Span = 'minute' | 'day'
/** What one address asked in a span, this try included. A miss is a look-up that found nothing. */
export type Counted = { readonly tries: number; readonly misses: number }

/** Ten look-ups a minute; and a slow budget of misses, so that an employer may check many people and a guesser cannot. */
export const LOOK_UP_BUDGET = { triesPerMinute: 10, missesPerDay: 60 } as const

const LENGTH: Readonly<Record<Span, number>> = { minute: 60_000, day: 86_400_000 }
const BEIJING_MS = 8 * 3_600_000

/** When the span around an instant began. */
export function spanStart(span: Span, now: Instant): Instant {
  return instant(Math.floor((now + BEIJING_MS) / LENGTH[span]) * LENGTH[span] - BEIJING_MS)
}

/** May this try be answered? Refuses `look-up-exhausted` with the Beijing time from which it may be tried again. */
export function mayLookUp(counted: Readonly<Record<Span, Counted>>, now: Instant): Result<true> {
  const spent: Span | null =
    counted.day.misses >= LOOK_UP_BUDGET.missesPerDay ? 'day' : counted.minute.tries > LOOK_UP_BUDGET.triesPerMinute ? 'minute' : null
  if (spent === null) return ok(true)
  const again = instant(spanStart(spent, now) + LENGTH[spent])
  return refuse('look-up-exhausted', { until: `${dayOf(again)} ${clockOf(again)}` })
}
