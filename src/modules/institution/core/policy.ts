import { type Actor, holds, holdsAt, type Role } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

const READERS: readonly Role[] = [
  'national-officer',
  'provincial-officer',
  'institution-manager',
  'site-manager',
  'registrar',
  'external-verifier',
  'auditor',
]
const CENTRES: readonly Role[] = ['national-officer', 'provincial-officer']
type Place = { readonly code: string; readonly province: string }

/** The name of an institution is printed on every ticket and certificate. */
export function mayReadNames(_actor: Actor): Result<true> {
  return ok(true)
}

/** Who may ask for institutions at all; which ones they see is decided at each row. */
export function mayReadInstitutions(actor: Actor): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, ...READERS) ? ok(true) : refuse('not-permitted')
}

/** The nation sees all, a province its own, staff of an institution only theirs. */
export function seesInstitution(actor: Actor, { code, province }: Place): boolean {
  return holdsAt(actor, { institution: code, site: code, province }, ...READERS)
}

/** Suspending, resuming and withdrawing an authorisation belongs to the centres. */
export function maySuperviseInstitutions(actor: Actor): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, ...CENTRES) ? ok(true) : refuse('not-permitted')
}

export function supervisesInstitution(actor: Actor, { code, province }: Place): boolean {
  return holdsAt(actor, { institution: code, province }, ...CENTRES)
}
