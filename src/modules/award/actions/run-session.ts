import type { BodyOf, ParamsOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { instant } from '../../../kernel/instant.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { finishSession, publishedSessions, sessionOf } from '../../exam/index.ts'
import type { decideOnPublication, decideSessionResults, listAwardSessions, proposeToPublish } from '../contract.ts'
import { provincesRead } from '../core/policy.ts'
import { countStates } from '../core/session-results.ts'
import { listMarks } from '../store/decisions.ts'
import { listPublications } from '../store/publications.ts'
import { decideGathered, type Decided } from './decide-gathered.ts'
import { gatherSession } from './gather-session.ts'
import { publicationView } from './publication-view.ts'
import { decidePublication, proposeGathered } from './publish-gathered.ts'

type OfSession = { readonly params: ParamsOf<typeof proposeToPublish> }

/** Decides on everybody of a session by the edition's pass rule. Refuses `session-unknown`, `pass-rule-missing`, `publication-open`. */
export async function decideResults(tx: Tx, ctx: Ctx, { sessionId }: { readonly sessionId: string }): Promise<Result<Decided>> {
  const gathered = await gatherSession(tx, sessionId)
  return gathered.ok ? decideGathered(tx, ctx, gathered.value) : gathered
}

export async function decideForOfficer(tx: Tx, request: OfSession, ctx: Ctx): Promise<Result<ReplyOf<typeof decideSessionResults>>> {
  const decided = await decideResults(tx, ctx, request.params)
  return decided.ok ? ok({ counts: decided.value.counts, digest: decided.value.digest }) : decided
}

export async function proposeForOfficer(tx: Tx, request: OfSession, ctx: Ctx): Promise<Result<ReplyOf<typeof proposeToPublish>>> {
  const gathered = await gatherSession(tx, request.params.sessionId)
  if (!gathered.ok) return gathered
  const proposed = await proposeGathered(tx, ctx, gathered.value)
  return proposed.ok ? ok(publicationView(proposed.value, ctx.actor)) : proposed
}

export async function decideOnProposal(
  tx: Tx,
  request: { params: ParamsOf<typeof decideOnPublication>; body: BodyOf<typeof decideOnPublication> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof decideOnPublication>>> {
  const { sessionId, publicationId } = request.params
  const gathered = await gatherSession(tx, sessionId)
  if (!gathered.ok) return gathered
  const { body } = request
  const order = body.approve
    ? { publicationId, approve: true as const, visibleFrom: body.visibleFrom === null ? null : instant(body.visibleFrom) }
    : { publicationId, approve: false as const, reason: body.reason }
  const decided = await decidePublication(tx, ctx, gathered.value, order)
  if (!decided.ok) return decided
  // once published the session is finished; one that is not held yet in the calendar keeps its state
  if (body.approve && (await sessionOf(tx, sessionId))?.state === 'held') {
    const finished = await finishSession(tx, ctx, { sessionId })
    if (!finished.ok) return finished
  }
  return ok(publicationView(decided.value, ctx.actor))
}

/** Every published session with its counts and publications, newest first. */
export async function listSessions(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listAwardSessions>>> {
  const sessions = await publishedSessions(tx)
  const publications = await listPublications(
    tx,
    sessions.map(s => s.sessionId),
  )
  const views = []
  for (const session of sessions) {
    const { sessionId, code, day, levels } = session
    const counted = await listMarks(tx, { sessionId, provinces: provincesRead(ctx.actor), level: '' })
    const own = publications.filter(p => p.sessionId === sessionId).map(p => publicationView(p, ctx.actor))
    views.push({
      sessionId,
      sessionCode: code,
      day,
      levels,
      counts: countStates(counted),
      certified: counted.filter(c => c.certified).length,
      publications: own,
    })
  }
  return ok({ sessions: views.toSorted((a, b) => (a.day > b.day ? -1 : 1)) })
}
