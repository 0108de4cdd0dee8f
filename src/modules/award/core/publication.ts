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

/** The publication that stands of a session: open or approved, not returned. */
export function standingPublication<P extends Publication>(publications: readonly P[]): P | undefined {
  return publications.find(p => p.state.kind !== 'returned')
}

/** May the results still be decided anew? Refuses `publication-open` once they are proposed or published. */
export function mayDecide(publications: readonly Publication[]): Result<true> {
  return standingPublication(publications) ? refuse('publication-open') : ok(true)
}

/** May these results be proposed? Refuses `publication-open`, and `results-open` while some are pending or there are none. */
export function mayPropose(
  publications: readonly Publication[],
  results: { readonly total: number; readonly pending: number },
): Result<true> {
  const open = mayDecide(publications)
  if (!open.ok) return open
  return results.total === 0 || results.pending > 0 ? refuse('results-open', { count: results.pending }) : ok(true)
}

/** May certificates be issued? Refuses `not-published`. */
export function mayCertify<P extends Publication>(
  publications: readonly P[],
): Result<P & { readonly state: Extract<PublicationState, { kind: 'approved' }> }> {
  const standing = standingPublication(publications)
  return standing?.state.kind === 'approved' ? ok({ ...standing, state: standing.state }) : refuse('not-published')
}

/** The proposal to be decided. Refuses `publication-unknown`. */
export function proposalOf<P extends Publication & { readonly publicationId: string }>(
  publications: readonly P[],
  publicationId: string,
): Result<P> {
  const found = publications.find(p => p.publicationId === publicationId)
  return found ? ok(found) : refuse('publication-unknown')
}

/** A session that takes part. Refuses `session-unknown`. */
export function knownSession<S>(session: S | undefined): Result<S> {
  return session === undefined ? refuse('session-unknown') : ok(session)
}
