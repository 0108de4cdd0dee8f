import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** Completion proofs are issued by the institution that trained, or entered by the province for it. */
export function mayIssueCompletion(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'institution-manager', 'provincial-officer', 'national-officer') ? ok(true) : refuse('not-permitted')
}

export function mayReadOwnCompletions(actor: Actor): Result<true, Refusal> {
  return actor.kind === 'public' ? refuse('not-signed-in') : ok(true)
}

/** Lessons are open to everybody who has signed in. */
export function mayReadLessons(actor: Actor): Result<true, Refusal> {
  return actor.kind === 'person' ? ok(true) : refuse('not-signed-in')
}
