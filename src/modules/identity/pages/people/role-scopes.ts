import type { Grant, Role, Scope } from '../../../../kernel/actor.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { mayGrant } from '../../core/account.ts'

export type ScopeKind = Exclude<Scope['kind'], 'person'>

/** How far each staff role may reach, the usual reach first. */
const REACH: Readonly<Record<Exclude<Role, 'candidate'>, readonly ScopeKind[]>> = {
  teacher: ['institution'],
  'institution-manager': ['institution'],
  registrar: ['province', 'nation'],
  'provincial-officer': ['province'],
  'national-officer': ['nation'],
  'item-writer': ['nation'],
  'item-reviewer': ['nation'],
  'site-manager': ['site'],
  'site-engineer': ['site'],
  invigilator: ['site'],
  assessor: ['province', 'nation'],
  'chief-assessor': ['province', 'nation'],
  'external-verifier': ['province', 'nation'],
  auditor: ['nation', 'province'],
}

export type StaffRole = keyof typeof REACH
export const STAFF_ROLES = Object.keys(REACH) as readonly StaffRole[]

/** The reaches a role may have that the giver may hand on. */
export function reachesFor(role: StaffRole, giver: readonly Grant[]): readonly ScopeKind[] {
  return REACH[role].filter(
    kind => mayGrant(giver, { role, scope: sampleScope(kind, giver), from: localDate('2000-01-01'), until: null }, []).ok,
  )
}

/** The roles the giver may hand on at all. */
export function rolesToGive(giver: readonly Grant[]): readonly StaffRole[] {
  return STAFF_ROLES.filter(role => reachesFor(role, giver).length > 0)
}

/** A scope out of a form: the code is a province's or an institution's. */
export function scopeOf(kind: ScopeKind, code: string): Scope {
  switch (kind) {
    case 'nation':
      return { kind }
    case 'province':
      return { kind, province: code }
    case 'institution':
      return { kind, institution: code }
    case 'site':
      return { kind, site: code }
  }
}

/** What a code of this reach looks like; the nation has none. */
export function codePattern(kind: ScopeKind): RegExp | null {
  return kind === 'nation' ? null : kind === 'province' ? /^\d{2}$/ : /^\d{8}$/
}

function sampleScope(kind: ScopeKind, giver: readonly Grant[]): Scope {
  const province = giver.flatMap(grant => (grant.scope.kind === 'province' ? [grant.scope.province] : []))[0] ?? '11'
  return scopeOf(kind, kind === 'province' ? province : `${province}000000`)
}

export type Standing = 'holds' | 'ahead' | 'expired'

/** Does a grant hold on a day (first and last day included)? */
export function standingOf(grant: { readonly from: string; readonly until: string | null }, today: string): Standing {
  if (today < grant.from) return 'ahead'
  return grant.until !== null && grant.until < today ? 'expired' : 'holds'
}
