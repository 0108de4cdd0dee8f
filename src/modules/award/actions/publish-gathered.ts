import { actorRef } from '../../../kernel/actor.ts'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import { approvePublication, mayPropose, proposalOf, proposePublication, returnPublication } from '../core/publication.ts'
import { type KeptPublication, insertPublication, listPublications, lockPublication, savePublication } from '../store/publications.ts'
import { decideGathered, type Gathered, judge } from './decide-gathered.ts'

/** The first pair of eyes: decides once more and proposes exactly these results. Refuses `publication-open`, `results-open`, `pass-rule-missing`. */
export async function proposeGathered(tx: Tx, ctx: Ctx, gathered: Gathered): Promise<Result<KeptPublication>> {
  const { sessionId } = gathered.session
  const decided = await decideGathered(tx, ctx, gathered)
  if (!decided.ok) return decided
  const { digest, candidates, counts } = decided.value
  const open = mayPropose(await listPublications(tx, [sessionId]), { total: candidates.length, pending: counts.pending })
  if (!open.ok) return open
  const proposal = proposePublication({ sessionId, digest, proposedBy: actorRef(ctx.actor), proposedAt: ctx.now })
  const publication = { ...proposal, publicationId: newId(), candidates: candidates.length }
  if (!(await insertPublication(tx, publication))) return refuse('publication-open')
  await record(tx, ctx, { type: 'publication-proposed', subject: { kind: 'session', id: sessionId }, facts: { digest, ...counts } })
  return ok(publication)
}

export type PublicationOrder =
  | { readonly publicationId: string; readonly approve: true; readonly visibleFrom: Instant | null }
  | { readonly publicationId: string; readonly approve: false; readonly reason: string }

/**
 * The second pair of eyes: approves, if the results are still those proposed, or returns with a reason.
 * Refuses `publication-unknown`, `wrong-state`, `same-person`, `results-changed`, `return-reason-missing`.
 */
export async function decidePublication(tx: Tx, ctx: Ctx, gathered: Gathered, order: PublicationOrder): Promise<Result<KeptPublication>> {
  const { sessionId } = gathered.session
  await lockPublication(tx, sessionId, order.publicationId)
  const proposal = proposalOf(await listPublications(tx, [sessionId]), order.publicationId)
  if (!proposal.ok) return proposal
  const judged = await judge(tx, gathered)
  if (!judged.ok) return judged
  const [by, at] = [actorRef(ctx.actor), ctx.now]
  const outcome = order.approve
    ? approvePublication(proposal.value, {
        by,
        at,
        digest: judged.value.digest,
        visibleFrom: instant(Math.max(at, order.visibleFrom ?? at)),
      })
    : returnPublication(proposal.value, { by, at, reason: order.reason })
  if (!outcome.ok) return outcome
  const publication = { ...proposal.value, ...outcome.value }
  if (!(await savePublication(tx, publication))) return refuse('changed-meanwhile')
  const type = order.approve ? 'results-published' : 'publication-returned'
  const facts = {
    digest: publication.digest,
    proposedBy: publication.proposedBy,
    ...(order.approve ? {} : { reason: order.reason.trim() }),
  }
  await record(tx, ctx, { type, subject: { kind: 'session', id: sessionId }, facts })
  if (order.approve) await ctx.ports.jobs.enqueue(tx, 'issue-certificates', { sessionId }, { key: `issue-certificates:${sessionId}` })
  return ok(publication)
}
