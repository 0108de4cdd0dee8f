import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** The log is read by auditors and by the national centre, never by those who run the seats. */
export function mayReadEntries(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'auditor', 'national-officer') ? ok(true) : refuse('not-permitted')
}
