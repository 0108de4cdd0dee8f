import { type Actor, holds, holdsAt } from '../../../../kernel/actor.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'

/** The modes a teacher may open a task in. A quiz and a final are closed books: they have no board. */
export const WORKSHOP_MODES = ['practice', 'guided', 'explore'] as const
export type WorkshopMode = (typeof WORKSHOP_MODES)[number]

/** Is this somebody who teaches anywhere? */
export function mayTeach(actor: Actor): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'teacher') ? ok(true) : refuse('not-permitted')
}

/** Is this a teacher of the institution that is named? */
export function mayTeachAt(actor: Actor, institution: string): Result<true> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holdsAt(actor, { institution }, 'teacher') ? ok(true) : refuse('not-permitted')
}

/** The institutions a person teaches at. */
export function institutionsTaught(actor: Actor): readonly string[] {
  if (actor.kind !== 'person') return []
  return actor.grants.flatMap(({ role, scope }) => (role === 'teacher' && scope.kind === 'institution' ? [scope.institution] : []))
}
