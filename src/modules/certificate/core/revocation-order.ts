import type { Instant } from '../../../kernel/instant.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { advance, type Transitions } from '../../../kernel/states.ts'
import type { Certificate } from './certificate.ts'

/**
 * proposed ──approve──▶ approved (the certificate is revoked)
 *     └────decline────▶ declined
 */
export type RevocationState = 'proposed' | 'approved' | 'declined'
const STATES: Transitions<RevocationState, 'approve' | 'decline'> = {
  proposed: { approve: 'approved', decline: 'declined' },
  approved: {},
  declined: {},
}

/** An order to withdraw a certificate for good, under four eyes. People are named as the audit entry names them. */
export type Revocation = {
  readonly revocationId: string
  readonly number: string
  readonly reason: string
  readonly proposedBy: string
  readonly proposedAt: Instant
  readonly state: RevocationState
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
}

/** Proposes a revocation. Refuses `certificate-not-valid`, `revocation-reason-missing`, `revocation-open`. */
export function proposeRevocation(
  certificate: Certificate,
  open: readonly Revocation[],
  order: { readonly revocationId: string; readonly reason: string; readonly by: string; readonly at: Instant },
): Result<Revocation> {
  const { number, state } = certificate
  if (state.kind !== 'valid') return refuse('certificate-not-valid', { number })
  const reason = order.reason.trim()
  if (reason === '') return refuse('revocation-reason-missing', { number })
  if (open.some(r => r.state === 'proposed')) return refuse('revocation-open', { number })
  const { revocationId, by, at } = order
  return ok({ revocationId, number, reason, proposedBy: by, proposedAt: at, state: 'proposed', decidedBy: null, decidedAt: null })
}

/** The second pair of eyes. Refuses `revocation-unknown`, `wrong-state` and `revocation-same-person`. */
export function decideRevocation(
  revocation: Revocation | undefined,
  decision: { readonly approve: boolean; readonly by: string; readonly at: Instant },
): Result<Revocation> {
  if (!revocation) return refuse('revocation-unknown')
  const state = advance(STATES, revocation.state, decision.approve ? 'approve' : 'decline')
  if (!state.ok) return state
  if (decision.by === revocation.proposedBy) return refuse('revocation-same-person', { number: revocation.number })
  return ok({ ...revocation, state: state.value, decidedBy: decision.by, decidedAt: decision.at })
}
