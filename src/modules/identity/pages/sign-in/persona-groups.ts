import type { Role } from '../../../../kernel/actor.ts'

/** One of the people of the seed country, as the sign-in page receives them. */
export type Persona = {
  readonly persona: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly note: string
  readonly place: string
}
export type PersonaGroup = 'candidate' | 'centre' | 'site' | 'marking' | 'item' | 'institution' | 'other'
export type GroupedPersonas = { readonly group: PersonaGroup; readonly personas: readonly Persona[] }

const GROUP_ROLES: readonly (readonly [PersonaGroup, readonly Role[]])[] = [
  ['candidate', ['candidate']],
  ['centre', ['national-officer', 'provincial-officer', 'registrar']],
  ['site', ['site-manager', 'site-engineer', 'invigilator']],
  ['marking', ['assessor', 'chief-assessor', 'external-verifier', 'auditor']],
  ['item', ['item-writer', 'item-reviewer']],
  ['institution', ['institution-manager', 'teacher']],
]

/** The group of a person: that of their first role; whoever holds none stands under “other”. */
export function groupOf(persona: Pick<Persona, 'roles'>): PersonaGroup {
  const [first] = persona.roles
  return GROUP_ROLES.find(([, roles]) => first !== undefined && roles.includes(first))?.[0] ?? 'other'
}

/** People under their groups, in a fixed order of groups and of roles within; empty groups are left out. */
export function grouped(personas: readonly Persona[]): readonly GroupedPersonas[] {
  const order: readonly PersonaGroup[] = [...GROUP_ROLES.map(([group]) => group), 'other']
  return order
    .map(group => ({ group, personas: personas.filter(persona => groupOf(persona) === group).toSorted(byRole) }))
    .filter(section => section.personas.length > 0)
}

function byRole(a: Persona, b: Persona): number {
  return roleOrder(a) - roleOrder(b)
}

function roleOrder({ roles: [first] }: Persona): number {
  return first === undefined ? 0 : GROUP_ROLES.flatMap(([, roles]) => roles).indexOf(first)
}

/** Those whose text holds every word searched for; `textOf` is what the card shows. */
export function matching(personas: readonly Persona[], search: string, textOf: (persona: Persona) => string): readonly Persona[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return personas.filter(persona => words.every(word => textOf(persona).toLowerCase().includes(word)))
}

/** What a place code names: two digits a province, eight an institution, nothing the whole nation. */
export function placeKind(code: string): 'province' | 'institution' | null {
  return code === '' ? null : /^\d{2}$/.test(code) ? 'province' : 'institution'
}
