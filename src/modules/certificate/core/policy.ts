import { type Actor, type Role, holds, holdsAt, provincesOf } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { provinceOf, type RegisterEntry } from './register-entry.ts'

const READERS: readonly Role[] = ['national-officer', 'provincial-officer', 'auditor']

/** The look-up is for anybody, without an account. */
export function anyone(_actor: Actor): Result<true> {
  return ok(true)
}

export function mayReadOwn(actor: Actor): Result<true> {
  return actor.kind === 'public' ? refuse('not-signed-in') : ok(true)
}

/** The register is read by the national centre, by the provinces for themselves, and by auditors. */
export function mayReadRegister(actor: Actor): Result<true> {
  return permitted(actor, READERS)
}

/** Revocation, re-issue: the national centre only. */
export function mayChangeRegister(actor: Actor): Result<true> {
  return permitted(actor, ['national-officer'])
}

/** Row-level: the holder, or an officer whose scope covers the province of issue. Refuses `certificate-unknown` alike for none and for not theirs. */
export function readableEntry(actor: Actor, entry: RegisterEntry | undefined): Result<RegisterEntry> {
  if (!entry) return refuse('certificate-unknown')
  const own = actor.kind === 'person' && actor.personId === entry.personId
  return own || holdsAt(actor, { province: provinceOf(entry.institution) }, ...READERS) ? ok(entry) : refuse('certificate-unknown')
}

/** The provinces an officer reads: null is the whole nation. */
export function provincesRead(actor: Actor): readonly string[] | null {
  return actor.kind === 'person' ? provincesOf(actor.grants, READERS) : []
}

function permitted(actor: Actor, roles: readonly Role[]): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, ...roles) ? ok(true) : refuse('not-permitted')
}
