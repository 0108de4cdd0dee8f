import { type Instant, dayOf } from '../../../../kernel/instant.ts'

/** So often an item of a lesson may be answered on one day: who tries more is guessing. */
export const MOST_TRIES_A_DAY = 20

/** May one more answer be given today? */
export function mayTryAgain(givenAt: readonly Instant[], now: Instant): boolean {
  const today = dayOf(now)
  return givenAt.filter(at => dayOf(at) === today).length < MOST_TRIES_A_DAY
}
