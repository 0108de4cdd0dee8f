import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** The bank is secret: it is open to item writers, item reviewers and the national centre, and to nobody else. */
export function mayUseBank(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'item-writer', 'item-reviewer', 'national-officer') ? ok(true) : refuse('not-permitted')
}
