import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

type Verdict = Result<true, Refusal>

export function anybody(_actor: Actor): Verdict {
  return ok(true)
}

export function signedIn(actor: Actor): Verdict {
  return actor.kind === 'public' ? refuse('not-signed-in') : ok(true)
}

/** Reading a full ID number is for those who check papers; each reading is recorded with its reason. */
export function mayUnmask(actor: Actor): Verdict {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'registrar', 'provincial-officer', 'national-officer') ? ok(true) : refuse('not-permitted')
}

export function mayGiveGrants(actor: Actor): Verdict {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'national-officer', 'provincial-officer') ? ok(true) : refuse('not-permitted')
}

/** The settable clock belongs to the seed country; any signed-in persona of staff may move it there. */
export function maySetClock(actor: Actor): Verdict {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'national-officer') ? ok(true) : refuse('not-permitted')
}
