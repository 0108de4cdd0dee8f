import type { ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { fillText } from '../../../../kernel/refusal-catalogue.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { assemblyRefusals } from '../../../assembly/contract.ts'
import { standardRefusals } from '../../../standard/contract.ts'
import { approvedApplications, roundOf } from '../../../registration/index.ts'
import type { listSessions, showSession } from '../../contract.ts'
import type { Arrangement } from '../../core/arrangement/arrangement.ts'
import { seesDrafts, watchesHall } from '../../core/policy.ts'
import { examRefusals } from '../../core/refusals.ts'
import { findArrangement } from '../../store/arrangements.ts'
import { seatCounts, seatsOfSession } from '../../store/seats.ts'
import { type KeptSession, listSessions as readSessions } from '../../store/sessions.ts'
import { sittingsOfSession } from '../../store/sittings.ts'
import { requireSession, sessionView, sittingView } from './session-views.ts'

type Detail = ReplyOf<typeof showSession>

/** Drafts are shown to the national centre only. */
export async function listSessionsAction(
  tx: Tx,
  { query }: { readonly query: QueryOf<typeof listSessions> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listSessions>>> {
  const all = await readSessions(tx, localDate(query.from ?? '2000-01-01'))
  const shown = all.filter(session => session.state !== 'draft' || seesDrafts(ctx.actor))
  return ok({ total: shown.length, sessions: shown.slice(0, query.most).map(sessionView) })
}

/** One session: how far the season is, its sittings within reach, and the allocation of seats. */
export async function showSessionAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof showSession> },
  ctx: Ctx,
): Promise<Result<Detail>> {
  const found = await requireSession(tx, params.sessionId)
  if (!found.ok) return found
  const session = found.value
  const arrangement = seesDrafts(ctx.actor) ? await findArrangement(tx, session.id) : undefined
  const round = session.state === 'draft' ? undefined : await roundOf(tx, session.id)
  const sittings = session.arrangedAt === null ? [] : await sittingsOfSession(tx, session.id)
  const seen = sittings.filter(sitting => watchesHall(ctx.actor, sitting))
  const counts = await seatCounts(
    tx,
    seen.map(s => s.sittingId),
  )
  return ok({
    session: sessionView(session),
    now: ctx.now,
    funnel: await funnelOf(tx, session, new Set(seen.map(s => s.sittingId))),
    sites: (round?.sites ?? []).map(({ code, name }) => ({ code, name })),
    arrangement: arrangement ? arrangementView(arrangement) : null,
    sittings: seen.flatMap(sitting => {
      const count = counts.get(sitting.sittingId)
      return count ? [sittingView(sitting, session.editionId, count)] : []
    }),
  })
}

/** Counts people, not seats: who sits two papers counts once. */
async function funnelOf(tx: Tx, session: KeptSession, sittings: ReadonlySet<string>): Promise<Detail['funnel']> {
  const approved = session.state === 'draft' ? 0 : (await approvedApplications(tx, { roundId: session.id })).length
  const seats = session.arrangedAt === null ? [] : (await seatsOfSession(tx, session.id)).filter(s => sittings.has(s.sittingId))
  const people = (states: readonly string[]) => new Set(seats.filter(s => states.includes(s.state)).map(s => s.personId)).size
  const seated = new Set(seats.map(s => s.personId)).size
  return { approved, seated, present: people(['checked-in', 'finished']), finished: people(['finished']) }
}

export function arrangementView({ state, phase, done, total, refusal }: Arrangement): NonNullable<Detail['arrangement']> {
  if (refusal === null) return { state, phase, done, total, refusal: null }
  const texts: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
    ...standardRefusals,
    ...assemblyRefusals,
    ...examRefusals,
  }
  const { zh, en } = texts[refusal.code] ?? { zh: refusal.code, en: refusal.code }
  const { code, facts } = refusal
  return { state, phase, done, total, refusal: { code, facts: { ...facts }, zh: fillText(zh, facts), en: fillText(en, facts) } }
}
