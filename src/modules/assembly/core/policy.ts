import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'

/** Blueprints, runs and forms are the affair of the national centre alone; site and provincial staff meet forms sealed. */
export function mayAssemble(actor: Actor): Result<true, Refusal> {
  if (actor.kind === 'public') return refuse('not-signed-in')
  return holds(actor, 'national-officer') ? ok(true) : refuse('not-permitted')
}

/**
 * Four eyes: whoever wrote a draft last does not approve it. Of drafts that were saved before the person was kept, the name alone is
 * known; then nobody of that name approves.
 */
export function mayApprove(
  draft: { readonly editedById: string | null; readonly editedBy: string },
  { personId, name }: { readonly personId: string; readonly name: string },
): Result<true, Refusal> {
  return isWriter(draft, { personId, name }) ? refuse('own-blueprint') : ok(true)
}

/** Did this person write the version last? */
export function isWriter(
  { editedById, editedBy }: { readonly editedById: string | null; readonly editedBy: string },
  { personId, name }: { readonly personId: string; readonly name: string },
): boolean {
  return editedById === null ? editedBy === name : editedById === personId
}

/** Four eyes: whoever started a run does not accept its forms. */
export function mayAccept(run: { readonly startedById: string }, personId: string): Result<true, Refusal> {
  return run.startedById === personId ? refuse('own-run') : ok(true)
}
