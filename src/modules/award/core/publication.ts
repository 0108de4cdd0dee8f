import type { Instant } from '../../../kernel/instant.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { advance, type Transitions } from '../../../kernel/states.ts'

/**
 * proposed ──approve──▶ approved (visible from `visibleFrom`)
 *     └─────return───▶ returned
 * A returned proposal is not taken up again: marks are corrected and a new one is made.
 */
export type PublicationState =
  | { readonly kind: 'proposed' }
  | { readonly kind: 'approved'; readonly by: string; readonly at: Instant; readonly visibleFrom: Instant }
  | { readonly kind: 'returned'; readonly by: string; readonly at: Instant; readonly reason: string }
const STATES: Transitions<PublicationState['kind'], 'approve' | 'return'> = {
  proposed: { approve: 'approved', return: 'returned' },
  approved: {},
  returned: {},
}

/** Publication of a session's results (成绩公布). `digest` is the hash of exactly the results proposed. */
export type Publication = {
  readonly sessionId: string
  readonly digest: string
  readonly proposedBy: string
  readonly proposedAt: Instant
  readonly state: PublicationState
}

export function proposePublication(proposal: Omit<Publication, 'state'>): Publication {
  return { ...proposal, state: { kind: 'proposed' } }
}

/**
 * The second pair of eyes. `digest` is recomputed from the results as they are now.
 * Refuses `wrong-state`, `same-person`, `results-changed`.
 */
export function approvePublication(
  publication: Publication,
  approval: { readonly by: string; readonly at: Instant; readonly digest: string; readonly visibleFrom: Instant },
): Result<Publication> {
  const state = advance(STATES, publication.state.kind, 'approve')
  if (!state.ok) return state
  const { by, at, digest, visibleFrom } = approval
  if (by === publication.proposedBy) return refuse('same-person')
  if (digest !== publication.digest) return refuse('results-changed')
  return ok({ ...publication, state: { kind: 'approved', by, at, visibleFrom } })
}

/** Sends the proposal back. Refuses `wrong-state`, `same-person`, `return-reason-missing`. */
export function returnPublication(
  publication: Publication,
  order: { readonly by: string; readonly at: Instant; readonly reason: string },
): Result<Publication> {
  const state = advance(STATES, publication.state.kind, 'return')
  if (!state.ok) return state
  if (order.by === publication.proposedBy) return refuse('same-person')
  const reason = order.reason.trim()
  return reason === ''
    ? refuse('return-reason-missing')
    : ok({ ...publication, state: { kind: 'returned', by: order.by, at: order.at, reason } })
}

/** May candidates see the results now? */
export function isPublished(publication: Publication, now: Instant): boolean {
  return publication.state.kind === 'approved' && now >= publication.state.visibleFrom
}
