import { type Actor, holds, holdsAt } from '../../../../kernel/actor.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'

/** The national centre lets sites in; that a person compared the fingerprint is recorded with their name. */
export function mayEnrolSites(actor: Actor): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'national-officer') ? ok(true) : refuse('not-permitted')
}

/** The nation and the provinces look on; a province at its own sites. */
export function mayReadSites(actor: Actor): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'national-officer', 'provincial-officer') ? ok(true) : refuse('not-permitted')
}

export function readsSite(actor: Actor, siteCode: string): boolean {
  return holdsAt(actor, { province: siteCode.slice(0, 2) }, 'national-officer', 'provincial-officer')
}
