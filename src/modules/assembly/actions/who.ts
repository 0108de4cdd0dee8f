import type { Ctx } from '../../../platform/context.ts'

/** The person who acts; every route of blueprints and runs is for people. */
export function personIn({ actor }: Ctx): { readonly personId: string; readonly name: string } {
  if (actor.kind !== 'person') throw new Error('only a person works on blueprints')
  return { personId: actor.personId, name: actor.name }
}
