import { atClock, dayOf, type Instant, instant } from '../../../../kernel/instant.ts'
import { daysBetween, type LocalDate, plusDays, plusMonths } from '../../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { dated } from './dated.ts'

/** Parameters of a registration window, counted back from the day the exam is held. */
export type WindowRule = { readonly opensMonthsBefore: number; readonly closesDaysBefore: number }

/** Registration about three months ahead; it closes two weeks before the final and one week before a module quiz. */
export const FINAL_WINDOW: WindowRule = { opensMonthsBefore: 3, closesDaysBefore: 14 }
export const MODULE_QUIZ_WINDOW: WindowRule = { opensMonthsBefore: 3, closesDaysBefore: 7 }

/** Both days belong to the window. `opensAt` is the first instant inside, `closesAt` the first one outside. */
export type RegistrationWindow = {
  readonly opensOn: LocalDate
  readonly closesOn: LocalDate
  readonly opensAt: Instant
  readonly closesAt: Instant
}

export type WindowVerdict =
  | { readonly kind: 'before'; readonly opensOn: LocalDate; readonly closesOn: LocalDate; readonly daysToOpen: number }
  | { readonly kind: 'open'; readonly opensOn: LocalDate; readonly closesOn: LocalDate; readonly daysLeft: number }
  | { readonly kind: 'closed'; readonly opensOn: LocalDate; readonly closesOn: LocalDate }

/**
 * The window of an exam held on `day`. The deadline is the end of its day in Beijing.
 * Refuses `registration-window-empty` when the parameters leave no day.
 */
export function registrationWindow(day: LocalDate, rule: WindowRule): Result<RegistrationWindow> {
  for (const n of [rule.opensMonthsBefore, rule.closesDaysBefore])
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a count: ${n}`)
  const opensOn = plusMonths(day, -rule.opensMonthsBefore)
  const closesOn = plusDays(day, -rule.closesDaysBefore)
  if (opensOn > closesOn) return refuse('registration-window-empty', dated({ opensOn, closesOn }))
  return ok({ opensOn, closesOn, opensAt: atClock(opensOn, '00:00'), closesAt: atClock(plusDays(closesOn, 1), '00:00') })
}

/** Before, open or closed at an instant; `daysLeft` is 0 on the last day. */
export function windowVerdict(window: RegistrationWindow, now: Instant): WindowVerdict {
  const { opensOn, closesOn, opensAt, closesAt } = window
  const today = dayOf(now)
  if (now < opensAt) return { kind: 'before', opensOn, closesOn, daysToOpen: daysBetween(today, opensOn) }
  if (now >= closesAt) return { kind: 'closed', opensOn, closesOn }
  return { kind: 'open', opensOn, closesOn, daysLeft: daysBetween(today, closesOn) }
}

/** Refuses `registration-not-open` and `registration-closed`, with both days as facts. */
export function requireOpenWindow(window: RegistrationWindow, now: Instant): Result<true> {
  const { opensOn, closesOn } = window
  switch (windowVerdict(window, now).kind) {
    case 'before':
      return refuse('registration-not-open', dated({ opensOn, closesOn }))
    case 'closed':
      return refuse('registration-closed', dated({ opensOn, closesOn }))
    case 'open':
      return ok(true)
  }
}

/** The last instant at which an application still counts. */
export function deadlineOf(window: RegistrationWindow): Instant {
  return instant(window.closesAt - 1)
}
