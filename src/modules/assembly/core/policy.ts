import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** Forms are the affair of the national centre alone; site and provincial staff meet them sealed. */
export function mayAssemble(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'national-officer') ? ok(true) : refuse('not-permitted')
}
