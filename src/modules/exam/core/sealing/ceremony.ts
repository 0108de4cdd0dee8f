import type { Grant, Role } from '../../../../kernel/actor.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'

/** The pass phrase of everybody in the seed country, where people are invented and visitors try things. */
export const DEMONSTRATION_PHRASE = '示范国家统一口令'

/** Three of five, as the national centre does it. */
export const USUAL_SHARES = { custodians: 5, needed: 3 } as const
const MOST_CUSTODIANS = 15

/** Whoever holds one of these could reach papers or open them at a site, and keeps no share of a key. */
const RIGHTS_AT_SITES: readonly Role[] = ['site-manager', 'site-engineer', 'invigilator']
const RIGHTS_IN_BANK: readonly Role[] = ['item-writer', 'item-reviewer', 'national-officer']

/** Somebody asked to keep a share. */
export type Custodian = { readonly personId: string; readonly name: string; readonly grants: readonly Grant[] }

/**
 * May this person keep a share of an opening key: staff, and neither of a site nor of the item bank?
 * Refusals: `custodian-not-staff`, `custodian-has-rights`.
 */
export function mayKeepShare({ name, grants }: Omit<Custodian, 'personId'>): Result<true> {
  const roles = grants.map(grant => grant.role)
  if (roles.some(role => RIGHTS_AT_SITES.includes(role) || RIGHTS_IN_BANK.includes(role))) return refuse('custodian-has-rights', { name })
  return roles.some(role => role !== 'candidate') ? ok(true) : refuse('custodian-not-staff', { name })
}

/**
 * Do these persons make a ceremony? Fewer than two needed would be no division, and one person with two shares counts twice.
 * Refusals: those of `mayKeepShare`, `custodians-number`, `custodian-twice`.
 */
export function judgeCustodians(custodians: readonly Custodian[], needed: number): Result<true> {
  const count = custodians.length
  if (needed < 2 || needed > count || count > MOST_CUSTODIANS) return refuse('custodians-number', { count, needed, most: MOST_CUSTODIANS })
  const twice = custodians.find((one, at) => custodians.findIndex(other => other.personId === one.personId) !== at)
  if (twice !== undefined) return refuse('custodian-twice', { name: twice.name })
  for (const custodian of custodians) {
    const may = mayKeepShare(custodian)
    if (!may.ok) return may
  }
  return ok(true)
}

/** Who did what so far, by person. */
export type SealingPersons = {
  /** Ordered the allocation with its forms. */
  readonly assembledBy: readonly string[]
  readonly orderedBy: string
  readonly custodians: readonly string[]
  readonly sealedBy: readonly string[]
}

/**
 * May this person put their seal on packages that others have made? Two persons seal, none of them made the papers or keeps a share.
 * Refusals: `sealer-assembled`, `sealer-is-custodian`, `sealer-sealed-already`.
 */
export function judgeSealer(personId: string, { assembledBy, orderedBy, custodians, sealedBy }: SealingPersons): Result<true> {
  if (personId === orderedBy || assembledBy.includes(personId)) return refuse('sealer-assembled')
  if (custodians.includes(personId)) return refuse('sealer-is-custodian')
  return sealedBy.includes(personId) ? refuse('sealer-sealed-already') : ok(true)
}
