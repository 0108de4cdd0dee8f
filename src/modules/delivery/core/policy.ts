import { type Actor, holds } from '../../../kernel/actor.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { HALL_ACTS, type HallAct } from './hall/duties.ts'

/**
 * The exam client has no account: everybody may knock. What opens is decided at the row, by entry code or bearer token
 * (`entry-refused`, `token-refused`).
 */
export function mayKnock() {
  return ok(true as const)
}

/** Who holds a duty for this act at some site; that it is this site, and whether a second person is needed, is decided in the act. */
export function mayDo(act: HallAct): (actor: Actor) => Result<true> {
  return actor => {
    if (actor.kind === 'public') return refuse('not-signed-in')
    return holds(actor, ...HALL_ACTS[act].duties) ? ok(true) : refuse('not-permitted')
  }
}
