import type { LocalDate } from './local-date.ts'

/** What a person may be in the system; the words are those of the GLOSSARY. */
export type Role =
  | 'candidate'
  | 'teacher'
  | 'institution-manager'
  | 'registrar'
  | 'provincial-officer'
  | 'national-officer'
  | 'item-writer'
  | 'item-reviewer'
  | 'site-manager'
  | 'site-engineer'
  | 'invigilator'
  | 'assessor'
  | 'chief-assessor'
  | 'external-verifier'
  | 'auditor'

/** How far a grant reaches. Province and institution are codes; `site` is an institution acting as a site. */
export type Scope =
  | { readonly kind: 'nation' }
  | { readonly kind: 'province'; readonly province: string }
  | { readonly kind: 'institution'; readonly institution: string }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'person'; readonly person: string }

/** A role within a scope and between two days (both inclusive). */
export type Grant = { readonly role: Role; readonly scope: Scope; readonly from: LocalDate; readonly until: LocalDate | null }

/** Who acts. `person` carries only the grants that hold today. */
export type Actor =
  | { readonly kind: 'public' }
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly accountId: string
      readonly name: string
      readonly grants: readonly Grant[]
    }
  | { readonly kind: 'system'; readonly job: string }

/** Does the actor hold one of the roles in any scope? */
export function holds(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.kind === 'person' && actor.grants.some(g => roles.includes(g.role))
}

/** Does the actor hold one of the roles in a scope that covers this place? A nation-wide grant covers every place. */
export function holdsAt(
  actor: Actor,
  place: { readonly province?: string; readonly institution?: string; readonly site?: string },
  ...roles: readonly Role[]
): boolean {
  return actor.kind === 'person' && actor.grants.some(g => roles.includes(g.role) && covers(g.scope, place))
}

function covers(scope: Scope, place: { readonly province?: string; readonly institution?: string; readonly site?: string }): boolean {
  switch (scope.kind) {
    case 'nation':
      return true
    case 'province':
      return place.province === scope.province
    case 'institution':
      return place.institution === scope.institution
    case 'site':
      return place.site === scope.site || place.institution === scope.site
    case 'person':
      return false
  }
}

/** The provinces in which one of the roles is held; null is the whole nation. */
export function provincesOf(grants: readonly Grant[], roles: readonly Role[]): readonly string[] | null {
  const held = grants.filter(grant => roles.includes(grant.role))
  return held.some(grant => grant.scope.kind === 'nation')
    ? null
    : held.flatMap(grant => (grant.scope.kind === 'province' ? [grant.scope.province] : []))
}

/** Short, stable text for records: `person:…`, `system:…` or `public`. */
export function actorRef(actor: Actor): string {
  return actor.kind === 'person' ? `person:${actor.personId}` : actor.kind === 'system' ? `system:${actor.job}` : 'public'
}
