import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Duty } from '../site/site-package.ts'

/** A person of the hall as the roster names them, with the count of wrong pass phrases. */
export type HallStaff = {
  readonly sitePackageId: string
  readonly staffId: string
  readonly name: string
  readonly duties: readonly Duty[]
  readonly passVerifier: string
  readonly failedTries: number
  readonly lockedUntil: Instant | null
}

const TRIES = 5
const LOCK_MINUTES = 5
/** A console stays signed in for the whole day, so that no fault on the day becomes a queue at the sign-in. */
export const SIGN_IN_HOURS = 16

/** Five wrong pass phrases close the door for some minutes: short, because an exam waits. Refusal: `staff-locked`. */
export function mayTry(staff: Pick<HallStaff, 'lockedUntil'>, now: Instant): Result<true> {
  return staff.lockedUntil !== null && staff.lockedUntil > now
    ? refuse('staff-locked', { minutes: Math.ceil((staff.lockedUntil - now) / 60_000) })
    : ok(true)
}

/** Tries and lock after a wrong pass phrase. */
export function afterWrongTry(staff: HallStaff, now: Instant): { readonly failedTries: number; readonly lockedUntil: Instant | null } {
  const failedTries = staff.failedTries + 1
  return failedTries >= TRIES
    ? { failedTries: 0, lockedUntil: plusMinutes(now, LOCK_MINUTES) }
    : { failedTries, lockedUntil: staff.lockedUntil }
}
