import type { LocalDate } from '../../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { atClock } from '../../../../kernel/instant.ts'
import { plusDays } from '../../../../kernel/local-date.ts'
import type { SchemeCalendar } from '../../../standard/contract.ts'
import { type CalendarRule, calendarRuleOf } from './calendar.ts'
import { dated } from './dated.ts'
import type { RegistrationWindow } from './registration-window.ts'

/**
 * The calendar rule of a scheme. Where the examining body announces its days one by one, every month is a window of
 * its own: any day of the named month that is no holiday follows the rule.
 */
export function ruleOfScheme(calendar: SchemeCalendar): CalendarRule {
  if (calendar.kind !== 'announced') return calendarRuleOf(calendar)
  return { kind: 'windows', windows: Array.from({ length: 12 }, (_, i) => ({ months: [i + 1] })) }
}

/**
 * A registration window on days of the centre's own choice; both days belong to it.
 * Refuses `registration-window-empty`, and `registration-past-exam` when it closes on the day of the exam or later.
 */
export function chosenWindow(choice: {
  readonly day: LocalDate
  readonly opensOn: LocalDate
  readonly closesOn: LocalDate
}): Result<RegistrationWindow> {
  const { day, opensOn, closesOn } = choice
  if (opensOn > closesOn) return refuse('registration-window-empty', dated({ opensOn, closesOn }))
  if (closesOn >= day) return refuse('registration-past-exam', dated({ closesOn, day }))
  return ok({ opensOn, closesOn, opensAt: atClock(opensOn, '00:00'), closesAt: atClock(plusDays(closesOn, 1), '00:00') })
}
