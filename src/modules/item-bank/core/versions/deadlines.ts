import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import type { VersionState } from './states.ts'

const DAY_MINUTES = 24 * 60
/** Days until somebody has to decide, by the state that waits. Our own rule: the regulations name no period. */
export const DAYS_TO_DECIDE: Readonly<Partial<Record<VersionState, number>>> = { 'item-review': 7, passed: 5, approved: 10, trial: 60 }

/** When the version has to be decided; null in a state that waits for nobody. */
export function dueAt(state: VersionState, since: Instant): Instant | null {
  const days = DAYS_TO_DECIDE[state]
  return days === undefined ? null : plusMinutes(since, days * DAY_MINUTES)
}
