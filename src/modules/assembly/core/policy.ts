import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** Blueprints, runs and forms are the affair of the national centre alone; site and provincial staff meet forms sealed. */
export function mayAssemble(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'national-officer') ? ok(true) : refuse('not-permitted')
}

/** Four eyes: whoever started a run does not accept its forms. */
export function mayAccept(run: { readonly startedById: string }, personId: string): Result<true, Refusal> {
  return run.startedById === personId ? refuse('own-run') : ok(true)
}
