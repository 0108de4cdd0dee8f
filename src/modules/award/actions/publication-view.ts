import type { Actor } from '../../../kernel/actor.ts'
import type { KeptPublication } from '../store/publications.ts'

/** A publication for officers: no names; `own` tells who proposed that they cannot decide. */
export function publicationView({ publicationId, state, proposedAt, proposedBy, candidates, digest }: KeptPublication, actor: Actor) {
  return {
    publicationId,
    state: state.kind,
    proposedAt,
    decidedAt: state.kind === 'proposed' ? null : state.at,
    visibleFrom: state.kind === 'approved' ? state.visibleFrom : null,
    reason: state.kind === 'returned' ? state.reason : null,
    candidates,
    digest,
    own: actor.kind === 'person' && proposedBy === `person:${actor.personId}`,
  }
}
