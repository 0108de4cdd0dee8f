import { type Actor, holdsAt } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** Everybody who has signed in may train; whose world it is decides about each one. */
export function mayTrain(actor: Actor): Result<true, Refusal> {
  return actor.kind === 'public' ? refuse('not-signed-in') : ok(true)
}

/** Whose world it is, and for which institution it was opened (nobody's, when a person trains alone). */
export type Owned = { readonly ownerId: string; readonly institution: string | null }

/** A person reads their own worlds; a teacher those that were opened for trainees of the own institution. */
export function mayReadWorld(actor: Actor, { ownerId, institution }: Owned): boolean {
  if (actor.kind !== 'person') return false
  return actor.personId === ownerId || (institution !== null && holdsAt(actor, { institution }, 'teacher'))
}

/** Acts in a world are its owner's alone. */
export function isOwner(actor: Actor, { ownerId }: Owned): boolean {
  return actor.kind === 'person' && actor.personId === ownerId
}
