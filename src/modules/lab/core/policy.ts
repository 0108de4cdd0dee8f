import { type Actor, holds, holdsAt } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Mode } from './world/state.ts'

/** Everybody who has signed in may train; whose world it is decides about each one. */
export function mayTrain(actor: Actor): Result<true, Refusal> {
  return actor.kind === 'public' ? refuse('not-signed-in') : ok(true)
}

/** Whose world it is, for which institution it was opened (nobody's, when a person trains alone), and for what. */
export type Owned = { readonly ownerId: string; readonly institution: string | null; readonly mode: Mode }

/**
 * A person reads their own worlds; a teacher those that were opened for trainees of the own institution. The worlds of an exam belong to an
 * attempt, which names nobody; those who mark find them from the evidence of a script, which knows whose scripts they may see.
 */
export function mayReadWorld(actor: Actor, { ownerId, institution, mode }: Owned): boolean {
  if (actor.kind !== 'person') return false
  if (mode === 'final' && holds(actor, 'assessor', 'chief-assessor', 'national-officer')) return true
  return actor.personId === ownerId || (institution !== null && holdsAt(actor, { institution }, 'teacher'))
}

/** Acts in a world are its owner's alone. */
export function isOwner(actor: Actor, { ownerId }: Pick<Owned, 'ownerId'>): boolean {
  return actor.kind === 'person' && actor.personId === ownerId
}

/** Whoever may move the clock of the demonstration may tell its people what to do. */
export function mayDirect(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'national-officer') ? ok(true) : refuse('not-permitted')
}
