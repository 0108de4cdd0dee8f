import { type Grant, type Role, provincesOf } from '../../../kernel/actor.ts'
import { type Instant, plusMinutes } from '../../../kernel/instant.ts'
import type { LocalDate } from '../../../kernel/local-date.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** What the sign-in decision needs to know of an account. */
export type Account = {
  readonly personId: string
  readonly accountId: string
  readonly signInName: string
  readonly passwordHash: string | null
  readonly totp: { readonly sealed: string; readonly confirmed: boolean } | null
  readonly failedTries: number
  readonly lockedUntil: Instant | null
}

/** How far a sign-in has come. Only `none-needed` and `done` make the browser a person. */
export type SecondFactor = 'none-needed' | 'awaiting-code' | 'enrolling' | 'done'

const TRIES = 5
const LOCK_MINUTES = 15
/** A staff sign-in ends after a working day; a candidate's after a month. */
export const STAFF_HOURS = 12
export const CANDIDATE_HOURS = 24 * 30

/** Is the door open at all? Five wrong passwords close it for a quarter of an hour. */
export function mayTry(account: Account, now: Instant): Result<true, Refusal> {
  return account.lockedUntil !== null && account.lockedUntil > now
    ? refuse('account-locked', { minutes: Math.ceil((account.lockedUntil - now) / 60_000) })
    : ok(true)
}

/** Counts a wrong password. */
export function afterWrongPassword(account: Account, now: Instant): { readonly failedTries: number; readonly lockedUntil: Instant | null } {
  const failedTries = account.failedTries + 1
  return failedTries >= TRIES
    ? { failedTries: 0, lockedUntil: plusMinutes(now, LOCK_MINUTES) }
    : { failedTries, lockedUntil: account.lockedUntil }
}

/** Staff prove a second factor (TOTP); whoever has none yet must enrol before anything else. */
export function secondFactorFor(account: Account, grants: readonly Grant[]): SecondFactor {
  if (!isStaff(grants)) return 'none-needed'
  return account.totp?.confirmed ? 'awaiting-code' : 'enrolling'
}

export function isStaff(grants: readonly Grant[]): boolean {
  return grants.some(grant => grant.role !== 'candidate')
}

/** Grants that hold on a day (first and last day included). */
export function holding(grants: readonly Grant[], on: LocalDate): Grant[] {
  return grants.filter(grant => grant.from <= on && (grant.until === null || on <= grant.until))
}

/** Roles that only the national centre may give, and those a province may give within itself. */
const PROVINCIAL: readonly Role[] = [
  'registrar',
  'site-manager',
  'site-engineer',
  'invigilator',
  'assessor',
  'chief-assessor',
  'external-verifier',
  'institution-manager',
  'teacher',
]

/** May the giver hand this grant on? A province gives only its own local duties; candidates and staff are never one account. */
export function mayGrant(giver: readonly Grant[], grant: Grant, holder: readonly Grant[]): Result<true, Refusal> {
  if (holder.some(g => (g.role === 'candidate') !== (grant.role === 'candidate'))) return refuse('candidate-cannot-be-staff')
  if (giver.some(g => g.role === 'national-officer')) return ok(true)
  const province = giver.find(g => g.role === 'provincial-officer' && g.scope.kind === 'province')
  if (!province || !PROVINCIAL.includes(grant.role) || grant.scope.kind === 'nation') return refuse('not-permitted')
  return province.scope.kind === 'province' && isWithin(grant, province.scope.province) ? ok(true) : refuse('not-permitted')
}

/** Is the duty one within this province? Institution codes begin with their province. */
export function isWithin(grant: Grant, province: string): boolean {
  switch (grant.scope.kind) {
    case 'province':
      return grant.scope.province === province
    case 'institution':
      return grant.scope.institution.startsWith(province)
    case 'site':
      return grant.scope.site.startsWith(province)
    default:
      return false
  }
}

const CHECKERS: readonly Role[] = ['registrar', 'provincial-officer', 'national-officer']

/** Does a checker's duty reach a person: by a duty the person holds, or by a province the person applied in? */
export function reaches(
  checker: readonly Grant[],
  person: { readonly held: readonly Grant[]; readonly provinces: readonly string[] },
): boolean {
  const own = provincesOf(checker, CHECKERS)
  return own === null || own.some(province => person.provinces.includes(province) || person.held.some(grant => isWithin(grant, province)))
}
