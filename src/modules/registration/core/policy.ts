import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** Applying is for candidates; whose application it is, the action decides with the row at hand. */
export function mayApply(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'candidate') ? ok(true) : refuse('not-permitted')
}

/** Reading one application: its applicant and the reviewers of its place; the row decides which. */
export function mayReadApplication(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'candidate', 'registrar', 'provincial-officer', 'national-officer') ? ok(true) : refuse('not-permitted')
}

/** The eligibility review (资格审查): registrars, and the officers of province and nation. */
export function mayReviewApplications(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'registrar', 'provincial-officer', 'national-officer') ? ok(true) : refuse('not-permitted')
}

/** The rounds are no secret for whoever is signed in. */
export function mayReadRounds(actor: Actor): Result<true, Refusal> {
  return actor.kind === 'public' ? refuse('not-signed-in') : ok(true)
}
