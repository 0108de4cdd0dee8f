import { holdsAt } from '../../../../kernel/actor.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { hidesWriter } from '../../core/versions/blind-review.ts'
import { dueAt } from '../../core/versions/deadlines.ts'
import type { KeptVersion } from '../../core/versions/version.ts'

/** The person who acts. Every route of the bank is for people, so nobody else arrives here. */
export function personIn({ actor }: Ctx): { readonly personId: string; readonly name: string } {
  if (actor.kind !== 'person') throw new Error('only a person works in the bank')
  return { personId: actor.personId, name: actor.name }
}

/** The national centre sees the drafts of all writers. */
export function seesEverything({ actor }: Ctx): boolean {
  return holdsAt(actor, {}, 'national-officer')
}

/** A version as its reader sees it; the writer's name is empty where review is blind. */
export function viewOf(version: KeptVersion, ctx: Ctx, blind = hidesWriter(version, ctx.actor)) {
  const { personId } = personIn(ctx)
  const { state, stateAt, writerId, writer } = version
  return { ...version, writer: blind ? '' : writer, dueAt: dueAt(state, stateAt), isMine: writerId === personId }
}
