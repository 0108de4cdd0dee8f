import { daysBetween, type LocalDate } from '../../../kernel/local-date.ts'
import type { Authorisation } from './authorisation.ts'

/** How an institution's authorisations stand on a day. `expiring`: in force, but for no more than 60 days. */
export type Standing = 'in-force' | 'expiring' | 'not-begun' | 'expired' | 'suspended' | 'withdrawn' | 'none'
export const STANDINGS = ['in-force', 'expiring', 'not-begun', 'expired', 'suspended', 'withdrawn', 'none'] as const

/** A renewal takes about twenty working days of examination and notice; sixty days leave time for it. */
export const EXPIRY_WARNING_DAYS = 60

/** The best standing among all authorisations: one in force outweighs all that are over. */
export function standingOn(authorisations: readonly Authorisation[], day: LocalDate): Standing {
  const standings = authorisations.map(a => standingOfOne(a, day))
  return STANDINGS.find(standing => standings.includes(standing)) ?? 'none'
}

function standingOfOne({ state, from, until }: Authorisation, day: LocalDate): Standing {
  if (state !== 'granted') return state
  if (day < from) return 'not-begun'
  if (day > until) return 'expired'
  return daysBetween(day, until) <= EXPIRY_WARNING_DAYS ? 'expiring' : 'in-force'
}
