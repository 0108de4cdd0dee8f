import { type Actor, type Role, holds, provincesOf } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

/** Decisions and publication belong to the national centre. */
export function mayPublish(actor: Actor): Result<true> {
  return permitted(actor, ['national-officer'])
}

/** Results tables are read by the national centre, by the provinces for themselves, and by auditors. */
export function mayReadResults(actor: Actor): Result<true> {
  return permitted(actor, READERS)
}

export function mayReadOwn(actor: Actor): Result<true> {
  return actor.kind === 'public' ? refuse('not-signed-in') : ok(true)
}

const READERS: readonly Role[] = ['national-officer', 'provincial-officer', 'auditor']

/** The provinces whose results an officer reads: null is the whole nation. */
export function provincesRead(actor: Actor): readonly string[] | null {
  return actor.kind === 'person' ? provincesOf(actor.grants, READERS) : []
}

function permitted(actor: Actor, roles: readonly Role[]): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, ...roles) ? ok(true) : refuse('not-permitted')
}
